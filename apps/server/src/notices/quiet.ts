import type { NoticePreference } from '@guatu/contract'
import { chinaCalendar } from '@guatu/schedule'

export type QuietTimes = Pick<NoticePreference, 'quietFrom' | 'quietTo' | 'workdaysOnly'>

/** When nobody has said otherwise: evenings, nights and days off are quiet. */
export const usualQuiet: QuietTimes = { quietFrom: 20, quietTo: 8, workdaysOnly: true }

const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** China has one zone and no summer time. */
const zoneMs = 8 * hourMs

const calendar = chinaCalendar()
/** Longer than any row of days off. */
const mostDays = 40

export const shanghaiDay = (instant: string): string =>
  new Date(Date.parse(instant) + zoneMs).toISOString().slice(0, 10)

export const shanghaiHour = (instant: string): number => new Date(Date.parse(instant) + zoneMs).getUTCHours()

export const isWorkday = (day: string): boolean => calendar.isWorkday(day)

const isQuiet = ({ quietFrom, quietTo }: QuietTimes, hour: number): boolean =>
  quietFrom <= quietTo ? hour >= quietFrom && hour < quietTo : hour >= quietFrom || hour < quietTo

/** The first instant from this one on at which something may go out; the instant itself where it may at once. */
export function nextAllowed(instant: string, quiet: QuietTimes): string {
  const local = Date.parse(instant) + zoneMs
  const firstDay = Math.floor(local / dayMs) * dayMs
  for (let ahead = 0; ahead < mostDays; ahead += 1) {
    const dayStart = firstDay + ahead * dayMs
    const day = new Date(dayStart).toISOString().slice(0, 10)
    if (quiet.workdaysOnly && !isWorkday(day)) continue
    const begin = Math.max(local, dayStart)
    for (let hour = Math.floor((begin - dayStart) / hourMs); hour < 24; hour += 1) {
      if (isQuiet(quiet, hour)) continue
      return new Date(Math.max(begin, dayStart + hour * hourMs) - zoneMs).toISOString()
    }
  }
  return instant
}

/** The day so many workdays on. */
export const workdaysOn = (day: string, count: number): string => calendar.addWorkdays(day, count)
