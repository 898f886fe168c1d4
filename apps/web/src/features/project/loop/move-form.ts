import type { MoveReply } from '@guatu/contract'
import type { Field, Playbook } from '@guatu/playbook'
import type { FieldContext } from '../../../forms/context.ts'
import { type Entry, entryOf, typedOf } from '../../../forms/entry.ts'

export type MoveEntries = Readonly<Record<string, Entry>>

type Values = Readonly<Record<string, unknown>>

/** The fields that a move asks for, in its order. */
export const askedFields = (
  { fields }: Pick<Playbook, 'fields'>,
  { asks }: MoveReply,
): readonly (readonly [string, Field])[] =>
  asks.flatMap(({ field }) => (fields[field] ? [[field, fields[field]] as const] : []))

/** What stands already is shown, so that a unit or a date is changed and not typed anew. */
export const startMove = (
  playbook: Pick<Playbook, 'fields'>,
  move: MoveReply,
  values: Values,
  context: FieldContext,
): MoveEntries =>
  Object.fromEntries(askedFields(playbook, move).map(([key, field]) => [key, entryOf(field, values[key], context)]))

export interface MoveDraft {
  /** What the move would send: fields that differ from what is stored. */
  readonly fields: Record<string, unknown>
  /** Fields that must be there and are not, or whose words mean nothing. */
  readonly wrong: readonly string[]
}

export function moveDraft(
  playbook: Pick<Playbook, 'fields'>,
  move: MoveReply,
  entries: MoveEntries,
  values: Values,
  context: FieldContext,
): MoveDraft {
  const fields: Record<string, unknown> = {}
  const wrong: string[] = []
  for (const [key, field] of askedFields(playbook, move)) {
    const typed = typedOf(field, entries[key] ?? { text: '' }, context)
    const value = typed.kind === 'value' ? typed.value : null
    const isNeeded = move.asks.some((ask) => ask.field === key && ask.missing)
    if (typed.kind === 'fault' || (typed.kind === 'empty' && isNeeded)) wrong.push(key)
    else if (JSON.stringify(value) !== JSON.stringify(values[key] ?? null)) fields[key] = value
  }
  return { fields, wrong }
}
