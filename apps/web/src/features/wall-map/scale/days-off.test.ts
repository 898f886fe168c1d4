import { chinaCalendar, fromDay, toDay } from '@guatu/schedule'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysOff } from './days-off.ts'

const calendar = chinaCalendar()

describe('days off', () => {
  it('joins the days of a holiday and tells its name', () => {
    const strips = daysOff(calendar, toDay('2026-02-01'), toDay('2026-03-01'))
    const spring = strips.find((strip) => strip.holiday === '春节')!
    expect([fromDay(spring.day), fromDay(spring.endDay - 1)]).toEqual(['2026-02-15', '2026-02-23'])
    // Saturday the 14th and Saturday the 28th are worked in exchange.
    expect(strips.filter((strip) => strip.holiday === null).map((strip) => fromDay(strip.day))).toEqual([
      '2026-02-01',
      '2026-02-07',
    ])
  })

  it('shades exactly the days that are not worked', () => {
    const start = fc.integer({ min: toDay('2024-01-01'), max: toDay('2028-01-01') })
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 400 }), (first, days) => {
        const shaded = new Set<number>()
        for (const strip of daysOff(calendar, first, first + days)) {
          for (let day = strip.day; day < strip.endDay; day += 1) shaded.add(day)
        }
        for (let day = first; day < first + days; day += 1) {
          expect(shaded.has(day)).toBe(!calendar.isWorkday(fromDay(day)))
        }
      }),
      { numRuns: 40 },
    )
  })
})
