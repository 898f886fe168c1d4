import { chinaCalendar } from '@guatu/schedule'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { days } from '../../test/arbitraries.ts'
import { openNode, yuan } from '../../test/nodes.ts'
import { sample } from '../../test/sample.ts'
import { projectionOf } from '../projection.ts'
import { elapsedPercent } from './elapsed-percent.ts'
import { itemFigures } from './item-figures.ts'
import { nodeFigures } from './node-figures.ts'

const calendar = chinaCalendar()
const today = '2026-11-21'
const day = (date: string, precision = 'day') => ({ date, precision })

describe('序时进度', () => {
  test.each([
    ['2026-01-01', 0],
    ['2026-01-02', 0.27],
    ['2026-07-02', 49.86],
    ['2026-11-21', 88.77],
    ['2026-12-31', 99.73],
    ['2024-12-31', 99.73],
    ['2024-07-01', 49.73],
  ])('before %s %d percent of the year have passed', (date, percent) => {
    expect(elapsedPercent(date)).toBe(percent)
  })

  test('never goes back within a year and never reaches a hundred', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        const [early, later] = [a, b].sort() as [string, string]
        expect(elapsedPercent(a)).toBeGreaterThanOrEqual(0)
        expect(elapsedPercent(a)).toBeLessThan(100)
        if (early.slice(0, 4) === later.slice(0, 4)) {
          expect(elapsedPercent(early)).toBeLessThanOrEqual(elapsedPercent(later))
        }
      }),
    )
  })
})

describe('what is known of a node', () => {
  const figures = (more: Parameters<typeof openNode>[1]) => nodeFigures(openNode('permit', more), today, calendar)

  test('late counts calendar days and working days', () => {
    expect(figures({ plannedFinish: '2026-11-13' })).toMatchObject({ lateDays: 8, lateWorkdays: 5, dueInDays: -8 })
  })

  test('over a holiday the working days stand still', () => {
    const spring = nodeFigures(openNode('permit', { plannedFinish: '2026-02-14' }), '2026-02-23', calendar)
    expect(spring).toMatchObject({ lateDays: 9, lateWorkdays: 0 })
  })

  test('due today is neither late nor past', () => {
    expect(figures({ plannedFinish: today })).toMatchObject({ dated: true, lateDays: 0, dueInDays: 0 })
  })

  test('due ahead counts both ways', () => {
    expect(figures({ plannedFinish: '2026-11-30' })).toMatchObject({ dueInDays: 9, dueInWorkdays: 6, lateDays: 0 })
  })

  test('a start that is not reported is missed, a reported one is not', () => {
    expect(figures({ plannedStart: '2026-11-01' }).startLateDays).toBe(20)
    expect(figures({ plannedStart: '2026-11-01', actualStart: '2026-11-05' }).startLateDays).toBe(0)
    expect(figures({ plannedStart: '2026-12-01' }).startLateDays).toBe(0)
  })

  test('a node without dates has no figures and says so', () => {
    expect(figures({})).toEqual({
      dated: false,
      started: false,
      lateDays: 0,
      lateWorkdays: 0,
      dueInDays: 0,
      dueInWorkdays: 0,
      startLateDays: 0,
      floatWorkdays: 0,
      critical: false,
    })
  })
})

