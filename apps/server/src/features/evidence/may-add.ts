import type { ItemAction } from '@guatu/access'
import type { EvidenceRow } from '../../store/schema.ts'
import type { Tx } from '../../store/store.ts'

/** As the database judges it. The rules bind persons only. */
async function mayDo({ client, actor }: Tx, action: ItemAction, itemId: string): Promise<boolean> {
  if (actor.personId === null) return true
  const { rows } = await client.query<{ may: boolean }>('select guatu_item_may($1, $2) as may', [action, itemId])
  return rows[0]?.may === true
}

/** Whether whoever acts may keep evidence of the item. */
export const mayAddEvidence = (tx: Tx, itemId: string) => mayDo(tx, 'evidence.add', itemId)

/** One's own file, or any of an item that one may edit: the right to add takes nobody else's back. */
export async function mayChangeEvidence(tx: Tx, { itemId, addedById }: EvidenceRow): Promise<boolean> {
  const own = addedById === tx.actor.personId && (await mayAddEvidence(tx, itemId))
  return own || (await mayDo(tx, 'item.edit', itemId))
}
