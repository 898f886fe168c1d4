import { toDay } from '@guatu/schedule'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayAtX } from './time-scale.ts'
import { dayWindow, touches } from './visible-window.ts'

const scale = { firstDay: toDay('2024-01-01'), endDay: toDay('2030-01-01'), dayWidth: 5 }

describe('the drawn window', () => {
  it('covers what is in view and stays within the time line', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 300, max: 1900 }), (scrollLeft, width) => {
        const drawn = dayWindow(scale, scrollLeft, width)
        expect(drawn.fromDay).toBeLessThanOrEqual(dayAtX(scale, scrollLeft))
        expect(drawn.untilDay).toBeGreaterThanOrEqual(Math.min(scale.endDay, dayAtX(scale, scrollLeft + width)))
        expect(drawn.fromDay).toBeGreaterThanOrEqual(scale.firstDay)
        expect(drawn.untilDay).toBeLessThanOrEqual(scale.endDay)
      }),
    )
  })

  it('stays the same for scrolling within a step', () => {
    expect(dayWindow(scale, 810, 1000)).toEqual(dayWindow(scale, 1000, 1000))
  })

  it('takes spans that reach into it', () => {
    const drawn = { fromDay: 100, untilDay: 200 }
    expect([touches(drawn, 90, 100), touches(drawn, 199, 230), touches(drawn, 50, 300)]).toEqual([true, true, true])
    expect([touches(drawn, 90, 99), touches(drawn, 200, 230)]).toEqual([false, false])
  })
})
