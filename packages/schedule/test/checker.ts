import type { ActivityInput, CalendarSpec, LinkInput, Scheduled, ScheduleInput } from '../src/index.ts'
import { countWorkdays, dayOf, naiveCalendar } from './naive-calendar.ts'

// Reads a schedule as a suspicious office would: only the plan and the dates handed out, nothing of how they were computed.

type Dates = { start: number; finish: number }
type End = [ActivityInput, Dates]

const specOf = (activity: ActivityInput | undefined, plan: ScheduleInput): CalendarSpec =>
  activity?.calendar ?? plan.calendar ?? 'cn'

const isDone = ({ actualFinish }: ActivityInput): boolean => actualFinish !== undefined && actualFinish !== null
const hasBegun = ({ actualStart }: ActivityInput): boolean => actualStart !== undefined && actualStart !== null
const isMilestone = ({ duration }: ActivityInput): boolean => duration === 0

/**
 * Instants that a milestone's date may stand for: the beginning of its day or the end of it; another activity has one of each.
 */
function starts(activity: ActivityInput, dates: Dates): number[] {
  return isMilestone(activity) ? [dates.start, dates.finish + 1] : [dates.start]
}

function finishes(activity: ActivityInput, dates: Dates): number[] {
  return isMilestone(activity) ? [dates.start, dates.finish + 1] : [dates.finish + 1]
}

/** From a start to a finish, the days off of the one before and of the other after do not part them. */
function meets(activity: ActivityInput, p: number, other: ActivityInput, q: number, plan: ScheduleInput): boolean {
  const [before, after] = [naiveCalendar(specOf(activity, plan)), naiveCalendar(specOf(other, plan))]
  let opens = p
  while (!isMilestone(activity) && !before.isWorkday(opens - 1)) opens--
  let closes = q
  while (!isMilestone(other) && !after.isWorkday(closes)) closes++
  return opens <= closes
}

/** Whether a link can be read as kept from the dates; a milestone is given the benefit of its two readings. */
function isKept(link: LinkInput, from: End, to: End, plan: ScheduleInput): boolean {
  const lagCalendar = naiveCalendar(link.lagCalendar ?? specOf(to[0], plan))
  const { type = 'FS', lag = 0, lagUnit = 'workday' } = link
  const leaving = type === 'FS' || type === 'FF' ? finishes(...from) : starts(...from)
  const entering = type === 'FS' || type === 'SS' ? starts(...to) : finishes(...to)
  return leaving.some((p) =>
    entering.some((q) => {
      if (lagUnit === 'calendar' && lag !== 0) return p + lag <= q
      if (lag === 0) return type === 'SF' ? meets(from[0], p, to[0], q, plan) : p <= q
      return countWorkdays(lagCalendar, p, q) >= lag
    }),
  )
}

function checkLinks(plan: ScheduleInput, dates: Map<string, Dates>, what: string): string[] {
  const byId = new Map(plan.activities.map((activity) => [activity.id, activity]))
  const summaries = new Set(plan.activities.map(({ parent }) => parent))
  return (plan.links ?? []).flatMap((link) => {
    const from = byId.get(link.from)!
    const to = byId.get(link.to)!
    // What has happened or is fixed is not moved by links; a summary's ends are those of its children.
    if (hasBegun(to) || isDone(to) || to.fixedStart || summaries.has(link.to) || summaries.has(link.from)) return []
    if (what === 'late' && (hasBegun(from) || isDone(from))) return []
    const kept = isKept(link, [from, dates.get(link.from)!], [to, dates.get(link.to)!], plan)
    return kept ? [] : [`${what}: ${link.type ?? 'FS'} link ${link.from} to ${link.to} is broken`]
  })
}

function checkLength(activity: ActivityInput, dates: Dates, plan: ScheduleInput, what: string): string[] {
  if (hasBegun(activity) || isDone(activity) || activity.duration === undefined) return []
  if (isMilestone(activity)) return dates.start === dates.finish ? [] : [`${what}: milestone ${activity.id} takes time`]
  const calendar = naiveCalendar(specOf(activity, plan))
  const wrong: string[] = []
  if (countWorkdays(calendar, dates.start, dates.finish + 1) !== activity.duration) wrong.push('has another length')
  if (!calendar.isWorkday(dates.start)) wrong.push('starts on a day off')
  if (!calendar.isWorkday(dates.finish)) wrong.push('finishes on a day off')
  return wrong.map((text) => `${what}: ${activity.id} ${text}`)
}

