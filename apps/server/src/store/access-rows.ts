import type { Action, Charge, Relation, Role } from '@guatu/access'
import type { Phase } from '@guatu/kernel'

/** A person's role in a unit, for a time. */
export interface PostRow {
  districtId: string
  postId: string
  personId: string
  orgId: string
  role: Role
  /** How the post is called: 镇长. */
  title: string
  fromDay: string
  toDay: string | null
  /** The post that this one stands in for. */
  deputyForId: string | null
  /** The post that this one was taken over from. */
  takenOverFromId: string | null
  revision: number
}

export interface ChargeRow {
  districtId: string
  chargeId: string
  personId: string
  kind: Charge['kind']
  target: string
  fromDay: string
  toDay: string | null
  revision: number
}

export interface AccessRuleRow {
  districtId: string
  role: Role
  action: Action
  relation: Relation
  phases: Phase[]
}

/** One tie of an item in the phase that it is in, as text. */
export interface ItemPartyRow {
  districtId: string
  itemId: string
  key: string
}
