import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chinaCalendar } from './china.ts'
import { fromDay, toDay } from './day.ts'
import { legalDeadline, type Suspension } from './legal-period.ts'
import { everyDayCalendar } from './weekly.ts'

describe('a period in working days', () => {
  it.each([
    ['2026-01-30', 20, '2026-03-05'],
    ['2025-09-26', 7, '2025-10-13'],
    ['2026-01-05', 5, '2026-01-12'],
    ['2026-01-03', 1, '2026-01-04'],
    ['2026-02-14', 1, '2026-02-24'],
    ['2026-01-05', 0, '2026-01-05'],
    ['2026-01-03', 0, '2026-01-04'],
  ])('from %s, %i days end on %s', (from, days, expected) => {
    expect(legalDeadline({ from, days, unit: 'workday' })).toBe(expected)
  })
})

describe('a period in calendar days', () => {
  it.each([
    // The last day is a working day.
    ['2026-03-02', 10, '2026-03-12'],
    // A Saturday, moved to Monday.
    ['2026-03-04', 10, '2026-03-16'],
    // In the Spring Festival, moved behind it.
    ['2026-02-06', 10, '2026-02-24'],
    // A Saturday that is worked stays.
    ['2026-02-04', 10, '2026-02-14'],
    ['2026-03-07', 0, '2026-03-09'],
  ])('from %s, %i days end on %s', (from, days, expected) => {
    expect(legalDeadline({ from, days, unit: 'calendar' })).toBe(expected)
  })
})

describe('suspensions', () => {
  const from = '2026-03-02'
  it.each<[string, number, 'workday' | 'calendar', Suspension[], string]>([
    ['take their working days out', 5, 'workday', [{ from: '2026-03-04', to: '2026-03-05' }], '2026-03-11'],
    ['take all their days out', 10, 'calendar', [{ from: '2026-03-04', to: '2026-03-08' }], '2026-03-17'],
    [
      'that overlap count once',
      5,
      'workday',
      [
        { from: '2026-03-04', to: '2026-03-05' },
        { from: '2026-03-05', to: '2026-03-05' },
      ],
      '2026-03-11',
    ],
    [
      'on days off change nothing in working days',
      5,
      'workday',
      [{ from: '2026-03-07', to: '2026-03-08' }],
      '2026-03-09',
    ],
    ['after the end change nothing', 5, 'workday', [{ from: '2026-03-10', to: '2026-03-20' }], '2026-03-09'],
    ['on the last day push it out', 5, 'workday', [{ from: '2026-03-09', to: '2026-03-11' }], '2026-03-12'],
    [
      'one after the other add up',
      5,
      'workday',
      [
        { from: '2026-03-03', to: '2026-03-03' },
        { from: '2026-03-10', to: '2026-03-10' },
      ],
      '2026-03-11',
    ],
    ['over the first day count from the next', 5, 'workday', [{ from: '2026-03-01', to: '2026-03-03' }], '2026-03-10'],
    ['before the first day change nothing', 5, 'workday', [{ from: '2026-02-01', to: '2026-03-02' }], '2026-03-09'],
    [
      'that end before they start change nothing',
      5,
      'workday',
      [{ from: '2026-03-05', to: '2026-03-04' }],
      '2026-03-09',
    ],
    [
      'where a day off would move the end to them move it on',
      5,
      'calendar',
      [{ from: '2026-03-11', to: '2026-03-10' }],
      '2026-03-09',
    ],
    [
      'behind a Saturday move the end behind them',
      12,
      'calendar',
      [{ from: '2026-03-16', to: '2026-03-17' }],
      '2026-03-18',
    ],
  ])('%s', (_, days, unit, suspensions, expected) => {
    expect(legalDeadline({ from, days, unit, suspensions })).toBe(expected)
  })

  it('leave as many counted days as the period has', () => {
    const calendar = chinaCalendar()
    const day = fc.integer({ min: toDay('2026-01-05'), max: toDay('2026-04-30') })
    const stretch = fc
      .tuple(day, fc.integer({ min: 0, max: 12 }))
      .map(([first, length]) => ({ from: fromDay(first), to: fromDay(first + length) }))
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 40 }),
        fc.array(stretch, { maxLength: 4 }),
        (first, days, suspensions) => {
          const last = legalDeadline({ from: fromDay(first), days, unit: 'workday', suspensions })
          let counted = 0
          for (let at = first + 1; at <= toDay(last); at++) {
            const iso = fromDay(at)
            const isStopped = suspensions.some((suspension) => suspension.from <= iso && iso <= suspension.to)
            if (calendar.isWorkday(iso) && !isStopped) counted++
          }
          const endsStopped = suspensions.some((suspension) => suspension.from <= last && last <= suspension.to)
          return counted === days && !endsStopped && calendar.isWorkday(last)
        },
      ),
    )
  })
})

describe('a calendar of its own', () => {
  it('is used instead of the national one', () => {
    expect(legalDeadline({ from: '2026-02-06', days: 10, unit: 'calendar', calendar: everyDayCalendar() })).toBe(
      '2026-02-16',
    )
  })
})

describe('a length that is none', () => {
  it.each([-1, 1.5, Number.NaN])('%d is refused', (days) => {
    expect(() => legalDeadline({ from: '2026-01-05', days, unit: 'workday' })).toThrow(RangeError)
  })
})
