import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FIRST_DAY, fromDay, isIsoDate, LAST_DAY, toDay, weekdayOf } from './day.ts'

describe('toDay and fromDay', () => {
  it.each([
    ['1970-01-01', 0],
    ['1970-01-02', 1],
    ['1969-12-31', -1],
    ['2000-02-29', 11016],
    ['2000-03-01', 11017],
    ['2026-01-04', 20457],
    ['1900-03-01', -25508],
    ['0001-01-01', -719162],
    ['9999-12-31', 2932896],
  ])('%s is day %i', (iso, day) => {
    expect(toDay(iso)).toBe(day)
    expect(fromDay(day)).toBe(iso)
  })

  it('undo each other over the whole range', () => {
    fc.assert(fc.property(fc.integer({ min: FIRST_DAY, max: LAST_DAY }), (day) => toDay(fromDay(day)) === day))
  })

  it('agree with the calendar of the platform', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => {
        const date = new Date(day * 86_400_000)
        return fromDay(day) === date.toISOString().slice(0, 10) && weekdayOf(day) % 7 === date.getUTCDay()
      }),
    )
  })

  it.each(['2026-02-30', '2026-13-01', '2026-00-10', '2026-1-1', '20260101', '2026-01-01T00:00:00Z', '', '0000-01-01'])(
    'refuse %j',
    (text) => {
      expect(() => toDay(text)).toThrow(RangeError)
    },
  )

  it.each([FIRST_DAY - 1, LAST_DAY + 1, 0.5 + LAST_DAY, Number.NaN, Infinity])('name no day %d', (day) => {
    expect(() => fromDay(day)).toThrow(RangeError)
  })
})

describe('isIsoDate', () => {
  it.each(['2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01'])('takes %s', (text) => {
    expect(isIsoDate(text)).toBe(true)
  })

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-01-00',
    '２０２６-01-01',
    20260101,
    null,
    undefined,
    {},
    ['2026-01-01'],
  ])('leaves %j', (value) => {
    expect(isIsoDate(value)).toBe(false)
  })
})

describe('weekdayOf', () => {
  it.each([
    ['2026-01-05', 1],
    ['2026-01-06', 2],
    ['2026-01-07', 3],
    ['2026-01-08', 4],
    ['2026-01-09', 5],
    ['2026-01-10', 6],
    ['2026-01-11', 7],
    ['1969-12-29', 1],
    ['1900-01-01', 1],
  ])('of %s is %i', (iso, weekday) => {
    expect(weekdayOf(toDay(iso))).toBe(weekday)
  })
})
