import { phases } from '@guatu/kernel'
import fc from 'fast-check'
import { itemActions } from '../action.ts'
import type { Charge, Holder, Holding } from '../holding.ts'
import { ofPersons, ofUnits } from '../keys.ts'
import { relations, type Standing, type Tie } from '../relation.ts'
import { type Role, roles } from '../role.ts'
import type { AccessRule } from '../rule.ts'

const keysOfTable = <T extends string>(table: Readonly<Record<T, unknown>>) => Object.keys(table) as T[]

/** Few ids, so that random persons and items meet. */
const orgIds = ['o1', 'o2', 'o3', 'o4'] as const
const personIds = ['p1', 'p2', 'p3'] as const
const itemIds = ['i1', 'i2'] as const
const areaCodes = ['a1', 'a2'] as const

const orgId = fc.constantFrom(...orgIds)
const personId = fc.constantFrom(...personIds)

export const anyRule: fc.Arbitrary<AccessRule> = fc.record({
  role: fc.constantFrom(...keysOfTable(roles)),
  action: fc.constantFrom(...keysOfTable(itemActions)),
  relation: fc.constantFrom(...keysOfTable(relations)),
  phases: fc.uniqueArray(fc.constantFrom(...phases), { minLength: 1 }),
})

const anyHolding: fc.Arbitrary<Holding> = fc.record({
  postId: fc.uuid(),
  role: fc.constantFrom<Role>(...keysOfTable(roles)),
  orgId,
  orgName: fc.constantFrom('凤桥镇', '区发改局'),
  orgIds: fc.uniqueArray(orgId, { minLength: 1 }),
  areaCodes: fc.uniqueArray(fc.constantFrom(...areaCodes)),
  deputyForId: fc.option(personId),
})

const anyCharge: fc.Arbitrary<Charge> = fc.oneof(
  fc.record({ personId, kind: fc.constant('item'), target: fc.constantFrom(...itemIds), orgIds: fc.constant([]) }),
  fc.record({ personId, kind: fc.constant('area'), target: fc.constantFrom(...areaCodes), orgIds: fc.constant([]) }),
  fc.record({ personId, kind: fc.constant('org'), target: orgId, orgIds: fc.uniqueArray(orgId, { minLength: 1 }) }),
)

export const anyHolder: fc.Arbitrary<Holder> = fc.record({
  personId,
  holdings: fc.array(anyHolding, { maxLength: 3 }),
  charges: fc.array(anyCharge, { maxLength: 3 }),
})

const anyTie: fc.Arbitrary<Tie> = fc.oneof(
  fc.record({
    relation: fc.constantFrom(...ofUnits),
    id: orgId,
  }),
  fc.record({ relation: fc.constantFrom(...ofPersons), id: personId }),
  fc.record({ relation: fc.constant('area'), id: fc.constantFrom(...areaCodes) }),
  fc.record({ relation: fc.constant('opened'), id: fc.constant('') }),
)

export const anyStanding: fc.Arbitrary<Standing> = fc.record({
  itemId: fc.constantFrom(...itemIds),
  phase: fc.constantFrom(...phases),
  ties: fc.array(anyTie, { maxLength: 5 }),
})
