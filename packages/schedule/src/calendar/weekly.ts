import { type IsoDate, toDay } from './day.ts'
import { DayTable } from './day-table.ts'
import { type WorkCalendar, workCalendar } from './work-calendar.ts'

/** A weekly pattern (1 is Monday, 7 is Sunday) with the dates that differ from it. */
export type WeeklyPattern = {
  readonly weekdays: readonly number[]
  readonly off?: readonly IsoDate[]
  readonly work?: readonly IsoDate[]
}

// A pattern that somebody wrote down is final: nobody announces anything that would change it.
const NO_FACTS = { isProvisional: () => false, holidayNames: new Map<number, string>() }

/** A calendar of one's own. A day named both off and worked is off. Throws a RangeError when no weekday is worked. */
export function weeklyCalendar({ weekdays, off = [], work = [] }: WeeklyPattern): WorkCalendar {
  const days = new Map<number, boolean>()
  for (const date of work) days.set(toDay(date), true)
  for (const date of off) days.set(toDay(date), false)
  return workCalendar(new DayTable(weekdays, days), NO_FACTS)
}

let everyDay: WorkCalendar | undefined

/** Every day is worked: for curing concrete, public notice, and periods counted in calendar days. */
export function everyDayCalendar(): WorkCalendar {
  everyDay ??= weeklyCalendar({ weekdays: [1, 2, 3, 4, 5, 6, 7] })
  return everyDay
}
