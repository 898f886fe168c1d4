import type { Day } from '../calendar/day.ts'
import type { DayTable } from '../calendar/day-table.ts'
import { everyDayCalendar } from '../calendar/weekly.ts'
import { NO_LOWER, NO_UPPER } from '../engine/network.ts'
import { snapBackward, snapForward } from './instants.ts'
import type { Plan, PlanActivity } from './plan.ts'

/**
 * One node of the computation. An activity is one node; a summary is two (all children start after the first and finish
 * before the second); an activity under way has a second, fixed one for its start, the first being what is left of it.
 */
export type Node = {
  readonly activity: number
  readonly role: 'activity' | 'summary-start' | 'summary-finish' | 'actual-start'
  readonly table: DayTable
  readonly duration: number
  /** Start indices that the node's own dates demand. */
  readonly lower: number
  readonly upper: number
  /** Whether the project's start and data date bound it; not so for what has happened or is fixed. */
  readonly isFloored: boolean
  /** `no`: links apply. `fixed`: links press on its predecessors only. `begun`: none enter it. `done`: it is past. */
  readonly pinned: 'no' | 'fixed' | 'begun' | 'done'
}

/** Milestones are instants that may fall on any day when a plan mixes calendars; past work too. */
const instantTable = (common: DayTable | null): DayTable => common ?? everyDayCalendar().table

type OwnBounds = { lower: number; upper: number }

/** The start indices that constraint and deadline demand, in the given table; dates on days off move to a working day. */
function ownBounds(activity: PlanActivity, table: DayTable, duration: number): OwnBounds {
  const { calendar, constraint, deadline } = activity
  if (constraint === null && deadline === null) return { lower: NO_LOWER, upper: NO_UPPER }
  const startOn = (day: Day): number => table.countBefore(snapForward(calendar, day))
  const finishBy = (day: Day): number => table.countBefore(snapBackward(calendar, day) + 1) - duration
  const bounds = { lower: NO_LOWER, upper: deadline === null ? NO_UPPER : finishBy(deadline) }
  const capAt = (index: number): void => {
    bounds.upper = Math.min(bounds.upper, index)
  }
  if (constraint === null) return bounds
  const { type, day } = constraint
  if (type === 'not-earlier') bounds.lower = startOn(day)
  if (type === 'finish-not-earlier') bounds.lower = table.countBefore(snapForward(calendar, day) + 1) - duration
  if (type === 'must-start') {
    bounds.lower = startOn(day)
    capAt(bounds.lower)
  }
  if (type === 'must-finish') {
    bounds.lower = finishBy(day)
    capAt(bounds.lower)
  }
  if (type === 'not-later') capAt(finishBy(day))
  if (type === 'start-not-later') capAt(table.countBefore(snapBackward(calendar, day)))
  return bounds
}

function doneNode(
  activity: PlanActivity,
  position: number,
  start: Day,
  finish: Day,
  common: DayTable | null,
  follows: boolean,
): Node {
  const table = instantTable(common)
  const isMilestone = activity.duration === 0
  // A milestone that follows something closes its day, one that opens the plan begins it.
  const index = table.countBefore(isMilestone && follows ? finish + 1 : start)
  const duration = isMilestone ? 0 : table.countBefore(finish + 1) - index
  const pin = { lower: index, upper: index, isFloored: false, pinned: 'done' } as const
  return { activity: position, role: 'activity', table, duration, ...pin }
}

function underWayNodes(
  activity: PlanActivity,
  position: number,
  start: Day,
  plan: Plan,
  common: DayTable | null,
): Node[] {
  const own = common ?? activity.calendar.table
  const instants = instantTable(common)
  const begun = instants.countBefore(start)
  const pin = { lower: begun, upper: begun, isFloored: false, pinned: 'done' } as const
  const startNode: Node = { activity: position, role: 'actual-start', table: instants, duration: 0, ...pin }
  const { dataDate } = plan
  if (dataDate === null) {
    const { upper } = ownBounds(activity, own, activity.duration)
    const lower = own.countBefore(start)
    const rest = { duration: activity.duration, lower, upper, isFloored: false, pinned: 'begun' } as const
    return [{ activity: position, role: 'activity', table: own, ...rest }, startNode]
  }
  const worked = own.countBefore(dataDate) - own.countBefore(start)
  // Unfinished work takes at least a day more, however long it has already taken.
  const duration = activity.remaining ?? Math.max(1, activity.duration - worked)
  const { upper } = ownBounds(activity, own, duration)
  const lower = own.countBefore(Math.max(dataDate, start))
  const rest = { duration, lower, upper, isFloored: false, pinned: 'no' } as const
  return [{ activity: position, role: 'activity', table: own, ...rest }, startNode]
}

function summaryNodes(activity: PlanActivity, position: number, common: DayTable | null): Node[] {
  const table = instantTable(common)
  const { lower, upper } = ownBounds(activity, table, 0)
  const capsStart = activity.constraint?.type === 'must-start' || activity.constraint?.type === 'start-not-later'
  const finishOnly = { ...activity, constraint: capsStart ? null : activity.constraint }
  const finish = ownBounds(finishOnly, table, 0)
  const isLowerOfStart = activity.constraint?.type === 'not-earlier' || activity.constraint?.type === 'must-start'
  const shared = { activity: position, table, duration: 0, isFloored: true, pinned: 'no' } as const
  return [
    { ...shared, role: 'summary-start', lower: isLowerOfStart ? lower : NO_LOWER, upper: capsStart ? upper : NO_UPPER },
    { ...shared, role: 'summary-finish', lower: NO_LOWER, upper: finish.upper },
  ]
}

/** The nodes of one activity; the first of them is the activity itself, or a summary's start. `follows`: links enter it. */
export function nodesOf(plan: Plan, position: number, common: DayTable | null, follows: boolean): Node[] {
  const activity = plan.activities[position]!
  if (activity.isSummary) return summaryNodes(activity, position, common)
  const { actualStart, actualFinish, fixedStart, calendar, duration } = activity
  const own = common ?? (duration === 0 ? everyDayCalendar().table : calendar.table)
  if (actualFinish !== null || (actualStart !== null && duration === 0)) {
    const finish = actualFinish ?? actualStart!
    const start = actualStart ?? calendar.table.dayAt(calendar.table.countBefore(finish + 1) - Math.max(duration, 1))
    return [doneNode(activity, position, Math.min(start, finish), finish, common, follows)]
  }
  if (actualStart !== null) return underWayNodes(activity, position, actualStart, plan, common)
  const bounds = ownBounds(activity, own, duration)
  const node = { activity: position, role: 'activity', table: own, duration, isFloored: true, pinned: 'no' } as const
  if (fixedStart === null) return [{ ...node, ...bounds }]
  const pin = own.countBefore(snapForward(calendar, fixedStart))
  return [{ ...node, lower: pin, upper: Math.min(pin, bounds.upper), isFloored: false, pinned: 'fixed' }]
}
