import type { PlanNode } from '@guatu/kernel'
import type { EventDraft } from '../chain.ts'
import { type ChangedItem, changeItem, dateIn, type HeldItem } from '../items/change.ts'
import { insertRows } from '../rows.ts'
import { asKeeper, type Tx } from '../store.ts'
import type { BaselineNodeRow, BaselineRow } from './rows.ts'

/** One act that freezes the baselines of one or many items. */
export interface FreezeAct {
  readonly baselineId: string
  readonly name: string
  readonly reason: string | null
  readonly at: string
  readonly by: { readonly name: string; readonly personId: string | null }
  readonly changeItemId?: string
}

/** A baseline to be written, with the item that it comes into force for. */
export interface Frozen {
  readonly baseline: BaselineRow
  readonly nodes: readonly BaselineNodeRow[]
  readonly event: EventDraft
}

/** The plan of now as the promise in force; what is done keeps what was promised of it. */
export const inForce = (nodes: readonly PlanNode[]): PlanNode[] =>
  nodes.map((node) => {
    const { done, plannedStart: baselineStart, plannedFinish: baselineFinish } = node
    return done && node.baselineFinish !== null ? node : { ...node, baselineStart, baselineFinish }
  })

/** Rows and event of a baseline of a plan. */
export function frozenOf(
  { row: { districtId, itemId } }: Pick<HeldItem, 'row'>,
  plan: { readonly nodes: readonly PlanNode[]; readonly finish: string | null; readonly revision: number },
  act: FreezeAct,
  number: number,
): Frozen {
  const { baselineId, name, reason, at, by, changeItemId = null } = act
  const own = { districtId, itemId, number }
  const { finish, revision } = plan
  const told = { revision, number, baselineId, name, finish, nodes: plan.nodes.length, changeItemId }
  const frozen = { frozenAt: at, frozenBy: by.name, frozenById: by.personId }
  return {
    baseline: { ...own, baselineId, name, reason, ...frozen, finish, changeItemId },
    nodes: plan.nodes.map(({ nodeKey, title, plannedStart, plannedFinish, done, actualFinish }, position) => {
      return { ...own, nodeKey, position, title, plannedStart, plannedFinish, done, actualFinish }
    }),
    event: { verb: 'baseline.frozen', itemId, data: told, reason },
  }
}

/** Freezes the plan of an item as it stands. */
export function freezeItem(held: HeldItem, act: FreezeAct, number: number): Frozen & { readonly write: ChangedItem } {
  const { row, state, context } = held
  const { feasible, shortfallWorkdays } = row
  const write = changeItem(held, { plan: { nodes: inForce(state.nodes), feasible, shortfallWorkdays } })
  const finish = dateIn(context.playbook, state.fields, 'finish')
  return { write, ...frozenOf(held, { nodes: state.nodes, finish, revision: write.after.revision }, act, number) }
}

/** Writes baselines; their nodes follow by themselves. The caller appends their events. */
export async function insertBaselines(tx: Tx, frozen: readonly Frozen[]): Promise<void> {
  await insertRows(
    tx,
    'baseline',
    frozen.map(({ baseline }) => baseline),
  )
  await asKeeper(tx, (keeper) =>
    insertRows(
      keeper,
      'baselineNode',
      frozen.flatMap(({ nodes }) => nodes),
    ),
  )
}

/** Number of the latest baseline of each of these items; an item without one is absent. */
export async function latestNumbers(tx: Tx, itemIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await asKeeper(tx, ({ client }) =>
    client.query<{ itemId: string; number: number }>(
      `select item_id as "itemId", max(number)::int as number from baseline
         where district_id = $1 and item_id = any($2::uuid[]) group by item_id`,
      [tx.districtId, itemIds],
    ),
  )
  return new Map(rows.map(({ itemId, number }) => [itemId, number]))
}
