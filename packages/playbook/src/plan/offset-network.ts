import type { NodeLinkType } from '@guatu/kernel'
import { type ActivityInput, fromDay, type ScheduleInput, schedule, toDay } from '@guatu/schedule'

/**
 * Plans are computed in working-day offsets from the first working day on or after today. Offsets make a plan independent
 * of the day it is laid on, so that it can be kept and used for every item with the same room; the engine is asked on a
 * calendar that works every day.
 */
export interface OffsetActivity {
  readonly key: string
  readonly duration: number
  readonly constraint?: { readonly type: 'not-earlier' | 'not-later' | 'start-not-later'; readonly at: number }
  /** Last offset on which it may finish; gives float and shortfall and moves nothing. */
  readonly deadline?: number
  readonly fixedStart?: number
  readonly actualStart?: number
  readonly actualFinish?: number
}

export interface OffsetLink {
  readonly from: string
  readonly to: string
  readonly type: NodeLinkType
  readonly lagWorkdays: number
}

export interface OffsetWindow {
  readonly direction: 'forward' | 'backward'
  /** First offset on which anything can start. */
  readonly start: number
  readonly deadline?: number
}

export interface OffsetDates {
  readonly earlyStart: number
  readonly earlyFinish: number
  readonly lateStart: number
  readonly lateFinish: number
  readonly floatWorkdays: number
  readonly critical: boolean
}

export interface OffsetSchedule {
  readonly dates: ReadonlyMap<string, OffsetDates>
  readonly feasible: boolean
  readonly shortfallWorkdays: number
  readonly chain: readonly string[]
}

const ORIGIN = toDay('2200-01-01')
const dateOf = (offset: number): string => fromDay(ORIGIN + offset)
const offsetOf = (date: string): number => toDay(date) - ORIGIN

/** Dates and floats of a network of offsets. Links to activities that are not given are left out. */
export function scheduleOffsets(
  activities: readonly OffsetActivity[],
  links: readonly OffsetLink[],
  window: OffsetWindow,
): OffsetSchedule {
  const keys = new Set(activities.map((activity) => activity.key))
  const input: ScheduleInput = {
    calendar: 'every-day',
    direction: window.direction,
    start: dateOf(window.start),
    notBefore: dateOf(window.start),
    deadline: window.deadline === undefined ? null : dateOf(window.deadline),
    activities: activities.map(activityInput),
    links: links
      .filter((link) => keys.has(link.from) && keys.has(link.to))
      .map(({ from, to, type, lagWorkdays }) => ({ from, to, type, lag: lagWorkdays })),
  }
  const outcome = schedule(input)
  // A defined playbook's network has no cycle and no dangling link, so a refusal here is a bug.
  if (outcome.kind === 'refused') throw new Error(outcome.problems.map((problem) => problem.message.en).join('; '))
  const critical = new Set(outcome.criticalPath)
  const dates = new Map<string, OffsetDates>()
  for (const { id, totalFloat, ...activity } of outcome.activities) {
    dates.set(id, {
      earlyStart: offsetOf(activity.earlyStart),
      earlyFinish: offsetOf(activity.earlyFinish),
      lateStart: offsetOf(activity.lateStart),
      lateFinish: offsetOf(activity.lateFinish),
      floatWorkdays: totalFloat,
      critical: critical.has(id) || totalFloat <= 0,
    })
  }
  const { feasible, shortfallWorkdays, shortfall } = outcome
  return { dates, feasible, shortfallWorkdays, chain: shortfall?.chain ?? [] }
}

function activityInput(activity: OffsetActivity): ActivityInput {
  const { key, duration, constraint, deadline, fixedStart, actualStart, actualFinish } = activity
  const date = (offset: number | undefined) => (offset === undefined ? null : dateOf(offset))
  return {
    id: key,
    duration,
    constraint: constraint ? { type: constraint.type, date: dateOf(constraint.at) } : null,
    deadline: date(deadline),
    fixedStart: date(fixedStart),
    actualStart: date(actualStart),
    actualFinish: date(actualFinish),
  }
}
