import { FIRST_DAY, fromDay, LAST_DAY } from './calendar/day.ts'
import { compile, type Model } from './network/compile.ts'
import { computeTimes, type Times } from './network/compute.ts'
import { chainTo, driversOf, ranksOf } from './network/drivers.ts'
import type { ScheduleInput } from './network/input.ts'
import { noticesOf } from './network/notices.ts'
import { type ActivityDays, daysOf, presentActivities } from './network/present.ts'
import { Problems } from './network/problems.ts'
import { readPlan } from './network/read-plan.ts'
import type { Refused, Scheduled, ScheduleOutcome } from './network/result.ts'
import { shortfallOf } from './network/shortfall.ts'

/**
 * Schedules a plan: early and late dates, floats, criticality, drivers; forward from its start or backward from its deadline.
 * Whatever makes it impossible to compute is refused, all of it at once; a deadline that cannot be kept is a result with
 * its shortfall, not a refusal.
 */
export function schedule(input: ScheduleInput): ScheduleOutcome {
  const compiled = readModel(input)
  if (compiled.kind === 'refused') return compiled
  return presentSchedule(compiled.model, computeTimes(compiled.model))
}

/** The model of a plan, or all that is wrong with it: what cannot be read, and the cycles in what can. */
export function readModel(input: ScheduleInput): { kind: 'compiled'; model: Model } | Refused {
  const { plan, problems } = readPlan(input)
  if (plan === null) return { kind: 'refused', problems }
  const compiled = compile(plan)
  if (problems.length === 0) return compiled
  return { kind: 'refused', problems: compiled.kind === 'refused' ? [...problems, ...compiled.problems] : problems }
}

const EMPTY: Scheduled = {
  ...{ kind: 'scheduled', feasible: true, shortfallWorkdays: 0, shortfall: null, start: null, finish: null },
  ...{ activities: [], criticalPath: [], notices: [], problems: [] },
}

/** The last activity to finish; of several, the one with the least float, then the one that comes last in the network. */
function lastActivity({ plan, network, startNode }: Model, days: readonly ActivityDays[]): number {
  const rank = ranksOf(network)
  const weigh = (a: number, b: number): number =>
    days[a]!.earlyFinish - days[b]!.earlyFinish ||
    days[b]!.totalFloat - days[a]!.totalFloat ||
    rank[startNode[a]!]! - rank[startNode[b]!]!
  const leaves = [...plan.activities.keys()].filter((position) => !plan.activities[position]!.isSummary)
  return leaves.reduce((last, next) => (weigh(next, last) > 0 ? next : last))
}

function outOfRange(): Refused {
  const problems = new Problems()
  problems.add('out-of-range', [], '日期超出 0001 至 9999 年', 'dates leave the years 0001 to 9999')
  return { kind: 'refused', problems: problems.list }
}

/** The outcome that computed times amount to. */
function presentSchedule(model: Model, times: Times): ScheduleOutcome {
  const { plan } = model
  if (plan.activities.length === 0) return EMPTY
  const days = daysOf(model, times)
  const min = (field: 'earlyStart' | 'lateStart'): number =>
    days.reduce((least, day) => Math.min(least, day[field]), Infinity)
  const max = (field: 'earlyFinish' | 'lateFinish'): number =>
    days.reduce((most, day) => Math.max(most, day[field]), -Infinity)
  const span: [number, number] = [
    Math.min(min('earlyStart'), min('lateStart')),
    Math.max(max('earlyFinish'), max('lateFinish')),
  ]
  if (span[0] < FIRST_DAY || span[1] > LAST_DAY) return outOfRange()
  const drivers = driversOf(model, times)
  const shortfall = shortfallOf(model, times, days, drivers)
  const isForward = plan.direction === 'forward'
  return {
    kind: 'scheduled',
    feasible: shortfall === null,
    shortfallWorkdays: shortfall?.workdays ?? 0,
    shortfall,
    start: fromDay(isForward ? min('earlyStart') : min('lateStart')),
    finish: fromDay(isForward ? max('earlyFinish') : max('lateFinish')),
    activities: presentActivities(model, days, drivers),
    criticalPath: chainTo(lastActivity(model, days), drivers).map((position) => plan.activities[position]!.id),
    notices: noticesOf(model, times, span, shortfall),
    problems: [],
  }
}
