import { done, type Outcome, type PartialDate, type Refusal, refused, type Title } from '@guatu/kernel'
import type { Dictionaries } from '../dictionary.ts'
import type { Field } from '../field.ts'
import type { Playbook } from '../playbook.ts'
import type { Checked } from './checked.ts'
import { isEmpty } from './field-value.ts'
import { valueChecks } from './value-checks.ts'

export interface CheckFieldsOptions {
  readonly dictionaries?: Dictionaries
  /** The document is whole: required fields must be there. Otherwise only the fields that are sent are looked at. */
  readonly whole?: boolean
  /** What the item holds already, for rules between fields when only some are sent. */
  readonly stored?: Readonly<Record<string, unknown>>
}

/**
 * Checks the fields of an item and gives them back in their written form; null clears a field. Refuses with everything
 * that is wrong, each with the field's key as path.
 */
export function checkFields(
  playbook: Playbook,
  fields: Readonly<Record<string, unknown>>,
  options: CheckFieldsOptions = {},
): Outcome<Record<string, unknown>> {
  const refusals: Refusal[] = []
  const values: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(fields)) {
    const field = Object.hasOwn(playbook.fields, key) ? playbook.fields[key] : undefined
    if (!field) refusals.push(unknownField(key, playbook))
    else if (value !== undefined) {
      const checked = checkField(field, value, options.dictionaries)
      if (checked.kind === 'good') values[key] = checked.value
      else refusals.push(fieldRefusal(key, field, checked.message, checked.accepted))
    }
  }
  refusals.push(...missingFields(playbook, values, fields, options.whole === true))
  refusals.push(...disorderedDates(playbook, { ...options.stored, ...values }, values))
  return refusals.length > 0 ? refused(...refusals) : done(values)
}

/** One value of one field; an empty one is good and comes back as null. */
export function checkField(field: Field, value: unknown, dictionaries: Dictionaries = {}): Checked<unknown> {
  if (isEmpty(value) || (typeof value === 'string' && value.trim() === '')) return { kind: 'good', value: null }
  const check = valueChecks[field.kind] as (field: Field, value: unknown, codes: Dictionaries) => Checked<unknown>
  return check(field, value, dictionaries)
}

function fieldRefusal(key: string, field: Field, message: Title, accepted?: readonly string[]): Refusal {
  const text = { zh: `${field.title.zh}：${message.zh}`, en: `${field.title.en}: ${message.en}` }
  return { code: 'INPUT_INVALID', path: key, message: text, ...(accepted ? { accepted } : {}) }
}

function unknownField(key: string, playbook: Playbook): Refusal {
  const { zh, en } = playbook.title
  const message = { zh: `“${zh}”没有字段 ${key}`, en: `'${en}' has no field ${key}` }
  return { code: 'INPUT_INVALID', path: key, message, accepted: Object.keys(playbook.fields) }
}

function missingFields(
  playbook: Playbook,
  values: Readonly<Record<string, unknown>>,
  sent: Readonly<Record<string, unknown>>,
  whole: boolean,
): Refusal[] {
  return Object.entries(playbook.fields).flatMap(([key, field]) => {
    const looked = whole ? sent[key] === undefined || values[key] === null : values[key] === null
    return field.required && looked ? [fieldRefusal(key, field, { zh: '必填', en: 'required' })] : []
  })
}

/** A finish before its start is told at the finish, and only when one of the two is being written. */
function disorderedDates(
  playbook: Playbook,
  document: Readonly<Record<string, unknown>>,
  values: Readonly<Record<string, unknown>>,
): Refusal[] {
  const { start, finish } = playbook.roles
  if (!start || !finish || !(start in values || finish in values)) return []
  const from = document[start] as PartialDate | null | undefined
  const to = document[finish] as PartialDate | null | undefined
  if (!from || !to || from.date <= to.date) return []
  const message = { zh: `早于${playbook.fields[start]!.title.zh} ${from.date}`, en: `before the start, ${from.date}` }
  return [fieldRefusal(finish, playbook.fields[finish]!, message)]
}
