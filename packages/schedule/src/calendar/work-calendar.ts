import { fromDay, type IsoDate, toDay } from './day.ts'
import type { DayTable } from './day-table.ts'

/** A calendar of working days. All questions are answered in constant time; dates that are no ISO dates throw. */
export type WorkCalendar = {
  isWorkday(date: IsoDate): boolean
  /**
   * The date n working days after `date`, which itself is not counted (before it, when n is negative).
   * n = 0 gives the date itself when it is worked, else the next working day.
   */
  addWorkdays(date: IsoDate, n: number): IsoDate
  /** Working days after `a` up to and including `b`; negative when `b` is before `a`. Undoes `addWorkdays`. */
  workdaysBetween(a: IsoDate, b: IsoDate): number
  /** The first working day on or after `date`. */
  nextWorkday(date: IsoDate): IsoDate
  /** The last working day on or before `date`. */
  previousWorkday(date: IsoDate): IsoDate
  /** Whether the year's holidays are not announced, so that only weekends are known. */
  isProvisional(date: IsoDate): boolean
  /** The holiday a day off belongs to, or null. */
  holidayName(date: IsoDate): string | null
  /** The same calendar in whole days, for arithmetic. */
  readonly table: DayTable
}

/** What a calendar knows beyond which days are worked. */
export type CalendarFacts = {
  isProvisional(year: number): boolean
  readonly holidayNames: ReadonlyMap<number, string>
}

/** A `WorkCalendar` over a table of days. */
export function workCalendar(table: DayTable, facts: CalendarFacts): WorkCalendar {
  const addWorkdays = (date: IsoDate, n: number): IsoDate => {
    if (!Number.isInteger(n)) throw new RangeError(`not a whole number of working days: ${n}`)
    const day = toDay(date)
    return fromDay(table.dayAt(n > 0 ? table.countBefore(day + 1) + n - 1 : table.countBefore(day) + n))
  }
  return Object.freeze({
    table,
    addWorkdays,
    isWorkday: (date: IsoDate) => table.isWorkday(toDay(date)),
    workdaysBetween: (a: IsoDate, b: IsoDate) => {
      const from = toDay(a)
      const to = toDay(b)
      return to >= from
        ? table.countBefore(to + 1) - table.countBefore(from + 1)
        : table.countBefore(to) - table.countBefore(from)
    },
    nextWorkday: (date: IsoDate) => addWorkdays(date, 0),
    previousWorkday: (date: IsoDate) => fromDay(table.dayAt(table.countBefore(toDay(date) + 1) - 1)),
    isProvisional: (date: IsoDate) => facts.isProvisional(Number(fromDay(toDay(date)).slice(0, 4))),
    holidayName: (date: IsoDate) => facts.holidayNames.get(toDay(date)) ?? null,
  })
}
