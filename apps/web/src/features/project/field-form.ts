import type { Title } from '@guatu/kernel'
import type { Field, Playbook } from '@guatu/playbook'
import type { FieldContext } from '../../forms/context.ts'
import { type Entry, entryOf, typedOf } from '../../forms/entry.ts'

export type FieldEntries = Readonly<Record<string, Entry>>

export interface FieldGroup {
  readonly group: string
  readonly title: Title
  readonly fields: readonly (readonly [key: string, field: Field])[]
}

/** The fields in the order of the playbook's groups; a group without fields is left out. */
export function groupedFields(playbook: Playbook): readonly FieldGroup[] {
  const all = Object.entries(playbook.fields)
  return Object.entries(playbook.groups)
    .map(([group, title]) => ({ group, title, fields: all.filter(([, field]) => field.group === group) }))
    .filter(({ fields }) => fields.length > 0)
}

export const startEntries = (
  playbook: Playbook,
  values: Readonly<Record<string, unknown>>,
  context: FieldContext,
): FieldEntries =>
  Object.fromEntries(Object.entries(playbook.fields).map(([key, field]) => [key, entryOf(field, values[key], context)]))

/** What the form would change: an emptied input sends null, words that cannot be read send nothing. */
export function changedFields(
  playbook: Playbook,
  values: Readonly<Record<string, unknown>>,
  entries: FieldEntries,
  context: FieldContext,
): Record<string, unknown> {
  const changes: Record<string, unknown> = {}
  for (const [key, field] of Object.entries(playbook.fields)) {
    const entry = entries[key]
    // A stored value counts as picked until somebody types over it: untouched fields cost nothing and change nothing.
    if (!entry || (entry.picked !== undefined && entry.picked === values[key])) continue
    const typed = typedOf(field, entry, context)
    if (typed.kind === 'fault') continue
    const value = typed.kind === 'value' ? typed.value : null
    if (JSON.stringify(value) !== JSON.stringify(values[key] ?? null)) changes[key] = value
  }
  return changes
}
