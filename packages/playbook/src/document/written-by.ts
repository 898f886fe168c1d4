import type { Refusal } from '@guatu/kernel'
import type { FieldRelation } from '../field.ts'
import type { Playbook } from '../playbook.ts'

/** Why the actor is none of these to the item; null: he is one. */
type Party = (relations: readonly FieldRelation[]) => Refusal | null

/** Every change of a field that only another side of the item fills in, at its field. */
export function refuseForeign(
  { fields }: Pick<Playbook, 'fields'>,
  changes: Readonly<Record<string, unknown>>,
  party: Party,
): Refusal[] {
  return Object.keys(changes).flatMap((key) => {
    const { title, writtenBy } = fields[key] ?? {}
    const refusal = writtenBy ? party(writtenBy) : null
    if (!title || !refusal) return []
    const { zh, en } = refusal.message
    return [{ ...refusal, path: key, message: { zh: `${title.zh}：${zh}`, en: `${title.en}: ${en}` } }]
  })
}
