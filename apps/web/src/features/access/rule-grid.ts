import {
  type AccessRule,
  type Action,
  districtActions,
  itemActions,
  type Relation,
  type Role,
  relations,
  ruleKey,
} from '@guatu/access'
import { type Phase, phases } from '@guatu/kernel'

/** The rules of one role to the items of one relation, as a line of the table. */
export interface RuleLine {
  readonly role: Role
  readonly relation: Relation
  /** Phases by action; an action that is not granted is absent. */
  readonly granted: ReadonlyMap<Action, readonly Phase[]>
}

export const itemActionKeys = Object.keys(itemActions) as (keyof typeof itemActions)[]
export const districtActionKeys = Object.keys(districtActions) as (keyof typeof districtActions)[]

/** Lines of a role in the order of relations; `all` comes first, with what concerns the district. */
export function linesOf(rules: readonly AccessRule[], role: Role): RuleLine[] {
  const own = rules.filter((rule) => rule.role === role)
  return (Object.keys(relations) as Relation[]).flatMap((relation) => {
    const same = own.filter((rule) => rule.relation === relation)
    if (same.length === 0) return []
    return [{ role, relation, granted: new Map(same.map((rule) => [rule.action, rule.phases])) }]
  })
}

const samePhases = (a: readonly Phase[], b: readonly Phase[]) =>
  a.length === b.length && a.every((phase) => b.includes(phase))

/** The rules with one grant of these phases, or without it where there are none. */
export function withGrant(
  rules: readonly AccessRule[],
  grant: Omit<AccessRule, 'phases'>,
  granted: readonly Phase[],
): AccessRule[] {
  const key = ruleKey({ ...grant, phases })
  const others = rules.filter((rule) => ruleKey(rule) !== key)
  const inOrder = phases.filter((phase) => granted.includes(phase))
  return inOrder.length === 0 ? others : [...others, { ...grant, phases: inOrder }]
}

export interface RuleChanges {
  readonly added: number
  readonly removed: number
  readonly changed: number
}

/** What differs of two sets of rules. */
export function ruleChanges(before: readonly AccessRule[], after: readonly AccessRule[]): RuleChanges {
  const was = new Map(before.map((rule) => [ruleKey(rule), rule]))
  const is = new Map(after.map((rule) => [ruleKey(rule), rule]))
  const changed = [...is].filter(([key, rule]) => {
    const old = was.get(key)
    return old !== undefined && !samePhases(old.phases, rule.phases)
  })
  return {
    added: [...is.keys()].filter((key) => !was.has(key)).length,
    removed: [...was.keys()].filter((key) => !is.has(key)).length,
    changed: changed.length,
  }
}
