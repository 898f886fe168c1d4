import { type Action, actions, type Relation, type Role, relations, roles, ruleKey, standardRules } from '@guatu/access'
import { phases } from '@guatu/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesOf, ruleChanges, withGrant } from './rule-grid.ts'

const cell = fc.record({
  role: fc.constantFrom(...(Object.keys(roles) as Role[])),
  action: fc.constantFrom(...(Object.keys(actions) as Action[])),
  relation: fc.constantFrom(...(Object.keys(relations) as Relation[])),
})

describe('the table of rules', () => {
  it('shows every rule once', () => {
    const shown = (Object.keys(roles) as Role[]).flatMap((role) =>
      linesOf(standardRules, role).flatMap(({ granted }) => [...granted.keys()]),
    )
    expect(shown).toHaveLength(standardRules.length)
  })

  it('grants in phases, in their order, and takes back what has none', () => {
    fc.assert(
      fc.property(cell, fc.subarray([...phases]), (grant, granted) => {
        const rules = withGrant(standardRules, grant, [...granted].reverse())
        const found = rules.filter((rule) => ruleKey(rule) === ruleKey({ ...grant, phases }))
        expect(found).toEqual(granted.length === 0 ? [] : [{ ...grant, phases: granted }])
        expect(withGrant(rules, grant, [])).toHaveLength(rules.length - found.length)
      }),
    )
  })

  it('tells one change of one grant, and none where it is as it was', () => {
    const grant = { role: 'town', action: 'audit.read', relation: 'all' } as const
    const once = withGrant(standardRules, grant, phases)
    expect(ruleChanges(standardRules, once)).toEqual({ added: 1, removed: 0, changed: 0 })
    expect(ruleChanges(once, withGrant(once, grant, ['problem']))).toEqual({ added: 0, removed: 0, changed: 1 })
    expect(ruleChanges(once, withGrant(once, grant, []))).toEqual({ added: 0, removed: 1, changed: 0 })
    expect(ruleChanges(standardRules, withGrant(once, grant, []))).toEqual({ added: 0, removed: 0, changed: 0 })
  })
})
