import type { Tx } from '../../store/store.ts'

/**
 * Lets imports and their undoing write one after another: two ledgers may bring the same new unit, or name the same item.
 * The lock is one of the table that only they write, taken before any item's, and ends with the transaction.
 */
export async function inTurn(tx: Tx): Promise<void> {
  await tx.client.query('lock table import_record in share row exclusive mode')
}

export interface LockedItem {
  readonly itemId: string
  readonly title: string
  readonly revision: number
}

/** Locks all items of one import in the order of their ids, before the chain is: as every other writer does. */
export async function lockAll(tx: Tx, itemIds: readonly string[]): Promise<ReadonlyMap<string, LockedItem>> {
  const { rows } = await tx.client.query<LockedItem>(
    `select item_id as "itemId", title, revision from item
     where district_id = $1 and item_id = any($2::uuid[]) order by item_id for update`,
    [tx.districtId, itemIds],
  )
  return new Map(rows.map((row) => [row.itemId, row]))
}

/** Items that are read and written together: bounds memory and lets other requests in between. */
export const portionItems = 500

export function* portions<T>(all: readonly T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += portionItems) yield all.slice(at, at + portionItems)
}
