import type { Tx } from '../../store/store.ts'

/** Whether whoever acts may keep evidence of the item, as the database judges it. The rules bind persons only. */
export async function mayAddEvidence({ client, actor }: Tx, itemId: string): Promise<boolean> {
  if (actor.personId === null) return true
  const { rows } = await client.query<{ may: boolean }>(`select guatu_item_may('evidence.add', $1) as may`, [itemId])
  return rows[0]?.may === true
}
