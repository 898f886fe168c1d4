import type { PlanNode } from '@guatu/kernel'
import type { WorkCalendar } from '@guatu/schedule'
import { governedByFinish } from './governed.ts'
import type { NodeChange } from './node-changes.ts'
import { type MovedNode, type ReplanInput, replan } from './replan.ts'

/** A node that cannot go on before a day is over. */
export interface Hold {
  readonly nodeKey: string
  /** ISO day; the last one on which the node is held. */
  readonly until: string
}

export interface HoldCost {
  /** Workdays that the plan's finish comes later than it would without the holds; never negative. */
  readonly finishShiftWorkdays: number
  /** Workdays missing to the item's own finish date with the holds; 0 where it is still kept. */
  readonly shortfallWorkdays: number
  /** The plan's last governed finish without and with the holds; null where nothing is dated. */
  readonly finish: string | null
  readonly heldFinish: string | null
  /** What the holds move, the held nodes among them. */
  readonly moved: readonly MovedNode[]
}

const later = (a: string, b: string): string => (a > b ? a : b)

type HeldPlan = Omit<ReplanInput, 'changes' | 'newFinish'>

/**
 * What holding nodes costs the item, by the same pass that a dragged bar goes through: a node that has not started cannot
 * start before its hold is over, one under way does nothing while it is held. It is compared with the same nodes going on
 * today, so that what is late already is not charged to the holds. A node that is done or undated holds nothing.
 */
export function holdCost(plan: HeldPlan, holds: readonly Hold[]): HoldCost {
  const { calendar, today } = plan
  const first = calendar.nextWorkday(today)
  const lasts = new Map<string, string>()
  for (const { nodeKey, until } of holds) lasts.set(nodeKey, later(until, lasts.get(nodeKey) ?? until))
  const after = (until: string) => later(first, calendar.addWorkdays(until, 1))
  const free = laid(
    plan,
    goingOn(plan, lasts, () => first),
  )
  const held = laid(plan, goingOn(plan, lasts, after))
  const { finish } = free
  const shift = finish === null || held.finish === null ? 0 : calendar.workdaysBetween(finish, held.finish)
  return {
    finishShiftWorkdays: Math.max(0, shift),
    shortfallWorkdays: held.feasible ? 0 : held.shortfallWorkdays,
    finish,
    heldFinish: held.finish,
    moved: held.moved.filter(({ nodeKey, toFinish }) => free.planned.get(nodeKey) !== toFinish),
  }
}

/** The plan with the changes, and the last finish of what is open before the item's own. */
function laid(plan: HeldPlan, changes: readonly NodeChange[]) {
  const outcome = replan({ ...plan, changes })
  // Holds are made of the plan's own nodes and of calendar days.
  if (outcome.kind === 'refused') throw new Error(outcome.refusals.map(({ message }) => message.en).join('; '))
  const { nodes, moved, feasible, shortfallWorkdays } = outcome.value
  const staged = nodes.map(({ nodeKey, stage }) => ({ key: nodeKey, stage }))
  const governed = governedByFinish(plan.template, staged, plan.links)
  const finishes = nodes
    .filter(({ nodeKey, done }) => !done && governed.has(nodeKey))
    .flatMap((node) => finishOf(node, plan.calendar) ?? [])
  const planned = new Map(nodes.map(({ nodeKey, plannedFinish }) => [nodeKey, plannedFinish]))
  return { planned, moved, feasible, shortfallWorkdays, finish: finishes.toSorted().at(-1) ?? null }
}

/** What is under way keeps the dates that it was planned for; it ends when its duration is over. */
function finishOf({ actualStart, durationWorkdays, plannedFinish }: PlanNode, calendar: WorkCalendar): string | null {
  if (actualStart === null || plannedFinish === null) return plannedFinish
  return calendar.addWorkdays(calendar.nextWorkday(actualStart), Math.max(durationWorkdays - 1, 0))
}

/** The held nodes as they go on, from the day that follows of the last that each is held. */
function goingOn(plan: HeldPlan, lasts: ReadonlyMap<string, string>, after: (until: string) => string): NodeChange[] {
  return plan.nodes.flatMap((node) => {
    const until = lasts.get(node.nodeKey)
    const change = until === undefined ? null : changeFrom(node, after(until), plan)
    return change ? [{ nodeKey: node.nodeKey, ...change }] : []
  })
}

function changeFrom(node: PlanNode, from: string, { calendar, today }: Pick<HeldPlan, 'calendar' | 'today'>) {
  const { done, plannedStart, plannedFinish, actualStart, durationWorkdays } = node
  if (done || plannedStart === null || plannedFinish === null) return null
  if (actualStart === null) return from > plannedStart ? { notBefore: from } : null
  const first = calendar.nextWorkday(today)
  // What is left of it waits; of what should be done already a day is left.
  const spent = calendar.workdaysBetween(calendar.nextWorkday(actualStart), first)
  return { durationWorkdays: Math.max(durationWorkdays, spent + 1) + calendar.workdaysBetween(first, from) }
}
