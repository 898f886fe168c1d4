import type { Phase } from '@guatu/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Action, actions, itemActions } from './action.ts'
import { allowedActions, decide, grantsFor, keysSought, phasesOf } from './decide.ts'
import type { Holder, Holding } from './holding.ts'
import { keysOf } from './keys.ts'
import type { Standing, Tie } from './relation.ts'
import type { Role } from './role.ts'
import { standardRules } from './rule.ts'
import { anyHolder, anyRule, anyStanding } from './testing/arbitrary.ts'

const holding = (role: Role, more: Partial<Holding> = {}): Holding => ({
  postId: 'post',
  role,
  orgId: 'town',
  orgName: '凤桥镇',
  orgIds: ['town', 'village'],
  areaCodes: ['330402100'],
  deputyForId: null,
  ...more,
})
const holder = (...holdings: Holding[]): Holder => ({ personId: 'me', holdings, charges: [] })
const item = (phase: Phase, ...ties: Tie[]): Standing => ({ itemId: 'item', phase, ties })
const may = (who: Holder, action: Action, standing: Standing | null) =>
  decide(who, standardRules, action, standing).kind === 'done'

const led = (id: string): Tie => ({ relation: 'lead', id })

test.each<[string, Holder, Action, Standing | null, boolean]>([
  ['a town edits what it leads', holder(holding('town')), 'item.edit', item('delivery', led('town')), true],
  ['and what a unit below it leads', holder(holding('town')), 'item.edit', item('delivery', led('village')), true],
  ['not what another leads', holder(holding('town')), 'item.edit', item('delivery', led('other')), false],
  ['it reads what is signed elsewhere', holder(holding('town')), 'item.read', item('delivery', led('other')), true],
  ['never the talks of others', holder(holding('town')), 'item.read', item('negotiation', led('other')), false],
  ['a firm reads its own', holder(holding('firm')), 'item.read', item('ended', { relation: 'firm', id: 'town' }), true],
  ['and nothing else', holder(holding('firm')), 'item.read', item('delivery', led('town')), false],
  [
    'a deputy of the congress what is opened',
    holder(holding('deputy')),
    'item.read',
    item('delivery', { relation: 'opened', id: '' }),
    true,
  ],
  ['only that', holder(holding('deputy')), 'item.read', item('delivery'), false],
  [
    'the owner as a person',
    holder(holding('department')),
    'item.plan',
    item('delivery', { relation: 'owner', id: 'me' }),
    true,
  ],
  ['a security administrator sets rules', holder(holding('securityAdmin')), 'rule.manage', null, true],
  ['but reads no item', holder(holding('securityAdmin')), 'item.read', item('delivery'), false],
  ['an audit administrator sets none', holder(holding('auditAdmin')), 'rule.manage', null, false],
  ['nobody without a post', holder(), 'item.read', item('delivery', led('town')), false],
])('%s', (_, who, action, standing, expected) => {
  expect(may(who, action, standing)).toBe(expected)
})

test('whoever deputises has the other’s own items and charges, not his own through that post', () => {
  const chief: Holder = {
    personId: 'me',
    holdings: [holding('leader', { deputyForId: 'chief' })],
    charges: [
      { personId: 'chief', kind: 'area', target: '330402101', orgIds: [] },
      { personId: 'me', kind: 'item', target: 'mine', orgIds: [] },
    ],
  }
  expect(may(chief, 'secret.negotiation', item('negotiation', { relation: 'area', id: '330402101' }))).toBe(true)
  expect(may(chief, 'secret.negotiation', item('negotiation', { relation: 'leader', id: 'chief' }))).toBe(true)
  expect(may(chief, 'secret.negotiation', item('negotiation', { relation: 'leader', id: 'me' }))).toBe(false)
  expect(may(chief, 'secret.negotiation', { itemId: 'mine', phase: 'negotiation', ties: [] })).toBe(false)
})

test('a refusal names what would be needed and what the person has, in both languages', () => {
  const decided = decide(holder(holding('verifier')), standardRules, 'oversight.open', item('delivery'))
  expect(decided).toEqual({
    kind: 'refused',
    refusals: [
      {
        code: 'FORBIDDEN',
        message: {
          zh: '向人大公开：需要是全区的区级统筹；您的岗位：凤桥镇 核实',
          en: 'Open to oversight: needs District office (all of the district); your posts: 凤桥镇 Verifier',
        },
      },
    ],
  })
})

test('the three administrators have no right in common but to read the directory', () => {
  const of = (role: Role) => standardRules.filter((rule) => rule.role === role).map(({ action }) => action)
  const [system, security, audit] = (['systemAdmin', 'securityAdmin', 'auditAdmin'] as const).map(of)
  for (const [a, b] of [
    [system, security],
    [system, audit],
    [security, audit],
  ]) {
    expect(a!.filter((action) => b!.includes(action))).toEqual(['directory.read'])
  }
  for (const action of [...system!, ...security!, ...audit!]) expect(Object.keys(itemActions)).not.toContain(action)
})

const anyRules = fc.array(anyRule, { maxLength: 12 })
const anyAction = fc.constantFrom(...(Object.keys(itemActions) as Action[]))

test('a decision is what phases and keys say: the database compares nothing else', () => {
  fc.assert(
    fc.property(anyHolder, anyRules, anyAction, anyStanding, (who, rules, action, standing) => {
      const own = new Set(keysSought(who, rules, action))
      const byKeys = keysOf(standing).some((key) => own.has(key))
      const expected = phasesOf(who, rules, action).includes(standing.phase) || byKeys
      expect(decide(who, rules, action, standing).kind === 'done').toBe(expected)
    }),
  )
})

test('more rules never take a right away, and fewer posts never add one', () => {
  fc.assert(
    fc.property(anyHolder, anyRules, anyRule, anyAction, anyStanding, (who, rules, rule, action, standing) => {
      const before = grantsFor(who, rules, action, standing).length
      expect(grantsFor(who, [...rules, rule], action, standing).length).toBeGreaterThanOrEqual(before)
      const fewer = { ...who, holdings: who.holdings.slice(1) }
      expect(grantsFor(fewer, rules, action, standing).length).toBeLessThanOrEqual(before)
    }),
  )
})

test('what may be done to an item may be done somewhere, and nothing is allowed to what is not read', () => {
  fc.assert(
    fc.property(anyHolder, anyRules, anyStanding, (who, rules, standing) => {
      const allowed = allowedActions(who, rules, standing)
      for (const action of allowed) expect(decide(who, rules, action, null).kind).toBe('done')
      if (allowed.length > 0) expect(allowed).toContain('item.read')
    }),
  )
})

test('whoever has no post may do nothing', () => {
  for (const action of Object.keys(actions) as Action[]) expect(may(holder(), action, null)).toBe(false)
})
