import { describe, expect, test } from 'vitest'
import { changesOf, filterOf, sizeText, valueText } from './filter.ts'

test('the address holds the search; what is blank or foreign is left out', () => {
  expect(filterOf({ q: ' 核查 ', person: ' ', verb: 'item.updated', open: '7', to: undefined })).toEqual({
    q: '核查',
    verb: 'item.updated',
  })
})

describe('before and after of an event', () => {
  test.each([
    ['fields', { changes: { cost: { from: null, to: '1' } } }, [{ key: 'cost', from: null, to: '1' }]],
    ['a stage', { from: 'prepare', to: 'build', back: false }, [{ key: '', from: 'prepare', to: 'build' }]],
    [
      'nodes',
      { nodes: [{ nodeKey: 'a', title: '备案', changes: { actualFinish: { from: null, to: '2026-06-01' } } }] },
      [{ key: '备案 · actualFinish', from: null, to: '2026-06-01' }],
    ],
    ['a list of plan changes is none', { changes: [{ nodeKey: 'a' }], nodes: 3 }, []],
    ['nothing', {}, []],
  ])('%s', (_, data, changes) => {
    expect(changesOf(data)).toEqual(changes)
  })
})

test.each([
  [null, '—'],
  ['', '—'],
  [7, '7'],
  [{ amount: '12.00', currency: 'CNY' }, '12.00 CNY'],
  [{ date: '2026-06-01', precision: 'day' }, '2026-06-01'],
  [['a'], '["a"]'],
])('%j reads as %s', (value, text) => {
  expect(valueText(value)).toBe(text)
})

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1_500, '1.5 kB'],
  [2_340_000_000, '2.3 GB'],
])('%i bytes read as %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text)
})
