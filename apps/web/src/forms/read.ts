import { checkField, type Field, type FieldKind, type FieldOf, type FieldValues } from '@guatu/playbook'
import { type FieldContext, optionsOf, type PickOption } from './context.ts'
import { dateOfText } from './date-text.ts'
import { moneyOfText } from './money-text.ts'
import { nameParts } from './name-parts.ts'
import { fault, plainText, type Typed, typedEmpty, typedValue } from './typed.ts'

type Reader<K extends FieldKind> = (text: string, field: FieldOf<K>, context: FieldContext) => Typed<FieldValues[K]>

const wordsOf = (text: string): Typed<string> => (text.trim() === '' ? typedEmpty : typedValue(text.trim()))

/** Area may be typed in hectares or square metres as well: 15 mu are one hectare, 10,000 m². */
const areaFactors: Readonly<Record<string, number>> = { 亩: 1, mu: 1, 公顷: 15, ha: 15 }

function numberOf(text: string, unit = ''): Typed<number> {
  const plain = plainText(text).replace(/(\d),(?=\d{3})/g, '$1')
  if (plain === '') return typedEmpty
  const match = /^(-?\d+(?:\.\d+)?|-?\.\d+) ?(\D*)$/.exec(plain)
  const word = match?.[2]?.toLowerCase() ?? ''
  const factor = word === '' || word === unit ? 1 : unit === 'mu' ? areaFactors[word] : undefined
  if (!match || factor === undefined) {
    return fault(`读不懂“${text.trim()}”，应填数字`, `“${text.trim()}” is not a number`, ['12.5'])
  }
  return typedValue(Number((Number(match[1]) * factor).toFixed(6)))
}

const bareWord = (word: string) => plainText(word).toLowerCase().replace(/\s/g, '')

/** The option that the words name exactly; of namesakes none, because picking one of them would be a guess. */
function pickOf(text: string, options: readonly PickOption[], open: boolean): Typed<string> {
  const word = bareWord(text)
  if (word === '') return typedEmpty
  const found = options.filter((option) => option.words.some((known) => bareWord(known) === word))
  if (found.length === 1) return typedValue(found[0]!.value)
  if (open) return typedValue(text.trim())
  if (found.length > 1) {
    const notes = found.map(({ title, note }) => (note ? `${title}（${note}）` : title))
    return fault(
      `“${text.trim()}”有 ${found.length} 个，请选择其中一个`,
      `“${text.trim()}” names ${found.length}; pick one`,
      notes,
    )
  }
  const near = options.filter((option) => option.words.some((known) => bareWord(known).includes(word)))
  const accepted = (near.length > 0 ? near : options).slice(0, 8).map(({ title }) => title)
  return fault(`没有“${text.trim()}”这一项`, `There is no “${text.trim()}”`, accepted)
}

const picked =
  (open: (field: Field) => boolean = () => false) =>
  (text: string, field: Field, context: FieldContext): Typed<string> =>
    pickOf(text, optionsOf(field, context), open(field))

/** Every unit of a list of names; the first that is none, or several, tells what is wrong. */
function unitsOf(text: string, field: Field, context: FieldContext): Typed<readonly string[]> {
  const options = optionsOf(field, context)
  const ids: string[] = []
  for (const name of nameParts(text)) {
    const typed = pickOf(name, options, false)
    if (typed.kind === 'fault') return typed
    if (typed.kind === 'value' && !ids.includes(typed.value)) ids.push(typed.value)
  }
  return ids.length === 0 ? typedEmpty : typedValue(ids)
}

function flagOf(text: string, field: Field, context: FieldContext): Typed<boolean> {
  const typed = pickOf(text, optionsOf(field, context), false)
  return typed.kind === 'value' ? typedValue(typed.value === 'true') : typed
}

function integerOf(text: string): Typed<number> {
  const typed = numberOf(text)
  return typed.kind === 'value' && !Number.isInteger(typed.value)
    ? fault('应填整数', 'A whole number, please', ['12'])
    : typed
}

/** One reader per kind of field: typing into a cell, pasting and forms all go through it. */
const readers: { readonly [K in FieldKind]: Reader<K> } = {
  text: wordsOf,
  longText: wordsOf,
  integer: integerOf,
  number: (text, field) => numberOf(text, field.unit),
  percent: (text) => numberOf(text.replace(/[%％]\s*$/, '')),
  money: (text, field) => moneyOfText(text, field.unit),
  date: (text, field, { today }) => dateOfText(text, field.end, today),
  choice: picked((field) => field.kind === 'choice' && field.open === true),
  flag: flagOf,
  org: picked(),
  orgs: unitsOf,
  person: picked(),
  area: picked(),
  industry: picked(),
  districtIndustry: picked(),
  uscc: wordsOf,
  phone: wordsOf,
}

/** What typed words mean for a field, checked by the playbook's own rules, so that the server says the same. */
export function readField(field: Field, text: string, context: FieldContext): Typed<unknown> {
  const read = readers[field.kind] as (text: string, field: Field, context: FieldContext) => Typed<unknown>
  const typed = read(text, field, context)
  if (typed.kind !== 'value') return typed
  const checked = checkField(field, typed.value)
  if (checked.kind === 'good') return checked.value === null ? typedEmpty : typedValue(checked.value)
  return { kind: 'fault', message: checked.message, ...(checked.accepted ? { accepted: checked.accepted } : {}) }
}
