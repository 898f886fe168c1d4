import type { GateLink, Playbook } from '@guatu/playbook'
import { itemSource, knownBy } from '../past/source.ts'
import type { Tx } from '../store.ts'

/** What an item links to, with the documents of those items as far as the actor reads them. Read only where a gate asks. */
export async function gateLinks(tx: Tx, { gates }: Playbook, itemId: string): Promise<GateLink[]> {
  if (!gates.some(({ needs }) => needs.some(({ kind }) => kind === 'link'))) return []
  const { rows } = await tx.client.query<GateLink>(
    `select l.kind, i.fields from item_link l
       join ${itemSource(tx)} i on i.district_id = $1 and i.item_id = l.to_item_id
     where l.district_id = $1 and l.from_item_id = $2 and ${knownBy(tx, 'l.added_at')}
       and (l.removed_at is null or l.removed_at > $3::timestamptz)`,
    [tx.districtId, itemId, tx.asOf?.at ?? null],
  )
  return rows
}
