import type { Playbook } from '@guatu/playbook'
import type { ItemRow } from '../schema.ts'
import type { Tx } from '../store.ts'
import type { HeldItem } from './change.ts'
import { type Clock, contextOf, type ListContext, listContext } from './list-context.ts'
import { lockItems, statesOf } from './read.ts'

/** Locks items and reads all that a change of them is judged by, by id; an id that is missing is no item. */
export async function holdItems(
  tx: Tx,
  itemIds: readonly string[],
  playbookOf: (key: string) => Playbook,
  clock: Clock,
): Promise<Map<string, HeldItem>> {
  const rows = await lockItems(tx, itemIds)
  const lists = new Map<string, ListContext>()
  const held = new Map<string, HeldItem>()
  for (const key of new Set(rows.map((row) => row.playbookKey))) {
    const playbook = playbookOf(key)
    const list = await listContext(tx, playbook, clock)
    lists.set(key, list)
    await holdAll(
      tx,
      list,
      rows.filter((row) => row.playbookKey === key),
      held,
    )
  }
  return held
}

async function holdAll(
  tx: Tx,
  list: ListContext,
  rows: readonly ItemRow[],
  held: Map<string, HeldItem>,
): Promise<void> {
  const editions = new Map<ListContext, ItemRow[]>()
  for (const row of rows) {
    const context = await contextOf(tx, list, row)
    const same = [...editions.keys()].find((known) => known.template === context.template) ?? context
    editions.set(same, [...(editions.get(same) ?? []), row])
  }
  for (const [context, ofEdition] of editions) {
    const states = await statesOf(tx, context, ofEdition)
    for (const row of ofEdition) held.set(row.itemId, { context, row, state: states.get(row.itemId)! })
  }
}
