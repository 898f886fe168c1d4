import { type Day, fromDay, isIsoDate, toDay, weekdayOf } from '../calendar/day.ts'
import type { WorkCalendar } from '../calendar/work-calendar.ts'
import type { CalendarSpec } from '../network/input.ts'
import { childOf, childrenOf, textOf, type XmlElement, xmlElement } from './xml-tree.ts'

/** A weekly pattern with the days that differ from it. */
export type Pattern = { weekdays: number[]; off: string[]; work: string[] }

const STANDARD = [1, 2, 3, 4, 5]
const MAX_EXCEPTION_DAYS = 3660

/** The date part of an MSPDI date-time; undefined when there is none. */
export function dateOf(text: string | undefined): string | undefined {
  const date = text?.slice(0, 10)
  return isIsoDate(date) ? date : undefined
}

const isWorking = (element: XmlElement): boolean => textOf(element, 'DayWorking') === '1'

/** The dates of an exception's period; none when it has no sensible one. */
function periodDates(element: XmlElement): string[] {
  const period = childOf(element, 'TimePeriod')
  const from = dateOf(textOf(period, 'FromDate'))
  const to = dateOf(textOf(period, 'ToDate'))
  if (from === undefined || to === undefined) return []
  const first = toDay(from)
  const count = Math.min(toDay(to) - first + 1, MAX_EXCEPTION_DAYS)
  return Array.from({ length: Math.max(0, count) }, (_, i) => fromDay(first + i))
}

/** DayType counts from Sunday, 1; here Monday is 1. */
const weekdayOfType = (dayType: number): number => (dayType === 1 ? 7 : dayType - 1)

function readPattern(element: XmlElement, base: Pattern | undefined): Pattern {
  const weekDays = childrenOf(childOf(element, 'WeekDays'), 'WeekDay')
  const weekdays = new Set(base?.weekdays ?? STANDARD)
  const days = new Map<string, boolean>()
  for (const date of base?.off ?? []) days.set(date, false)
  for (const date of base?.work ?? []) days.set(date, true)
  // The older of the two notations for exceptions is a WeekDay of type 0.
  const exceptions = childrenOf(childOf(element, 'Exceptions'), 'Exception')
  for (const weekDay of weekDays) {
    const type = Number(textOf(weekDay, 'DayType'))
    if (type === 0) exceptions.push(weekDay)
    else if (type >= 1 && type <= 7) weekdays[isWorking(weekDay) ? 'add' : 'delete'](weekdayOfType(type))
  }
  for (const exception of exceptions) {
    for (const date of periodDates(exception)) days.set(date, isWorking(exception))
  }
  const listed = (worked: boolean): string[] =>
    [...days].filter(([, isWorked]) => isWorked === worked).map(([date]) => date)
  return { weekdays: [...weekdays].sort((a, b) => a - b), off: listed(false), work: listed(true) }
}

/** The calendars of a project by UID; one that derives from another takes what it does not say from it. */
export function readCalendars(project: XmlElement): Map<string, Pattern> {
  const elements = childrenOf(childOf(project, 'Calendars'), 'Calendar')
  const read = new Map<string, Pattern>()
  const bases = elements.filter((element) => textOf(element, 'IsBaseCalendar') !== '0')
  for (const element of [...bases, ...elements.filter((other) => !bases.includes(other))]) {
    const base = read.get(textOf(element, 'BaseCalendarUID') ?? '')
    read.set(textOf(element, 'UID') ?? '', readPattern(element, base))
  }
  return read
}

const TIMES = [
  ['08:00:00', '12:00:00'],
  ['13:00:00', '17:00:00'],
]
const WORKING_TIMES = `<WorkingTimes>${TIMES.map(
  ([from = '', to = '']) => `<WorkingTime>${xmlElement('FromTime', from)}${xmlElement('ToTime', to)}</WorkingTime>`,
).join('')}</WorkingTimes>`

const working = (isWorked: boolean): string =>
  xmlElement('DayWorking', isWorked ? 1 : 0) + (isWorked ? WORKING_TIMES : '')

/** The weekdays that a specification works as a rule. */
function usualWeekdays(spec: CalendarSpec): readonly number[] {
  if (typeof spec === 'object' && 'weekdays' in spec) return spec.weekdays
  return (typeof spec === 'object' ? spec.base : spec) === 'cn' ? STANDARD : [1, 2, 3, 4, 5, 6, 7]
}

/** A Calendar element whose exceptions are those that fall on the days from `first` to `last`. */
export function writeCalendar(uid: number, spec: CalendarSpec, calendar: WorkCalendar, first: Day, last: Day): string {
  const usual = new Set(usualWeekdays(spec))
  const weekDays = [1, 2, 3, 4, 5, 6, 7].map(
    (type) => `<WeekDay>${xmlElement('DayType', type)}${working(usual.has(weekdayOfType(type)))}</WeekDay>`,
  )
  const exceptions: string[] = []
  for (let day = first; day <= last; day++) {
    const isWorked = calendar.table.isWorkday(day)
    if (isWorked === usual.has(weekdayOf(day))) continue
    const date = fromDay(day)
    const period = xmlElement('FromDate', `${date}T00:00:00`) + xmlElement('ToDate', `${date}T23:59:00`)
    const name = xmlElement('Name', calendar.holidayName(date) ?? date)
    exceptions.push(`<Exception><TimePeriod>${period}</TimePeriod>${name}${working(isWorked)}</Exception>`)
  }
  const head = xmlElement('UID', uid) + xmlElement('Name', `Calendar ${uid}`) + xmlElement('IsBaseCalendar', 1)
  const listed = exceptions.length > 0 ? `<Exceptions>${exceptions.join('')}</Exceptions>` : ''
  return `<Calendar>${head}<WeekDays>${weekDays.join('')}</WeekDays>${listed}</Calendar>`
}
