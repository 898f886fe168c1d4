import type { PlanNode } from '@guatu/kernel'
import { historyAt, lightLamps, type Playbook } from '@guatu/playbook'
import { chinaCalendar } from '@guatu/schedule'
import { aroundOf, surroundings } from '../items/around.ts'
import { editionOf, planInForce, workTimeOf } from '../items/list-context.ts'
import { planNode } from '../items/node-rows.ts'
import { clocksOf, loopsOf } from '../loop/state.ts'
import type { ItemRow, NodeRow } from '../schema.ts'
import type { Tx } from '../store.ts'
import { figuresKnown } from './figures.ts'
import { nodesOf } from './source.ts'

/** What of a row tells how it is lit. */
type LitRow = Pick<
  ItemRow,
  'itemId' | 'stage' | 'fields' | 'createdAt' | 'litOn' | 'litFrom' | 'lampReasons' | 'playbookVersion' | 'planRevision'
>

/** The day that a row stood for at a moment, as `itemSource` takes it. */
function litDay({ litOn, litFrom }: LitRow, today: string): string {
  const day = litFrom > today ? litFrom : today
  return day < litOn ? day : litOn
}

function grouped(rows: readonly NodeRow[]): Map<string, NodeRow[]> {
  const groups = new Map<string, NodeRow[]>()
  for (const row of rows) groups.set(row.itemId, [...(groups.get(row.itemId) ?? []), row])
  return groups
}

/** How the clocks of items stood at the transaction's moment. */
async function clocksKnown(tx: Tx, { clocks = [] }: Playbook, rows: readonly LitRow[]) {
  if (clocks.length === 0) return () => []
  const loops = await loopsOf(
    tx,
    rows.map(({ itemId }) => itemId),
  )
  const [time, now] = [await workTimeOf(tx), tx.asOf!.at]
  return (playbook: Playbook, { itemId, fields }: LitRow) =>
    clocksOf({ playbook, time, now }, historyAt(loops(itemId), now), fields)
}

/**
 * Rows with the reasons of their lamps as of the transaction's moment. The lamp itself is kept; how many days late, which
 * each day moves, is counted anew from what was known then.
 */
export async function asLit<R extends LitRow>(tx: Tx, playbook: Playbook, rows: readonly R[]): Promise<readonly R[]> {
  const today = tx.asOf?.litOn
  if (today === undefined) return rows
  const moved = rows.filter((row) => row.lampReasons.length > 0 && litDay(row, today) !== row.litOn)
  if (moved.length === 0) return rows
  const { plan } = await planInForce(tx, playbook)
  const thresholds = { ...playbook.lamps.thresholds, ...plan.thresholds }
  const itemIds = moved.map((row) => row.itemId)
  const nodes = grouped(await nodesOf(tx, itemIds))
  const figures = await figuresKnown(tx, itemIds)
  const around = await aroundOf(tx, playbook, moved)
  const clocks = await clocksKnown(tx, playbook, moved)
  const reasons = new Map<string, ItemRow['lampReasons']>()
  for (const row of moved) {
    const edition = await editionOf(tx, playbook, row.playbookVersion, row.planRevision)
    const known = around.get(row.itemId)!
    const lit = lightLamps({
      ...surroundings(edition.playbook, known, { fields: row.fields, figures: figures(row.itemId) }),
      playbook: edition.playbook,
      thresholds,
      item: row,
      nodes: (nodes.get(row.itemId) ?? []).map((node): PlanNode => planNode(edition, node)),
      today: litDay(row, today),
      calendar: chinaCalendar(),
      clocks: clocks(edition.playbook, row),
    })
    reasons.set(row.itemId, lit.reasons)
  }
  return rows.map((row) => ({ ...row, lampReasons: reasons.get(row.itemId) ?? row.lampReasons }))
}
