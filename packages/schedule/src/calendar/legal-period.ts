import { chinaCalendar } from './china.ts'
import { type Day, fromDay, type IsoDate, toDay } from './day.ts'
import type { WorkCalendar } from './work-calendar.ts'

/** A stretch in which the clock stands still, both days included. */
export type Suspension = { readonly from: IsoDate; readonly to: IsoDate }

/** A statutory period. */
export type LegalPeriod = {
  /** The day of the event that starts the period; it is not counted. */
  readonly from: IsoDate
  /** Whole days, 0 or more. */
  readonly days: number
  readonly unit: 'workday' | 'calendar'
  readonly suspensions?: readonly Suspension[]
  /** The State Council's calendar when absent. */
  readonly calendar?: WorkCalendar
}

/** Overlapping suspensions count once; one that ends before it starts suspends nothing. */
function mergedSuspensions(suspensions: readonly Suspension[]): { from: Day; to: Day }[] {
  const merged: { from: Day; to: Day }[] = []
  const sorted = suspensions
    .map((suspension) => ({ from: toDay(suspension.from), to: toDay(suspension.to) }))
    .filter((suspension) => suspension.to >= suspension.from)
    .sort((a, b) => a.from - b.from)
  for (const next of sorted) {
    const last = merged.at(-1)
    if (last !== undefined && next.from <= last.to + 1) last.to = Math.max(last.to, next.to)
    else merged.push({ ...next })
  }
  return merged
}

/**
 * The last day of a statutory period: the first day is not counted (Civil Code art. 201), a last day that is a holiday moves
 * to the next working day (art. 203), periods of the Administrative Licensing Law count working days (art. 82), suspended
 * days are not counted and a period cannot end on one. Throws a RangeError when `days` is not a whole number from 0 up.
 */
export function legalDeadline(period: LegalPeriod): IsoDate {
  const { days, unit, suspensions = [], calendar = chinaCalendar() } = period
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`not a whole number of days: ${days}`)
  const { table } = calendar
  const countTo = (day: Day): number => (unit === 'workday' ? table.countBefore(day + 1) : day)
  const advance = (day: Day, n: number): Day =>
    unit === 'workday' ? table.dayAt(table.countBefore(day + 1) + n - 1) : day + n

  const start = toDay(period.from)
  let last = days === 0 ? start : advance(start, days)
  const moveOn = (): Day => table.dayAt(table.countBefore(last))
  for (const { from, to } of mergedSuspensions(suspensions)) {
    if (from > Math.max(last, moveOn())) break
    // Only what of the suspension lies after the uncounted first day takes days from the period.
    const stopped = countTo(to) - countTo(Math.max(from, start + 1) - 1)
    if (stopped <= 0 || days === 0) continue
    last = from > last ? to + 1 : advance(last, stopped)
  }
  return fromDay(moveOn())
}
