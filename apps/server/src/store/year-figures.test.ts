import { describe, expect, test } from 'vitest'
import { worksList } from './testing/works-list.ts'
import { figureFields, yearFigures } from './year-figures.ts'

const figure = (
  metric: string,
  period: string,
  value: string,
  verifiedValue: string | null = null,
  currency = 'CNY',
) => {
  return { metric, period, value, verifiedValue, currency }
}

describe('the year’s done', () => {
  test('is the cumulative figure where one was reported', () => {
    const figures = [figure('yearDone', '2026', '500.00'), figure('monthDone', '2026-01', '70.00', '70.00')]
    expect(yearFigures(worksList, figures, '2026')).toEqual({ doneCny: '500.00', verifiedCny: '70.00' })
  })

  test('else the months of the year added up, exactly', () => {
    const figures = [
      figure('monthDone', '2025-12', '999.00', '999.00'),
      figure('monthDone', '2026-01', '0.10', '0.10'),
      figure('monthDone', '2026-02', '0.20'),
      figure('monthDone', '2026-03', '9007199254740993.03'),
    ]
    expect(yearFigures(worksList, figures, '2026')).toEqual({ doneCny: '9007199254740993.33', verifiedCny: '0.10' })
  })

  test('is unknown without figures, and foreign money is never added', () => {
    expect(yearFigures(worksList, [], '2026')).toEqual({ doneCny: null, verifiedCny: null })
    const figures = [figure('yearDone', '2026', '5.00', null, 'USD')]
    expect(yearFigures(worksList, figures, '2026').doneCny).toBeNull()
  })
})

test('fields show the figures of this year only', () => {
  const figures = [
    figure('yearDone', '2025', '1.00'),
    figure('monthDone', '2026-02', '3.00'),
    figure('monthDone', '2026-04', '4.00'),
  ]
  expect(figureFields(worksList, figures, '2026-06-15')).toEqual({
    yearDone: { amount: '7.00', currency: 'CNY' },
    monthDone: { amount: '4.00', currency: 'CNY' },
  })
  expect(figureFields(worksList, figures, '2027-01-01')).toEqual({ yearDone: null, monthDone: null })
})
