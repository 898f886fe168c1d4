import { describe, expect, it } from 'vitest'
import { choose, chosen, otherConditions, toggled } from './simple-filter.ts'

describe('the filter that the map shares with the ledger', () => {
  const filter = 'lamp:in:red,orange;totalInvestment:from:100000000;stage:in:construction'

  it('reads the choices of a key', () => {
    expect(chosen(filter, 'lamp')).toEqual(['red', 'orange'])
    expect(chosen(filter, 'area')).toEqual([])
    expect(chosen(undefined, 'stage')).toEqual([])
  })

  it('replaces one key and keeps what it cannot show', () => {
    expect(choose(filter, 'lamp', ['red'])).toBe('totalInvestment:from:100000000;stage:in:construction;lamp:in:red')
    expect(choose('lamp:in:red', 'lamp', [])).toBeUndefined()
    expect(otherConditions(filter)).toBe(1)
    expect(otherConditions('lamp:in:red;lamp:empty:')).toBe(1)
  })

  it('turns a choice on and off', () => {
    expect(toggled(['red'], 'blue')).toEqual(['red', 'blue'])
    expect(toggled(['red', 'blue'], 'red')).toEqual(['blue'])
  })
})
