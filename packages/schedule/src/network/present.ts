import { type Day, fromDay } from '../calendar/day.ts'
import { NO_LOWER } from '../engine/network.ts'
import { earliestBy } from '../engine/passes.ts'
import type { Model } from './compile.ts'
import type { Times } from './compute.ts'
import { openingMilestones, ranksOf } from './drivers.ts'
import { finishInstant, snapBackward, startInstant } from './instants.ts'
import type { PlanActivity } from './plan.ts'
import type { ScheduledActivity } from './result.ts'

/** One activity's dates as day numbers, both days included. */
export type ActivityDays = {
  earlyStart: Day
  earlyFinish: Day
  lateStart: Day
  lateFinish: Day
  totalFloat: number
  freeFloat: number
  critical: boolean
}

/** The instant by which a milestone has to be reached by its own dates; infinite without any. */
function latestInstant({ calendar, deadline, constraint }: PlanActivity): Day {
  const finishBy = (day: Day): Day => snapBackward(calendar, day) + 1
  const isFinishDate = constraint?.type === 'not-later' || constraint?.type === 'must-finish'
  return Math.min(
    deadline === null ? Infinity : finishBy(deadline),
    constraint !== null && isFinishDate ? finishBy(constraint.day) : Infinity,
  )
}

/** The instant from which the late dates of what comes before a milestone leave it free. */
function lateEntry({ network, nodes, crossings }: Model, { late, duration }: Times, node: number, r: number): Day {
  const { start, from, weight } = network.forward
  let entry = NO_LOWER
  for (let k = start[r]!; k < start[r + 1]!; k++) {
    entry = Math.max(entry, earliestBy({ duration, crossings }, late, from[k]!, node, weight[k]!))
  }
  return entry === NO_LOWER ? NO_LOWER : finishInstant(nodes[node]!.table, Math.min(entry, late[node]!), 0)
}

/**
 * Early and late date of a milestone that opens its day. Where the end of something bounds it, it can at latest close the day
 * before.
 */
function openingDays(activity: PlanActivity, early: Day, late: Day, cap: Day, entry: Day): [Day, Day] {
  const { calendar } = activity
  const own = latestInstant(activity)
  const limit = Math.min(own, cap)
  // At the very instant of a limit, the day that it closes keeps the date that the limit names.
  const isDated = activity.constraint?.type === 'not-earlier' || activity.constraint?.type === 'must-start'
  const earlyDay = early === own && !isDated ? early - 1 : early
  if (early === late) return [earlyDay, earlyDay]
  const isFree = late < limit && calendar.table.isWorkday(late)
  return [earlyDay, isFree ? late : Math.max(entry - 1, snapBackward(calendar, Math.min(late, limit) - 1))]
}

/** Early and late date of a milestone; a closing one never looks later than it can be. */
function milestoneDays(model: Model, times: Times, node: number, r: number, opens: boolean): [Day, Day] {
  const entry = lateEntry(model, times, node, r)
  const { table, activity } = model.nodes[node]!
  const own = model.plan.activities[activity]!
  const early = times.early[node]!
  const late = times.late[node]!
  if (opens) return openingDays(own, startInstant(table, early), startInstant(table, late), times.cap, entry)
  const earlyDay = finishInstant(table, early, 0) - 1
  // On a working day, unless what comes before may last into days off.
  const lateDay = Math.max(entry - 1, snapBackward(own.calendar, finishInstant(table, late, 0) - 1))
  return [earlyDay, late >= early ? Math.max(earlyDay, lateDay) : lateDay]
}

/** The distance of two start indices of a node in working days of its activity. */
function workdaysApart({ nodes, plan }: Model, node: number, from: number, to: number): number {
  const { table, activity, duration } = nodes[node]!
  const own = plan.activities[activity]!.calendar.table
  if (table === own || duration > 0) return to - from
  return own.countBefore(table.dayAt(to)) - own.countBefore(table.dayAt(from))
}

function leafDays(model: Model, times: Times, position: number, r: number, opens: boolean): ActivityDays {
  const node = model.startNode[position]!
  const { table, duration, pinned } = model.nodes[node]!
  const { actualStart, actualFinish, duration: planned } = model.plan.activities[position]!
  const early = times.early[node]!
  const late = times.late[node]!
  if (pinned === 'done') {
    const finish = (actualFinish ?? actualStart)!
    const start = actualStart ?? (planned === 0 ? finish : startInstant(table, early))
    const dates = { earlyStart: start, earlyFinish: finish, lateStart: start, lateFinish: finish }
    return { ...dates, totalFloat: 0, freeFloat: 0, critical: false }
  }
  const totalFloat = workdaysApart(model, node, early, late)
  const floats = {
    totalFloat,
    freeFloat: Math.max(0, workdaysApart(model, node, early, times.free[node]!)),
    critical: totalFloat <= 0,
  }
  if (planned === 0) {
    const [earlyDay, lateDay] = milestoneDays(model, times, node, r, opens)
    return { earlyStart: earlyDay, earlyFinish: earlyDay, lateStart: lateDay, lateFinish: lateDay, ...floats }
  }
  return {
    earlyStart: actualStart ?? startInstant(table, early),
    earlyFinish: finishInstant(table, early, duration) - 1,
    lateStart: actualStart ?? startInstant(table, late),
    lateFinish: finishInstant(table, late, duration) - 1,
    ...floats,
  }
}

function widen(summary: ActivityDays | undefined, child: ActivityDays): ActivityDays {
  if (summary === undefined) return { ...child }
  return {
    earlyStart: Math.min(summary.earlyStart, child.earlyStart),
    earlyFinish: Math.max(summary.earlyFinish, child.earlyFinish),
    lateStart: Math.min(summary.lateStart, child.lateStart),
    lateFinish: Math.max(summary.lateFinish, child.lateFinish),
    totalFloat: Math.min(summary.totalFloat, child.totalFloat),
    freeFloat: Math.min(summary.freeFloat, child.freeFloat),
    critical: summary.critical || child.critical,
  }
}

/** The days of every activity; a summary spans its children and has the least of their floats. */
export function daysOf(model: Model, times: Times): ActivityDays[] {
  const { activities } = model.plan
  const isOpening = openingMilestones(model, times)
  const rank = ranksOf(model.network)
  const days: (ActivityDays | undefined)[] = activities.map(({ isSummary }, position) =>
    isSummary ? undefined : leafDays(model, times, position, rank[position]!, isOpening[position] === 1),
  )
  for (const [position, { isSummary }] of activities.entries()) {
    if (isSummary) continue
    const leaf = days[position]!
    for (let at = activities[position]!.parent; at !== -1; at = activities[at]!.parent) days[at] = widen(days[at], leaf)
  }
  return days as ActivityDays[]
}

/** The activities as they are handed out. */
export function presentActivities(
  model: Model,
  days: readonly ActivityDays[],
  drivers: Int32Array,
): ScheduledActivity[] {
  return model.plan.activities.map(({ id }, position) => {
    const { earlyStart, earlyFinish, lateStart, lateFinish, ...floats } = days[position]!
    const driver = drivers[position]!
    return {
      id,
      earlyStart: fromDay(earlyStart),
      earlyFinish: fromDay(earlyFinish),
      lateStart: fromDay(lateStart),
      lateFinish: fromDay(lateFinish),
      ...floats,
      driver: driver === -1 ? null : model.plan.activities[driver]!.id,
    }
  })
}
