import type { Role } from './role.ts'

/** A post in force: a person's role in a unit, held by itself or for somebody else. */
export interface Holding {
  readonly postId: string
  readonly role: Role
  readonly orgId: string
  /** The unit in words, for what people are told. */
  readonly orgName: string
  /** The unit and every unit below it. */
  readonly orgIds: readonly string[]
  /** Codes of the areas that these units stand for. */
  readonly areaCodes: readonly string[]
  /** The person deputised for, whose own items and charges come with the post; null: the post is the holder's own. */
  readonly deputyForId: string | null
}

/** 包联: what a leader is in charge of. */
export interface Charge {
  /** Whose charge it is: the holder's, or that of a person whom the holder deputises for. */
  readonly personId: string
  readonly kind: 'item' | 'area' | 'org'
  /** Item id, area code or unit id. */
  readonly target: string
  /** Of a unit: itself and every unit below it. Empty for the other kinds. */
  readonly orgIds: readonly string[]
}

/** Everything that the rules look at in a person. */
export interface Holder {
  readonly personId: string
  readonly holdings: readonly Holding[]
  readonly charges: readonly Charge[]
}
