import type { WallItem, WallNode } from '@guatu/contract'
import { type ScheduledActivity, schedule, toDay, type WorkCalendar } from '@guatu/schedule'
import type { Span } from './span.ts'

/** The days within which a node could lie without endangering the finish, left and right of where it is planned. */
export interface FloatWindow {
  readonly before: Span | null
  readonly after: Span | null
}

type LateDates = ReadonlyMap<string, ScheduledActivity>

const known = new WeakMap<WallItem, LateDates>()

/**
 * Late dates of what is to do, backward from the deadline. The server's float counts from the earliest start that is
 * possible from today; where in that room the plan lies, only the late dates tell.
 */
function lateDates(item: WallItem): LateDates {
  const kept = known.get(item)
  if (kept) return kept
  // Nodes without float lie behind the finish, or are done: the deadline does not bind them.
  const bound = item.nodes.filter((node) => !node.done && node.floatWorkdays !== null && node.plannedFinish !== null)
  const keys = new Set(bound.map((node) => node.nodeKey))
  const ends = bound.map((node) => node.plannedFinish!).sort()
  const outcome =
    bound.length === 0
      ? null
      : schedule({
          calendar: 'cn',
          direction: 'backward',
          deadline: item.deadline ?? ends.at(-1) ?? null,
          activities: bound.map((node) => ({ id: node.nodeKey, duration: node.durationWorkdays })),
          links: item.links
            .filter((link) => keys.has(link.from) && keys.has(link.to))
            .map(({ from, to, type, lagWorkdays }) => ({ from, to, type, lag: lagWorkdays })),
        })
  const activities = outcome?.kind === 'scheduled' ? outcome.activities : []
  const dates = new Map(activities.map((activity) => [activity.id, activity]))
  known.set(item, dates)
  return dates
}

const none: FloatWindow = { before: null, after: null }

export function floatWindow(item: WallItem, node: WallNode, calendar: WorkCalendar): FloatWindow {
  const { floatWorkdays: float, plannedStart, plannedFinish } = node
  if (node.done || float === null || float < 0 || plannedStart === null || plannedFinish === null) return none
  const late = lateDates(item).get(node.nodeKey)
  if (late === undefined) return none
  const earliest = calendar.addWorkdays(late.lateStart, -float)
  return {
    before:
      node.actualStart === null && earliest < plannedStart
        ? { start: toDay(earliest), finish: toDay(plannedStart) - 1 }
        : null,
    after: late.lateFinish > plannedFinish ? { start: toDay(plannedFinish) + 1, finish: toDay(late.lateFinish) } : null,
  }
}
