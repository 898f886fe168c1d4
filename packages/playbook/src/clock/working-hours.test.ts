import { chinaCalendar } from '@guatu/schedule'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { usualHours, workTime } from './work-time.ts'
import { workingHoursProblems } from './working-hours.ts'

const span = (text: string) => {
  const [from = '', to = ''] = text.split('-')
  return { from, to }
}
const problems = (...spans: readonly string[]) => workingHoursProblems(spans.map(span))
const paths = (...spans: readonly string[]) => problems(...spans).map(({ path }) => path)

describe('hours of a workday', () => {
  test('the usual ones, one stretch, and a whole day are sound', () => {
    expect(workingHoursProblems(usualHours.spans)).toEqual([])
    expect(problems('09:00-17:30')).toEqual([])
    expect(problems('00:00-24:00')).toEqual([])
  })

  test('none, or more than an office has, are refused', () => {
    expect(paths()).toEqual(['spans'])
    const many = Array.from({ length: 7 }, (_, hour) => `0${hour}:00-0${hour}:30`)
    expect(paths(...many)).toEqual(['spans'])
    expect(paths(...many.slice(1))).toEqual([])
  })

  test('what is empty, out of order, overlapping or touching is told with both', () => {
    expect(paths('12:00-12:00')).toEqual(['spans/0/to'])
    expect(paths('17:00-08:30')).toEqual(['spans/0/to'])
    expect(problems('08:30-12:00', '11:00-17:00')).toEqual([
      {
        path: 'spans/1/from',
        message: {
          zh: '11:00—17:00 与上一段 08:30—12:00 重叠或相接',
          en: '11:00–17:00 overlaps or touches 08:30–12:00 before it',
        },
      },
    ])
    expect(paths('13:30-17:00', '08:30-12:00')).toEqual(['spans/1/from'])
    expect(paths('08:30-12:00', '12:00-17:00')).toEqual(['spans/1/from'])
  })

  test('what is no time, or beyond the day, is told at its end', () => {
    expect(paths('8:30-12:00')).toEqual(['spans/0/from'])
    expect(paths('08:60-12:00')).toEqual(['spans/0/from'])
    expect(paths('08:30-25:00')).toEqual(['spans/0/to'])
    expect(paths('08:30-24:01')).toEqual(['spans/0/to'])
  })

  test('all that is wrong is told at once', () => {
    expect(paths('noon-12:00', '11:00-10:00', '10:30-30:00')).toEqual([
      'spans/0/from',
      'spans/1/to',
      'spans/1/from',
      'spans/2/to',
    ])
  })

  test('whatever passes can be counted by: minutes added are minutes between', () => {
    const time = fc.integer({ min: 0, max: 24 * 60 }).map((minutes) => {
      const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
      return `${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
    })
    const spans = fc.array(fc.record({ from: time, to: time }), { minLength: 1, maxLength: 3 })
    const begin = Date.parse('2026-06-15T00:00:00Z') / 60_000
    fc.assert(
      fc.property(
        spans,
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer({ min: 1, max: 3000 }),
        (drawn, late, span) => {
          const ordered = drawn.toSorted((a, b) => (a.from < b.from ? -1 : 1))
          fc.pre(workingHoursProblems(ordered).length === 0)
          const worked = workTime(chinaCalendar(), { utcOffsetMinutes: 480, spans: ordered })
          expect(worked.minutesPerDay).toBeGreaterThan(0)
          const from = begin + late
          expect(worked.between(from, worked.add(from, span))).toBe(span)
        },
      ),
      { numRuns: 300 },
    )
  })
})
