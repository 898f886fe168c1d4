import { isEmpty } from './document/field-value.ts'
import type { Field, SecretClass } from './field.ts'
import type { Playbook } from './playbook.ts'

type Fields = Readonly<Record<string, unknown>>

/** An item's document, parted by who may read what. */
export interface PartedFields {
  /** What everybody reads who reads the item. */
  readonly open: Fields
  /** What is kept apart, by class; a class without a value is absent. */
  readonly secrets: Readonly<Partial<Record<SecretClass, Fields>>>
  /** What stands in the place of each value that is kept apart. */
  readonly masks: Readonly<Record<string, string>>
}

/** Stands for a value of which nothing may be told but that there is one. */
export const wholeMask = '••••'

/** 13812345678 -> 138****5678; a shorter number keeps its first and its last two digits. */
const maskDigits = (text: string): string =>
  text.replace(/\d{7,}/g, (digits) =>
    digits.length === 11
      ? `${digits.slice(0, 3)}****${digits.slice(-4)}`
      : `${digits.slice(0, 2)}****${digits.slice(-2)}`,
  )

/** Groups of digits that a hyphen or a space parts are one number to whoever dials it: they are masked as one. */
function maskPhone(text: string): string {
  const joined = text.replace(/(?<=\d)[ -](?=\d)/g, '')
  const masked = maskDigits(joined)
  return masked === joined ? wholeMask : masked
}

/** What may be shown of a value to whoever may not read it. Of a number the ends, of anything else that it is there. */
export function maskOf(field: Field, value: unknown): string {
  return field.secret === 'personal' && field.kind === 'phone' ? maskPhone(String(value)) : wholeMask
}

/** Whether a text is what stands in a value's place: it comes back from an exported sheet and says nothing. */
export const isMask = (value: unknown): boolean => typeof value === 'string' && /\*{4}|•{4}/.test(value)

export function partFields(playbook: Playbook, fields: Fields): PartedFields {
  const open: Record<string, unknown> = {}
  const secrets: Partial<Record<SecretClass, Record<string, unknown>>> = {}
  const masks: Record<string, string> = {}
  for (const [key, value] of Object.entries(fields)) {
    const field = Object.hasOwn(playbook.fields, key) ? playbook.fields[key] : undefined
    if (!field?.secret) open[key] = value
    else if (!isEmpty(value)) {
      const held = secrets[field.secret] ?? {}
      held[key] = value
      secrets[field.secret] = held
      masks[key] = maskOf(field, value)
    }
  }
  return { open, secrets, masks }
}

/** The whole document again: undoes `partFields` but for empty values of secret fields. */
export function joinFields(open: Fields, secrets: PartedFields['secrets']): Fields {
  return Object.assign({}, open, ...Object.values(secrets)) as Fields
}
