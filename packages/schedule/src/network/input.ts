import type { IsoDate } from '../calendar/day.ts'

/** Which days are worked: the State Council's calendar, every day, either with local differences, or a weekly pattern. */
export type CalendarSpec =
  | 'cn'
  | 'every-day'
  | {
      readonly base: 'cn' | 'every-day'
      readonly extraOff?: readonly IsoDate[]
      readonly extraWork?: readonly IsoDate[]
    }
  | { readonly weekdays: readonly number[]; readonly off?: readonly IsoDate[]; readonly work?: readonly IsoDate[] }

export type LinkType = 'FS' | 'SS' | 'FF' | 'SF'

/**
 * - `not-earlier`: starts no earlier than the date; `finish-not-earlier` likewise for the finish
 * - `not-later`: finishes no later than the date; `start-not-later` likewise for the start
 * - `must-start`, `must-finish`: on the date, as far as the links allow (they win; the float turns negative)
 * - `as-late-as-possible`: as late as no other activity is moved by it; carries no date
 *
 * The usual names of other tools (SNET, FNLT, MSO, MFO, ALAP, ...) are understood too.
 */
export type ConstraintType =
  | 'not-earlier'
  | 'not-later'
  | 'must-start'
  | 'must-finish'
  | 'as-late-as-possible'
  | 'start-not-later'
  | 'finish-not-earlier'

export type ConstraintInput = { readonly type: ConstraintType | (string & {}); readonly date?: IsoDate | null }

/** One node of the plan. Durations are whole working days of its calendar; 0 is a milestone. */
export type ActivityInput = {
  readonly id: string
  readonly name?: string
  /** Not needed for a summary (an activity that others name as their parent), whose dates come from its children. */
  readonly duration?: number
  readonly parent?: string | null
  readonly calendar?: CalendarSpec
  readonly constraint?: ConstraintInput | null
  /** A date to keep: it gives float and a shortfall, and moves nothing. */
  readonly deadline?: IsoDate | null
  /** Starts on this date whatever the links say; links that this breaks are told in the notices. */
  readonly fixedStart?: IsoDate | null
  readonly actualStart?: IsoDate | null
  readonly actualFinish?: IsoDate | null
  /** Working days still to do from the data date on; for an activity under way. */
  readonly remaining?: number | null
}

/**
 * A precedence link. A lag of n working days means that n working days of the lag calendar (the successor's when absent) lie
 * between the two ends; a negative lag lets them overlap by that many. A calendar lag counts every day.
 */
export type LinkInput = {
  readonly from: string
  readonly to: string
  readonly type?: LinkType
  readonly lag?: number
  readonly lagUnit?: 'workday' | 'calendar'
  readonly lagCalendar?: CalendarSpec
  /** A soft link is a habit, not a necessity: compression may drop it. Absent is hard. */
  readonly strength?: 'hard' | 'soft'
}

/** A plan as the command line, the server and the browser hand it in. */
export type ScheduleInput = {
  /** Of the project and of every activity that names none; `cn` when absent. */
  readonly calendar?: CalendarSpec
  /** The first possible day; may be absent when scheduling backward. */
  readonly start?: IsoDate | null
  /** The day on which everything is to be finished. */
  readonly deadline?: IsoDate | null
  readonly direction?: 'forward' | 'backward'
  /** Today, for a backward plan: nothing can start before it. `start` serves when it is absent. */
  readonly notBefore?: IsoDate | null
  /** Progress is recorded up to the day before; what is left is done from this day on. */
  readonly dataDate?: IsoDate | null
  readonly activities: readonly ActivityInput[]
  readonly links?: readonly LinkInput[]
}
