import { ownValue } from '@guatu/kernel'
import {
  bad,
  type Checked,
  type DictionaryKind,
  type Field,
  type FieldKind,
  type FieldOf,
  type FieldValues,
  good,
  isEmpty,
  isMask,
} from '@guatu/playbook'
import type { CellValue, SheetContext } from './context.ts'
import { dateFromCell, dateToCell } from './date-cell.ts'
import { moneyFromCell, moneyToCell } from './money-cell.ts'
import { dictionaryKeys, dictionaryName, directoryKeys, namedKey, namedText } from './named.ts'
import { unitsFromCell, unitsToCell } from './units-cell.ts'

type Filled = Exclude<CellValue, null>

interface CellPair<K extends FieldKind> {
  readonly to: (value: FieldValues[K], field: FieldOf<K>, context: SheetContext) => CellValue
  readonly from: (cell: Filled, field: FieldOf<K>, context: SheetContext) => Checked<FieldValues[K]>
}

const wordsPair = {
  to: (value: string): CellValue => value,
  from: (cell: Filled): Checked<string> => good(textOf(cell)),
}

const figurePair = {
  to: (value: number): CellValue => value,
  from: (cell: Filled): Checked<number> => {
    const value = typeof cell === 'number' ? cell : Number(textOf(cell).replaceAll(',', '') || Number.NaN)
    return Number.isFinite(value) ? good(value) : bad(`“${textOf(cell)}”不是数字`, `'${textOf(cell)}' is no number`)
  },
}

const directoryPair = (kind: 'org' | 'person') => ({
  to: (id: string, _: Field, context: SheetContext): CellValue =>
    namedText(context.nameOf(kind, id), id, directoryKeys(kind, context)),
  from: (cell: Filled, _: Field, context: SheetContext): Checked<string> =>
    namedKey(textOf(cell), directoryKeys(kind, context)),
})

const codePair = (kind: DictionaryKind) => ({
  to: (code: string, _: Field, context: SheetContext): CellValue =>
    namedText(dictionaryName(kind, code, context), code, dictionaryKeys(kind, context)),
  from: (cell: Filled, _: Field, context: SheetContext): Checked<string> =>
    namedKey(textOf(cell), dictionaryKeys(kind, context)),
})

/** Value to cell and back, per kind: `from` undoes `to` for every checked value. */
const pairs: { readonly [K in FieldKind]: CellPair<K> } = {
  text: wordsPair,
  longText: wordsPair,
  integer: figurePair,
  number: figurePair,
  percent: figurePair,
  money: {
    to: moneyToCell,
    from: (cell, field) => moneyFromCell(typeof cell === 'object' ? cell.date : cell, field),
  },
  date: { to: dateToCell, from: (cell, field) => dateFromCell(typeof cell === 'number' ? String(cell) : cell, field) },
  choice: {
    to: (value, field) => ownValue(field.choices, value)?.title.zh ?? value,
    from: (cell, field) => good(choiceKey(textOf(cell), field)),
  },
  flag: {
    to: (value) => (value ? '是' : '否'),
    from: (cell) => {
      const known = ownValue({ 是: true, 否: false }, textOf(cell))
      return known === undefined ? bad('应填是或否', 'Expects 是 or 否', ['是', '否']) : good(known)
    },
  },
  org: directoryPair('org'),
  orgs: { to: unitsToCell, from: (cell, _, context) => unitsFromCell(textOf(cell), context) },
  person: directoryPair('person'),
  area: codePair('area'),
  industry: codePair('industry'),
  districtIndustry: codePair('districtIndustry'),
  uscc: wordsPair,
  phone: wordsPair,
}

export function toCell(field: Field, value: unknown, context: SheetContext): CellValue {
  if (isEmpty(value)) return null
  const { to } = pairs[field.kind] as CellPair<FieldKind>
  return to(value as FieldValues[FieldKind], field, context)
}

/** The value that a cell of our own sheet stands for; null for an empty cell. `checkFields` looks at it afterwards. */
export function fromCell(field: Field, cell: CellValue, context: SheetContext): Checked<unknown> {
  // A mask comes back from an exported sheet; it stands for a value that stays.
  if (cell === null || (typeof cell === 'string' && cell.trim() === '') || (field.secret && isMask(cell)))
    return good(null)
  const { from } = pairs[field.kind] as CellPair<FieldKind>
  return from(cell, field, context)
}

/** Spreadsheets turn codes and numbers of documents into figures; as text they come back as they were typed. */
const textOf = (cell: Filled): string => (typeof cell === 'object' ? cell.date : String(cell)).trim()

const choiceKey = (text: string, field: FieldOf<'choice'>): string =>
  Object.keys(field.choices).find((key) => field.choices[key]!.title.zh === text) ?? text
