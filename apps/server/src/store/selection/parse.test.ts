import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { worksList } from '../testing/works-list.ts'
import { parseSelection } from './parse.ts'

const refusalsOf = (text: Parameters<typeof parseSelection>[1]) => {
  const outcome = parseSelection(worksList, text)
  return outcome.kind === 'refused' ? outcome.refusals : []
}

describe('a filter', () => {
  test('reads keys, operators and encoded values', () => {
    const filter = 'lamp:in:red,orange;name:has:%E4%B8%83%3B%2C;cost:from:100000000;until:to:2026-12-31;permit:empty'
    const outcome = parseSelection(worksList, { filter, sort: '-cost,name', q: ' NHXC  一期 ' })
    if (outcome.kind === 'refused') return expect.unreachable(JSON.stringify(outcome))
    const { conditions, orders, words } = outcome.value
    expect(conditions.map(({ key, operator, values }) => [key.key, operator, values])).toEqual([
      ['lamp', 'in', ['red', 'orange']],
      ['name', 'has', ['七;,']],
      ['cost', 'from', ['100000000']],
      ['until', 'to', ['2026-12-31']],
      ['permit', 'empty', []],
    ])
    expect(orders.map(({ key, descending }) => [key.key, descending])).toEqual([
      ['cost', true],
      ['name', false],
    ])
    expect(words).toEqual(['nhxc', '一期'])
  })

  test('lists everything in it that cannot be understood', () => {
    const filter =
      'nowhere:in:a;cost:has:3;until:from:2026-02-30;gap:in:noLunch;leadOrg:in:abc;cost:from:1,2;name:has:%E4'
    expect(refusalsOf({ filter, sort: 'gap' }).map((refusal) => refusal.message.zh)).toEqual([
      '没有“nowhere”这一项',
      '“cost”不能用条件“has”',
      '“until”的条件值“2026-02-30”不可用',
      '“gap”的条件值“noLunch”不可用',
      '“leadOrg”的条件值“abc”不可用',
      '“cost”的条件值“1,2”不可用',
      '“name”的条件值“%E4”不可用',
      '不能按“gap”排序',
    ])
  })

  test('whom an item names is asked by ids alone, and nothing is ordered by it', () => {
    const found = parseSelection(worksList, { filter: `tied:in:018f0000-0000-7000-8000-000000000001` })
    expect(found.kind).toBe('done')
    expect(refusalsOf({ filter: 'tied:in:me;tied:empty:', sort: 'tied' }).map(({ path }) => path)).toEqual([
      'filter',
      'filter',
      'sort',
    ])
  })

  test('never throws, whatever is written', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (filter, sort) => {
        parseSelection(worksList, { filter, sort })
      }),
    )
  })
})
