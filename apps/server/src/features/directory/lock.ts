import { asKeeper, type Tx } from '../../store/store.ts'

/** Writers of one directory follow one another: what was checked still holds when it is written. */
export async function lockDirectory(tx: Tx): Promise<void> {
  await asKeeper(tx, () =>
    tx.client.query('select seq from chain_head where district_id = $1 for update', [tx.districtId]),
  )
}
