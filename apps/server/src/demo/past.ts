import type { PlanNode } from '@guatu/kernel'
import type { EventDraft } from '../store/chain.ts'
import { litEvent } from '../store/item-events.ts'
import { nothingAround } from '../store/items/around.ts'
import { figuresOf as currentFigures, type FactDraft } from '../store/items/compose.ts'
import { judge } from '../store/items/judge.ts'
import type { ListContext } from '../store/items/list-context.ts'
import { rollupDeltas } from '../store/rollup.ts'
import type { ItemRow, RollupDayRow } from '../store/schema.ts'
import { addDays, instantAt } from './days.ts'
import type { DemoItem } from './items.ts'

const dayOf = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10)

/** A node as it was known at the end of a day. */
function nodeAsOf(node: PlanNode, day: string): PlanNode {
  const open = node.actualFinish !== null && node.actualFinish > day
  const unbegun = node.actualStart !== null && node.actualStart > day
  return {
    ...node,
    ...(open ? { done: false, doneBasis: null, actualFinish: null } : {}),
    ...(unbegun ? { actualStart: null } : {}),
  }
}

function draftsAsOf(drafts: readonly FactDraft[], day: string): FactDraft[] {
  return drafts
    .filter((draft) => dayOf(draft.reportedAt) <= day)
    .map(({ verified, ...draft }) => (verified && dayOf(verified.at) <= day ? { ...draft, verified } : draft))
}

/** The item as it stood at the end of a day; null before it was on the list. */
function itemAsOf(context: ListContext, item: DemoItem, day: string): ItemRow | null {
  if (item.createdOn > day) return null
  const stage = item.advance && item.advance.day > day ? item.advance.from : item.stage
  const edit = item.edit && item.edit.day > day ? item.edit.before : {}
  const fields = Object.fromEntries(Object.entries({ ...item.fields, ...edit }).filter(([, value]) => value !== null))
  const nodes = item.plan.nodes.map((node) => nodeAsOf(node, day))
  const figures = currentFigures(draftsAsOf(item.drafts, day))
  const state = { fields, stage, nodes, figures, around: nothingAround(item.createdOn) }
  const { columns } = judge({ ...context, today: day }, state, item.composed.after)
  return { ...item.composed.after, ...columns }
}

export interface Past {
  readonly days: readonly RollupDayRow[]
  readonly lit: readonly EventDraft[]
}

/** What the boards showed on the days before today, by the real lamps, and which lamps changed from one day to the next. */
export function pastDays(context: ListContext, items: readonly DemoItem[], count: number): Past {
  const { today } = context
  const days: RollupDayRow[] = []
  const lit: EventDraft[] = []
  let before = new Map<string, ItemRow>()
  for (let back = count; back >= 0; back -= 1) {
    const day = addDays(today, -back)
    const rows = new Map<string, ItemRow>()
    for (const item of items) {
      const row = back === 0 ? item.composed.after : itemAsOf(context, item, day)
      if (row) rows.set(row.itemId, row)
      const known = before.get(item.itemId)
      if (row && known && known.lamp !== row.lamp) {
        lit.push({ ...litEvent(row.itemId, known.lamp, row.lamp, row.rules), at: instantAt(day, 5) })
      }
    }
    if (back > 0) days.push(...snapshot(rows.values(), day))
    before = rows
  }
  return { days, lit }
}

/** One row for each place, whatever the lead unit. */
function snapshot(rows: Iterable<ItemRow>, day: string): RollupDayRow[] {
  const { rollup } = rollupDeltas([...rows].map((row) => ({ before: null, after: { ...row, leadOrgId: null } })))
  return rollup.map(
    ({ districtId, playbookKey, areaCode, stage, lamp, items, amountCny, planCny, doneCny, verifiedCny }) => {
      return { districtId, day, playbookKey, areaCode, stage, lamp, items, amountCny, planCny, doneCny, verifiedCny }
    },
  )
}
