import type { PatrolVisit } from '@guatu/contract'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { monthsOf, patrolView, planDays, shownVisits, townRows } from './view.ts'

const visit = (itemId: string, more: Partial<PatrolVisit> = {}): PatrolVisit => ({
  ...{ itemId, revision: 1, title: itemId, stage: 'planned', areaCode: 'a', visitorId: 'p', plannedOn: '2026-05-20' },
  ...{ visitedOn: null, findings: null, promises: null, followUpOn: null, followedUp: false, missed: false },
  ...more,
})

const visits = [
  visit('one', { missed: true }),
  visit('two', { visitedOn: '2026-06-02' }),
  visit('three', { plannedOn: null, visitedOn: '2026-06-03', areaCode: null }),
  visit('four', { visitorId: null }),
]

describe('what the address shows', () => {
  const shown = (state: Record<string, string>) => shownVisits(visits, patrolView(state)).map(({ itemId }) => itemId)

  test.each([
    [{}, ['one', 'two', 'three', 'four']],
    [{ month: '6' }, ['three']],
    [{ month: '13' }, ['one', 'two', 'three', 'four']],
    [{ area: 'none' }, ['three']],
    [{ visitor: 'none' }, ['four']],
    [{ show: 'missed' }, ['one']],
  ])('%o', (state, ids) => expect(shown(state as Record<string, string>)).toEqual(ids))
})

test('towns stand in their order, unknown ones and none at the end', () => {
  const cell = (areaCode: string | null, month: number) => ({ areaCode, month, planned: 1, made: 0, missed: 0 })
  const rows = townRows({ cells: [cell(null, 1), cell('x', 2), cell('b', 3), cell('a', 12)] }, ['a', 'b', 'c'])
  expect(rows.map(({ areaCode }) => areaCode)).toEqual(['a', 'b', 'x', null])
  expect(rows[0]?.months[11]?.planned).toBe(1)
  expect(rows[0]?.months.filter(Boolean)).toHaveLength(1)
})

test('months run from the first with a visit to the last', () => {
  const cell = (month: number) => ({ areaCode: 'a', month, planned: 1, made: 0, missed: 0 })
  expect(monthsOf([cell(7), cell(5), cell(9)])).toEqual([5, 6, 7, 8, 9])
  expect(monthsOf([])).toEqual([])
})

describe('days of a plan', () => {
  test('come every so many weeks, the last one included', () => {
    expect(planDays('2026-11-02', '2026-11-30', 2)).toEqual(['2026-11-02', '2026-11-16', '2026-11-30'])
    expect(planDays('2026-11-02', '2026-11-01', 1)).toEqual([])
    expect(planDays('', '2026-11-01', 1)).toEqual([])
    expect(planDays('2026-11-02', '2026-11-30', 0)).toEqual([])
  })

  test('stay within their span and on one day of the week', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 1, max: 8 }), (span, weeks) => {
        const from = '2026-01-05'
        const until = new Date(Date.parse(from) + span * 86_400_000).toISOString().slice(0, 10)
        const days = planDays(from, until, weeks)
        expect(days.length).toBeLessThanOrEqual(53)
        for (const day of days) {
          expect(day >= from && day <= until).toBe(true)
          expect(new Date(day).getUTCDay()).toBe(1)
        }
      }),
    )
  })
})
