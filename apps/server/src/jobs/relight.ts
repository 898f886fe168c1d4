import { rungReached } from '@guatu/playbook'
import { sql } from 'kysely'
import type { Deps } from '../http/deps.ts'
import { playbookOf } from '../http/shelf.ts'
import { append } from '../store/append.ts'
import type { EventDraft } from '../store/chain.ts'
import { escalatedEvent, litEvent } from '../store/item-events.ts'
import type { HeldItem } from '../store/items/change.ts'
import { holdItems } from '../store/items/hold.ts'
import { type RelitItem, relit } from '../store/items/relit.ts'
import type { Tx } from '../store/store.ts'
import { nilId } from '../store/uuid.ts'
import type { ItemWrite } from '../store/write.ts'

/** Items lit in one transaction: small enough that a writer never waits long. */
export const batchSize = 400

/** Lights items anew; `isWritten` can leave out those that stay as they are. */
export async function relightItems(
  deps: Deps,
  tx: Tx,
  itemIds: readonly string[],
  isWritten: (write: ItemWrite) => boolean = () => true,
): Promise<void> {
  const clock = { today: deps.today(), now: deps.now() }
  const held = await holdItems(tx, itemIds, (key) => playbookOf(deps, key), clock)
  const writes = [...held.values()].map((item) => climbed(item, relit(item))).filter(isWritten)
  if (writes.length === 0) return
  await append(tx, { at: clock.now, events: writes.flatMap(toldBy), items: writes })
}

/** The item on the rung of the ladder that its clocks have taken it to. */
function climbed({ context }: HeldItem, write: RelitItem): ItemWrite {
  const escalatedTo = rungReached(context.playbook, write.clocks, write.after.escalatedTo)
  return { ...write, after: { ...write.after, escalatedTo } }
}

function toldBy({ before, after }: ItemWrite): EventDraft[] {
  if (!before) return []
  const { itemId, lamp, rules, escalatedTo } = after
  const lit = before.lamp === lamp ? [] : [litEvent(itemId, before.lamp, lamp, rules)]
  const isHigher = escalatedTo !== null && escalatedTo !== before.escalatedTo
  return [...lit, ...(isHigher ? [escalatedEvent(itemId, before.escalatedTo, escalatedTo)] : [])]
}

/** Lights the items of which a clock stands otherwise by now. Answers how many. */
export async function relightByClocks(deps: Deps): Promise<number> {
  for (let items = 0; ; ) {
    const lit = await deps.store.write(async (tx) => {
      const now = deps.now()
      const { rows } = await tx.client.query<{ itemId: string }>(
        `select distinct item_id as "itemId" from clock where district_id = $1 and next_change_at <= $2::timestamptz
           order by item_id limit ${batchSize}`,
        [tx.districtId, now],
      )
      await relightItems(
        deps,
        tx,
        rows.map(({ itemId }) => itemId),
      )
      return rows.length
    })
    items += lit
    if (lit < batchSize) return items
  }
}

/** Judges anew every item on which a clock ever ran, as another measure of time asks for. Answers how many. */
export async function relightClocked(deps: Deps): Promise<number> {
  for (let items = 0, last = nilId; ; ) {
    const ids = await deps.store.write(async (tx) => {
      const { rows } = await tx.client.query<{ itemId: string }>(
        `select distinct item_id as "itemId" from clock where district_id = $1 and state <> 'idle' and item_id > $2
           order by item_id limit ${batchSize}`,
        [tx.districtId, last],
      )
      const found = rows.map(({ itemId }) => itemId)
      await relightItems(deps, tx, found)
      return found
    })
    items += ids.length
    if (ids.length < batchSize) return items
    last = ids.at(-1) as string
  }
}

/** Lights every item that was last lit before today; all of them when the year has turned, else those that are open. */
export async function relightBefore(deps: Deps, today: string, onProgress?: (items: number) => void): Promise<number> {
  const open = sql<boolean>`(not settled or figures_year <> ${Number(today.slice(0, 4))})`
  for (let items = 0; ; ) {
    const lit = await deps.store.write(async (tx) => {
      const query = tx.db.selectFrom('item').select('itemId').where('districtId', '=', tx.districtId)
      const rows = await query.where('litOn', '<', today).where(open).orderBy('itemId').limit(batchSize).execute()
      await relightItems(
        deps,
        tx,
        rows.map((row) => row.itemId),
      )
      return rows.length
    })
    items += lit
    if (lit < batchSize) return items
    onProgress?.(items)
  }
}
