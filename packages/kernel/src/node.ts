import type { LampLevel } from './lamp.ts'

/** How it is known that a node is done. Imported projects enter mid-way: their stage says so, no date is invented. */
export type DoneBasis = 'reported' | 'stage'

export const linkTypes = ['FS', 'SS', 'FF', 'SF'] as const

export type NodeLinkType = (typeof linkTypes)[number]

/** 五定 as they can be missing: 定人, 定事, 定标, 定时, and 定责 with its lead unit and its supervising leader. */
export const fiveFixes = ['owner', 'matter', 'standard', 'dates', 'leadOrg', 'leader'] as const

export type FiveFix = (typeof fiveFixes)[number]

/**
 * 节点 with its 五定: matter (title), person (ownerId), standard, time (dates), accountability (leadOrgId, leaderId).
 * All dates are inclusive ISO days; a planned date is null while nothing fixes it.
 */
export interface PlanNode {
  /** Unique within the item. */
  readonly nodeKey: string
  readonly title: string
  readonly stage: string
  readonly durationWorkdays: number
  readonly ownerId: string | null
  readonly leadOrgId: string | null
  readonly leaderId: string | null
  readonly standard: string
  readonly plannedStart: string | null
  readonly plannedFinish: string | null
  readonly baselineStart: string | null
  readonly baselineFinish: string | null
  readonly actualStart: string | null
  readonly actualFinish: string | null
  readonly done: boolean
  readonly doneBasis: DoneBasis | null
  /** Reported progress, 0 to 100; null until somebody reports one. Done is said by `done` alone. */
  readonly percentDone: number | null
  /** A start that a person fixed by hand; the schedule honours it as "start not earlier than". */
  readonly notBefore: string | null
  readonly floatWorkdays: number | null
  readonly critical: boolean
  readonly lamp: LampLevel
}

export interface NodeLink {
  readonly from: string
  readonly to: string
  readonly type: NodeLinkType
  readonly lagWorkdays: number
  /** A soft link is custom, not law: it may be broken to run nodes in parallel (串联变并联). */
  readonly soft: boolean
}
