import type { Role } from './role.ts'

/** A post in force: a person's role in a unit, held by itself or for somebody else. */
export interface Holding {
  readonly postId: string
  readonly role: Role
  readonly orgId: string
  /** The unit and every unit below it. */
  readonly orgIds: readonly string[]
  /** Codes of the areas that these units stand for. */
  readonly areaCodes: readonly string[]
  /** The person deputised for; null: the post is the holder's own. */
  readonly deputyForId: string | null
}

/** 包联: what a leader is in charge of. */
export interface Charge {
  readonly kind: 'item' | 'area' | 'org'
  /** Item id, area code or unit id. */
  readonly target: string
}

/** Everything that the rules look at in a person. */
export interface Holder {
  readonly personId: string
  readonly holdings: readonly Holding[]
  readonly charges: readonly Charge[]
}
