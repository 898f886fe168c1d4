import type { Language } from '@guatu/kernel'
import { type Day, fromDay, toDay } from '@guatu/schedule'
import type { ZoomLevel } from './zoom.ts'

export type TickUnit = 'year' | 'quarter' | 'month' | 'week' | 'day'

/** One cell of the header: from `day` up to, not including, `endDay`. */
export interface Tick {
  readonly day: Day
  readonly endDay: Day
  readonly label: string
}

/** Header rows from the top down. */
export const tiersOf: Record<ZoomLevel, readonly TickUnit[]> = {
  day: ['month', 'week', 'day'],
  week: ['month', 'week'],
  month: ['year', 'month', 'week'],
  quarter: ['year', 'quarter', 'month'],
  year: ['year', 'quarter'],
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const partsOf = (day: Day) => {
  const [year = 0, month = 1, date = 1] = fromDay(day).split('-').map(Number)
  return { year, month, date }
}

const firstOf = (year: number, month: number): Day => {
  const carried = year + Math.floor((month - 1) / 12)
  const within = ((month - 1) % 12) + 1
  return toDay(`${String(carried).padStart(4, '0')}-${String(within).padStart(2, '0')}-01`)
}

const startOf: Record<TickUnit, (day: Day) => Day> = {
  year: (day) => firstOf(partsOf(day).year, 1),
  quarter: (day) => {
    const { year, month } = partsOf(day)
    return firstOf(year, Math.floor((month - 1) / 3) * 3 + 1)
  },
  month: (day) => firstOf(partsOf(day).year, partsOf(day).month),
  // Day 0 is a Thursday; weeks begin on Monday.
  week: (day) => day - ((((day + 3) % 7) + 7) % 7),
  day: (day) => day,
}

const nextOf: Record<TickUnit, (start: Day) => Day> = {
  year: (start) => firstOf(partsOf(start).year + 1, 1),
  quarter: (start) => firstOf(partsOf(start).year, partsOf(start).month + 3),
  month: (start) => firstOf(partsOf(start).year, partsOf(start).month + 1),
  week: (start) => start + 7,
  day: (start) => start + 1,
}

/** How a cell is called; `top` is the header's first row, where the year must be told. */
function labelOf(unit: TickUnit, day: Day, level: ZoomLevel, language: Language): string {
  const { year, month, date } = partsOf(day)
  const english = language === 'en'
  const monthName = monthNames[month - 1] ?? ''
  const quarter = Math.floor((month - 1) / 3) + 1
  if (unit === 'year') return english ? `${year}` : `${year}年`
  if (unit === 'quarter') return english ? `Q${quarter}` : `${['一', '二', '三', '四'][quarter - 1]}季度`
  if (unit === 'day') return `${date}`
  if (unit === 'month') {
    const alone = tiersOf[level][0] === 'month'
    if (english) return alone ? `${monthName} ${year}` : monthName
    return alone ? `${year}年${month}月` : `${month}月`
  }
  if (level === 'month') return `${date}`
  return english ? `${date} ${monthName}` : `${month}月${date}日`
}

/** The cells of one header row that touch the window from `fromDay` up to `untilDay`. */
export function ticksOf(
  unit: TickUnit,
  window: { readonly fromDay: Day; readonly untilDay: Day },
  level: ZoomLevel,
  language: Language,
): Tick[] {
  const ticks: Tick[] = []
  let day = startOf[unit](Math.floor(window.fromDay))
  while (day < window.untilDay) {
    const endDay = nextOf[unit](day)
    ticks.push({ day, endDay, label: labelOf(unit, day, level, language) })
    day = endDay
  }
  return ticks
}
