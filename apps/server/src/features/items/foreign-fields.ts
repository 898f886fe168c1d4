import type { Refusal, Title } from '@guatu/kernel'
import { type ItemRelation, refuseForeign } from '@guatu/playbook'
import { accessOf } from '../../store/access/access-of.ts'
import { partyRefusal } from '../../store/access/party.ts'
import { standingsOf } from '../../store/access/permit.ts'
import type { HeldItem } from '../../store/items/change.ts'
import type { Tx } from '../../store/store.ts'

const isSame = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** Refusals of what only another party of the item fills in, or a move does. */
export async function foreignFields(
  tx: Tx,
  { row, context: { playbook } }: HeldItem,
  fields: Readonly<Record<string, unknown>>,
): Promise<Refusal[]> {
  const changed = Object.entries(fields).filter(([key, value]) => {
    const { writtenBy, byMoves } = playbook.fields[key] ?? {}
    return (writtenBy !== undefined || byMoves) && !isSame(row.fields[key], value)
  })
  if (changed.length === 0) return []
  const access = await accessOf(tx)
  const standing = (await standingsOf(tx, [row.itemId])).get(row.itemId)
  const party = (by: readonly ItemRelation[], what: Title) =>
    standing ? partyRefusal(access, standing, by, what) : null
  return refuseForeign(playbook, Object.fromEntries(changed), party)
}
