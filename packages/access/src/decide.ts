import { done, type Outcome, type Phase, phases, refused } from '@guatu/kernel'
import type { Action, ItemAction } from './action.ts'
import { itemActions } from './action.ts'
import type { Holder, Holding } from './holding.ts'
import { keyOf, keysOf, tiesSought } from './keys.ts'
import { missingRefusal } from './refusal.ts'
import type { Standing } from './relation.ts'
import type { AccessRule } from './rule.ts'

/** A rule that a post in force brings to its holder. */
export interface Grant {
  readonly rule: AccessRule
  readonly holding: Holding
}

/** Every rule of an action that one of the holder's posts brings, wherever it may lead. */
export const grantsOf = (holder: Holder, rules: readonly AccessRule[], action: Action): Grant[] =>
  rules
    .filter((rule) => rule.action === action)
    .flatMap((rule) =>
      holder.holdings.filter(({ role }) => role === rule.role).map((holding): Grant => ({ rule, holding })),
    )

/** Whether the item stands to the post as the rule asks, whatever its phase. */
export function isRelated(holder: Holder, { rule, holding }: Grant, standing: Standing): boolean {
  if (rule.relation === 'all') return true
  const own = new Set(keysOf(standing))
  return tiesSought(holder, holding, rule.relation).some((tie) => own.has(keyOf(tie, standing.phase)))
}

/** The grants that hold for one item. */
export const grantsFor = (holder: Holder, rules: readonly AccessRule[], action: Action, standing: Standing): Grant[] =>
  grantsOf(holder, rules, action).filter(
    (grant) => grant.rule.phases.includes(standing.phase) && isRelated(holder, grant, standing),
  )

/**
 * Whether somebody may do something: to the item of that standing, or, without one, anywhere at all. A refusal names
 * what would be needed and the posts that the holder has.
 */
export function decide(
  holder: Holder,
  rules: readonly AccessRule[],
  action: Action,
  standing: Standing | null,
): Outcome<Grant> {
  const [first] = standing ? grantsFor(holder, rules, action, standing) : grantsOf(holder, rules, action)
  if (first) return done(first)
  const ofPhase = standing ? rules.filter((rule) => rule.phases.includes(standing.phase)) : rules
  return refused(missingRefusal(holder, ofPhase, action))
}

/** The item actions that the holder may do to an item; nothing at all to one that he may not read. */
export function allowedActions(holder: Holder, rules: readonly AccessRule[], standing: Standing): ItemAction[] {
  const may = (action: ItemAction) => grantsFor(holder, rules, action, standing).length > 0
  return may('item.read') ? (Object.keys(itemActions) as ItemAction[]).filter(may) : []
}

/** Phases in which the holder may do something to every item of the district. */
export function phasesOf(holder: Holder, rules: readonly AccessRule[], action: Action): Phase[] {
  const granted = new Set(
    grantsOf(holder, rules, action)
      .filter(({ rule }) => rule.relation === 'all')
      .flatMap(({ rule }) => rule.phases),
  )
  return phases.filter((phase) => granted.has(phase))
}

/** Keys of the items that the holder may do something to, beside those of whole phases. */
export function keysSought(holder: Holder, rules: readonly AccessRule[], action: Action): string[] {
  const keys = grantsOf(holder, rules, action).flatMap(({ rule, holding }) =>
    tiesSought(holder, holding, rule.relation).flatMap((tie) => rule.phases.map((phase) => keyOf(tie, phase))),
  )
  return [...new Set(keys)].sort()
}
