import { fromDay, toDay } from '@guatu/schedule'

export const addDays = (day: string, days: number): string => fromDay(toDay(day) + days)

/** The same day of another month, or that month's last day. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

export const monthEnd = (day: string): string => addDays(`${addMonths(day, 1).slice(0, 7)}-01`, -1)

/** An instant of a day in Shanghai, in office hours unless said otherwise. */
export function instantAt(day: string, minutesAfterMidnight: number): string {
  const midnight = Date.parse(`${day}T00:00:00+08:00`)
  return new Date(midnight + minutesAfterMidnight * 60_000).toISOString()
}
