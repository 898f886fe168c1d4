import type { WallItem, WallNode } from '@guatu/contract'
import { toDay, type WorkCalendar } from '@guatu/schedule'
import { nodeSpan } from '../rows/span.ts'

/** One node that stands elsewhere after a change. */
export interface MovedNode {
  readonly nodeKey: string
  readonly title: string
  readonly toStart: string | null
  readonly toFinish: string | null
  /** Working days by which the finish moves; positive is later. */
  readonly workdays: number
}

/** What a change of nodes does to the rest of the project. */
export interface PlanShift {
  readonly nodes: readonly WallNode[]
  readonly moved: readonly MovedNode[]
  /** Working days by which the project's last date moves; positive is later. */
  readonly finishWorkdays: number
}

type Planned = Pick<
  WallNode,
  'nodeKey' | 'plannedStart' | 'plannedFinish' | 'durationWorkdays' | 'floatWorkdays' | 'critical' | 'notBefore'
>

const lastDay = (nodes: readonly WallNode[]): number =>
  Math.max(Number.NEGATIVE_INFINITY, ...nodes.map((node) => nodeSpan(node)?.finish ?? Number.NEGATIVE_INFINITY))

/** The project as the new plan has it, beside how it is. Nodes that the plan does not name stay. */
export function planShift(item: WallItem, plan: readonly Planned[], calendar: WorkCalendar): PlanShift {
  const planned = new Map(plan.map((node) => [node.nodeKey, node]))
  const nodes = item.nodes.map((node) => {
    const next = planned.get(node.nodeKey)
    if (next === undefined) return node
    const { plannedStart, plannedFinish, durationWorkdays, floatWorkdays, critical, notBefore } = next
    return { ...node, plannedStart, plannedFinish, durationWorkdays, floatWorkdays, critical, notBefore }
  })
  const workdaysTo = (before: string | null, after: string | null): number =>
    before === null || after === null ? 0 : calendar.workdaysBetween(before, after)
  const moved = nodes.flatMap((node, place) => {
    const before = item.nodes[place]!
    if (before.plannedStart === node.plannedStart && before.plannedFinish === node.plannedFinish) return []
    const { nodeKey, title, plannedStart: toStart, plannedFinish: toFinish } = node
    return [{ nodeKey, title, toStart, toFinish, workdays: workdaysTo(before.plannedFinish, toFinish) }]
  })
  const [before, after] = [lastDay(item.nodes), lastDay(nodes)]
  const { table } = calendar
  const finishWorkdays = Number.isFinite(before + after)
    ? table.countBefore(after + 1) - table.countBefore(before + 1)
    : 0
  return { nodes, moved, finishWorkdays }
}

/** Days left from the project's deadline to its last date; negative when past it, null without both. */
export function deadlineRoom(item: WallItem, shift: PlanShift, calendar: WorkCalendar): number | null {
  const last = lastDay(shift.nodes)
  if (item.deadline === null || !Number.isFinite(last)) return null
  return calendar.table.countBefore(toDay(item.deadline) + 1) - calendar.table.countBefore(last + 1)
}
