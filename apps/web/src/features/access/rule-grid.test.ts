import { type Action, actions, type Relation, type Role, relations, roles, standardRules } from '@guatu/access'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesOf, ruleChanges, stepped } from './rule-grid.ts'

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

  it('steps through the usual phases and comes back to nothing', () => {
    const phasesAfter = (times: number) => {
      let rules = [...standardRules]
      for (let time = 0; time < times; time++) rules = stepped(rules, 'deputy', 'item.edit', 'opened')
      return rules.find(({ role, action }) => role === 'deputy' && action === 'item.edit')?.phases.length ?? 0
    }
    expect([0, 1, 2, 3, 4].map(phasesAfter)).toEqual([0, 4, 3, 1, 0])
  })

  it('grants what concerns the district, or does not', () => {
    const once = stepped(standardRules, 'town', 'audit.read', 'all')
    expect(ruleChanges(standardRules, once)).toEqual({ added: 1, removed: 0, changed: 0 })
    expect(ruleChanges(standardRules, stepped(once, 'town', 'audit.read', 'all'))).toEqual({
      added: 0,
      removed: 0,
      changed: 0,
    })
  })

  it('one step is one change, or none where it leads back', () => {
    fc.assert(
      fc.property(cell, ({ role, action, relation }) => {
        const { added, removed, changed } = ruleChanges(standardRules, stepped(standardRules, role, action, relation))
        expect(added + removed + changed).toBe(1)
      }),
    )
  })
})
