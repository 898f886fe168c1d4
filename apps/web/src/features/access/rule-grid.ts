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

/** None, then every phase, then all but talks, then talks alone, then none again: what districts want in practice. */
const steps: readonly (readonly Phase[])[] = [
  [],
  phases,
  phases.filter((phase) => phase !== 'negotiation'),
  ['negotiation'],
]

const samePhases = (a: readonly Phase[], b: readonly Phase[]) =>
  a.length === b.length && a.every((phase) => b.includes(phase))

/** The rules with one grant a step further. What concerns the district has no phases: granted or not. */
export function stepped(rules: readonly AccessRule[], role: Role, action: Action, relation: Relation): AccessRule[] {
  const wanted: Omit<AccessRule, 'phases'> = { role, action, relation }
  const key = ruleKey({ ...wanted, phases })
  const now = rules.find((rule) => ruleKey(rule) === key)?.phases ?? []
  const ways = action in districtActions ? steps.slice(0, 2) : steps
  const at = ways.findIndex((step) => samePhases(step, now))
  const next = ways[(at + 1) % ways.length] as readonly Phase[]
  const others = rules.filter((rule) => ruleKey(rule) !== key)
  return next.length === 0 ? others : [...others, { ...wanted, phases: next }]
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
