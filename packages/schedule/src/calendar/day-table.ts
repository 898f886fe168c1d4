import { type Day, weekdayOf } from './day.ts'

// The window is exact, day by day; outside it only the weekly pattern is known, which plain arithmetic answers.
const WINDOW_FIRST = 10959 // 2000-01-03, a Monday
const WINDOW_WEEKS = 2740 // to the middle of 2052

/**
 * Working days numbered one after the other, with both directions answered in constant time.
 * Index 0 is the first working day of the window; indices before it are negative.
 */
export class DayTable {
  readonly first: Day
  /** Working days before day `first + i`, counted from index 0; one entry more than the window has days. */
  readonly before: Int32Array
  /** The day of each working-day index inside the window. */
  readonly days: Int32Array
  readonly perWeek: number
  private readonly end: Day
  /** Working days among the first i days of a week that starts on Monday, by the weekly pattern. */
  private readonly weekBefore: Int32Array
  private readonly weekNth: Int32Array

  /** @param weekdays ISO weekday numbers (1-7) worked; at least one. @param exceptions days that differ: true is worked. */
  constructor(weekdays: readonly number[], exceptions: ReadonlyMap<Day, boolean>) {
    const worked = [1, 2, 3, 4, 5, 6, 7].filter((weekday) => weekdays.includes(weekday))
    if (worked.length === 0) throw new RangeError('a calendar needs at least one working weekday')
    this.perWeek = worked.length
    this.weekNth = Int32Array.from(worked, (weekday) => weekday - 1)
    this.weekBefore = Int32Array.from({ length: 8 }, (_, i) => worked.filter((weekday) => weekday <= i).length)
    let first = WINDOW_FIRST
    let end = WINDOW_FIRST + WINDOW_WEEKS * 7
    for (const day of exceptions.keys()) {
      if (day < first) first = day - (weekdayOf(day) - 1)
      if (day >= end) end = day + 8 - weekdayOf(day)
    }
    this.first = first
    this.end = end
    this.before = new Int32Array(end - first + 1)
    const days: number[] = []
    for (let i = 0; i < end - first; i++) {
      this.before[i] = days.length
      const usual = worked.includes((i % 7) + 1)
      if (exceptions.get(first + i) ?? usual) days.push(first + i)
    }
    this.before[end - first] = days.length
    this.days = Int32Array.from(days)
  }

  /** How many working days lie before `day`: the index of the first working day on or after it. */
  countBefore(day: Day): number {
    const offset = day - this.first
    if (offset >= 0 && day <= this.end) return this.before[offset]!
    const past = day < this.first ? offset : day - this.end
    const weeks = Math.floor(past / 7)
    return (day < this.first ? 0 : this.days.length) + weeks * this.perWeek + this.weekBefore[past - weeks * 7]!
  }

  /** The day of a working-day index; the inverse of `countBefore` on working days. */
  dayAt(index: number): Day {
    if (index >= 0 && index < this.days.length) return this.days[index]!
    const past = index < 0 ? index : index - this.days.length
    const weeks = Math.floor(past / this.perWeek)
    return (index < 0 ? this.first : this.end) + weeks * 7 + this.weekNth[past - weeks * this.perWeek]!
  }

  isWorkday(day: Day): boolean {
    return this.countBefore(day + 1) > this.countBefore(day)
  }
}
