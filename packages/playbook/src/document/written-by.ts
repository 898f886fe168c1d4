import type { Refusal, Title } from '@guatu/kernel'
import type { ItemRelation } from '../loop.ts'
import type { Playbook } from '../playbook.ts'

/** Why the actor is none of these to the item; null: he is one. `what` is what he would do. */
type Party = (relations: readonly ItemRelation[], what: Title) => Refusal | null

/** Every change, outside of moves, of a field that only another side of the item fills in, or only moves do. */
export function refuseForeign(
  { fields }: Pick<Playbook, 'fields'>,
  changes: Readonly<Record<string, unknown>>,
  party: Party,
): Refusal[] {
  return Object.keys(changes).flatMap((key) => {
    const field = fields[key]
    const writers = field?.writtenBy ?? (field?.byMoves ? (['all'] as const) : null)
    const refusal = field && writers ? party(writers, field.title) : null
    return refusal ? [{ ...refusal, path: key }] : []
  })
}
