import type { PlanEffect } from '@guatu/playbook'

/** A frozen baseline of one item; never altered. */
export interface BaselineRow {
  districtId: string
  itemId: string
  /** Counted from 1 within the item. */
  number: number
  /** One act may freeze the baselines of many items. */
  baselineId: string
  name: string
  reason: string | null
  frozenAt: string
  frozenBy: string
  frozenById: string | null
  finish: string | null
  /** The approved application that it came with. */
  changeItemId: string | null
}

export interface BaselineNodeRow {
  districtId: string
  itemId: string
  number: number
  nodeKey: string
  position: number
  title: string
  plannedStart: string | null
  plannedFinish: string | null
  done: boolean
  actualFinish: string | null
}

/** What an application asks of another item's plan, beside its own item. */
export interface ChangeRequestRow {
  districtId: string
  itemId: string
  targetItemId: string
  baseRevision: number
  newFinish: string | null
  rebaseline: boolean
  askedBy: string
  askedById: string | null
  askedAt: string
  askedEffect: PlanEffect
  seenEffect: PlanEffect | null
  approvedAt: string | null
  approvedEffect: PlanEffect | null
  approvedWorkdays: number | null
}

export interface ChangeNodeRow {
  districtId: string
  itemId: string
  nodeKey: string
  notBefore: string | null
  liftsNotBefore: boolean
  durationWorkdays: number | null
}
