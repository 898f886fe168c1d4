import { datePrecisions, isUscc } from '@guatu/kernel'
import { isIsoDate } from '@guatu/schedule'
import type { Dictionaries, DictionaryKind } from '../dictionary.ts'
import type { FieldKind, FieldOf } from '../field.ts'
import { bad, type Checked, good } from './checked.ts'
import type { FieldValues } from './field-value.ts'
import { checkMoney } from './money-check.ts'

type ValueCheck<K extends FieldKind> = (
  field: FieldOf<K>,
  value: unknown,
  dictionaries: Dictionaries,
) => Checked<FieldValues[K]>

/** What a value of each kind must look like. A good value comes back in its one written form (trimmed, upper case). */
export const valueChecks: { readonly [K in FieldKind]: ValueCheck<K> } = {
  text: (field, value) => checkText(value, field.maxLength ?? 300, field.pattern),
  longText: (field, value) => checkText(value, field.maxLength ?? 10_000, field.pattern),
  integer: (field, value) =>
    Number.isSafeInteger(value)
      ? checkRange(field, value as number)
      : bad('应填整数', 'Expects a whole number', ['12']),
  number: (field, value) => (isNumber(value) ? checkRange(field, value) : notNumber),
  percent: (_, value) => (isNumber(value) ? good(value) : notNumber),
  money: (_, value) => checkMoney(value),
  date: (_, value) => checkDate(value),
  choice: (field, value) => checkChoice(field, value),
  flag: (_, value) =>
    typeof value === 'boolean' ? good(value) : bad('应填是或否', 'Expects yes or no', ['true', 'false']),
  org: (_, value) => checkId(value, '单位', 'organisation'),
  orgs: (_, value) => checkIds(value),
  person: (_, value) => checkId(value, '人员', 'person'),
  area: (_, value, dictionaries) => checkCode('area', value, dictionaries),
  industry: (_, value, dictionaries) => checkCode('industry', value, dictionaries),
  districtIndustry: (_, value, dictionaries) => checkCode('districtIndustry', value, dictionaries),
  uscc: (_, value) => checkUscc(value),
  phone: (_, value) => checkPhone(value),
}

/** Beyond this no figure of a ledger is meant; a store keeps numbers of twelve places. */
const largestNumber = 999_999_999_999

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

const notNumber = bad('应填数字', 'Expects a number', ['12.5'])

function checkText(value: unknown, maxLength: number, pattern?: string): Checked<string> {
  if (typeof value !== 'string') return bad('应填文字', 'Expects text')
  const text = value.trim()
  if ([...text].length > maxLength) return bad(`最多 ${maxLength} 个字`, `At most ${maxLength} characters`)
  if (pattern && !new RegExp(pattern, 'u').test(text)) return bad('格式不对', 'Not in the expected form', [pattern])
  return good(text)
}

function checkRange(field: { readonly min?: number; readonly max?: number }, value: number): Checked<number> {
  const { min = -largestNumber, max = largestNumber } = field
  if (value < min) return bad(`不能小于 ${min}`, `Not below ${min}`)
  if (value > max) return bad(`不能大于 ${max}`, `Not above ${max}`)
  return good(value)
}

function checkDate(value: unknown): Checked<FieldValues['date']> {
  const wrong = bad('应填存在的日期及其精度', 'Expects a real date and its precision', [
    '{"date":"2024-03-31","precision":"month"}',
  ])
  if (typeof value !== 'object' || value === null) return wrong
  const { date, precision, raw } = value as Record<string, unknown>
  const known = datePrecisions.find((candidate) => candidate === precision)
  if (!isIsoDate(date) || !known || (raw !== undefined && typeof raw !== 'string')) return wrong
  return good({ date, precision: known, ...(raw === undefined ? {} : { raw }) })
}

function checkChoice(field: FieldOf<'choice'>, value: unknown): Checked<string> {
  const keys = Object.keys(field.choices)
  const titles = Object.values(field.choices).map((choice) => choice.title.zh)
  if (typeof value !== 'string') return bad('应选一项', 'Expects one of the choices', titles)
  if (keys.includes(value)) return good(value)
  // A title stands for its key, so that a choice has one written form however it came in.
  const named = keys.find((key) => Object.values(field.choices[key]!.title).includes(value.trim()))
  if (named !== undefined) return good(named)
  if (field.open) return checkText(value, 100)
  return bad(`没有“${value}”这一项`, `There is no choice '${value}'`, titles)
}

function checkId(value: unknown, zh: string, en: string): Checked<string> {
  return typeof value === 'string' && value.trim() !== ''
    ? good(value.trim())
    : bad(`应选名录中的${zh}`, `Expects a ${en} of the directory`)
}

/** More units than this nobody names in one cell. */
const mostUnits = 50

function checkIds(value: unknown): Checked<readonly string[]> {
  const ids = [
    ...new Set((Array.isArray(value) ? value : [value]).map((id) => (typeof id === 'string' ? id.trim() : ''))),
  ]
  if (ids.includes('')) return bad('应选名录中的单位', 'Expects organisations of the directory')
  return ids.length <= mostUnits ? good(ids) : bad(`最多 ${mostUnits} 个单位`, `At most ${mostUnits} units`)
}

function checkCode(kind: DictionaryKind, value: unknown, dictionaries: Dictionaries): Checked<string> {
  const entries = dictionaries[kind]?.entries
  if (typeof value !== 'string' || value.trim() === '') return bad('应填代码', 'Expects a code')
  if (!entries || entries.some((entry) => entry.code === value)) return good(value)
  const accepted = entries.slice(0, 40).map((entry) => `${entry.code} ${entry.title.zh}`)
  return bad(`名录中没有代码“${value}”`, `The dictionary has no code '${value}'`, accepted)
}

function checkUscc(value: unknown): Checked<string> {
  const code = typeof value === 'string' ? value.normalize('NFKC').replace(/\s/g, '').toUpperCase() : ''
  if (isUscc(code)) return good(code)
  return bad('统一社会信用代码的位数或校验码不对', 'Length or check character of the credit code is wrong', [
    '18 位：数字与大写字母，末位为校验码',
  ])
}

/** Ledgers write several numbers, extensions and short village numbers into one cell; only letters are surely wrong. */
function checkPhone(value: unknown): Checked<string> {
  const text = typeof value === 'string' ? value.normalize('NFKC').trim() : ''
  if (/^[\d+\-() /,、;转]{5,60}$/.test(text) && /\d{5}/.test(text.replace(/[-() ]/g, ''))) return good(text)
  return bad('电话号码不对', 'Not a telephone number', ['0573-82838888', '13800000000'])
}
