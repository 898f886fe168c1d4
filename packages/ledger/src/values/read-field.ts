import type { Money, PartialDate } from '@guatu/kernel'
import { checkField, type Dictionaries, type Field, type FieldKind, type FieldOf, isMask } from '@guatu/playbook'
import { type Cell, cellText } from '../grid/grid.ts'
import { halfWidth, isPlaceholder } from '../text/normalise.ts'
import { choiceWords, dictionaryWords, longestKnownWord } from './choice.ts'
import { dateOf, readDate } from './date.ts'
import type { DateContext } from './date-forms.ts'
import { readMoney } from './money.ts'
import { nameLines } from './name-lines.ts'
import { readArea, readCount, readFlag, readPercent } from './quantity.ts'
import { empty, faulty, type Reading, value, words } from './reading.ts'
import type { AreaUnit, MoneyUnit } from './units.ts'

/** What a column says about its values, besides the cell. */
export interface ColumnContext {
  readonly money: MoneyUnit
  readonly area: AreaUnit
  readonly date: DateContext
  readonly dictionaries: Dictionaries
}

type FieldReader<K extends FieldKind> = (
  cell: Cell,
  text: string,
  field: FieldOf<K>,
  context: ColumnContext,
) => Reading<unknown>

const readers: { readonly [K in FieldKind]: FieldReader<K> } = {
  // 联系人 is a text, and holds names all the same.
  text: (_, text, field) => (/人$|领导/.test(field.title.zh) ? readNames(text, 'person') : readText(text)),
  longText: (_, text) => (isPlaceholder(text) ? empty : value(text)),
  integer: (_, text) => readCount(text, true),
  number: (_, text, field, context) =>
    field.unit === 'mu' || field.unit === 'm2' ? readArea(text, context.area, field.unit) : readCount(text, false),
  percent: (_, text) => readPercent(text),
  money: (_, text, __, context) => asWritten(readMoney(text, context.money)),
  date: (cell, _, field, context) => readDateField(cell, field.end, context),
  choice: (_, text, field) => readChoice(text, field),
  flag: (_, text) => readFlag(text),
  org: (_, text) => readNames(text, 'org'),
  orgs: (_, text) => (isPlaceholder(text) ? empty : value(text.trim())),
  person: (_, text) => readNames(text, 'person'),
  area: (_, text, __, context) => readCode(text, 'area', context),
  industry: (_, text, __, context) => readCode(text, 'industry', context),
  districtIndustry: (_, text, __, context) => readCode(text, 'districtIndustry', context),
  uscc: (_, text) => readUscc(text),
  phone: (_, text) => readText(text),
}

/** Reads a cell that holds something, by the kind of the field that it goes to. */
export function readField(cell: Cell, field: Field, context: ColumnContext): Reading<unknown> {
  const read = readers[field.kind] as (
    cell: Cell,
    text: string,
    field: Field,
    context: ColumnContext,
  ) => Reading<unknown>
  // A mask comes back from an exported sheet; it stands for a value that stays.
  if (field.secret && isMask(cellText(cell))) return empty
  const reading = read(cell, cellText(cell), field, context)
  return reading.kind === 'value' ? withinBounds(reading, field, context) : reading
}

/** Lengths, ranges and forms that the playbook sets; names become ids and amounts documents only at the commit. */
function withinBounds(reading: Reading<unknown>, field: Field, context: ColumnContext): Reading<unknown> {
  if (reading.kind !== 'value' || unbound.has(field.kind)) return reading
  const checked = checkField(field, reading.value, context.dictionaries)
  if (checked.kind === 'good') return reading
  const figure = field.kind === 'integer' || field.kind === 'number' || field.kind === 'percent'
  if (figure || field.required) return faulty(checked.message.zh, checked.accepted)
  return words(`${checked.message.zh}，按文字保留`)
}

const unbound = new Set<FieldKind>(['money', 'org', 'orgs', 'person', 'date', 'area', 'industry', 'districtIndustry'])

/** One line: a break inside a name is layout, a space only where both sides are Latin. */
export const oneLine = (text: string): string =>
  text.replace(/\s*[\r\n]+\s*/g, (_, at: number) => (/[\x21-\x7e]/.test(text[at - 1] ?? '') ? ' ' : '')).trim()

const readText = (text: string): Reading<string> => (isPlaceholder(text) ? empty : value(oneLine(text)))

function readNames(text: string, kind: 'org' | 'person'): Reading<string> {
  const names = nameLines(text, kind)?.join('、')
  // 张 三 is set to the width of a name of three signs.
  if (kind === 'person' && /^\p{Script=Han}\s+\p{Script=Han}$/u.test(text)) return value(text.replace(/\s+/g, ''))
  return names === undefined ? readText(text) : value(names, [`一格几行，按几个名称读入：${names}`])
}

/** Exact yuan travel as a plain decimal, everything else with its currency and its sense. */
function asWritten(reading: Reading<Money>): Reading<string | Money> {
  if (reading.kind !== 'value') return reading
  const { amount, currency, bound } = reading.value
  return currency === 'CNY' && !bound ? { ...reading, value: amount } : reading
}

function readDateField(cell: Cell, end: 'start' | 'finish', context: ColumnContext): Reading<PartialDate> {
  const reading = readDate(cell, context.date)
  return reading.kind === 'value' ? { ...reading, value: dateOf(reading.value, end) } : reading
}

function readChoice(text: string, field: FieldOf<'choice'>): Reading<string> {
  if (isPlaceholder(text)) return empty
  if (field.open) return value(oneLine(text))
  const found = longestKnownWord(text, choiceWords(field.choices))
  return found
    ? value(found.key)
    : faulty(
        `没有“${text}”这一项`,
        Object.values(field.choices).map((choice) => choice.title.zh),
      )
}

function readCode(
  text: string,
  kind: 'area' | 'industry' | 'districtIndustry',
  context: ColumnContext,
): Reading<string> {
  if (isPlaceholder(text)) return empty
  const entries = context.dictionaries[kind]?.entries ?? []
  const bare = halfWidth(text).trim()
  const byCode = entries.find((entry) => entry.code.toLowerCase() === bare.toLowerCase())
  const found = byCode?.code ?? longestKnownWord(text, dictionaryWords(entries))?.key
  if (!found) return words(`名录里没有“${text}”，按文字保留`)
  const exact = byCode ?? entries.find((entry) => entry.code === found && entry.title.zh === bare)
  return exact ? value(found) : value(found, [], text)
}

function readUscc(text: string): Reading<string> {
  if (isPlaceholder(text)) return empty
  const code = halfWidth(text).replace(/\s/g, '').toUpperCase()
  return /^[0-9A-Z]{18}$/.test(code) ? value(code) : words(`“${text}”不是18位统一社会信用代码，按文字保留`)
}
