import type { FactReply } from '@guatu/contract'
import { describe, expect, it } from 'vitest'
import { factSeries } from './fact-series.ts'

const fact = (part: Partial<FactReply>): FactReply => ({
  factId: part.factId ?? 'f',
  metric: 'annualDone',
  period: '2026-03',
  value: '1.00',
  currency: 'CNY',
  state: 'reported',
  source: { kind: 'manual' },
  evidence: null,
  reportedBy: 'somebody',
  reportedAt: '2026-04-01T00:00:00.000Z',
  verifiedBy: null,
  verifiedAt: null,
  superseded: false,
  ...part,
})

describe('facts as a person reads them', () => {
  it('puts the newest period first and corrections behind the figure that stands', () => {
    const series = factSeries([
      fact({ factId: 'old', superseded: true, value: '1.00' }),
      fact({ factId: 'standing', reportedAt: '2026-04-02T00:00:00.000Z', value: '2.00' }),
      fact({ factId: 'next', period: '2026-04' }),
    ])
    expect(series).toHaveLength(1)
    expect(series[0]?.periods.map(({ period }) => period)).toEqual(['2026-04', '2026-03'])
    expect(series[0]?.periods[1]?.current.factId).toBe('standing')
    expect(series[0]?.periods[1]?.replaced.map(({ factId }) => factId)).toEqual(['old'])
  })

  it('keeps metrics apart', () => {
    expect(factSeries([fact({}), fact({ metric: 'annualPlan', period: '2026' })]).map(({ metric }) => metric)).toEqual([
      'annualDone',
      'annualPlan',
    ])
  })

  it('has nothing to say of no facts', () => {
    expect(factSeries([])).toEqual([])
  })
})
