import { createRequire } from 'node:module'
import type { CalendarSpec } from '../src/index.ts'

// Days are counted and listed one by one, from another source than the engine's table: slow, and hard to get wrong.

const { holidays, workdays } = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json') as {
  holidays: Record<string, string>
  workdays: Record<string, string>
}

const DAY_MS = 86_400_000

export const dayOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / DAY_MS
export const isoOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)

/** The days that the naive calendars know. */
const FIRST = dayOf('2024-07-01')
const LAST = dayOf('2028-12-31')

export type NaiveCalendar = { isWorkday(day: number): boolean }

function isWorked(spec: CalendarSpec, iso: string): boolean {
  const weekday = new Date(`${iso}T00:00:00Z`).getUTCDay() || 7
  if (spec === 'every-day') return true
  if (spec === 'cn') {
    if (iso in holidays) return false
    return weekday <= 5 || iso in workdays
  }
  if ('weekdays' in spec) {
    if (spec.off?.includes(iso)) return false
    return spec.weekdays.includes(weekday) || (spec.work?.includes(iso) ?? false)
  }
  if (spec.extraOff?.includes(iso)) return false
  return (spec.extraWork?.includes(iso) ?? false) || isWorked(spec.base, iso)
}

const known = new Map<string, NaiveCalendar>()

export function naiveCalendar(spec: CalendarSpec): NaiveCalendar {
  const key = JSON.stringify(spec)
  let calendar = known.get(key)
  if (calendar === undefined) {
    const worked = Uint8Array.from({ length: LAST - FIRST + 1 }, (_, i) => (isWorked(spec, isoOf(FIRST + i)) ? 1 : 0))
    calendar = {
      isWorkday(day) {
        if (day < FIRST || day > LAST) throw new Error(`outside the naive calendar: ${isoOf(day)}`)
        return worked[day - FIRST] === 1
      },
    }
    known.set(key, calendar)
  }
  return calendar
}

/** Working days in [from, to), negative when `to` lies before. */
export function countWorkdays(calendar: NaiveCalendar, from: number, to: number): number {
  let count = 0
  for (let day = Math.min(from, to); day < Math.max(from, to); day++) if (calendar.isWorkday(day)) count++
  return to < from ? -count : count
}

export function onOrAfter(calendar: NaiveCalendar, day: number): number {
  let at = day
  while (!calendar.isWorkday(at)) at++
  return at
}

export function onOrBefore(calendar: NaiveCalendar, day: number): number {
  let at = day
  while (!calendar.isWorkday(at)) at--
  return at
}
