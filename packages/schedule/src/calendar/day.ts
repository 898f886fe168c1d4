/** A day as a whole number: days since 1970-01-01. The engine counts in these; ISO strings stand at the edges only. */
export type Day = number

/** `YYYY-MM-DD`. */
export type IsoDate = string

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Whether the value is a `YYYY-MM-DD` string that names a day which exists, in the years 0001-9999. */
export function isIsoDate(value: unknown): value is IsoDate {
  if (typeof value !== 'string' || !ISO_DATE.test(value)) return false
  const year = Number(value.slice(0, 4))
  const month = Number(value.slice(5, 7))
  const day = Number(value.slice(8, 10))
  if (year < 1 || month < 1 || month > 12 || day < 1) return false
  return day <= (month === 2 && isLeap(year) ? 29 : MONTH_DAYS[month - 1]!)
}

/** The day number of an ISO date. Throws a RangeError for anything else: check with `isIsoDate` what a user wrote. */
export function toDay(iso: IsoDate): Day {
  if (!isIsoDate(iso)) throw new RangeError(`not an ISO date: ${String(iso)}`)
  return dayOfCivil(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10)))
}

/** Monday is 1, Sunday is 7, as in ISO 8601. */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** The day number of a date of the proleptic Gregorian calendar; years are counted from March, so that a leap day comes last. */
function dayOfCivil(year: number, month: number, day: number): Day {
  const shifted = month > 2 ? year : year - 1
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400)
  return shifted * 365 + leapDays + dayOfYear - 719468
}

function format(day: Day): IsoDate {
  const shifted = day + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const date = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

export const FIRST_DAY: Day = dayOfCivil(1, 1, 1)
export const LAST_DAY: Day = dayOfCivil(9999, 12, 31)

// Dates of 1990-2069 are asked for again and again; each string is made once.
const CACHE_FIRST = dayOfCivil(1990, 1, 1)
const cache: (IsoDate | undefined)[] = new Array(dayOfCivil(2070, 1, 1) - CACHE_FIRST)

/** The ISO date of a day number. Throws a RangeError outside the years 0001-9999. */
export function fromDay(day: Day): IsoDate {
  const slot = day - CACHE_FIRST
  if (slot >= 0 && slot < cache.length) {
    const known = cache[slot]
    if (known !== undefined) return known
    const made = format(day)
    cache[slot] = made
    return made
  }
  if (!Number.isInteger(day) || day < FIRST_DAY || day > LAST_DAY) throw new RangeError(`no such day: ${day}`)
  return format(day)
}
