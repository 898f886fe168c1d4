import { openNode as node } from '@guatu/kernel/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { portionItems, portions } from './in-turn.ts'
import { nodesBefore, planBefore, traced } from './trace.ts'

const fits = { feasible: true, shortfallWorkdays: 0 }

describe('the plan that an import replaces', () => {
  test('keeps only what differs, and no lamps', () => {
    const before = [node('a', { plannedFinish: '2027-01-05', lamp: 'red' }), node('b')]
    const after = [node('a', { plannedFinish: '2028-01-05' }), node('b', { lamp: 'blue' })]
    expect(planBefore(fits, before, after)).toEqual({ ...fits, nodes: { a: { plannedFinish: '2027-01-05' } } })
  })
  test('keeps what was empty', () => {
    const before = [node('a')]
    const after = [node('a', { plannedFinish: '2028-01-05', critical: true, done: true, doneBasis: 'stage' })]
    expect(planBefore(fits, before, after).nodes).toEqual({
      a: { plannedFinish: null, critical: false, done: false, doneBasis: null },
    })
  })
  test('keeps a node whole that the new plan does not have', () => {
    const { nodes } = planBefore(fits, [node('a')], [])
    expect(nodes.a).toMatchObject({ nodeKey: 'a', durationWorkdays: 5 })
  })

  const day = fc.option(fc.constantFrom('2027-01-05', '2027-02-03', '2028-06-30'), { nil: null })
  const made = fc.record({
    plannedStart: day,
    plannedFinish: day,
    notBefore: day,
    durationWorkdays: fc.integer({ min: 0, max: 60 }),
    floatWorkdays: fc.option(fc.integer({ min: -20, max: 20 }), { nil: null }),
    critical: fc.boolean(),
  })
  test('comes back whatever it was, through the event’s own JSON', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(made, made), { maxLength: 8 }), (both) => {
        const before = both.map(([was], at) => node(`n${at}`, was))
        const after = both.map(([, is], at) => node(`n${at}`, is))
        const kept = JSON.parse(JSON.stringify(planBefore(fits, before, after)))
        expect(nodesBefore(after, kept)).toEqual(before)
      }),
    )
  })
})

test('the first event of an item keeps what it was, all of them name the import', () => {
  const events = ['item.updated', 'fact.reported'].map((verb) => ({ verb, itemId: 'i', data: { revision: 2 } }))
  const before = { stood: { 'annualPlan 2026': null } }
  expect(traced(events, 'm', before).map(({ data }) => data)).toEqual([
    { revision: 2, importId: 'm', before },
    { revision: 2, importId: 'm' },
  ])
  expect(traced(events, 'm').every(({ data }) => !('before' in data))).toBe(true)
})

test('portions hold everything once, in its order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3 * portionItems }), (length) => {
      const all = Array.from({ length }, (_, at) => at)
      const parts = [...portions(all)]
      expect(parts.flat()).toEqual(all)
      expect(parts.every((part) => part.length > 0 && part.length <= portionItems)).toBe(true)
    }),
    { numRuns: 20 },
  )
})
