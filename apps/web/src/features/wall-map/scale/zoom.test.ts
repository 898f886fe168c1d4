import { toDay } from '@guatu/schedule'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayAtX } from './time-scale.ts'
import {
  clampDayWidth,
  dayWidths,
  levelOf,
  MAX_DAY_WIDTH,
  MIN_DAY_WIDTH,
  stepDayWidth,
  wheelFactor,
  zoomAbout,
  zoomLevels,
} from './zoom.ts'

const scale = { firstDay: toDay('2024-01-01'), endDay: toDay('2029-01-01'), dayWidth: 5 }

describe('zoom levels', () => {
  it('shows the header that belongs to each button', () => {
    for (const level of zoomLevels) expect(levelOf(dayWidths[level])).toBe(level)
    expect(levelOf(MAX_DAY_WIDTH)).toBe('day')
    expect(levelOf(MIN_DAY_WIDTH)).toBe('year')
  })

  it('steps through the buttons both ways', () => {
    const down = [dayWidths.day]
    while (down.length < 5) down.push(stepDayWidth(down.at(-1)!, -1))
    expect(down).toEqual([30, 14, 5, 2.4, 0.7])
    expect(stepDayWidth(14, 1)).toBe(30)
    expect(stepDayWidth(6, 1)).toBe(14)
  })

  it('goes on past the outer buttons up to the limits', () => {
    expect(stepDayWidth(30, 1)).toBe(42)
    expect(stepDayWidth(47, 1)).toBe(MAX_DAY_WIDTH)
    expect(stepDayWidth(MIN_DAY_WIDTH, -1)).toBe(MIN_DAY_WIDTH)
  })

  it('widens on a wheel that is turned away, and undoes itself', () => {
    expect(wheelFactor(-100)).toBeGreaterThan(1)
    expect(wheelFactor(100) * wheelFactor(-100)).toBeCloseTo(1, 10)
  })
})

describe('zooming about a point', () => {
  it('keeps the day under the pointer, unless the line begins there', () => {
    const place = fc.record({
      dayWidth: fc.double({ min: MIN_DAY_WIDTH, max: MAX_DAY_WIDTH, noNaN: true }),
      next: fc.double({ min: 0.01, max: 100, noNaN: true }),
      scrollLeft: fc.double({ min: 0, max: 20_000, noNaN: true }),
      anchorX: fc.double({ min: 0, max: 1500, noNaN: true }),
    })
    fc.assert(
      fc.property(place, ({ dayWidth, next, scrollLeft, anchorX }) => {
        const before = { ...scale, dayWidth }
        const after = zoomAbout(before, scrollLeft, anchorX, next)
        expect(after.scale.dayWidth).toBe(clampDayWidth(next))
        expect(after.scrollLeft).toBeGreaterThanOrEqual(0)
        if (after.scrollLeft === 0) return
        const day = dayAtX(before, scrollLeft + anchorX)
        expect(dayAtX(after.scale, after.scrollLeft + anchorX)).toBeCloseTo(day, 3)
      }),
    )
  })
})
