import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keysOf, standingOfKeys } from './keys.ts'
import { anyStanding } from './testing/arbitrary.ts'

test('an item has a key for itself and one for each tie, in its phase', () => {
  const ties = [
    { relation: 'lead', id: 'org' },
    { relation: 'lead', id: 'org' },
    { relation: 'opened', id: '' },
  ] as const
  expect(keysOf({ itemId: 'x', phase: 'delivery', ties })).toEqual([
    'item:x@delivery',
    'lead:org@delivery',
    'opened:@delivery',
  ])
})

test('stored keys say what the item said', () => {
  fc.assert(
    fc.property(anyStanding, (standing) => {
      const keys = keysOf(standing)
      expect(keysOf(standingOfKeys(standing.itemId, standing.phase, keys))).toEqual(keys)
    }),
  )
})

test('text that is no key is a fault', () => {
  expect(() => standingOfKeys('x', 'delivery', ['lead'])).toThrow('not a key')
})
