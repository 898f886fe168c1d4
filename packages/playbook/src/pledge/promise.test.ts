import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sample } from '../../test/sample.ts'
import { type PledgedProject, promiseState } from './promise.ts'
import type { PledgeSense } from './sense.ts'

const sense: PledgeSense = {
  ...{ link: 'pledgedFor', kind: 'kind', amount: 'amount', number: 'number', due: 'due' },
  kinds: {
    start: { measure: 'milestone', reaches: 'start' },
    built: { measure: 'milestone', reaches: 'end' },
    tax: { measure: 'atLeast', metric: 'plan' },
    total: { measure: 'atLeast', metric: 'done', total: true },
    perMu: { measure: 'perMu', metric: 'plan' },
    energy: { measure: 'atMost', metric: 'plan' },
  },
}
const yuan = (amount: string) => ({ amount, currency: 'CNY' })
const project = (more: Partial<PledgedProject> = {}): PledgedProject => ({
  ...{ playbook: sample, stage: 'prepare', figures: [], landAreaMu: null },
  ...more,
})
const figure = (metric: string, period: string, value: string) => ({ metric, period, value })
const state = (fields: object, of: PledgedProject | null = project()) => promiseState(sense, { ...fields }, of)

describe('a milestone', () => {
  test('is kept once the project has come to its stage, or further', () => {
    expect(state({ kind: 'start' })).toMatchObject({ known: true, kept: false, percent: 0 })
    expect(state({ kind: 'start' }, project({ stage: 'build' }))).toMatchObject({ kept: true, percent: 100 })
    expect(state({ kind: 'built' }, project({ stage: 'build' })).kept).toBe(false)
    expect(state({ kind: 'built' }, project({ stage: 'end' })).kept).toBe(true)
  })
})

describe('an amount', () => {
  test('is not known before anything is verified, nor without a project, nor in foreign money', () => {
    const nothing = { known: false, kept: false, actual: null, percent: 0 }
    expect(state({ kind: 'tax', amount: yuan('100.00') })).toMatchObject({ ...nothing, promised: '100.00' })
    expect(state({ kind: 'tax', amount: yuan('100.00') }, null)).toMatchObject(nothing)
    const verified = project({ figures: [figure('plan', '2025', '100.00')] })
    expect(state({ kind: 'tax', amount: { amount: '100.00', currency: 'USD' } }, verified)).toMatchObject(nothing)
    expect(state({ kind: 'nobody knows' }, verified)).toMatchObject({ ...nothing, measure: null })
  })

  test('is held against the latest period, to the cent', () => {
    const of = project({ figures: [figure('plan', '2025', '99.99'), figure('plan', '2024', '500.00')] })
    expect(state({ kind: 'tax', amount: yuan('100.00') }, of)).toMatchObject({
      kept: false,
      percent: 99.99,
      actual: '99.99',
    })
    expect(state({ kind: 'tax', amount: yuan('99.99') }, of)).toMatchObject({ kept: true, percent: 100 })
  })

  test('over all years adds up the last figure of each', () => {
    const figures = [
      figure('done', '2025-11', '80.00'),
      figure('done', '2025-12', '90.00'),
      figure('done', '2026-03', '20.00'),
    ]
    expect(state({ kind: 'total', amount: yuan('110.00') }, project({ figures }))).toMatchObject({
      actual: '110.00',
      kept: true,
    })
  })
})

describe('per mu', () => {
  const of = (value: string, landAreaMu: string | null) =>
    project({ landAreaMu, figures: [figure('plan', '2025', value)] })

  test('is the verified figure over the site, in yuan to the cent', () => {
    expect(state({ kind: 'perMu', amount: yuan('120000.00') }, of('4800000.00', '40'))).toMatchObject({
      ...{ actual: '120000.00', kept: true, percent: 100 },
    })
    expect(state({ kind: 'perMu', amount: yuan('1.00') }, of('10.00', '3')).actual).toBe('3.33')
  })

  test('is decided by what is exact, not by what is shown', () => {
    const third = state({ kind: 'perMu', amount: yuan('3.33') }, of('9.98', '3'))
    expect(third).toMatchObject({ actual: '3.33', kept: false })
  })

  test('cannot be told without a site', () => {
    expect(state({ kind: 'perMu', amount: yuan('1.00') }, of('10.00', null)).known).toBe(false)
    expect(state({ kind: 'perMu', amount: yuan('1.00') }, of('10.00', '0')).known).toBe(false)
  })

  test('multiplied out it is what was promised, for any site', () => {
    const cents = fc.integer({ min: 1, max: 1_000_000_000 })
    const area = fc.integer({ min: 1, max: 9_999_999 })
    fc.assert(
      fc.property(cents, cents, area, (promised, done, tenThousandths) => {
        const text = (value: number) => `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`
        const mu = `${Math.floor(tenThousandths / 10_000)}.${String(tenThousandths % 10_000).padStart(4, '0')}`
        const { kept } = state({ kind: 'perMu', amount: yuan(text(promised)) }, of(text(done), mu))
        expect(kept).toBe(BigInt(done) * 10_000n >= BigInt(promised) * BigInt(tenThousandths))
      }),
    )
  })
})

describe('at most', () => {
  const used = (value: string) => project({ figures: [figure('plan', '2025', value)] })

  test('is kept by staying below', () => {
    expect(state({ kind: 'energy', number: 1200 }, used('1199.50'))).toMatchObject({ kept: true, promised: '1200' })
    expect(state({ kind: 'energy', number: 1200 }, used('1200.00')).kept).toBe(true)
    expect(state({ kind: 'energy', number: 1200 }, used('1200.01')).kept).toBe(false)
    expect(state({ kind: 'energy' }, used('1.00')).known).toBe(false)
  })
})
