import { type Language, type Money, moneyFigure, ownValue, type Title } from '@guatu/kernel'
import {
  type Dictionaries,
  type DictionaryKind,
  type Field,
  type FieldKind,
  type FieldOf,
  type FieldValues,
  isEmpty,
  type TextUnit,
} from '@guatu/playbook'
import { dateText } from './date-text.ts'

export interface ShowContext {
  readonly language: Language
  /** Leaves the year out of days of this year. */
  readonly today?: string
  readonly dictionaries?: Dictionaries
  /** Names of the directory; an id that it does not know is shown as it is. */
  readonly nameOf?: (kind: 'org' | 'person', id: string) => string | null
}

type Shown<K extends FieldKind> = (value: FieldValues[K], field: FieldOf<K>, context: ShowContext) => string

const unitTitles: Record<TextUnit, Title> = {
  mu: { zh: '亩', en: 'mu' },
  m2: { zh: '平方米', en: 'm²' },
  tce: { zh: '吨标准煤', en: 'tce' },
  unit: { zh: '个', en: '' },
  person: { zh: '人', en: 'people' },
}

const boundTitles = { atLeast: { zh: '超', en: 'over ' }, about: { zh: '约', en: 'about ' } }

export const unitTitle = (unit: TextUnit): Title => unitTitles[unit]

const asWritten = (value: string): string => value

const withUnit = (value: number, { unit }: { readonly unit: TextUnit }, { language }: ShowContext): string =>
  `${decimal(value)} ${unitTitles[unit][language]}`.trim()

const decimal = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 2 })

/** A scale is a word of its own (百亿级), so its source stands; other bounds are said before the figure. */
function showMoney({ amount, currency, bound, raw }: Money, { language }: ShowContext): string {
  if (language === 'zh' && raw?.endsWith('级')) return raw
  const { number, unit } = moneyFigure(amount, currency, language)
  const prefix = bound && bound !== 'exact' ? boundTitles[bound][language] : ''
  return `${prefix}${number} ${unit}`
}

const showCode = (kind: DictionaryKind) => (code: string, _: Field, context: ShowContext) =>
  context.dictionaries?.[kind]?.entries.find((entry) => entry.code === code)?.title[context.language] ?? code

const showName = (kind: 'org' | 'person') => (id: string, _: Field, context: ShowContext) =>
  context.nameOf?.(kind, id) ?? id

/** The text that people read of a value, with its unit. */
const shown: { readonly [K in FieldKind]: Shown<K> } = {
  text: asWritten,
  longText: asWritten,
  integer: withUnit,
  number: withUnit,
  percent: (value) => `${decimal(value)}%`,
  money: (value, _, context) => showMoney(value, context),
  date: (value, _, { language, today }) => dateText(value, language, today),
  choice: (value, field, { language }) => ownValue(field.choices, value)?.title[language] ?? value,
  flag: (value, _, { language }) => ({ zh: value ? '是' : '否', en: value ? 'Yes' : 'No' })[language],
  org: showName('org'),
  orgs: (ids, _, context) =>
    ids.map((id) => context.nameOf?.('org', id) ?? id).join(context.language === 'zh' ? '、' : ', '),
  person: showName('person'),
  area: showCode('area'),
  industry: showCode('industry'),
  districtIndustry: showCode('districtIndustry'),
  uscc: asWritten,
  phone: asWritten,
}

/** The text of a field's value; empty for an empty one. */
export function showValue(field: Field, value: unknown, context: ShowContext): string {
  if (isEmpty(value)) return ''
  return (shown[field.kind] as (value: unknown, field: Field, context: ShowContext) => string)(value, field, context)
}
