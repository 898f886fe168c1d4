import { type Role, roles } from '@guatu/access'
import { searchText } from '@guatu/kernel'
import type { ChargeRow, PostRow } from './access-rows.ts'
import type { PersonRow } from './schema.ts'
import { uuidv7 } from './uuid.ts'

export interface NewPerson {
  readonly personId?: string
  readonly orgId: string | null
  readonly name: string
  readonly post?: string | null
  readonly demonstration?: boolean
}

export function personRow(districtId: string, person: NewPerson): PersonRow {
  return {
    districtId,
    personId: person.personId ?? uuidv7(),
    orgId: person.orgId,
    name: person.name,
    post: person.post ?? null,
    searchText: searchText(person.name).slice(0, 600),
    demonstration: person.demonstration ?? false,
    revision: 1,
  }
}

export interface NewPost {
  readonly postId?: string
  readonly personId: string
  readonly orgId: string
  readonly role: Role
  /** The role's own title where nothing else is said. */
  readonly title?: string | null
  /** ISO days, the last one included. */
  readonly from: string
  readonly to?: string | null
  readonly deputyForId?: string | null
  readonly takenOverFromId?: string | null
}

export function postRow(districtId: string, post: NewPost): PostRow {
  return {
    districtId,
    postId: post.postId ?? uuidv7(),
    personId: post.personId,
    orgId: post.orgId,
    role: post.role,
    title: post.title?.trim() || roles[post.role].zh,
    fromDay: post.from,
    toDay: post.to ?? null,
    deputyForId: post.deputyForId ?? null,
    takenOverFromId: post.takenOverFromId ?? null,
    revision: 1,
  }
}

export interface NewCharge {
  readonly chargeId?: string
  readonly personId: string
  readonly kind: ChargeRow['kind']
  readonly target: string
  readonly from: string
  readonly to?: string | null
}

export function chargeRow(districtId: string, { from, to, chargeId, ...charge }: NewCharge): ChargeRow {
  return { districtId, chargeId: chargeId ?? uuidv7(), ...charge, fromDay: from, toDay: to ?? null, revision: 1 }
}

/** SQL for what a unit `alias` is called beside a post: a town's short name (建设) reads as a word of its own. */
export const unitTitleSql = (alias: string): string =>
  `case when ${alias}.kind in ('town', 'subDistrict', 'functionalArea') then ${alias}.name
     else coalesce(${alias}.short_name, ${alias}.name) end`
