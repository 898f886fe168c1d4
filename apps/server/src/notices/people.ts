import {
  type AccessRule,
  type Charge,
  decide,
  type Holder,
  type Holding,
  type ItemAction,
  phasesOf,
  type Standing,
  selfOf,
  separatedRoles,
} from '@guatu/access'
import type { Phase } from '@guatu/kernel'
import type { ChargeRow, PostRow } from '../store/access-rows.ts'
import type { OrgRow } from '../store/schema.ts'

type Post = Pick<PostRow, 'postId' | 'personId' | 'role' | 'orgId' | 'fromDay' | 'toDay' | 'deputyForId'>
type Unit = Pick<OrgRow, 'orgId' | 'parentId' | 'areaCode'>
type HeldCharge = Pick<ChargeRow, 'chargeId' | 'personId' | 'kind' | 'target' | 'fromDay' | 'toDay'>

/** The directory as it is stored, of any days. */
export interface Directory {
  readonly posts: readonly Post[]
  readonly units: readonly Unit[]
  readonly charges: readonly HeldCharge[]
  readonly rules: readonly AccessRule[]
}

/** Who holds what on a day, to be found by unit and by person. */
export interface People {
  readonly holders: readonly Holder[]
  readonly rules: readonly AccessRule[]
  /** Holders of a post in that very unit; where it has none, those of the nearest unit above. */
  ofUnit(orgId: string): readonly Holder[]
  /** Of the units that stand for an area. */
  ofArea(areaCode: string): readonly Holder[]
  /** The person, and whoever deputises for him. */
  ofPerson(personId: string): readonly Holder[]
  holder(personId: string): Holder | undefined
  may(holder: Holder, action: ItemAction, standing: Standing): boolean
}

const inForce = ({ fromDay, toDay }: { readonly fromDay: string; readonly toDay: string | null }, day: string) =>
  fromDay <= day && (toDay === null || toDay >= day)

function descendants(units: readonly Unit[]): (orgId: string) => readonly string[] {
  const children = new Map<string, string[]>()
  for (const { orgId, parentId } of units) {
    if (parentId !== null) children.set(parentId, [...(children.get(parentId) ?? []), orgId])
  }
  const known = new Map<string, readonly string[]>()
  const below = (orgId: string): readonly string[] => {
    const before = known.get(orgId)
    if (before) return before
    const found = [orgId, ...(children.get(orgId) ?? []).flatMap(below)]
    known.set(orgId, found)
    return found
  }
  return below
}

function holdersOn({ posts, units, charges }: Directory, day: string): Holder[] {
  const below = descendants(units)
  const areas = new Map(units.map(({ orgId, areaCode }) => [orgId, areaCode]))
  const byId = new Map(posts.map((post) => [post.postId, post]))
  const holdings = new Map<string, Holding[]>()
  for (const post of posts) {
    const deputised = post.deputyForId === null ? null : byId.get(post.deputyForId)
    if (!inForce(post, day) || deputised === undefined || (deputised && !inForce(deputised, day))) continue
    const { postId, role, orgId, personId } = post
    const orgIds = below(orgId)
    const areaCodes = [...new Set(orgIds.flatMap((id) => areas.get(id) ?? []))]
    const deputyForId = deputised ? deputised.personId : null
    const holding: Holding = { postId, role, orgId, orgName: '', orgIds, areaCodes, deputyForId }
    holdings.set(personId, [...(holdings.get(personId) ?? []), holding])
  }
  const held = charges.filter((charge) => inForce(charge, day))
  return [...holdings].map(([personId, own]) => {
    const selves = new Set([personId, ...own.flatMap(({ deputyForId }) => deputyForId ?? [])])
    const chargesOf = held
      .filter((charge) => selves.has(charge.personId))
      .map(({ personId: whose, kind, target }) => {
        return { personId: whose, kind, target, orgIds: kind === 'org' ? below(target) : [] } satisfies Charge
      })
    return { personId, holdings: own, charges: chargesOf }
  })
}

const add = <T>(map: Map<string, T[]>, key: string, value: T) => {
  const list = map.get(key)
  if (!list) map.set(key, [value])
  else if (!list.includes(value)) list.push(value)
}

/** Indexes a directory for one day. Administrators hold no part in the work and are told of none. */
export function peopleOn(directory: Directory, day: string): People {
  const { rules, units } = directory
  const holders = holdersOn(directory, day)
  const parents = new Map(units.map(({ orgId, parentId }) => [orgId, parentId]))
  const [byUnit, byPerson] = [new Map<string, Holder[]>(), new Map<string, Holder[]>()]
  const byId = new Map(holders.map((holder) => [holder.personId, holder]))
  for (const holder of holders) {
    add(byPerson, holder.personId, holder)
    for (const holding of holder.holdings) {
      if (!separatedRoles.includes(holding.role)) add(byUnit, holding.orgId, holder)
      add(byPerson, selfOf(holder, holding), holder)
    }
  }
  const whole = new Map<string, readonly Phase[]>()
  const wholePhases = (holder: Holder, action: ItemAction): readonly Phase[] => {
    const key = `${holder.personId} ${action}`
    const known = whole.get(key) ?? phasesOf(holder, rules, action)
    whole.set(key, known)
    return known
  }
  const ofUnit = (orgId: string): readonly Holder[] => {
    for (let at: string | null | undefined = orgId; at; at = parents.get(at)) {
      const found = byUnit.get(at)
      if (found) return found
    }
    return []
  }
  return {
    holders,
    rules,
    ofUnit,
    ofArea: (code) => units.filter(({ areaCode }) => areaCode === code).flatMap(({ orgId }) => ofUnit(orgId)),
    ofPerson: (personId) => byPerson.get(personId) ?? [],
    holder: (personId) => byId.get(personId),
    may: (holder, action, standing) =>
      wholePhases(holder, action).includes(standing.phase) || decide(holder, rules, action, standing).kind === 'done',
  }
}
