import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  columnsOf,
  covers,
  extendTo,
  isSingle,
  rangeOf,
  rowsOf,
  selectAll,
  selectCell,
  selectColumns,
  selectRows,
  step,
} from './selection.ts'

const bounds = { rows: 10, columns: 4 }

describe('selection', () => {
  it('moves by steps and stays inside', () => {
    const start = selectCell({ row: 0, column: 0 }, bounds)
    expect(step(start, -1, -1, false, bounds)).toEqual(start)
    expect(step(start, 1, 2, false, bounds).cell).toEqual({ row: 1, column: 2 })
    expect(step(start, 99, 99, false, bounds).cell).toEqual({ row: 9, column: 3 })
  })

  it('grows with shift and collapses on the next plain step to beside the cell, not the corner', () => {
    const grown = step(step(selectCell({ row: 2, column: 1 }, bounds), 1, 0, true, bounds), 1, 1, true, bounds)
    expect(rangeOf(grown)).toEqual({ top: 2, bottom: 4, left: 1, right: 2 })
    expect(grown.cell).toEqual({ row: 2, column: 1 })
    expect(step(grown, 1, 0, false, bounds)).toEqual(selectCell({ row: 3, column: 1 }, bounds))
  })

  it('spans a range in whichever direction it was drawn', () => {
    const up = extendTo(selectCell({ row: 5, column: 3 }, bounds), { row: 2, column: 0 }, bounds)
    const range = rangeOf(up)
    expect(range).toEqual({ top: 2, bottom: 5, left: 0, right: 3 })
    expect(rowsOf(range)).toBe(4)
    expect(columnsOf(range)).toBe(4)
    expect(isSingle(range)).toBe(false)
    expect(covers(range, 3, 2)).toBe(true)
    expect(covers(range, 6, 2)).toBe(false)
  })

  it('takes whole rows, columns and the whole list', () => {
    const at = selectCell({ row: 3, column: 2 }, bounds)
    expect(rangeOf(selectRows(at, bounds))).toEqual({ top: 3, bottom: 3, left: 0, right: 3 })
    expect(rangeOf(selectColumns(at, bounds))).toEqual({ top: 0, bottom: 9, left: 2, right: 2 })
    expect(rangeOf(selectAll(bounds))).toEqual({ top: 0, bottom: 9, left: 0, right: 3 })
  })

  it('never leaves the list, also when it is empty', () => {
    const size = fc.record({ rows: fc.integer({ min: 0, max: 20 }), columns: fc.integer({ min: 0, max: 5 }) })
    const moves = fc.array(fc.tuple(fc.integer({ min: -30, max: 30 }), fc.integer({ min: -9, max: 9 }), fc.boolean()))
    fc.assert(
      fc.property(size, moves, (within, steps) => {
        let selection = selectCell({ row: 0, column: 0 }, within)
        for (const [rows, columns, extend] of steps) selection = step(selection, rows, columns, extend, within)
        const { top, bottom, left, right } = rangeOf(selection)
        expect(Math.min(top, left)).toBeGreaterThanOrEqual(0)
        expect(bottom).toBeLessThanOrEqual(Math.max(0, within.rows - 1))
        expect(right).toBeLessThanOrEqual(Math.max(0, within.columns - 1))
      }),
    )
  })
})

describe('any course of steps', () => {
  const area = fc.record({ rows: fc.integer({ min: 1, max: 50 }), columns: fc.integer({ min: 1, max: 20 }) })
  const leap = fc.tuple(fc.integer({ min: -60, max: 60 }), fc.integer({ min: -30, max: 30 }), fc.boolean())

  it('stays within the list and keeps the cell within its range', () => {
    fc.assert(
      fc.property(area, fc.array(leap), (limits, leaps) => {
        let selection = selectCell({ row: 0, column: 0 }, limits)
        for (const [rows, columns, extend] of leaps) selection = step(selection, rows, columns, extend, limits)
        const range = rangeOf(selection)
        expect(range.top).toBeGreaterThanOrEqual(0)
        expect(range.left).toBeGreaterThanOrEqual(0)
        expect(range.bottom).toBeLessThan(limits.rows)
        expect(range.right).toBeLessThan(limits.columns)
        expect(covers(range, selection.cell.row, selection.cell.column)).toBe(true)
        expect(covers(range, selection.corner.row, selection.corner.column)).toBe(true)
      }),
    )
  })

  it('covers as many cells as it counts', () => {
    fc.assert(
      fc.property(area, leap, leap, (limits, [row, column], [rows, columns]) => {
        const range = rangeOf(step(selectCell({ row, column }, limits), rows, columns, true, limits))
        let count = 0
        for (let y = 0; y < limits.rows; y += 1)
          for (let x = 0; x < limits.columns; x += 1) count += covers(range, y, x) ? 1 : 0
        expect(count).toBe(rowsOf(range) * columnsOf(range))
        expect(isSingle(range)).toBe(count === 1)
      }),
    )
  })
})
