import { sql } from 'kysely'
import type { Deps } from '../http/deps.ts'
import { playbookOf } from '../http/shelf.ts'
import { append, type ItemWrite } from '../store/append.ts'
import { litEvent } from '../store/item-events.ts'
import type { HeldItem } from '../store/items/change.ts'
import { holdItems } from '../store/items/hold.ts'
import { judge } from '../store/items/judge.ts'
import { nodeRow } from '../store/items/node-rows.ts'
import type { Tx } from '../store/store.ts'

/** Items lit in one transaction: small enough that a writer never waits long. */
export const batchSize = 400

/** One item as the day shows it: same revision; lamps, points and figures of the day. */
function relit({ context, row, state }: HeldItem): ItemWrite {
  const { columns, nodes } = judge(context, state, row)
  const changed = nodes.flatMap((node, position) =>
    node.lamp === state.nodes[position]?.lamp ? [] : [nodeRow(context, row, node, position)],
  )
  return { before: row, after: { ...row, ...columns }, nodes: changed }
}

/** Lights items anew; `isWritten` can leave out those that stay as they are. */
export async function relightItems(
  deps: Deps,
  tx: Tx,
  itemIds: readonly string[],
  isWritten: (write: ItemWrite) => boolean = () => true,
): Promise<void> {
  const clock = { today: deps.today(), now: deps.now() }
  const held = await holdItems(tx, itemIds, (key) => playbookOf(deps, key), clock)
  const writes = [...held.values()].map(relit).filter(isWritten)
  if (writes.length === 0) return
  const events = writes.flatMap(({ before, after }) =>
    before && before.lamp !== after.lamp ? [litEvent(after.itemId, before.lamp, after.lamp, after.rules)] : [],
  )
  await append(tx, { at: clock.now, events, items: writes })
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
