/** `unlisted` marks a unit that a ledger names and the directory does not have yet: it waits for somebody to place it. */
export type OrgKind =
  | 'district'
  | 'leadership'
  | 'department'
  | 'town'
  | 'functionalArea'
  | 'platform'
  | 'village'
  | 'firm'
  | 'partner'
  | 'oversight'
  | 'unlisted'

/** 单位: a node of the organisation tree. */
export interface Org {
  readonly orgId: string
  readonly parentId: string | null
  readonly kind: OrgKind
  readonly name: string
  readonly shortName: string | null
  /** Division or functional-area code, for units that stand for an area. */
  readonly areaCode: string | null
  /** Ranked and assessed: not the same as being an administrative division. */
  readonly assessed: boolean
}

export interface Person {
  readonly personId: string
  readonly orgId: string | null
  readonly name: string
  readonly post: string | null
}
