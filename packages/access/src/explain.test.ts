import { phases } from '@guatu/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Action, itemActions } from './action.ts'
import { decide } from './decide.ts'
import { explain, explainAction } from './explain.ts'
import type { Holder } from './holding.ts'
import { ruleText } from './refusal.ts'
import type { Role } from './role.ts'
import { isRule, keepsSeparation, ruleKey, standardRules } from './rule.ts'
import { anyHolder, anyRule, anyStanding } from './testing/arbitrary.ts'

const leader: Holder = {
  personId: 'me',
  holdings: [
    {
      postId: 'post',
      role: 'leader',
      orgId: 'office',
      orgName: '区领导',
      orgIds: ['office'],
      areaCodes: [],
      deputyForId: null,
    },
  ],
  charges: [
    { personId: 'me', kind: 'item', target: 'other', orgIds: [] },
    { personId: 'me', kind: 'org', target: 'town', orgIds: ['town', 'village'] },
  ],
}

test('a charge is named as the reason', () => {
  const standing = { itemId: 'item', phase: 'negotiation', ties: [{ relation: 'lead', id: 'village' }] } as const
  const secret = explainAction(leader, standardRules, 'secret.negotiation', standing)
  expect(secret.allowed).toBe(true)
  expect(secret.by.map(({ rule, charge }) => [rule.relation, charge?.target])).toEqual([['charge', 'town']])
})

test('what is missing is told rule by rule: a post, the relation, the phase', () => {
  const standing = { itemId: 'item', phase: 'negotiation', ties: [] } as const
  const rules = [
    { role: 'leader', action: 'item.edit', relation: 'all', phases: ['delivery'] },
    { role: 'leader', action: 'item.edit', relation: 'charge', phases: ['negotiation'] },
    { role: 'town', action: 'item.edit', relation: 'lead', phases: ['negotiation'] },
  ] as const
  const { allowed, missing } = explainAction(leader, rules, 'item.edit', standing)
  expect(allowed).toBe(false)
  expect(missing.map(({ lacks }) => lacks)).toEqual(['phase', 'relation', 'role'])
})

test('an explanation says what the decision says, and names all that would grant', () => {
  fc.assert(
    fc.property(anyHolder, fc.array(anyRule, { maxLength: 12 }), anyStanding, (who, rules, standing) => {
      const told = explain(who, rules, standing)
      expect(told.map(({ action }) => action)).toEqual(Object.keys(itemActions))
      for (const { action, allowed, by, missing } of told) {
        expect(allowed).toBe(decide(who, rules, action, standing).kind === 'done')
        for (const { rule, charge } of by) expect(charge !== null).toBe(rule.relation === 'charge')
        const granting = rules.filter((rule) => rule.action === action)
        expect(missing).toHaveLength(allowed ? 0 : granting.length)
      }
    }),
  )
})

test('a rule reads as words, with its phases where it has not all of them', () => {
  expect(ruleText(standardRules.find(({ role, action }) => role === 'town' && action === 'item.edit')!)).toEqual({
    zh: '镇街主攻（牵头（责任）单位）',
    en: 'Town (led by the unit)',
  })
  const afterTalks = { role: 'town', action: 'item.read', relation: 'all', phases: ['delivery', 'ended'] } as const
  expect(ruleText(afterTalks).zh).toBe('镇街主攻（全区，限实施、办结）')
})

test('the standard rules name each role, action and relation once and make sense', () => {
  expect(new Set(standardRules.map(ruleKey)).size).toBe(standardRules.length)
  expect(standardRules.every(isRule)).toBe(true)
  expect(isRule({ role: 'town', action: 'rule.manage', relation: 'lead', phases: ['delivery'] })).toBe(false)
})

test('no rule gives an administrator’s work to another, nor other work to an administrator', () => {
  expect(standardRules.every(keepsSeparation)).toBe(true)
  const rule = (role: Role, action: Action) => ({ role, action, relation: 'all', phases }) as const
  expect(keepsSeparation(rule('securityAdmin', 'item.read'))).toBe(false)
  expect(keepsSeparation(rule('systemAdmin', 'post.manage'))).toBe(false)
  expect(keepsSeparation(rule('districtOffice', 'audit.read'))).toBe(false)
  expect(keepsSeparation(rule('assessor', 'access.explain'))).toBe(true)
  expect(keepsSeparation(rule('firm', 'item.read'))).toBe(true)
})
