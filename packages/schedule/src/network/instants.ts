import type { Day } from '../calendar/day.ts'
import type { DayTable } from '../calendar/day-table.ts'
import type { WorkCalendar } from '../calendar/work-calendar.ts'
import type { Plan, PlanActivity, PlanLink } from './plan.ts'

/** The working day on or after a day. */
export const snapForward = ({ table }: WorkCalendar, day: Day): Day => table.dayAt(table.countBefore(day))

/** The working day on or before a day. */
export const snapBackward = ({ table }: WorkCalendar, day: Day): Day => table.dayAt(table.countBefore(day + 1) - 1)

/** The beginning of the day on which index `start` lies. */
export const startInstant = (table: DayTable, start: number): Day => table.dayAt(start)

/** The beginning of the day after the last one worked; an index and a duration of 0 give the end of the day before. */
export const finishInstant = (table: DayTable, start: number, duration: number): Day =>
  table.dayAt(start + duration - 1) + 1

type Links = { readonly into: PlanLink[]; readonly outOf: PlanLink[] }

/**
 * Whether working-day indices say all there is to say about a milestone. The end of Friday and the beginning of Monday have the
 * same index; they are told apart only when a milestone can open a day, that is when a date or a start sets it, or when
 * nothing comes before it; the last is plain as long as only work follows.
 */
function isPlainMilestone(activities: readonly PlanActivity[], position: number, { into, outOf }: Links): boolean {
  const { constraint, deadline, fixedStart, actualStart, actualFinish } = activities[position]!
  if (fixedStart !== null || actualStart !== null || actualFinish !== null) return false
  if (constraint?.type === 'not-earlier' || constraint?.type === 'must-start') return false
  if (into.length > 0) return into.every(({ type }) => type === 'FS' || type === 'FF')
  return constraint === null && deadline === null && outOf.every(({ to }) => activities[to]!.duration > 0)
}

/** Links into and out of each milestone, by position. */
function milestoneLinks({ activities, links }: Plan): Map<number, Links> {
  const found = new Map<number, Links>()
  for (const [position, { duration, isSummary }] of activities.entries()) {
    if (duration === 0 && !isSummary) found.set(position, { into: [], outOf: [] })
  }
  for (const link of links) {
    found.get(link.to)?.into.push(link)
    found.get(link.from)?.outOf.push(link)
  }
  return found
}

/**
 * The one table in which a whole plan can be counted, or null when it takes several: activities of other calendars, lags
 * that count otherwise, work done on a day off, which no working-day index can name, or milestones that open a day.
 */
export function commonTable(plan: Plan): DayTable | null {
  const { activities, links, calendar, start, deadline } = plan
  const leaves = activities.filter(({ isSummary }) => !isSummary)
  const { table } = leaves[0]?.calendar ?? calendar
  const isWorked = (day: Day | null): boolean => day === null || table.isWorkday(day)
  const activityFits = ({ calendar: own, actualStart, actualFinish }: PlanActivity): boolean =>
    own.table === table && isWorked(actualStart) && isWorked(actualFinish)
  const linkFits = ({ from, to, type, lag, lagUnit, lagCalendar }: PlanLink): boolean => {
    if (lag !== 0) return lagUnit === 'workday' && lagCalendar.table === table
    const entersFinish = type === 'FF' || type === 'SF'
    return !(entersFinish && activities[from]!.duration === 0 && activities[to]!.duration > 0)
  }
  if (start !== null && deadline !== null && deadline < start) return null
  if (!leaves.every(activityFits) || !links.every(linkFits)) return null
  const milestones = [...milestoneLinks(plan)]
  return milestones.every(([position, ends]) => isPlainMilestone(activities, position, ends)) ? table : null
}
