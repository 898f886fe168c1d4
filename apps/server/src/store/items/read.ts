import type { PlanNode } from '@guatu/kernel'
import { loopsOf } from '../loop/state.ts'
import { nodesOf, selectItems } from '../past/source.ts'
import type { FactCurrentRow, ItemRow, NodeRow } from '../schema.ts'
import type { Tx } from '../store.ts'
import { aroundOf } from './around.ts'
import type { ItemState } from './judge.ts'
import type { Edition, ListContext } from './list-context.ts'
import { planNode } from './node-rows.ts'
import { heldSecrets } from './secrets.ts'

/** An item of now, or as it was known at the moment that the transaction reads as of. */
export async function findItem(tx: Tx, itemId: string): Promise<ItemRow | undefined> {
  const query = selectItems(tx).selectAll('item').where('item.districtId', '=', tx.districtId)
  return await query.where('item.itemId', '=', itemId).executeTakeFirst()
}

/** Items under lock, in the order of their ids, so that two writers of several items never wait for each other in a ring. */
export async function lockItems(tx: Tx, itemIds: readonly string[]): Promise<ItemRow[]> {
  if (itemIds.length === 0) return []
  return await tx.db
    .selectFrom('item')
    .selectAll()
    .where('districtId', '=', tx.districtId)
    .where('itemId', 'in', itemIds)
    .orderBy('itemId')
    .forUpdate()
    .execute()
}

function grouped<Row extends { itemId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.itemId)
    if (group) group.push(row)
    else groups.set(row.itemId, [row])
  }
  return groups
}

export async function nodesByItem(tx: Tx, itemIds: readonly string[]): Promise<Map<string, NodeRow[]>> {
  if (itemIds.length === 0) return new Map()
  return grouped(await nodesOf(tx, itemIds))
}

async function figuresByItem(tx: Tx, itemIds: readonly string[]): Promise<Map<string, FactCurrentRow[]>> {
  if (itemIds.length === 0) return new Map()
  const query = tx.db.selectFrom('factCurrent').selectAll().where('districtId', '=', tx.districtId)
  return grouped(await query.where('itemId', 'in', itemIds).execute())
}

export const planNodes = (edition: Edition, rows: readonly NodeRow[]): PlanNode[] =>
  rows.map((row) => planNode(edition, row))

/** Whole documents of items that keep something apart; those of the past are shown only, and are kept without it. */
async function wholeFields(tx: Tx, rows: readonly ItemRow[]): Promise<(row: ItemRow) => ItemRow['fields']> {
  const apart = rows.filter(({ masks }) => Object.keys(masks).length > 0)
  const secrets = tx.asOf
    ? new Map()
    : await heldSecrets(
        tx,
        apart.map(({ itemId }) => itemId),
      )
  return ({ itemId, fields }) => (secrets.has(itemId) ? { ...fields, ...secrets.get(itemId) } : fields)
}

/** The whole state of items, from which everything else is derived. */
export async function statesOf(
  tx: Tx,
  context: ListContext,
  rows: readonly ItemRow[],
): Promise<Map<string, ItemState>> {
  const itemIds = rows.map((row) => row.itemId)
  const nodes = await nodesByItem(tx, itemIds)
  const figures = await figuresByItem(tx, itemIds)
  const whole = await wholeFields(tx, rows)
  const around = await aroundOf(tx, context.playbook, rows)
  const loops = await loopsOf(tx, itemIds)
  return new Map(
    rows.map((row) => [
      row.itemId,
      {
        fields: whole(row),
        stage: row.stage,
        nodes: planNodes(context, nodes.get(row.itemId) ?? []),
        figures: figures.get(row.itemId) ?? [],
        around: around.get(row.itemId)!,
        loop: loops(row.itemId),
      },
    ]),
  )
}
