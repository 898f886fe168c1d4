import { announcedYears } from './china-holidays.ts'
import { type Day, type IsoDate, toDay } from './day.ts'
import { DayTable } from './day-table.ts'
import { type WorkCalendar, workCalendar } from './work-calendar.ts'

/** Days on which a district differs from the State Council's calendar, such as a local festival or a flood-season Saturday. */
export type ExtraDays = { readonly extraOff?: readonly IsoDate[]; readonly extraWork?: readonly IsoDate[] }

const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5]

/** The days an `MM-DD` or `MM-DD..MM-DD` list names in a year. */
function listedDays(year: number, list: string): Day[] {
  return list
    .split(' ')
    .filter((part) => part !== '')
    .flatMap((part) => {
      const [from = '', to = from] = part.split('..')
      const first = toDay(`${year}-${from}`)
      return Array.from({ length: toDay(`${year}-${to}`) - first + 1 }, (_, i) => first + i)
    })
}

const announced = new Map<Day, boolean>()
const holidayNames = new Map<Day, string>()
for (const { year, holidays } of announcedYears) {
  for (const [name, off, work] of holidays) {
    for (const day of listedDays(year, work)) announced.set(day, true)
    for (const day of listedDays(year, off)) {
      announced.set(day, false)
      holidayNames.set(day, name)
    }
  }
}
const knownYears = new Set(announcedYears.map(({ year }) => year))
const isProvisional = (year: number): boolean => !knownYears.has(year)

let plain: WorkCalendar | undefined

/**
 * The State Council's calendar with its holidays and swapped working days, 2007-2026; other years have weekends only and
 * are provisional. A day named both off and worked is off.
 */
export function chinaCalendar(extra: ExtraDays = {}): WorkCalendar {
  const { extraOff = [], extraWork = [] } = extra
  if (extraOff.length === 0 && extraWork.length === 0) {
    plain ??= workCalendar(new DayTable(MONDAY_TO_FRIDAY, announced), { isProvisional, holidayNames })
    return plain
  }
  const days = new Map(announced)
  for (const date of extraWork) days.set(toDay(date), true)
  for (const date of extraOff) days.set(toDay(date), false)
  const names = new Map([...holidayNames].filter(([day]) => days.get(day) === false))
  return workCalendar(new DayTable(MONDAY_TO_FRIDAY, days), { isProvisional, holidayNames: names })
}
