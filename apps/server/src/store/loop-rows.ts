import type { ChargedUnits, ClockState, CountKind } from '@guatu/playbook'

/** A stretch of an item's way: one stage in the hands of the same units. */
export interface StayRow {
  districtId: string
  itemId: string
  ordinal: number
  stage: string
  leadOrgId: string | null
  units: ChargedUnits
  /** It began with the item or by a move; else the item only passed into other hands. */
  entered: boolean
  enteredAt: string
  leftAt: string | null
  counts: CountKind | null
  reason: string | null
  byName: string
  byId: string | null
}

/** A stretch of time that a clock was stopped for. */
export interface PauseRow {
  districtId: string
  itemId: string
  clock: string
  ordinal: number
  ground: string
  text: string
  fromAt: string
  toAt: string | null
  /** The item's own date that the clock went by when it was stopped. */
  untilDay: string | null
  byName: string
  byId: string | null
}

/** How a clock stood when its item was last judged. */
export interface ClockRow {
  districtId: string
  itemId: string
  key: string
  state: ClockState['state']
  spentMinutes: number
  limitMinutes: number | null
  dueAt: string | null
  overdue: boolean
  warns: boolean
  chargedOrgId: string | null
  judgedAt: string
  nextChangeAt: string | null
}

/** A link from one item to another, or to a node of it; ended ones stay for readers of the past. */
export interface ItemLinkRow {
  districtId: string
  linkId: string
  fromItemId: string
  toItemId: string
  kind: string
  nodeKey: string | null
  addedAt: string
  addedBy: string
  removedAt: string | null
  removedBy: string | null
}
