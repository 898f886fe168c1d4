import type { WorkCalendar } from '@guatu/schedule'

/** Between dates and working-day offsets; offset 0 is the first working day on or after today. */
export interface Room {
  readonly startOffset: (date: string) => number
  readonly finishOffset: (date: string) => number
  readonly dateAt: (offset: number) => string
}

/** A start that is a day off stands for the next working day, a finish for the one before. */
export function roomFrom(today: string, calendar: WorkCalendar): Room {
  const first = calendar.nextWorkday(today)
  return {
    startOffset: (date) => calendar.workdaysBetween(first, calendar.nextWorkday(date)),
    finishOffset: (date) => calendar.workdaysBetween(first, calendar.previousWorkday(date)),
    dateAt: (offset) => calendar.addWorkdays(first, offset),
  }
}
