import type { ItemPartyRow } from '../access-rows.ts'
import { insertRows } from '../rows.ts'
import { asKeeper, type Tx } from '../store.ts'

/** An item with all the keys that it has from now on. */
export interface ItemKeys {
  readonly itemId: string
  readonly keys: readonly string[]
}

const rowsOf = (districtId: string, items: readonly ItemKeys[]): ItemPartyRow[] =>
  items.flatMap(({ itemId, keys }) => keys.map((key) => ({ districtId, itemId, key })))

/** Ties of new items: written before the items, so that the right to make them can be judged. */
export async function addParties(tx: Tx, items: readonly ItemKeys[]): Promise<void> {
  if (items.length > 0) await asKeeper(tx, (keeper) => insertRows(keeper, 'itemParty', rowsOf(tx.districtId, items)))
}

/** Ties of items as they are after a write: written after the items, so that rights are judged as they were before. */
export async function replaceParties(tx: Tx, items: readonly ItemKeys[]): Promise<void> {
  if (items.length === 0) return
  await asKeeper(tx, async (keeper) => {
    const wished = JSON.stringify(rowsOf(tx.districtId, items).map(({ itemId, key }) => ({ item_id: itemId, key })))
    const values = [tx.districtId, items.map(({ itemId }) => itemId), wished]
    await keeper.client.query(
      `delete from item_party p where p.district_id = $1 and p.item_id = any($2::uuid[])
         and not exists (select from json_populate_recordset(null::item_party, $3::json) x
           where x.item_id = p.item_id and x.key = p.key)`,
      values,
    )
    await keeper.client.query(
      `insert into item_party (district_id, item_id, key)
         select $1, x.item_id, x.key from json_populate_recordset(null::item_party, $3::json) x
         where x.item_id = any($2::uuid[]) on conflict do nothing`,
      values,
    )
  })
}
