import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Condition, filterOf, filterOperators, filterText, is, parseFilter } from './filter.ts'

const condition: fc.Arbitrary<Condition> = fc.record({
  key: fc.stringMatching(/^[a-z][A-Za-z]{0,12}$/),
  operator: fc.constantFrom(...filterOperators),
  values: fc.array(fc.string({ minLength: 1, unit: 'grapheme' }), { maxLength: 4 }),
})

describe('filter text', () => {
  it('reads back what it wrote, whatever signs the values have', () => {
    fc.assert(
      fc.property(fc.array(condition), (conditions) => {
        expect(parseFilter(filterText(conditions))).toEqual(conditions)
      }),
    )
  })

  it('is plain enough to be typed', () => {
    expect(filterText([is('lamp', 'red', 'orange'), { key: 'blockers', operator: 'filled', values: [] }])).toBe(
      'lamp:in:red,orange;blockers:filled:',
    )
  })

  it('leaves out what is no condition and keeps a stray percent sign', () => {
    expect(parseFilter('lamp:in:red;;nonsense;x:like:1;title:has:50%')).toEqual([
      is('lamp', 'red'),
      { key: 'title', operator: 'has', values: ['50%'] },
    ])
    expect(parseFilter(undefined)).toEqual([])
  })

  it('leaves out absent values in its short form', () => {
    expect(filterOf({ lamp: 'red', area: undefined, owner: null })).toBe('lamp:in:red')
  })
})
