import type { PlanNode } from '@guatu/kernel'
import type { FactCurrentRow, ItemRow, NodeRow } from '../schema.ts'
import type { Tx } from '../store.ts'
import type { ItemState } from './judge.ts'
import type { Edition, ListContext } from './list-context.ts'
import { planNode } from './node-rows.ts'

export async function findItem(tx: Tx, itemId: string): Promise<ItemRow | undefined> {
  const query = tx.db.selectFrom('item').selectAll().where('districtId', '=', tx.districtId)
  return await query.where('itemId', '=', itemId).executeTakeFirst()
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
  const query = tx.db.selectFrom('node').selectAll().where('districtId', '=', tx.districtId)
  return grouped(await query.where('itemId', 'in', itemIds).orderBy('itemId').orderBy('position').execute())
}

async function figuresByItem(tx: Tx, itemIds: readonly string[]): Promise<Map<string, FactCurrentRow[]>> {
  if (itemIds.length === 0) return new Map()
  const query = tx.db.selectFrom('factCurrent').selectAll().where('districtId', '=', tx.districtId)
  return grouped(await query.where('itemId', 'in', itemIds).execute())
}

export const planNodes = (edition: Edition, rows: readonly NodeRow[]): PlanNode[] =>
  rows.map((row) => planNode(edition, row))

/** The whole state of items, from which everything else is derived. */
export async function statesOf(
  tx: Tx,
  context: ListContext,
  rows: readonly ItemRow[],
): Promise<Map<string, ItemState>> {
  const itemIds = rows.map((row) => row.itemId)
  const nodes = await nodesByItem(tx, itemIds)
  const figures = await figuresByItem(tx, itemIds)
  return new Map(
    rows.map(({ itemId, fields, stage }) => [
      itemId,
      { fields, stage, nodes: planNodes(context, nodes.get(itemId) ?? []), figures: figures.get(itemId) ?? [] },
    ]),
  )
}
