import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chinaCalendar } from './china.ts'
import { fromDay, toDay } from './day.ts'
import { everyDayCalendar, weeklyCalendar } from './weekly.ts'
import type { WorkCalendar } from './work-calendar.ts'

const sixDays = weeklyCalendar({ weekdays: [1, 2, 3, 4, 5, 6], off: ['2026-05-01'], work: ['2026-05-03'] })
const oneDay = weeklyCalendar({ weekdays: [3] })
const farAway = weeklyCalendar({ weekdays: [1, 2, 3, 4, 5], off: ['1980-01-02', '2090-01-02'], work: ['1980-01-05'] })
const calendars: [string, WorkCalendar][] = [
  ['the national one', chinaCalendar()],
  ['every day', everyDayCalendar()],
  ['six days with exceptions', sixDays],
  ['Wednesdays', oneDay],
  ['exceptions far from today', farAway],
]

// Well beyond the table on both sides.
const date = fc.integer({ min: toDay('1960-01-01'), max: toDay('2110-12-31') }).map(fromDay)

describe.each(calendars)('%s', (_, calendar) => {
  it('adds working days as stepping would', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 30 }), (from, n) => {
        let day = toDay(from)
        for (let left = n; left > 0; ) if (calendar.isWorkday(fromDay(++day))) left--
        return calendar.addWorkdays(from, n) === fromDay(day)
      }),
    )
  })

  it('takes working days away as stepping would', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 30 }), (from, n) => {
        let day = toDay(from)
        for (let left = n; left > 0; ) if (calendar.isWorkday(fromDay(--day))) left--
        return calendar.addWorkdays(from, -n) === fromDay(day)
      }),
    )
  })

  it('counts what it added', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -400, max: 400 }), (from, n) => {
        return n === 0 || calendar.workdaysBetween(from, calendar.addWorkdays(from, n)) === n
      }),
    )
  })

  it('counts stretches that add up', () => {
    fc.assert(
      fc.property(fc.tuple(date, date, date), (dates) => {
        const [a, b, c] = dates.sort() as [string, string, string]
        return calendar.workdaysBetween(a, b) + calendar.workdaysBetween(b, c) === calendar.workdaysBetween(a, c)
      }),
    )
  })

  it('finds the working day on or next to a date', () => {
    fc.assert(
      fc.property(date, (from) => {
        const next = calendar.nextWorkday(from)
        const previous = calendar.previousWorkday(from)
        const isBetween = previous <= from && from <= next && calendar.isWorkday(next) && calendar.isWorkday(previous)
        return isBetween && (calendar.isWorkday(from) ? next === from && previous === from : next !== from)
      }),
    )
  })

  it('refuses what is no date or no whole number', () => {
    expect(() => calendar.isWorkday('2026-02-30')).toThrow(RangeError)
    expect(() => calendar.addWorkdays('2026-01-01', 0.5)).toThrow(RangeError)
    expect(() => calendar.isProvisional('yesterday')).toThrow(RangeError)
    expect(() => calendar.holidayName('')).toThrow(RangeError)
  })
})

describe('a weekly calendar', () => {
  it('knows its own exceptions and no holidays', () => {
    expect(sixDays.isWorkday('2026-05-01')).toBe(false)
    expect(sixDays.isWorkday('2026-05-03')).toBe(true)
    expect(sixDays.isWorkday('2026-02-17')).toBe(true)
    expect(sixDays.holidayName('2026-05-01')).toBeNull()
    expect(sixDays.isProvisional('2099-01-01')).toBe(false)
  })

  it('keeps exceptions outside its usual years', () => {
    expect(farAway.isWorkday('1980-01-02')).toBe(false)
    expect(farAway.isWorkday('1980-01-05')).toBe(true)
    expect(farAway.isWorkday('2090-01-02')).toBe(false)
    expect(farAway.isWorkday('2090-01-03')).toBe(true)
  })

  it('needs a day that is worked', () => {
    expect(() => weeklyCalendar({ weekdays: [] })).toThrow(RangeError)
    expect(() => weeklyCalendar({ weekdays: [8] })).toThrow(RangeError)
  })
})
