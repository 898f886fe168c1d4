import { appendEvents } from '../../store/chain.ts'
import { removedEvent } from '../../store/item-events.ts'
import { lockItems } from '../../store/items/read.ts'
import { supersedeRemoved } from '../../store/past/supersede.ts'
import { rollUp } from '../../store/rollup.ts'
import { asKeeper, type Tx } from '../../store/store.ts'
import { portions } from './in-turn.ts'
import type { UndoContext } from './undo-context.ts'

/** What stands only as long as its item does; reported facts and events stay for ever. */
const projections = [
  ['item_secret', 'item_id'],
  ['item_link', 'from_item_id'],
  ['fact_current', 'item_id'],
  ['node', 'item_id'],
  ['item_party', 'item_id'],
  ['item', 'item_id'],
] as const

/** Removes the items that an import made; each keeps an event that says what it was. */
export async function removeCreated(tx: Tx, itemIds: readonly string[], context: UndoContext): Promise<number> {
  const { record, now, reason } = context
  for (const part of portions(itemIds)) {
    const items = await lockItems(tx, part)
    const events = items.map((row) => removedEvent(row, record.importId, reason))
    await appendEvents(tx, now, events)
    await supersedeRemoved(tx, part, now)
    // Nobody deletes what the record tells of, nor sums it up; undoing has been judged for every item before.
    await asKeeper(tx, async (keeper) => {
      await rollUp(
        keeper,
        items.map((before) => ({ before, after: null })),
      )
      for (const [table, key] of projections) {
        const text = `delete from ${table} where district_id = $1 and ${key} = any($2::uuid[])`
        await keeper.client.query(text, [tx.districtId, part])
      }
    })
  }
  return itemIds.length
}
