import type { Playbook } from '@guatu/playbook'
import { litEvent } from './item-events.ts'
import { newestDefinition } from './items/definitions.ts'
import { holdItems } from './items/hold.ts'
import { isMoved, relit } from './items/relit.ts'
import { asKeeper, type Tx } from './store.ts'
import type { Write } from './write.ts'

/** Other ends of the links of items, and both ends of links that are new. */
async function linkedWith(tx: Tx, itemIds: readonly string[], { links = [] }: Write): Promise<string[]> {
  const { rows } = await tx.client.query<{ id: string }>(
    `select to_item_id as id from item_link where district_id = $1 and from_item_id = any($2::uuid[])
       and removed_at is null
     union select from_item_id from item_link where district_id = $1 and to_item_id = any($2::uuid[])
       and removed_at is null`,
    [tx.districtId, itemIds],
  )
  const written = new Set(itemIds)
  const others = rows.flatMap(({ id }) => (written.has(id) ? [] : [id]))
  return [...new Set([...others, ...links.flatMap(({ fromItemId, toItemId }) => [fromItemId, toItemId])])]
}

async function playbooksOf(tx: Tx, itemIds: readonly string[]) {
  const { rows } = await tx.client.query<{ key: string }>(
    'select distinct playbook_key as key from item where district_id = $1 and item_id = any($2::uuid[])',
    [tx.districtId, itemIds],
  )
  const found = new Map<string, Playbook>()
  for (const { key } of rows) found.set(key, await newestDefinition(tx, key))
  return found
}

/** What lighting items anew writes; null where nothing moves. */
export async function relitWrite(keeper: Tx, itemIds: readonly string[], at: string): Promise<Write | null> {
  const playbooks = await playbooksOf(keeper, itemIds)
  const clock = { today: keeper.day, now: at }
  const held = await holdItems(keeper, itemIds, (key) => playbooks.get(key)!, clock)
  const items = [...held.values()].map(relit).filter(isMoved)
  if (items.length === 0) return null
  const events = items.flatMap(({ before, after }) =>
    before && before.lamp !== after.lamp ? [litEvent(after.itemId, before.lamp, after.lamp, after.rules)] : [],
  )
  return { at, events, items }
}

/**
 * Lights anew what hangs together with items that were written: a pledge looks at what is verified of its project, a
 * project at its pledges and orders. Done in the same transaction and by the program itself, whoever wrote. Ends where
 * nothing moves any more, since only what moves is written.
 */
export async function relightDependants(
  tx: Tx,
  write: Write,
  append: (tx: Tx, write: Write) => Promise<unknown>,
): Promise<void> {
  const itemIds = (write.items ?? []).filter(isOther).map(({ after }) => after.itemId)
  if (itemIds.length === 0 && (write.links ?? []).length === 0) return
  await asKeeper(tx, async (keeper) => {
    const linked = await linkedWith(keeper, itemIds, write)
    const next = linked.length === 0 ? null : await relitWrite(keeper, linked, write.at)
    if (next) await append(keeper, next)
  })
}

/** An act on an item, or a lamp that the day moved. */
const isOther = ({ before, after }: NonNullable<Write['items']>[number]) =>
  before?.revision !== after.revision || before.lamp !== after.lamp
