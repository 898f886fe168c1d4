import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BarRow, monthTicks, placeOf, scaleOf } from './bar-scale.ts'

const day = fc.integer({ min: 0, max: 2000 }).map((days) => {
  return new Date(Date.UTC(2025, 0, 1) + days * 86_400_000).toISOString().slice(0, 10)
})
const dates = fc.tuple(day, day).map(([a, b]) => (a < b ? { start: a, finish: b } : { start: b, finish: a }))
const rows = fc
  .array(fc.record({ from: fc.option(dates), to: fc.option(dates) }), { maxLength: 6 })
  .map((drawn) => drawn.map((row, place): BarRow => ({ key: String(place), title: '', tone: 'same', ...row })))

test('every bar lies within the scale, and a later day lies further right', () => {
  fc.assert(
    fc.property(rows, (drawn) => {
      const scale = scaleOf(drawn)
      if (!scale) {
        expect(drawn.every(({ from, to }) => !from && !to)).toBe(true)
        return
      }
      for (const bar of drawn.flatMap(({ from, to }) => [from, to])) {
        const place = placeOf(bar, scale)
        if (!place) continue
        expect(place.left).toBeGreaterThan(0)
        expect(place.width).toBeGreaterThan(0)
        expect(place.left + place.width).toBeLessThan(100)
      }
    }),
  )
})

test('what has no date has no bar, one date is a day', () => {
  const scale = { first: '2026-01-01', last: '2026-01-10' }
  expect(placeOf(null, scale)).toBeNull()
  expect(placeOf({ start: null, finish: null }, scale)).toBeNull()
  expect(placeOf({ start: null, finish: '2026-01-06' }, scale)).toEqual({ left: 50, width: 10 })
})

test('months are told by their firsts, a few of them in a long plan', () => {
  expect(monthTicks({ first: '2026-11-20', last: '2027-02-01' })).toEqual(['2026-12-01', '2027-01-01', '2027-02-01'])
  const long = monthTicks({ first: '2020-01-15', last: '2029-12-31' })
  expect(long.length).toBeLessThanOrEqual(12)
  expect(long[0]).toBe('2020-02-01')
})
