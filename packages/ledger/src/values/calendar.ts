import type { DatePrecision } from '@guatu/kernel'

/** A stretch of days that a text names, with how exactly it names it. Days are ISO, inclusive. */
export interface Period {
  readonly first: string
  readonly last: string
  readonly precision: DatePrecision
}

const two = (part: number): string => String(part).padStart(2, '0')

const iso = (year: number, month: number, day: number): string => `${year}-${two(month)}-${two(day)}`

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

export const isYear = (year: number): boolean => year >= 1950 && year <= 2099

export function dayPeriod(year: number, month: number, day: number): Period | null {
  if (!isYear(year) || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  const date = iso(year, month, day)
  return { first: date, last: date, precision: 'day' }
}

/** Months from `from` to `to` of one year. */
export const monthsPeriod = (year: number, from: number, to: number, precision: DatePrecision): Period | null =>
  isYear(year) && from >= 1 && to <= 12 && from <= to
    ? { first: iso(year, from, 1), last: iso(year, to, daysInMonth(year, to)), precision }
    : null

export const monthPeriod = (year: number, month: number): Period | null => monthsPeriod(year, month, month, 'month')

export const yearPeriod = (year: number): Period | null => monthsPeriod(year, 1, 12, 'year')

export const quarterPeriod = (year: number, quarter: number): Period | null =>
  monthsPeriod(year, quarter * 3 - 2, quarter * 3, 'quarter')

export const halfPeriod = (year: number, half: 1 | 2): Period | null =>
  monthsPeriod(year, half * 6 - 5, half * 6, 'half')

/** A part of a month: 上旬, 中旬, 下旬 and 月底. Known to the month, yet starts and ends where the words say. */
export const partOfMonth = (year: number, month: number, from: number, to: number): Period | null =>
  isYear(year) && month >= 1 && month <= 12
    ? {
        first: iso(year, month, from),
        last: iso(year, month, Math.min(to, daysInMonth(year, month))),
        precision: 'month',
      }
    : null

/** Day of a spreadsheet's serial number in the 1900 system, where serial 60 is a day that never was (ECMA-376, 18.17.4.1). */
export function serialPeriod(serial: number): Period | null {
  const whole = Math.floor(serial)
  const instant = new Date(Date.UTC(1899, 11, 30) + whole * 86_400_000)
  return dayPeriod(instant.getUTCFullYear(), instant.getUTCMonth() + 1, instant.getUTCDate())
}
