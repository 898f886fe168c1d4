import fc from 'fast-check'
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

  it('reads back what was chosen, and leaves every other condition alone', () => {
    const keys = ['lamp', 'area', 'leadOrg', 'stage'] as const
    const picks = fc.array(
      fc.record({ key: fc.constantFrom(...keys), values: fc.uniqueArray(fc.stringMatching(/^[a-z0-9-]{1,9}$/)) }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(picks, (chosenOnes) => {
        const held = new Map<(typeof keys)[number], readonly string[]>()
        let text: string | undefined = 'totalInvestment:from:100000000;lamp:empty:'
        for (const { key, values } of chosenOnes) {
          text = choose(text, key, values)
          held.set(key, values)
        }
        for (const key of keys) expect(chosen(text, key)).toEqual(held.get(key) ?? [])
        expect(otherConditions(text)).toBe(2)
      }),
    )
  })

  it('turns a choice on and off', () => {
    expect(toggled(['red'], 'blue')).toEqual(['red', 'blue'])
    expect(toggled(['red', 'blue'], 'red')).toEqual(['blue'])
  })
})