describe('what is known of an item', () => {
  const figures = (stage: string, fields: object) => itemFigures(sample, { stage, fields: { ...fields } }, today)

  test('its investment against the time schedule', () => {
    expect(figures('build', { plan: yuan('300000.00'), done: yuan('68000.00') })).toMatchObject({
      hasPlan: true,
      reported: true,
      donePercent: 22.67,
      elapsedPercent: 88.77,
      behindPoints: 66.1,
    })
  })

  test('ahead is negative', () => {
    expect(figures('build', { plan: yuan('100.00'), done: yuan('100.00') }).behindPoints).toBe(-11.23)
  })

  test.each([
    ['no plan', { done: yuan('1.00') }, { hasPlan: false, reported: true, behindPoints: 0 }],
    ['a plan of nothing', { plan: yuan('0.00'), done: yuan('0.00') }, { hasPlan: false, behindPoints: 0 }],
    ['nothing reported', { plan: yuan('1.00') }, { hasPlan: true, reported: false, behindPoints: 0 }],
    ['a zero reported', { plan: yuan('1.00'), done: yuan('0.00') }, { reported: true, behindPoints: 88.77 }],
    ['a foreign plan', { plan: { amount: '1.00', currency: 'USD' } }, { hasPlan: false }],
  ])('%s', (_, fields, expected) => {
    expect(figures('build', fields)).toMatchObject(expected)
  })

  test('sums beyond the exact range of floats keep their ratio', () => {
    const fields = { plan: yuan('90071992547409930.00'), done: yuan('45035996273704965.00') }
    expect(figures('build', fields).donePercent).toBe(50)
  })

  test('where it stands', () => {
    expect(figures('idea', {})).toMatchObject({ stageIndex: 0, started: false, finished: false })
    expect(figures('build', {})).toMatchObject({ stageIndex: 2, started: true, finished: false })
    expect(figures('end', {})).toMatchObject({ stageIndex: 3, started: true, finished: true })
  })

  test.each([
    ['a day', day('2026-11-11'), 10],
    ['a month that is over', day('2026-10-01', 'month'), 21],
    ['a month that is not over', day('2026-11-01', 'month'), 0],
    ['a quarter that is not over', day('2026-10-01', 'quarter'), 0],
    ['a quarter that is over', day('2026-07-01', 'quarter'), 52],
    ['a half that is not over', day('2026-07-01', 'half'), 0],
    ['a year that is not over', day('2026-01-01', 'year'), 0],
    ['a year that is over', day('2025-01-01', 'year'), 325],
    ['a day ahead', day('2026-12-11'), 0],
  ])('a start known as %s is missed by its last day', (_, begins, late) => {
    expect(figures('prepare', { begins }).startLateDays).toBe(late)
    expect(figures('build', { begins }).startLateDays).toBe(0)
  })

  test('a finish is overdue from the day after, until the item has finished', () => {
    expect(figures('build', { ends: day('2026-11-20') }).overdueDays).toBe(1)
    expect(figures('build', { ends: day(today) }).overdueDays).toBe(0)
    expect(figures('end', { ends: day('2020-01-01') }).overdueDays).toBe(0)
  })
})

describe('what the store keeps in columns', () => {
  const project = (fields: object) => projectionOf({ playbook: sample, fields: { ...fields }, today })

  test('is read by role', () => {
    const fields = {
      name: '某项目',
      amount: yuan('16291000000'),
      plan: yuan('300000.00'),
      done: yuan('68000.5'),
      begins: day('2024-03-01', 'month'),
      ends: day('2026-03-31', 'month'),
      area: '330402103',
      lead: 'o1',
      owner: 'p1',
      site: 2256.5,
    }
    expect(project(fields)).toEqual({
      title: '某项目',
      amountCny: '16291000000.00',
      planCny: '300000.00',
      doneCny: '68000.50',
      plannedStart: '2024-03-01',
      deadline: '2026-03-31',
      areaCode: '330402103',
      leadOrg: 'o1',
      owner: 'p1',
      behindPoints: 66.1,
      landAreaMu: 2256.5,
    })
  })

  test('is null where nothing is known', () => {
    const { title, ...rest } = project({})
    expect(title).toBe('')
    expect(Object.values(rest).every((value) => value === null)).toBe(true)
  })

  test('keeps no foreign amount in a column of yuan', () => {
    expect(project({ amount: { amount: '100000000.00', currency: 'USD' } }).amountCny).toBeNull()
  })

  test('has no points behind without a figure of both plan and done', () => {
    expect(project({ plan: yuan('1.00') }).behindPoints).toBeNull()
    expect(project({ done: yuan('1.00') }).behindPoints).toBeNull()
    expect(project({ plan: yuan('0.00'), done: yuan('0.00') }).behindPoints).toBeNull()
  })

  test('a list without a role has nothing in its column', () => {
    const { amount: _, ...roles } = sample.roles
    const fields = { amount: yuan('5.00') }
    expect(projectionOf({ playbook: { ...sample, roles }, fields, today }).amountCny).toBeNull()
  })
})
