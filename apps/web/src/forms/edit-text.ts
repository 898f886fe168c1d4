import type { Field, FieldKind, FieldOf, FieldValues } from '@guatu/playbook'
import { isEmpty } from '@guatu/playbook'
import { type FieldContext, optionsOf } from './context.ts'
import { textOfDate } from './date-text.ts'
import { textOfMoney } from './money-text.ts'

type Writer<K extends FieldKind> = (value: FieldValues[K], field: FieldOf<K>, context: FieldContext) => string

const words = (value: string) => value

const numeral = (value: number) => String(value)

const optionTitle = (value: string | boolean, field: Field, context: FieldContext): string =>
  optionsOf(field, context).find((option) => option.value === String(value))?.title ?? String(value)

/** The text that an editor starts from: it reads back (`readField`) as the same value. One writer per kind of field. */
const writers: { readonly [K in FieldKind]: Writer<K> } = {
  text: words,
  longText: words,
  integer: numeral,
  number: numeral,
  percent: numeral,
  money: textOfMoney,
  date: textOfDate,
  choice: optionTitle,
  flag: optionTitle,
  org: optionTitle,
  orgs: (ids, field, context) => ids.map((id) => optionTitle(id, field, context)).join('、'),
  person: optionTitle,
  area: optionTitle,
  industry: optionTitle,
  districtIndustry: optionTitle,
  uscc: words,
  phone: words,
}

export function editTextOf(field: Field, value: unknown, context: FieldContext): string {
  if (isEmpty(value)) return ''
  const write = writers[field.kind] as (value: unknown, field: Field, context: FieldContext) => string
  return write(value, field, context)
}
