import { type Day, fromDay, toDay } from '@guatu/schedule'

/** Days laid along the time line. `firstDay` stands at x = 0; `dayWidth` is in CSS pixels and may be a fraction. */
export interface TimeScale {
  readonly firstDay: Day
  /** The day after the last one shown. */
  readonly endDay: Day
  readonly dayWidth: number
}

/** Left edge of a day, in pixels from the start of the time line. */
export const xOfDay = (scale: TimeScale, day: Day): number => (day - scale.firstDay) * scale.dayWidth

/** The day at a place, as a fraction: 12.5 is the noon of day 12. */
export const dayAtX = (scale: TimeScale, x: number): number => scale.firstDay + x / scale.dayWidth

export const widthOf = (scale: TimeScale): number => (scale.endDay - scale.firstDay) * scale.dayWidth

const monthStart = (day: Day): Day => toDay(`${fromDay(day).slice(0, 7)}-01`)

const LEAD_DAYS = 20
const TRAIL_DAYS = 75

/**
 * The whole months that hold every date and today, with room before and after for bars that are dragged. Null dates are
 * passed over; without any date the time line is about today.
 */
export function timeRange(dates: Iterable<string | null>, today: string): Pick<TimeScale, 'firstDay' | 'endDay'> {
  let first = today
  let last = today
  // ISO days compare as text, which spares a conversion of each of tens of thousands of dates.
  for (const date of dates) {
    if (date === null) continue
    if (date < first) first = date
    if (date > last) last = date
  }
  return { firstDay: monthStart(toDay(first) - LEAD_DAYS), endDay: monthStart(toDay(last) + TRAIL_DAYS + 31) }
}
