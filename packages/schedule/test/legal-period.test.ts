import { describe, expect, it } from 'vitest'
import { chinaCalendar, type LegalPeriod, legalDeadline, weeklyCalendar } from '../src/index.ts'
import { dayOf, isoOf, type NaiveCalendar, naiveCalendar } from './naive-calendar.ts'
import { randomFrom } from './random-plan.ts'

const SIX_DAYS = { weekdays: [1, 2, 3, 4, 5, 6], off: ['2026-02-16', '2026-02-17', '2026-02-18'] }

/** The last day of a period, found by walking through the calendar with one's finger. */
function walked({ from, days, unit, suspensions = [] }: LegalPeriod, calendar: NaiveCalendar): string {
  const isSuspended = (day: number): boolean =>
    suspensions.some((suspension) => day >= dayOf(suspension.from) && day <= dayOf(suspension.to))
  let day = dayOf(from)
  for (let left = days; left > 0; ) {
    day++
    if (!isSuspended(day) && (unit === 'calendar' || calendar.isWorkday(day))) left--
  }
  while (isSuspended(day) || !calendar.isWorkday(day)) day++
  return isoOf(day)
}

/** Periods from autumn 2025 to summer 2026, with up to three suspensions that may overlap each other and the holidays. */
function randomPeriod(seed: number): LegalPeriod {
  const random = randomFrom(seed)
  const first = dayOf('2025-09-20') + random(240)
  const suspensions = Array.from({ length: random(4) }, () => {
    const from = first - 5 + random(40)
    return { from: isoOf(from), to: isoOf(from + random(12)) }
  })
  return { from: isoOf(first), days: 1 + random(30), unit: random(2) === 0 ? 'workday' : 'calendar', suspensions }
}

describe('legal periods with suspensions over holidays', () => {
  it.each([
    ['the national calendar', chinaCalendar(), naiveCalendar('cn')],
    ['six days a week', weeklyCalendar(SIX_DAYS), naiveCalendar(SIX_DAYS)],
  ])('end in %s where a walk through the days ends', (_, calendar, naive) => {
    for (let seed = 1; seed <= 3000; seed++) {
      const period = randomPeriod(seed)
      expect(legalDeadline({ ...period, calendar }), JSON.stringify(period)).toBe(walked(period, naive))
    }
  })
})
