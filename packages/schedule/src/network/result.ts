import type { IsoDate } from '../calendar/day.ts'

export type ProblemCode =
  | 'cycle'
  | 'dangling-link'
  | 'duplicate-id'
  | 'invalid-actual'
  | 'invalid-calendar'
  | 'invalid-constraint'
  | 'invalid-date'
  | 'invalid-duration'
  | 'invalid-id'
  | 'invalid-input'
  | 'invalid-lag'
  | 'invalid-link-type'
  | 'invalid-parent'
  | 'invalid-xml'
  | 'missing-deadline'
  | 'missing-start'
  | 'out-of-range'
  | 'summary-link'

/** Why a plan cannot be scheduled. `ids` are the activities concerned; a cycle's run along it, the first one again at the end. */
export type Problem = {
  readonly code: ProblemCode
  readonly message: { readonly zh: string; readonly en: string }
  readonly ids: readonly string[]
}

export type NoticeCode = 'provisional-calendar' | 'date-missed' | 'link-broken' | 'rounded' | 'left-out'

/** Something to know about a plan that could be scheduled. */
export type Notice = {
  readonly code: NoticeCode
  readonly message: { readonly zh: string; readonly en: string }
  readonly ids: readonly string[]
}

/** Dates are inclusive: a one-day activity starts and finishes on the same date. Floats are working days of its calendar. */
export type ScheduledActivity = {
  readonly id: string
  readonly earlyStart: IsoDate
  readonly earlyFinish: IsoDate
  readonly lateStart: IsoDate
  readonly lateFinish: IsoDate
  readonly totalFloat: number
  readonly freeFloat: number
  readonly critical: boolean
  /** The predecessor whose link sets the early start, or null when a date does. */
  readonly driver: string | null
}

/** What is missing when a date cannot be kept. */
export type Shortfall = {
  /** Working days of the project calendar. */
  readonly workdays: number
  /** The activities that take too long together, first to last. */
  readonly chain: readonly string[]
  /**
   * Going back from the date, the first activity of the chain that would have to start before the first possible day; in a
   * plan with progress, before the day it can start.
   */
  readonly firstInfeasible: string
}

export type Scheduled = {
  readonly kind: 'scheduled'
  /** Whether every deadline and every constraint is kept. */
  readonly feasible: boolean
  readonly shortfallWorkdays: number
  readonly shortfall: Shortfall | null
  /** Of the early dates when scheduled forward, of the late dates when backward. */
  readonly start: IsoDate | null
  readonly finish: IsoDate | null
  readonly activities: readonly ScheduledActivity[]
  /** The longest chain of driving links, first to last. */
  readonly criticalPath: readonly string[]
  readonly notices: readonly Notice[]
  readonly problems: readonly []
}

export type Refused = { readonly kind: 'refused'; readonly problems: readonly Problem[] }

export type ScheduleOutcome = Scheduled | Refused
