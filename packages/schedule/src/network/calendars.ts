import { chinaCalendar } from '../calendar/china.ts'
import { isIsoDate } from '../calendar/day.ts'
import { everyDayCalendar, weeklyCalendar } from '../calendar/weekly.ts'
import type { WorkCalendar } from '../calendar/work-calendar.ts'
import type { CalendarSpec } from './input.ts'

// A table of fifty years takes a millisecond to lay out; a browser that drags a bar asks for the same calendar each time.
const made = new Map<string, WorkCalendar>()
const MADE_LIMIT = 50

const isDateList = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.length <= 20_000 && value.every(isIsoDate))

const isWeekdayList = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every((day) => Number.isInteger(day) && day >= 1 && day <= 7)

function build(spec: Exclude<CalendarSpec, string>): WorkCalendar | undefined {
  if ('weekdays' in spec) {
    if (!isWeekdayList(spec.weekdays) || !isDateList(spec.off) || !isDateList(spec.work)) return undefined
    return weeklyCalendar(spec)
  }
  const { base, extraOff, extraWork } = spec
  if (!isDateList(extraOff) || !isDateList(extraWork)) return undefined
  if (base === 'cn') return chinaCalendar({ ...(extraOff && { extraOff }), ...(extraWork && { extraWork }) })
  const weekdays = [1, 2, 3, 4, 5, 6, 7]
  return base === 'every-day' ? weeklyCalendar({ weekdays, off: extraOff ?? [], work: extraWork ?? [] }) : undefined
}

/** A specification as text, or null for one that is nested too deep to be any. */
function keyOf(spec: object): string | null {
  try {
    return JSON.stringify(spec)
  } catch {
    return null
  }
}

/** The calendar that a specification names, the same object each time; undefined when it names none. */
export function calendarOf(spec: CalendarSpec): WorkCalendar | undefined {
  if (spec === 'cn') return chinaCalendar()
  if (spec === 'every-day') return everyDayCalendar()
  if (typeof spec !== 'object' || spec === null) return undefined
  const key = keyOf(spec)
  if (key === null) return undefined
  const known = made.get(key)
  if (known !== undefined) return known
  const calendar = build(spec)
  if (calendar === undefined) return undefined
  if (made.size >= MADE_LIMIT) made.clear()
  made.set(key, calendar)
  return calendar
}
