import { fromDay, type IsoDate } from '../calendar/day.ts'
import type { DayTable } from '../calendar/day-table.ts'
import { compile, type Model } from '../network/compile.ts'
import { computeTimes } from '../network/compute.ts'
import type { ScheduleInput } from '../network/input.ts'
import { finishInstant, snapBackward } from '../network/instants.ts'
import { Problems, shown } from '../network/problems.ts'
import type { Refused } from '../network/result.ts'
import { readModel } from '../schedule.ts'
import { DurationTables, type Shape, type ThreePoint } from './distribution.ts'
import { RandomStream } from './random.ts'
import { layOutSimulation, simulate } from './simulate.ts'

export type RiskInput = {
  /** By activity id; activities without an estimate keep their duration. */
  readonly estimates: Readonly<Record<string, ThreePoint>>
  readonly runs: number
  readonly seed: number
  /** `pert` when absent. */
  readonly shape?: Shape
}

export type RiskOutcome = {
  readonly kind: 'simulated'
  readonly runs: number
  /** The dates by which 50, 80 and 90 of 100 runs finish. */
  readonly finish: { readonly p50: IsoDate; readonly p80: IsoDate; readonly p90: IsoDate }
  /** The share of runs that keep the deadline of the whole; null without one. */
  readonly deadlineProbability: number | null
  readonly activities: readonly {
    readonly id: string
    /** The share of runs in which the activity is on a critical chain. */
    readonly criticalityIndex: number
    /** The share of runs in which it keeps its own deadline; null without one. */
    readonly deadlineProbability: number | null
  }[]
}

const MAX_RUNS = 1_000_000
const MAX_SPREAD_DAYS = 10_000

function readRisk(
  { activities }: Model['plan'],
  { estimates, runs }: RiskInput,
): { points: ThreePoint[]; problems: Problems } {
  const problems = new Problems()
  if (!Number.isInteger(runs) || runs < 1 || runs > MAX_RUNS) {
    problems.add(
      'invalid-input',
      [],
      `模拟次数无效:${shown(runs)}`,
      `not a number of runs from 1 to ${MAX_RUNS}: ${shown(runs)}`,
    )
  }
  const points = activities.map(({ id, duration }) => {
    const point = Object.hasOwn(estimates, id)
      ? estimates[id]!
      : { optimistic: duration, likely: duration, pessimistic: duration }
    const { optimistic, likely, pessimistic } = point
    const isWhole = [optimistic, likely, pessimistic].every((days) => Number.isInteger(days) && days >= 0)
    if (isWhole && optimistic <= likely && likely <= pessimistic && pessimistic - optimistic <= MAX_SPREAD_DAYS)
      return point
    problems.add(
      'invalid-duration',
      [id],
      `「${id}」的三点估计无效`,
      `the three-point estimate of "${id}" is not in order`,
    )
    return { optimistic: duration, likely: duration, pessimistic: duration }
  })
  return { points, problems }
}

/** Counts of a simulation, by position. Finishes are instants: the beginning of the day after. */
type Counts = { finishes: number[]; critical: Int32Array; kept: Int32Array }

/** One calendar and nothing begun or fixed: whole runs are sums of indices. */
function countQuickly(model: Model, table: DayTable, tables: DurationTables, { runs, seed }: RiskInput): Counts {
  const { plan, network } = model
  const links = plan.links.map(({ from, to, type, lag }) => ({
    ...{ from, to, lag, leavesFinish: type === 'FS' || type === 'FF', entersFinish: type === 'FF' || type === 'SF' },
  }))
  const { lower } = computeTimes(model)
  const place = new Int32Array(network.size)
  for (let r = 0; r < network.size; r++) place[network.order[r]!] = r
  const layout = layOutSimulation(network, links, lower, tables)
  const watched = [...plan.activities.keys()].filter((position) => plan.activities[position]!.deadline !== null)
  const watches = watched.map((position) => ({
    place: place[position]!,
    latest: table.countBefore(plan.activities[position]!.deadline! + 1),
  }))
  const tally = {
    finishes: new Int32Array(runs),
    criticalRuns: new Int32Array(network.size),
    keptRuns: new Int32Array(watches.length),
  }
  simulate(layout, new RandomStream(seed), watches, tally)
  const kept = new Int32Array(network.size)
  for (const [i, position] of watched.entries()) kept[position] = tally.keptRuns[i]!
  const finishes = Array.from(tally.finishes, (finish) => table.dayAt(finish - 1) + 1)
  return { finishes, critical: place.map((at) => tally.criticalRuns[at]!), kept }
}

