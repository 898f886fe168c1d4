import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PAGE_ROWS, pagesFor, rowAt } from './windowing.ts'

describe('pages to hold', () => {
  it('prefetches in the direction of the scroll', () => {
    expect(pagesFor({ first: 250, last: 290 }, 1, 100_000)).toEqual([2, 3, 4, 1])
    expect(pagesFor({ first: 250, last: 290 }, -1, 100_000)).toEqual([2, 1, 0, 3])
    expect(pagesFor({ first: 190, last: 210 }, 1, 100_000)).toEqual([1, 2, 3, 4, 0])
  })

  it('asks for nothing beyond the ends', () => {
    expect(pagesFor({ first: 0, last: 30 }, -1, 150)).toEqual([0, 1])
    expect(pagesFor({ first: 140, last: 149 }, 1, 150)).toEqual([1, 0])
    expect(pagesFor({ first: 0, last: 30 }, 1, 0)).toEqual([0])
  })

  it('asks only for what is in view before the total is known', () => {
    expect(pagesFor({ first: 5000, last: 5040 }, 1, null)).toEqual([50])
  })

  it('always covers the rows in view', () => {
    const total = 100_000
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: total - 1 }),
        fc.integer({ min: 0, max: 60 }),
        fc.constantFrom(1 as const, -1 as const),
        (first, height, direction) => {
          const last = Math.min(total - 1, first + height)
          const pages = new Set(pagesFor({ first, last }, direction, total))
          for (let row = first; row <= last; row += 1) expect(pages.has(Math.floor(row / PAGE_ROWS))).toBe(true)
        },
      ),
    )
  })
})

describe('rows of pages', () => {
  it('finds a row, and null where the page is missing or short', () => {
    const pages = new Map([
      [0, Array.from({ length: PAGE_ROWS }, (_, index) => `r${index}`)],
      [1, ['r100']],
    ])
    expect(rowAt(pages, 99)).toBe('r99')
    expect(rowAt(pages, 100)).toBe('r100')
    expect(rowAt(pages, 101)).toBeNull()
    expect(rowAt(pages, 5000)).toBeNull()
  })
})
