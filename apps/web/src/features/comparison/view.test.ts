import { describe, expect, test } from 'vitest'
import { comparisonView, isDay, lastMonthEnd, queryOf, readSide } from './view.ts'

const today = '2026-11-22'
const id = '018f0000-0000-7000-8000-000000000001'
const act = {
  baselineId: id,
  name: '年度',
  frozenAt: '2026-01-14T02:20:00Z',
  frozenBy: '区发改局',
  items: 3,
  number: null,
  finish: null,
}

describe('what an address compares', () => {
  test('is the baseline in force and now, where there is one; else the end of last month and now', () => {
    expect(comparisonView({}, today, [act])).toMatchObject({ from: 'latest', to: 'now' })
    expect(comparisonView({}, today, [])).toMatchObject({ from: '2026-10-31', to: 'now' })
    expect(lastMonthEnd('2026-03-01')).toBe('2026-02-28')
    expect(lastMonthEnd('2026-01-31')).toBe('2025-12-31')
  })

  test('is a day, a baseline, an act or now; what nobody can mean is left out', () => {
    for (const side of ['now', 'first', 'latest', '2026-09-30', id]) expect(readSide(side)).toBe(side)
    for (const side of [undefined, '', 'yesterday', '2026-9-3']) expect(readSide(side)).toBeUndefined()
    expect(['now', id, '2026-09-30'].map(isDay)).toEqual([false, false, true])
    const view = comparisonView({ from: 'x', kind: 'worse', unit: 'all', item: 'this' }, today, [])
    expect(view).toEqual({ from: '2026-10-31', to: 'now', kind: undefined, unit: undefined, item: undefined })
  })

  test('is asked for with what narrows it and nothing else', () => {
    const view = comparisonView({ from: '2026-09-30', kind: 'later', unit: 'none' }, today, [])
    expect(queryOf('works', view)).toEqual({
      playbook: 'works',
      from: '2026-09-30',
      to: 'now',
      kind: 'later',
      unit: 'none',
    })
    expect(queryOf('works', comparisonView({ item: id }, today, []))).toMatchObject({ item: id })
  })
})
