import type { Day } from '../calendar/day.ts'
import type { WorkCalendar } from '../calendar/work-calendar.ts'
import type { ConstraintType, LinkType } from './input.ts'

/** An activity after validation: every default filled in, every date a day number. */
export type PlanActivity = {
  readonly id: string
  readonly duration: number
  readonly calendar: WorkCalendar
  readonly constraint: { readonly type: ConstraintType; readonly day: Day } | null
  readonly deadline: Day | null
  readonly fixedStart: Day | null
  readonly actualStart: Day | null
  readonly actualFinish: Day | null
  readonly remaining: number | null
  /** Position of the parent, or -1. */
  readonly parent: number
  readonly isSummary: boolean
}

/** A link between positions in the list of activities. */
export type PlanLink = {
  readonly from: number
  readonly to: number
  readonly type: LinkType
  readonly lag: number
  readonly lagUnit: 'workday' | 'calendar'
  readonly lagCalendar: WorkCalendar
  readonly isSoft: boolean
}

/** A validated plan: whatever is in it can be computed, unless its links go round in a circle. */
export type Plan = {
  readonly calendar: WorkCalendar
  readonly activities: readonly PlanActivity[]
  readonly links: readonly PlanLink[]
  readonly start: Day | null
  readonly deadline: Day | null
  readonly direction: 'forward' | 'backward'
  readonly dataDate: Day | null
}
