import { signKeys, signs } from '@guatu/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deriveSign, type SignKind, type SignRow, signThresholds } from './derive-signs.ts'

const row = (kind: SignKind, figure: number, more: Partial<SignRow> = {}): SignRow => ({
  ...{ kind, figure, itemId: 'i', record: `${kind}:1`, title: { zh: '备案', en: 'Filing' }, unitId: 'u' },
  ...more,
})
const kindsOf = (sign: (typeof signKeys)[number]) => Object.keys(signs[sign].kinds) as SignKind[]
const recent: readonly SignKind[] = ['noEvidence', 'copied']

test('every kind of every sign has its threshold, and no threshold is without a kind', () => {
  expect(signKeys.flatMap(kindsOf).sort()).toEqual(Object.keys(signThresholds).sort())
})

describe.each(signKeys)('%s', (sign) => {
  test.each(kindsOf(sign))('%s counts from its threshold on', (kind) => {
    const limit = signThresholds[kind]
    const [counts, not] = recent.includes(kind) ? [limit, limit + 1] : [limit, limit - 1]
    expect(deriveSign(sign, [row(kind, counts)])).toHaveLength(1)
    expect(deriveSign(sign, [row(kind, not)])).toEqual([])
  })

  test('tells its figure and its record in both languages', () => {
    for (const kind of kindsOf(sign)) {
      const [told] = deriveSign(sign, [row(kind, signThresholds[kind])])
      expect(told?.text.zh).toContain('备案')
      expect(told?.text.zh).toContain(String(signThresholds[kind]))
      expect(told?.text.en).toContain('Filing')
    }
  })

  test('leaves the records of other signs alone', () => {
    const others = signKeys.filter((key) => key !== sign).flatMap((key) => kindsOf(key).map((kind) => row(kind, 60)))
    expect(deriveSign(sign, others)).toEqual([])
  })
})

test('a district’s own thresholds are used', () => {
  const strict = { ...signThresholds, nodeLate: 30 }
  expect(deriveSign('slow', [row('nodeLate', 29)], strict)).toEqual([])
  expect(deriveSign('slow', [row('nodeLate', 30)], strict)).toHaveLength(1)
})

test('records keep the unit and the item that they are of, and nothing of a person', () => {
  const [told] = deriveSign('slow', [row('nodeLate', 3, { unitId: null, itemId: 'x' })])
  expect(told).toMatchObject({ itemId: 'x', unitId: null, record: 'nodeLate:1', sign: 'slow' })
  expect(Object.keys(told!).sort()).toEqual(['figure', 'itemId', 'kind', 'record', 'sign', 'text', 'title', 'unitId'])
})

test('the order is by kind and then the gravest, whatever order the rows came in', () => {
  const rows = fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 20 })
  fc.assert(
    fc.property(rows, rows, (late, overdue) => {
      const given = [...overdue.map((days) => row('clockOverdue', days)), ...late.map((days) => row('nodeLate', days))]
      const told = deriveSign('slow', given)
      const down = (days: readonly number[]) => days.toSorted((a, b) => b - a)
      expect(told.map(({ figure }) => figure)).toEqual([...down(late), ...down(overdue)])
    }),
  )
})
