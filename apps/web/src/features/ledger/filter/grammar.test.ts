import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildFilter, type Condition, conditionOf, parseFilter, withConditions, withoutCondition } from './grammar.ts'

const key = fc.stringMatching(/^[a-z][A-Za-z0-9]{0,12}$/)
const value = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).filter((text) => text.isWellFormed())
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ key, operator: fc.constant('in' as const), values: fc.array(value, { minLength: 1, maxLength: 5 }) }),
  fc.record({
    key,
    operator: fc.constantFrom('has' as const, 'from' as const, 'to' as const),
    values: fc.array(value, { minLength: 1, maxLength: 1 }),
  }),
  fc.record({ key, operator: fc.constantFrom('empty' as const, 'filled' as const), values: fc.constant([]) }),
)

describe('filter text', () => {
  it('reads back what it writes, whatever the values hold', () => {
    fc.assert(
      fc.property(fc.array(condition, { maxLength: 6 }), (conditions) => {
        expect(parseFilter(buildFilter(conditions))).toEqual(conditions)
      }),
    )
  })

  it('writes the grammar that the contract describes', () => {
    expect(
      buildFilter([
        { key: 'lamp', operator: 'in', values: ['red', 'orange'] },
        { key: 'title', operator: 'has', values: ['南湖;a,b:c'] },
        { key: 'leadOrg', operator: 'empty', values: [] },
      ]),
    ).toBe('lamp:in:red,orange;title:has:%E5%8D%97%E6%B9%96%3Ba%2Cb%3Ac;leadOrg:empty:')
    expect(buildFilter([])).toBeUndefined()
  })

  it('leaves out what it cannot read and keeps the rest', () => {
    expect(parseFilter('lamp:in:red;;x;y:near:1;amount:from:;stage:in:,')).toEqual([
      { key: 'lamp', operator: 'in', values: ['red'] },
    ])
    expect(parseFilter('title:has:100%')).toEqual([{ key: 'title', operator: 'has', values: ['100%'] }])
    expect(parseFilter(undefined)).toEqual([])
  })
})

describe('changing conditions', () => {
  const lamp: Condition = { key: 'lamp', operator: 'in', values: ['red'] }
  const from: Condition = { key: 'amount', operator: 'from', values: ['1'] }
  const to: Condition = { key: 'amount', operator: 'to', values: ['9'] }
  const area: Condition = { key: 'area', operator: 'in', values: ['330402'] }

  it('replaces all conditions of a key in place', () => {
    const next: Condition = { key: 'amount', operator: 'from', values: ['5'] }
    expect(withConditions([lamp, from, to, area], 'amount', [next])).toEqual([lamp, next, area])
    expect(withConditions([lamp], 'amount', [from, to])).toEqual([lamp, from, to])
    expect(withConditions([from, lamp], 'amount', [])).toEqual([lamp])
  })

  it('takes away one bound and leaves the other', () => {
    expect(withoutCondition([lamp, from, to], to)).toEqual([lamp, from])
    expect(conditionOf([lamp, from, to], 'amount', 'to')).toBe(to)
    expect(conditionOf([lamp], 'amount', 'to')).toBeUndefined()
  })
})
