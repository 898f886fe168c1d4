import { fromDay, toDay } from '@guatu/schedule'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayAtX, timeRange, widthOf, xOfDay } from './time-scale.ts'

const scale = { firstDay: toDay('2026-01-01'), endDay: toDay('2027-01-01'), dayWidth: 10 }

describe('the time scale', () => {
  it('lays days from the left edge', () => {
    expect(xOfDay(scale, toDay('2026-01-01'))).toBe(0)
    expect(xOfDay(scale, toDay('2026-02-01'))).toBe(310)
    expect(widthOf(scale)).toBe(3650)
  })

  it('finds the day at a place, also within the day', () => {
    expect(dayAtX(scale, 315)).toBe(toDay('2026-02-01') + 0.5)
  })

  it('is undone by its inverse', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.3, max: 48, noNaN: true }),
        fc.integer({ min: 0, max: 5000 }),
        (dayWidth, offset) => {
          const any = { ...scale, dayWidth }
          expect(dayAtX(any, xOfDay(any, any.firstDay + offset))).toBeCloseTo(any.firstDay + offset, 6)
        },
      ),
    )
  })
})

const isoDay = fc.integer({ min: toDay('2020-01-01'), max: toDay('2035-12-31') }).map(fromDay)

describe('the range of the time line', () => {
  it('is whole months about today where nothing is dated', () => {
    const range = timeRange([null, null], '2026-11-21')
    expect(fromDay(range.firstDay)).toBe('2026-11-01')
    expect(fromDay(range.endDay)).toBe('2027-03-01')
  })

  it('holds every date, and today, with room on both sides', () => {
    fc.assert(
      fc.property(fc.array(fc.option(isoDay)), isoDay, (dates, today) => {
        const range = timeRange(dates, today)
        for (const date of [...dates, today]) {
          if (date === null) continue
          expect(toDay(date) - range.firstDay).toBeGreaterThanOrEqual(20)
          expect(range.endDay - toDay(date)).toBeGreaterThan(60)
        }
        expect(fromDay(range.firstDay)).toMatch(/-01$/)
        expect(fromDay(range.endDay)).toMatch(/-01$/)
      }),
    )
  })
})
