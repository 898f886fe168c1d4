import { expect, test } from 'vitest'
import { dayAsOf, instantOf, momentOf, usualDays } from './as-of.ts'

test('a day means its end in the district, an instant itself', () => {
  expect(instantOf('2026-11-20')).toBe('2026-11-20T15:59:59.999Z')
  expect(instantOf('2026-11-20T18:00+08:00')).toBe('2026-11-20T10:00:00.000Z')
  expect(instantOf('soon')).toBeNull()
})

test('the day of a moment is the district’s, and never after today', () => {
  expect(dayAsOf('2026-11-19T23:00Z', '2026-11-21')).toBe('2026-11-20')
  expect(dayAsOf('2026-11-25', '2026-11-21')).toBe('2026-11-21')
})

test.each([
  ['', '2026-11-20'],
  ['18:00', '2026-11-20T18:00+08:00'],
  ['9:05', '2026-11-20T09:05+08:00'],
  ['９点', null],
  ['18：30', '2026-11-20T18:30+08:00'],
  ['1830', '2026-11-20T18:30+08:00'],
  ['24:00', null],
])('a time typed as %j', (typed, moment) => {
  expect(momentOf('2026-11-20', typed)).toBe(moment)
})

test('usual days lie before today, over the ends of weeks, months and years', () => {
  expect(usualDays('2026-11-21').map(({ day }) => day)).toEqual([
    '2026-11-20',
    '2026-11-15',
    '2026-10-31',
    '2025-12-31',
  ])
  expect(usualDays('2026-03-01').map(({ day }) => day)).toEqual([
    '2026-02-28',
    '2026-02-22',
    '2026-02-28',
    '2025-12-31',
  ])
})
