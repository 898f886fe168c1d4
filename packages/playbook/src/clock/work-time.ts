import { type Day, fromDay, type IsoDate, toDay, type WorkCalendar } from '@guatu/schedule'

/** When the offices of a district work on a workday; `HH:MM` by its own clock, in order and apart from one another. */
export interface WorkingHours {
  readonly utcOffsetMinutes: number
  readonly spans: readonly { readonly from: string; readonly to: string }[]
}

/** Offices of the area in Beijing time, which China keeps all year. A district may have hours of its own. */
export const usualHours: WorkingHours = {
  utcOffsetMinutes: 8 * 60,
  spans: [
    { from: '08:30', to: '12:00' },
    { from: '13:30', to: '17:00' },
  ],
}

/** An instant in whole minutes since 1970-01-01 in UTC; what is more than a minute is left out. */
export type Minute = number

const dayMinutes = 24 * 60

export const minuteOf = (instant: string): Minute => Math.floor(Date.parse(instant) / 60_000)

export const instantOf = (minute: Minute): string => new Date(minute * 60_000).toISOString()

const minutesInto = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

/** Arithmetic on working time: all in constant time, whatever the distance. */
export interface WorkTime {
  readonly calendar: WorkCalendar
  readonly minutesPerDay: number
  dayOf(minute: Minute): Day
  /** The day's first minute. */
  startOf(day: Day): Minute
  /** When the offices close; the same time on days off. */
  closeOf(day: Day): Minute
  /** Working minutes from `a` to `b`, which is not before it. */
  between(a: Minute, b: Minute): number
  /** The earliest minute by which so many working minutes have passed since `from`. */
  add(from: Minute, minutes: number): Minute
}

export function workTime(calendar: WorkCalendar, { utcOffsetMinutes, spans }: WorkingHours): WorkTime {
  const { table } = calendar
  const hours = spans.map(({ from, to }) => [minutesInto(from), minutesInto(to)] as const)
  const minutesPerDay = hours.reduce((sum, [from, to]) => sum + to - from, 0)
  const close = hours.at(-1)?.[1] ?? dayMinutes
  const dayOf = (minute: Minute): Day => Math.floor((minute + utcOffsetMinutes) / dayMinutes)
  const startOf = (day: Day): Minute => day * dayMinutes - utcOffsetMinutes
  const into = (minuteOfDay: number): number =>
    hours.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(minuteOfDay, to) - from), 0)
  const worked = (minute: Minute): number => {
    const day = dayOf(minute)
    const today = table.isWorkday(day) ? into(minute - startOf(day)) : 0
    return table.countBefore(day) * minutesPerDay + today
  }
  /** The minute of a day by which so many of its working minutes have passed. */
  const after = (minutes: number): number => {
    let left = minutes
    for (const [from, to] of hours) {
      if (left <= to - from) return from + left
      left -= to - from
    }
    return close
  }
  return {
    calendar,
    minutesPerDay,
    dayOf,
    startOf,
    closeOf: (day) => startOf(day) + close,
    between: (a, b) => worked(b) - worked(a),
    add: (from, minutes) => {
      if (minutes <= 0) return from
      const target = worked(from) + minutes
      const index = Math.ceil(target / minutesPerDay) - 1
      return startOf(table.dayAt(index)) + after(target - index * minutesPerDay)
    },
  }
}

export const isoDayOf = (time: WorkTime, minute: Minute): IsoDate => fromDay(time.dayOf(minute))

/** The last minute of a day. */
export const endOfDay = (time: WorkTime, date: IsoDate): Minute => time.startOf(toDay(date) + 1) - 1
