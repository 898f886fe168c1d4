import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sample } from '../../test/sample.ts'
import { type MonthHistory, noHistory, reportFigures, yellowMonthsRunning } from './history.ts'
import { monthBefore } from './months.ts'

const today = '2026-07-02'
const figure = (period: string, value: string, metric = 'done') => ({ metric, period, value })
const reported = (more: Partial<MonthHistory>) =>
  reportFigures(sample, { ...noHistory, since: '2026-01-01', ...more }, today)

describe('reporting', () => {
  test('nothing is owed for months before the item came, nor for the month under way', () => {
    expect(reportFigures(sample, noHistory, today)).toEqual({
      ...{ dayOfMonth: 2, reportedThisMonth: false, monthsWithoutReport: 0, sameAsLastMonth: false },
    })
    expect(reported({ since: '2026-06-01' }).monthsWithoutReport).toBe(1)
    expect(reported({ since: '2026-06-02' }).monthsWithoutReport).toBe(0)
  })

  test('months are counted back to the last that was reported', () => {
    expect(reported({}).monthsWithoutReport).toBe(6)
    expect(reported({ figures: [figure('2026-03', '1.00')] }).monthsWithoutReport).toBe(3)
    expect(reported({ figures: [figure('2026-06', '1.00')] }).monthsWithoutReport).toBe(0)
  })

  test('figures of a year are no report of a month', () => {
    expect(reported({ figures: [figure('2026', '1.00', 'plan')] }).monthsWithoutReport).toBe(6)
  })

  test('this month is reported as soon as anything of it is', () => {
    expect(reported({ figures: [figure('2026-07', '1.00')] }).reportedThisMonth).toBe(true)
    expect(reported({ reports: [{ month: '2026-07', sameAsPrevious: false }] }).reportedThisMonth).toBe(true)
  })

  test('copied is what stands as it stood the month before, and only of the latest months', () => {
    const twice = [figure('2026-05', '3.00'), figure('2026-06', '3.00')]
    expect(reported({ figures: twice }).sameAsLastMonth).toBe(true)
    expect(reported({ figures: [...twice, figure('2026-07', '4.00')] }).sameAsLastMonth).toBe(false)
    expect(reported({ figures: [figure('2026-03', '3.00'), figure('2026-04', '3.00')] }).sameAsLastMonth).toBe(false)
    expect(reported({ figures: [figure('2026-06', '3.00')] }).sameAsLastMonth).toBe(false)
  })

  test('a list without monthly figures owes none', () => {
    const { plan } = sample.metrics
    const yearly = { ...sample, metrics: { plan: plan! } }
    expect(reportFigures(yearly, { ...noHistory, since: '2020-01-01' }, today).monthsWithoutReport).toBe(0)
  })
})

describe('months running', () => {
  const end = (back: number, level: 'red' | 'orange' | 'yellow' | 'blue' | 'green', rule = 'behind') => ({
    ...{ month: monthBefore('2026-07', back), rule, level },
  })
  const running = (...monthEnds: MonthHistory['monthEnds']) =>
    yellowMonthsRunning({ ...noHistory, monthEnds }, 'behind', today)

  test('count what was lit yellow or graver, back from the last month that has ended', () => {
    expect(running()).toBe(0)
    expect(running(end(1, 'yellow'), end(2, 'orange'), end(3, 'red'))).toBe(3)
    expect(running(end(2, 'yellow'))).toBe(0)
    expect(running(end(1, 'blue'), end(2, 'yellow'))).toBe(0)
    expect(running(end(1, 'yellow'), end(3, 'yellow'))).toBe(1)
    expect(running(end(0, 'yellow'), end(1, 'yellow', 'other'))).toBe(0)
  })

  test('are the length of the unbroken run, whatever else is known', () => {
    const months = fc.array(fc.boolean(), { maxLength: 24 })
    fc.assert(
      fc.property(months, fc.boolean(), (lit, reversed) => {
        const ends = lit.flatMap((isLit, index) => (isLit ? [end(index + 1, 'yellow')] : []))
        const gap = lit.indexOf(false)
        expect(running(...(reversed ? ends.reverse() : ends))).toBe(gap < 0 ? lit.length : gap)
      }),
    )
  })
})
