import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boardVariables, cssOfDay, cssOfSpan } from './day-css.ts'

/** Works a length out as the browser does, for a width of a day. */
function pixels(length: string, dayWidth: number): number {
  const days = Number(/var\(--day\) \* (-?\d+)/.exec(length)?.[1])
  const least = Number(/max\((\d+)px/.exec(length)?.[1] ?? Number.NEGATIVE_INFINITY)
  return Math.max(least, days * dayWidth)
}

describe('places in days', () => {
  it('stand where the scale puts them at any zoom', () => {
    const zoom = fc.double({ min: 0.3, max: 48, noNaN: true })
    fc.assert(
      fc.property(
        zoom,
        fc.integer({ min: 0, max: 5000 }),
        fc.integer({ min: 0, max: 900 }),
        (dayWidth, start, days) => {
          const { left, width } = cssOfSpan(100, { start: 100 + start, finish: 100 + start + days })
          expect(pixels(left, dayWidth)).toBeCloseTo(start * dayWidth, 6)
          expect(pixels(width, dayWidth)).toBeCloseTo(Math.max(2, (days + 1) * dayWidth), 6)
        },
      ),
    )
  })

  it('take their measure from the board', () => {
    expect(cssOfDay(100, 130)).toBe('calc(var(--day) * 30)')
    const scale = { firstDay: 0, endDay: 365, dayWidth: 2.4 }
    expect(boardVariables(scale, 468, '1fr 50px')).toEqual({
      '--day': '2.4px',
      '--wall-track': '876px',
      '--wall-table': '468px',
      '--wall-template': '1fr 50px',
    })
  })
})
