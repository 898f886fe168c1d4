import { fromDay, toDay } from '@guatu/schedule'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lastDayOf, monthBefore, monthOf, wholeMonthsPast } from './months.ts'

const anyDay = fc.integer({ min: toDay('2019-01-01'), max: toDay('2032-12-31') }).map(fromDay)

describe('months', () => {
  test.each([
    ['2026-01', 1, '2025-12'],
    ['2026-03', 3, '2025-12'],
    ['2026-12', 11, '2026-01'],
    ['2026-05', 0, '2026-05'],
  ])('%s less %i is %s', (month, back, before) => expect(monthBefore(month, back)).toBe(before))

  test.each([
    ['2026-02', '2026-02-28'],
    ['2028-02', '2028-02-29'],
    ['2026-12', '2026-12-31'],
  ])('%s ends on %s', (month, day) => expect(lastDayOf(month)).toBe(day))
})

describe('whole months past', () => {
  test.each([
    ['2026-08-15', '2026-08-15', 0],
    ['2026-08-15', '2026-09-15', 0],
    ['2026-08-15', '2026-09-16', 1],
    ['2026-08-15', '2026-11-16', 3],
    ['2026-08-31', '2026-09-30', 0],
    ['2026-08-31', '2026-10-01', 1],
    ['2026-08-31', '2026-12-01', 3],
    ['2026-11-30', '2027-02-28', 2],
    ['2026-11-30', '2027-03-01', 3],
    ['2026-12-20', '2026-08-01', 0],
  ])('from %s to %s: %i', (from, to, months) => expect(wholeMonthsPast(from, to)).toBe(months))

  test('never shrink as days pass, and grow by one at most', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 1200 }), (from, days) => {
        const at = (more: number) => wholeMonthsPast(from, fromDay(toDay(from) + days + more))
        expect(at(1) - at(0)).toBeOneOf([0, 1])
      }),
    )
  })

  test('a month more is counted within 32 days', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 1200 }), (from, days) => {
        const at = (more: number) => wholeMonthsPast(from, fromDay(toDay(from) + days + more))
        expect(at(32)).toBeGreaterThan(at(0))
      }),
    )
  })

  test('a day lies in its month', () => {
    fc.assert(
      fc.property(anyDay, (day) => day <= lastDayOf(monthOf(day)) && day > lastDayOf(monthBefore(monthOf(day)))),
    )
  })
})
