import { done, type Outcome } from '@guatu/kernel'
import { type NodeChange, type PlanEffect, planEffect, type Replanned, replan } from '@guatu/playbook'
import { type HeldItem, replanInput } from '../items/change.ts'
import type { PlanChange } from '../items/plan-write.ts'
import { insertRows } from '../rows.ts'
import type { Tx } from '../store.ts'
import type { ChangeNodeRow, ChangeRequestRow } from './rows.ts'

/** What an application asks, with the item whose plan it is about. */
export interface ChangeRequest {
  readonly row: ChangeRequestRow
  readonly asked: PlanChange
}

const changeOf = ({ nodeKey, notBefore, liftsNotBefore, durationWorkdays }: ChangeNodeRow): NodeChange => ({
  nodeKey,
  ...(notBefore !== null || liftsNotBefore ? { notBefore } : {}),
  ...(durationWorkdays === null ? {} : { durationWorkdays }),
})

const rowOf = (own: { districtId: string; itemId: string }, change: NodeChange): ChangeNodeRow => ({
  ...own,
  nodeKey: change.nodeKey,
  notBefore: change.notBefore ?? null,
  liftsNotBefore: change.notBefore === null,
  durationWorkdays: change.durationWorkdays ?? null,
})

/** What an application asks; undefined for an item that asks nothing of a plan. */
export async function requestOf({ db, districtId }: Tx, itemId: string): Promise<ChangeRequest | undefined> {
  const own = { districtId, itemId }
  const row = await db
    .selectFrom('changeRequest')
    .selectAll()
    .where('districtId', '=', districtId)
    .where('itemId', '=', itemId)
    .executeTakeFirst()
  if (!row) return undefined
  const nodes = await db
    .selectFrom('changeNode')
    .selectAll()
    .where('districtId', '=', own.districtId)
    .where('itemId', '=', own.itemId)
    .orderBy('nodeKey')
    .execute()
  return { row, asked: { changes: nodes.map(changeOf), finish: row.newFinish ?? undefined } }
}

/** Writes what an application asks: first, or in the place of what it asked before. */
export async function writeRequest(tx: Tx, row: ChangeRequestRow, changes: readonly NodeChange[]): Promise<void> {
  const { districtId, itemId, targetItemId: _target, ...asked } = row
  const updated = await tx.db
    .updateTable('changeRequest')
    .set({
      ...asked,
      askedEffect: json(asked.askedEffect),
      seenEffect: json(asked.seenEffect),
      approvedEffect: json(asked.approvedEffect),
    })
    .where('districtId', '=', districtId)
    .where('itemId', '=', itemId)
    .executeTakeFirst()
  if (updated.numUpdatedRows === 0n) await insertRows(tx, 'changeRequest', [row])
  const own = tx.db.deleteFrom('changeNode').where('districtId', '=', districtId).where('itemId', '=', itemId)
  await own.execute()
  const nodes = changes.map((change) => rowOf({ districtId, itemId }, change))
  await insertRows(tx, 'changeNode', nodes)
}

/** A document as the driver takes it; a bare object would be read as one, an array as PostgreSQL's own. */
const json = <T>(value: T): T => (value === null ? value : (JSON.stringify(value) as T))

/** Marks an application as approved, with what it moved. */
export async function writeApproval(
  tx: Tx,
  { districtId, itemId }: ChangeRequestRow,
  approved: { readonly at: string; readonly effect: PlanEffect },
): Promise<void> {
  await tx.db
    .updateTable('changeRequest')
    .set({
      approvedAt: approved.at,
      approvedEffect: json(approved.effect),
      approvedWorkdays: approved.effect.finishShiftWorkdays,
    })
    .where('districtId', '=', districtId)
    .where('itemId', '=', itemId)
    .execute()
}

/** Keeps what somebody who may approve an application has seen it move. */
export async function writeSeen(
  tx: Tx,
  { districtId, itemId }: ChangeRequestRow,
  seen: { readonly baseRevision: number; readonly effect: PlanEffect },
): Promise<void> {
  await tx.db
    .updateTable('changeRequest')
    .set({ baseRevision: seen.baseRevision, seenEffect: json(seen.effect) })
    .where('districtId', '=', districtId)
    .where('itemId', '=', itemId)
    .execute()
}

/** What the asked change does to the plan as it stands, by the engine. */
export function effectOn(
  target: HeldItem,
  { changes, finish }: PlanChange,
): Outcome<{ readonly laid: Replanned; readonly effect: PlanEffect }> {
  const input = replanInput(target, changes, finish)
  const laid = replan(input)
  if (laid.kind === 'refused') return laid
  const asked = { nodes: input.nodes, changes, finish: input.finish }
  const effect = planEffect(
    input.newFinish === undefined ? asked : { ...asked, newFinish: input.newFinish },
    laid.value,
  )
  return done({ laid: laid.value, effect })
}
