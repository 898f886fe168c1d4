import { amountOfCents } from '@guatu/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sample } from '../../test/sample.ts'
import type { Playbook } from '../playbook.ts'
import {
  expectedSum,
  figureCourse,
  figuresTold,
  isReportable,
  metricPeriod,
  reportMetrics,
  type StandingFigure,
  saysTheSame,
  sumBefore,
} from './metrics.ts'
import { wanOfYuan, yuanOfWan } from './wan.ts'

const title = { zh: '数', en: 'n' }
const money = { kind: 'money', title, group: 'main', unit: '万元' } as const

/** A list with a month's figure and the year's sum of it, by month or by year. */
const listWith = (period: 'month' | 'year'): Playbook => ({
  ...sample,
  fields: { ...sample.fields, part: { ...money, metric: 'part' }, whole: { ...money, metric: 'whole' } },
  roles: { ...sample.roles, monthDone: 'part', annualDone: 'whole' },
  metrics: {
    whole: { title, period, unit: 'CNY', aggregation: 'latest' },
    part: { title, period: 'month', unit: 'CNY', aggregation: 'sum' },
    jobs: { title, period: 'month', unit: 'count', aggregation: 'sum' },
    plan: { title, period: 'year', unit: 'CNY', aggregation: 'latest' },
  },
})
const byMonth = listWith('month')
const [part, jobs, whole] = reportMetrics(byMonth)
const figure = (metric: string, period: string, value: string): StandingFigure => ({ metric, period, value })

describe('what is asked for month by month', () => {
  test('figures by month, the sum behind its parts, and no plan of the year', () => {
    expect(reportMetrics(byMonth).map(({ key, sumsUp }) => [key, sumsUp])).toEqual([
      ['part', null],
      ['jobs', null],
      ['whole', 'part'],
    ])
  })

  test('a sum by year is asked for all the same, for its year', () => {
    const sum = reportMetrics(listWith('year')).find(({ key }) => key === 'whole')!
    expect([sum.sumsUp, metricPeriod(sum, '2026-11')]).toEqual(['part', '2026'])
    expect(metricPeriod(part!, '2026-11')).toBe('2026-11')
  })

  test('a list without such figures asks for none', () => {
    expect(reportMetrics({ ...byMonth, metrics: {} })).toEqual([])
  })
})

describe('the course of a figure', () => {
  const figures = [
    figure('part', '2025-12', '9.00'),
    figure('part', '2026-03', '3.00'),
    figure('part', '2026-05', '5.00'),
  ]

  test('what stands for the month, and the latest before it in the year', () => {
    expect(figureCourse(part!, figures, '2026-05')).toEqual({ current: figures[2], last: figures[1] })
    expect(figureCourse(part!, figures, '2026-03')).toEqual({ current: figures[1], last: null })
    expect(figureCourse(jobs!, figures, '2026-05')).toEqual({ current: null, last: null })
  })

  test('told to a device and back it is the same', () => {
    const { current, last } = figureCourse(part!, figures, '2026-05')
    const told = [{ metric: 'part', current: current!.value, last: last!.value, lastPeriod: last!.period }]
    expect(figureCourse(part!, figuresTold(byMonth, told, '2026-05'), '2026-05')).toEqual({ current, last })
    expect(figuresTold(byMonth, [{ metric: 'gone', current: '1', last: null, lastPeriod: null }], '2026-05')).toEqual(
      [],
    )
  })
})

describe('the year’s sum', () => {
  test('grows from its own latest figure', () => {
    const figures = [figure('whole', '2026-03', '30.00'), figure('part', '2026-04', '4.00')]
    expect(sumBefore(whole!, figures, '2026-05')).toBe('30.00')
    expect(expectedSum(whole!, figures, '2026-05', '5.5')).toBe('35.50')
  })

  test('is its months where it was never said, and begins in January only', () => {
    const figures = [figure('part', '2026-02', '2.00'), figure('part', '2026-04', '4.00')]
    expect(expectedSum(whole!, figures, '2026-05', '1')).toBe('7.00')
    expect(expectedSum(whole!, [], '2026-05', '1')).toBeNull()
    expect(expectedSum(whole!, [], '2026-01', '1')).toBe('1.00')
    expect(sumBefore(part!, figures, '2026-05')).toBeNull()
  })

  test('by year it holds the month already, which a correction takes out first', () => {
    const sum = reportMetrics(listWith('year')).find(({ key }) => key === 'whole')!
    const figures = [figure('whole', '2026', '100.00'), figure('part', '2026-05', '40.00')]
    expect(expectedSum(sum, figures, '2026-05', '50')).toBe('110.00')
    expect(expectedSum(sum, figures, '2026-06', '50')).toBe('150.00')
  })

  test('months reported one after another come to their sum, whatever they are', () => {
    const cents = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(cents, (months) => {
        const figures: StandingFigure[] = []
        for (const [index, value] of months.entries()) {
          const month = `2026-${String(index + 1).padStart(2, '0')}`
          const own = amountOfCents(value)
          const sum = expectedSum(whole!, figures, month, own)!
          figures.push(figure('part', month, own), figure('whole', month, sum))
        }
        const total = months.reduce((sum, value) => sum + value, 0n)
        expect(figures.at(-1)?.value).toBe(amountOfCents(total))
      }),
    )
  })
})

describe('a copy of the month before', () => {
  const metrics = reportMetrics(byMonth)
  const before = {
    text: '主体施工，进展顺利。',
    figures: [figure('part', '2026-04', '5.00'), figure('whole', '2026-04', '20.00')],
  }

  test.each([
    ['word for word', { text: before.text, figures: before.figures }, true],
    ['but for spaces and signs', { text: ' 主体施工 进展顺利', figures: [figure('part', '2026-05', '5')] }, true],
    [
      'with another sum, which grows by itself',
      { ...before, figures: [before.figures[0]!, figure('whole', '2026-05', '25')] },
      true,
    ],
    ['with another figure', { ...before, figures: [figure('part', '2026-05', '6')] }, false],
    ['with other words', { ...before, text: '主体结顶' }, false],
    ['without the figure', { ...before, figures: [] }, false],
  ])('%s', (_, after, same) => expect(saysTheSame(metrics, before, after)).toBe(same))

  test('who says nothing twice copies nothing', () => {
    const nothing = { text: '', figures: [] }
    expect(saysTheSame(metrics, nothing, nothing)).toBe(false)
    expect(saysTheSame(metrics, { text: '。', figures: [] }, { text: '，', figures: [] })).toBe(false)
  })
})

test.each([
  ['2026-11', true],
  ['2025-11', true],
  ['2026-12', false],
  ['2025-10', false],
])('in November 2026 the month %s may be reported: %s', (month, may) => {
  expect(isReportable(month, '2026-11-22')).toBe(may)
})

describe('万元', () => {
  test.each([
    ['1,234.5', '12345000.00'],
    ['0.000001', '0.01'],
    ['-3', '-30000.00'],
    [' 7 ', '70000.00'],
  ])('%s is %s yuan', (typed, yuan) => expect(yuanOfWan(typed)).toBe(yuan))

  test.each(['', '约3', '1.2345678', '1e5', '三'])('%s is no amount', (typed) => expect(yuanOfWan(typed)).toBeNull())

  test('there and back is the same amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (cents) => {
        const yuan = amountOfCents(cents)
        expect(yuanOfWan(wanOfYuan(yuan))).toBe(yuan)
      }),
    )
  })
})