/** Any plan, computed in full for every run. */
function countFully(model: Model, tables: DurationTables, { runs, seed }: RiskInput): Counts {
  const { plan } = model
  const random = new RandomStream(seed)
  const counts: Counts = {
    finishes: [],
    critical: new Int32Array(plan.activities.length),
    kept: new Int32Array(plan.activities.length),
  }
  for (let run = 0; run < runs; run++) {
    // A deadline that is missed makes nothing critical for the whole.
    const activities = plan.activities.map((activity, i) => ({
      ...{ ...activity, deadline: null, duration: tables.draw(i, random.next()) },
    }))
    const compiled = compile({ ...plan, activities, deadline: null })
    if (compiled.kind === 'refused') throw new Error('other durations cannot close a cycle')
    const { startNode, nodes } = compiled.model
    const times = computeTimes(compiled.model)
    counts.finishes.push(times.finish)
    for (const [i, { deadline, calendar }] of plan.activities.entries()) {
      const node = startNode[i]!
      const { table, duration, pinned } = nodes[node]!
      if (pinned !== 'done' && times.late[node]! <= times.early[node]!) counts.critical[i]!++
      if (deadline === null) continue
      const finish = finishInstant(table, times.early[node]!, duration)
      if (finish <= snapBackward(calendar, deadline) + 1) counts.kept[i]!++
    }
  }
  return counts
}

/**
 * Simulates a plan with three-point durations. The same seed gives the same outcome. A plan of one calendar runs at a few
 * microseconds per hundred activities and run; one that mixes calendars or has progress is computed in full for every run.
 */
export function simulateRisk(input: ScheduleInput, risk: RiskInput): RiskOutcome | Refused {
  const read = readModel({ ...input, direction: 'forward' })
  if (read.kind === 'refused') return read
  const { model } = read
  const { plan } = model
  const { points, problems } = readRisk(plan, risk)
  if (problems.list.length > 0) return { kind: 'refused', problems: problems.list }
  const isPlain = model.nodes.every(({ role, pinned }) => role === 'activity' && pinned === 'no')
  const isQuick = model.common !== null && isPlain
  const order = isQuick ? model.network.order : points.keys()
  const tables = new DurationTables(
    Array.from(order, (position) => points[position]!),
    risk.shape ?? 'pert',
  )
  const counts = isQuick ? countQuickly(model, model.common!, tables, risk) : countFully(model, tables, risk)
  const sorted = Float64Array.from(counts.finishes).sort()
  const dateOf = (share: number): IsoDate => fromDay(sorted[Math.ceil(share * risk.runs) - 1]! - 1)
  const { deadline } = plan
  return {
    kind: 'simulated',
    runs: risk.runs,
    finish: { p50: dateOf(0.5), p80: dateOf(0.8), p90: dateOf(0.9) },
    deadlineProbability:
      deadline === null ? null : sorted.filter((finish) => finish <= deadline + 1).length / risk.runs,
    activities: plan.activities.map(({ id, deadline: own }, i) => ({
      id,
      criticalityIndex: counts.critical[i]! / risk.runs,
      deadlineProbability: own === null ? null : counts.kept[i]! / risk.runs,
    })),
  }
}
