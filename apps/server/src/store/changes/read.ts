import type { ChangeLine, ItemChangesReply } from '@guatu/contract'
import { itemSource, knownBy } from '../past/source.ts'
import { asKeeper, type Tx } from '../store.ts'

/** Applications for a change of one item's plan that the reader may read, the latest first. */
export async function changesOf(tx: Tx, targetItemId: string): Promise<ChangeLine[]> {
  const { rows } = await tx.client.query<ChangeLine>(
    `select i.item_id as "itemId", i.title, i.stage, i.playbook_key as "playbookKey", c.asked_by as "askedBy",
       c.asked_at as "askedAt", (c.asked_effect->>'finishShiftWorkdays')::int as "askedWorkdays",
       case when ${knownBy(tx, 'c.approved_at')} then c.approved_at end as "approvedAt",
       case when ${knownBy(tx, 'c.approved_at')} then c.approved_workdays end as "approvedWorkdays"
     from change_request c join ${itemSource(tx)} i on i.district_id = $1 and i.item_id = c.item_id
     where c.district_id = $1 and c.target_item_id = $2
     order by c.asked_at desc, c.item_id`,
    [tx.districtId, targetItemId],
  )
  return rows
}

/** How often, and by how many workdays in all, a plan was changed by approval: told to whoever reads the item. */
export async function approvedOf(tx: Tx, targetItemId: string): Promise<ItemChangesReply['approved']> {
  const { rows } = await asKeeper(tx, ({ client }) =>
    client.query<ItemChangesReply['approved']>(
      `select count(*)::int as changes, coalesce(sum(approved_workdays), 0)::int as workdays from change_request
         where district_id = $1 and target_item_id = $2 and approved_at is not null
           and ${knownBy(tx, 'approved_at')}`,
      [tx.districtId, targetItemId],
    ),
  )
  return rows[0] ?? { changes: 0, workdays: 0 }
}

/** The frozen baselines of an item, the latest first. */
export async function baselinesOf(tx: Tx, itemId: string): Promise<ItemChangesReply['baselines']> {
  const { rows } = await tx.client.query<ItemChangesReply['baselines'][number]>(
    `select number, baseline_id as "baselineId", name, reason, frozen_at as "frozenAt", frozen_by as "frozenBy",
       finish, change_item_id as "changeItemId"
     from baseline where district_id = $1 and item_id = $2 and ${knownBy(tx, 'frozen_at')} order by number desc`,
    [tx.districtId, itemId],
  )
  return rows
}
