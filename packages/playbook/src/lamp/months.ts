import { toDay } from '@guatu/schedule'

/** Months as ledgers and rules of the month count them: `2026-10`. */
export type IsoMonth = string

export const monthOf = (day: string): IsoMonth => day.slice(0, 7)

const serialOf = (month: IsoMonth): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1

export function monthBefore(month: IsoMonth, back = 1): IsoMonth {
  const serial = serialOf(month) - back
  const year = String(Math.floor(serial / 12)).padStart(4, '0')
  return `${year}-${String((serial % 12) + 1).padStart(2, '0')}`
}

export function lastDayOf(month: IsoMonth): string {
  const year = Number(month.slice(0, 4))
  return new Date(Date.UTC(year, Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10)
}

/**
 * Whole months that have passed since a day, 0 before one has: since 15 August three of them are over on 16 November. A
 * month's last day stands for the whole month, so that since 31 August three are over on 1 December.
 */
export function wholeMonthsPast(date: string, today: string): number {
  if (toDay(today) <= toDay(date)) return 0
  const isLast = date === lastDayOf(monthOf(date))
  const due = isLast ? 31 : Number(date.slice(8, 10))
  const reached = Number(today.slice(8, 10)) > Math.min(due, Number(lastDayOf(monthOf(today)).slice(8, 10)))
  return Math.max(0, serialOf(monthOf(today)) - serialOf(monthOf(date)) - (reached ? 0 : 1))
}
