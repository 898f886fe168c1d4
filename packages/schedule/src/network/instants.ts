import type { Day } from '../calendar/day.ts'
import type { DayTable } from '../calendar/day-table.ts'
import type { WorkCalendar } from '../calendar/work-calendar.ts'
import type { Plan, PlanActivity } from './plan.ts'

/** The working day on or after a day. */
export const snapForward = ({ table }: WorkCalendar, day: Day): Day => table.dayAt(table.countBefore(day))

/** The working day on or before a day. */
export const snapBackward = ({ table }: WorkCalendar, day: Day): Day => table.dayAt(table.countBefore(day + 1) - 1)

/** The beginning of the day on which index `start` lies. */
export const startInstant = (table: DayTable, start: number): Day => table.dayAt(start)

/** The beginning of the day after the last one worked; an index and a duration of 0 give the end of the day before. */
export const finishInstant = (table: DayTable, start: number, duration: number): Day =>
  table.dayAt(start + duration - 1) + 1

const actualDays = ({ actualStart, actualFinish }: PlanActivity): Day[] =>
  [actualStart, actualFinish].filter((day) => day !== null)

/**
 * The one table in which a whole plan can be counted, or null when it takes several: activities of other calendars, lags
 * that count otherwise, or work done on a day off, which no working-day index can name.
 */
export function commonTable({ activities, links, calendar }: Plan): DayTable | null {
  const leaves = activities.filter(({ isSummary }) => !isSummary)
  const { table } = leaves[0]?.calendar ?? calendar
  const fits = leaves.every(
    (activity) => activity.calendar.table === table && actualDays(activity).every((day) => table.isWorkday(day)),
  )
  const lagsFit = links.every(({ lag, lagUnit, lagCalendar }) => {
    return lag === 0 || (lagUnit === 'workday' && lagCalendar.table === table)
  })
  return fits && lagsFit ? table : null
}
