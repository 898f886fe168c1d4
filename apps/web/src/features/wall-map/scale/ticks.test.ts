import { fromDay, toDay } from '@guatu/schedule'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ticksOf, tiersOf } from './ticks.ts'
import { zoomLevels } from './zoom.ts'

const window = { fromDay: toDay('2026-11-18'), untilDay: toDay('2027-02-03') }
const labels = (unit: 'year' | 'quarter' | 'month' | 'week' | 'day', level: (typeof zoomLevels)[number], en = false) =>
  ticksOf(unit, window, level, en ? 'en' : 'zh').map((tick) => tick.label)

describe('header cells', () => {
  it('name months with the year where no year row stands above', () => {
    expect(labels('month', 'week')).toEqual(['2026年11月', '2026年12月', '2027年1月', '2027年2月'])
    expect(labels('month', 'month')).toEqual(['11月', '12月', '1月', '2月'])
    expect(labels('month', 'week', true)[0]).toBe('Nov 2026')
  })

  it('begin weeks on Monday', () => {
    const weeks = ticksOf('week', window, 'week', 'zh')
    expect(fromDay(weeks[0]!.day)).toBe('2026-11-16')
    expect(weeks[0]!.label).toBe('11月16日')
    expect(labels('week', 'month')[0]).toBe('16')
  })

  it('name quarters and years', () => {
    expect(labels('quarter', 'quarter')).toEqual(['四季度', '一季度'])
    expect(labels('quarter', 'year', true)).toEqual(['Q4', 'Q1'])
    expect(labels('year', 'year')).toEqual(['2026年', '2027年'])
  })

  it('cover the window without gap or overlap at every level', () => {
    const start = fc.integer({ min: toDay('2000-01-01'), max: toDay('2050-01-01') })
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 900 }), fc.constantFrom(...zoomLevels), (fromDay, days, level) => {
        for (const unit of tiersOf[level]) {
          const ticks = ticksOf(unit, { fromDay, untilDay: fromDay + days }, level, 'zh')
          expect(ticks[0]!.day).toBeLessThanOrEqual(fromDay)
          expect(ticks.at(-1)!.endDay).toBeGreaterThanOrEqual(fromDay + days)
          ticks.slice(1).forEach((tick, place) => {
            expect(tick.day).toBe(ticks[place]!.endDay)
          })
        }
      }),
      { numRuns: 60 },
    )
  })
})
