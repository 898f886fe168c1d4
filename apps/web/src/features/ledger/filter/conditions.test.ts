import { describe, expect, it } from 'vitest'
import type { Condition } from '../../../api/filter.ts'
import { conditionOf, firstValueOf, withConditions, withoutCondition } from './conditions.ts'

const lamp: Condition = { key: 'lamp', operator: 'in', values: ['red'] }
const from: Condition = { key: 'amount', operator: 'from', values: ['1'] }
const to: Condition = { key: 'amount', operator: 'to', values: ['9'] }
const area: Condition = { key: 'area', operator: 'in', values: ['330402'] }

describe('changing conditions', () => {
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
    expect(firstValueOf([from], 'amount', 'from')).toBe('1')
    expect(firstValueOf([], 'amount', 'from')).toBe('')
  })
})
