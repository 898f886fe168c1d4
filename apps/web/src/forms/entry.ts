import { type Field, isEmpty } from '@guatu/playbook'
import type { FieldContext } from './context.ts'
import { editTextOf } from './edit-text.ts'
import { readField } from './read.ts'
import { type Typed, typedValue } from './typed.ts'

/** What stands in an input: always the words, so that nothing typed is lost, and the value where one was picked. */
export interface Entry {
  readonly text: string
  readonly picked?: unknown
}

/** The entry that an input starts from. A stored value counts as picked until somebody types over it. */
export const entryOf = (field: Field, value: unknown, context: FieldContext): Entry =>
  isEmpty(value) ? { text: '' } : { text: editTextOf(field, value, context), picked: value }

export const typedOf = (field: Field, { text, picked }: Entry, context: FieldContext): Typed<unknown> =>
  picked === undefined ? readField(field, text, context) : typedValue(picked)