/** Dates that the early schedule has to respect whatever happens. */
function checkLowerDates(activity: ActivityInput, early: Dates, plan: ScheduleInput): string[] {
  if (hasBegun(activity) || isDone(activity) || activity.fixedStart) return []
  const wrong: string[] = []
  if (plan.start && early.start < dayOf(plan.start) && !isMilestone(activity)) wrong.push('starts before the project')
  if (plan.dataDate && early.start < dayOf(plan.dataDate) && !isMilestone(activity)) wrong.push('starts in the past')
  const { constraint } = activity
  const day = constraint?.date ? dayOf(constraint.date) : null
  if (day === null || activity.duration === undefined) return wrong.map((text) => `${activity.id} ${text}`)
  if (constraint?.type === 'not-earlier' && early.start < day) wrong.push('starts earlier than allowed')
  if (constraint?.type === 'finish-not-earlier' && early.finish < day) wrong.push('finishes earlier than allowed')
  return wrong.map((text) => `${activity.id} ${text}`)
}

/** Dates that may be missed, but then not in silence: the float has to be negative and the whole infeasible. */
function checkUpperDates(activity: ActivityInput, early: Dates, totalFloat: number, outcome: Scheduled): string[] {
  if (isDone(activity)) return []
  const limits: [string, number, number][] = []
  if (activity.deadline) limits.push(['deadline', dayOf(activity.deadline), early.finish])
  const { constraint } = activity
  if (constraint?.date && activity.duration !== undefined) {
    const day = dayOf(constraint.date)
    if (constraint.type === 'not-later') limits.push(['not later', day, early.finish])
    if (constraint.type === 'start-not-later') limits.push(['start not later', day, early.start])
  }
  return limits.flatMap(([name, limit, actual]) => {
    if (actual <= limit || (totalFloat <= 0 && !outcome.feasible)) return []
    return [`${activity.id} misses its ${name} and nobody says so`]
  })
}

/** Everything that is wrong with a schedule, in words. */
export function checkSchedule(plan: ScheduleInput, outcome: Scheduled): string[] {
  const early = new Map<string, Dates>()
  const late = new Map<string, Dates>()
  for (const activity of outcome.activities) {
    early.set(activity.id, { start: dayOf(activity.earlyStart), finish: dayOf(activity.earlyFinish) })
    late.set(activity.id, { start: dayOf(activity.lateStart), finish: dayOf(activity.lateFinish) })
  }
  const wrong = [...checkLinks(plan, early, 'early'), ...checkLinks(plan, late, 'late')]
  for (const [i, activity] of plan.activities.entries()) {
    const result = outcome.activities[i]!
    if (result.id !== activity.id) wrong.push(`${activity.id} is out of place`)
    wrong.push(...checkLength(activity, early.get(activity.id)!, plan, 'early'))
    wrong.push(...checkLength(activity, late.get(activity.id)!, plan, 'late'))
    wrong.push(...checkLowerDates(activity, early.get(activity.id)!, plan))
    wrong.push(...checkUpperDates(activity, early.get(activity.id)!, result.totalFloat, outcome))
    if (result.critical !== result.totalFloat <= 0 && !isDone(activity)) wrong.push(`${activity.id}: critical or not?`)
    if (result.freeFloat < 0) wrong.push(`${activity.id} has negative free float`)
    if (result.driver !== null && !early.has(result.driver)) wrong.push(`${activity.id} is driven by nobody known`)
    if (isDone(activity) && result.earlyFinish !== activity.actualFinish)
      wrong.push(`${activity.id} forgets its finish`)
    if (hasBegun(activity) && result.earlyStart !== activity.actualStart) wrong.push(`${activity.id} forgets its start`)
  }
  return wrong
}
