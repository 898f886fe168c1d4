import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  buildColumns,
  clampWidth,
  frozenThatFit,
  moveColumn,
  parseColumns,
  placeColumns,
  widthsThatFill,
} from './layout.ts'

describe('columns in a link', () => {
  it('reads back what it writes', () => {
    const choice = fc.record(
      { key: fc.stringMatching(/^[a-z][A-Za-z0-9]{0,8}$/), widthPx: fc.integer({ min: 48, max: 800 }) },
      { requiredKeys: ['key'] },
    )
    fc.assert(
      fc.property(fc.uniqueArray(choice, { minLength: 1, selector: ({ key }) => key }), (columns) => {
        expect(parseColumns(buildColumns(columns))).toEqual(columns)
      }),
    )
  })

  it('takes what it can of a damaged text', () => {
    expect(parseColumns('title~99999,,title,stage~x,lamp~-4')).toEqual([
      { key: 'title', widthPx: 800 },
      { key: 'stage' },
      { key: 'lamp', widthPx: 48 },
    ])
    expect(parseColumns('')).toBeNull()
    expect(parseColumns(',')).toBeNull()
  })
})

describe('moving and placing', () => {
  it('moves a column and loses none', () => {
    expect(moveColumn(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd'])
    expect(moveColumn(['a', 'b', 'c', 'd'], 3, 0)).toEqual(['d', 'a', 'b', 'c'])
    expect(moveColumn(['a', 'b'], 0, 99)).toEqual(['b', 'a'])
    expect(moveColumn(['a', 'b'], 7, 0)).toEqual(['a', 'b'])
  })

  it('sets columns side by side', () => {
    expect(placeColumns([100, 50, 70])).toEqual([
      { leftPx: 0, widthPx: 100 },
      { leftPx: 100, widthPx: 50 },
      { leftPx: 150, widthPx: 70 },
    ])
    expect(clampWidth(99.6)).toBe(100)
  })

  it('freezes no more than leaves a third of the view', () => {
    const placed = placeColumns([200, 200, 200])
    expect(frozenThatFit(placed, 2, 1200)).toBe(2)
    expect(frozenThatFit(placed, 2, 500)).toBe(1)
    expect(frozenThatFit(placed, 2, 200)).toBe(0)
    expect(frozenThatFit(placed, 9, 9000)).toBe(3)
  })
})

describe('room that is left', () => {
  const column = fc.record({ widthPx: fc.integer({ min: 48, max: 800 }), grows: fc.boolean() })
  const sum = (widths: readonly number[]) => widths.reduce((all, widthPx) => all + widthPx, 0)

  it('goes to the columns that grow, in equal parts and to the last pixel', () => {
    expect(widthsThatFill([{ widthPx: 100, grows: false }], 500)).toEqual([100])
    const three = [100, 50, 60].map((widthPx, at) => ({ widthPx, grows: at > 0 }))
    expect(widthsThatFill(three, 241)).toEqual([100, 65, 76])
  })

  it('never makes a column narrower, and fills the view wherever one can grow', () => {
    fc.assert(
      fc.property(fc.array(column, { minLength: 1 }), fc.integer({ min: 0, max: 4000 }), (columns, viewPx) => {
        const widths = widthsThatFill(columns, viewPx)
        const own = sum(columns.map(({ widthPx }) => widthPx))
        const grows = columns.some((one) => one.grows)
        expect(sum(widths)).toBe(grows ? Math.max(own, viewPx) : own)
        columns.forEach(({ widthPx, grows: growing }, at) => {
          if (growing) expect(widths[at]).toBeGreaterThanOrEqual(widthPx)
          else expect(widths[at]).toBe(widthPx)
        })
      }),
    )
  })

  it('moving a column keeps every column and undoes itself', () => {
    const place = fc.integer({ min: 0, max: 9 })
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 10 }), place, place, (all, a, b) => {
        const [from, to] = [a % all.length, b % all.length]
        const moved = moveColumn(all, from, to)
        expect(moved[to]).toBe(all[from])
        expect(moveColumn(moved, to, from)).toEqual(all)
      }),
    )
  })
})
