import { type Action, type ItemAction, itemActions } from './action.ts'
import { type Grant, grantsFor, grantsOf, isRelated } from './decide.ts'
import type { Charge, Holder } from './holding.ts'
import { keyOf, keysOf, selfOf, tiesSought } from './keys.ts'
import type { Standing } from './relation.ts'
import type { AccessRule } from './rule.ts'

/** A grant that holds, with the charge that it holds by. */
export interface Reason extends Grant {
  readonly charge: Charge | null
}

/** A rule that would grant an action, and what it fails by. */
export interface Lack {
  readonly rule: AccessRule
  /** No post of the role; a post, but the item stands otherwise to it; or in another phase. */
  readonly lacks: 'role' | 'relation' | 'phase'
}

export interface Explanation {
  readonly action: Action
  readonly allowed: boolean
  readonly by: readonly Reason[]
  /** Of what is not allowed: every rule that would grant it. */
  readonly missing: readonly Lack[]
}

function chargeOf(holder: Holder, { rule, holding }: Grant, standing: Standing): Charge | null {
  if (rule.relation !== 'charge') return null
  const own = new Set(keysOf(standing))
  const held = holder.charges.find((charge) => {
    const ties = tiesSought({ ...holder, charges: [charge] }, holding, 'charge')
    return charge.personId === selfOf(holder, holding) && ties.some((tie) => own.has(keyOf(tie, standing.phase)))
  })
  return held ?? null
}

function lackOf(holder: Holder, rule: AccessRule, standing: Standing | null): Lack {
  const grants = grantsOf(holder, [rule], rule.action)
  if (grants.length === 0 || !standing) return { rule, lacks: 'role' }
  return { rule, lacks: grants.some((grant) => isRelated(holder, grant, standing)) ? 'phase' : 'relation' }
}

/** Why somebody may, or may not, do something: to an item, or anywhere without one. */
export function explainAction(
  holder: Holder,
  rules: readonly AccessRule[],
  action: Action,
  standing: Standing | null,
): Explanation {
  const grants = standing ? grantsFor(holder, rules, action, standing) : grantsOf(holder, rules, action)
  const by = grants.map((grant): Reason => ({ ...grant, charge: standing && chargeOf(holder, grant, standing) }))
  const others = by.length > 0 ? [] : rules.filter((rule) => rule.action === action)
  return { action, allowed: by.length > 0, by, missing: others.map((rule) => lackOf(holder, rule, standing)) }
}

/** Every action to an item, explained. */
export const explain = (holder: Holder, rules: readonly AccessRule[], standing: Standing): Explanation[] =>
  (Object.keys(itemActions) as ItemAction[]).map((action) => explainAction(holder, rules, action, standing))
