import { type Day, fromDay, type WorkCalendar } from '@guatu/schedule'

/** Days on end without work, as one shaded strip. */
export interface DaysOff {
  readonly day: Day
  readonly endDay: Day
  /** The holiday's name; null for a plain weekend. */
  readonly holiday: string | null
}

/**
 * The strips between two days. A weekend that belongs to a holiday is part of the holiday's strip; a weekend that touches
 * one but was not announced with it keeps its own.
 */
export function daysOff(calendar: WorkCalendar, firstDay: Day, untilDay: Day): DaysOff[] {
  const strips: { day: Day; endDay: Day; holiday: string | null }[] = []
  for (let day = Math.floor(firstDay); day < untilDay; day += 1) {
    if (calendar.table.isWorkday(day)) continue
    const holiday = calendar.holidayName(fromDay(day))
    const open = strips.at(-1)
    if (open && open.endDay === day && open.holiday === holiday) open.endDay = day + 1
    else strips.push({ day, endDay: day + 1, holiday })
  }
  return strips
}
