import type { Day } from '../calendar/day.ts'
import type { DayTable } from '../calendar/day-table.ts'
import { NO_LOWER, NO_UPPER } from '../engine/network.ts'
import { backwardPass, delayPass, forwardPass } from '../engine/passes.ts'
import type { Model } from './compile.ts'
import { finishInstant, startInstant } from './instants.ts'

/** Start indices by rank, and the instants between which the project lies. */
export type Times = {
  readonly duration: Int32Array
  readonly lower: Int32Array
  readonly upper: Int32Array
  readonly early: Int32Array
  readonly late: Int32Array
  /** The latest start that moves no successor's early start. */
  readonly free: Int32Array
  /** Nothing that is not under way starts before it. */
  readonly floor: Day
  /** The early finish of the whole. */
  readonly finish: Day
  /** What the late dates run from: the deadline, or the early finish when there is none. */
  readonly cap: Day
}

/** Project-wide instants as indices, converted once for each calendar. */
function indexOf(instant: Day): (table: DayTable) => number {
  const known = new Map<DayTable, number>()
  return (table) => {
    let index = known.get(table)
    if (index === undefined) {
      index = table.countBefore(instant)
      known.set(table, index)
    }
    return index
  }
}

const byRank = (model: Model, value: (node: Model['nodes'][number]) => number): Int32Array =>
  Int32Array.from(model.network.order, (node) => value(model.nodes[node]!))

function lowerBounds(model: Model, floor: Day | null): Int32Array {
  const indexIn = floor === null ? () => NO_LOWER : indexOf(floor)
  return byRank(model, (node) => (node.isFloored ? Math.max(node.lower, indexIn(node.table)) : node.lower))
}

function capStarts(model: Model, cap: Day): Int32Array {
  const indexIn = indexOf(cap)
  return byRank(model, (node) => (node.pinned === 'done' ? node.upper : indexIn(node.table) - node.duration))
}

function latestFinish(model: Model, early: Int32Array): Day {
  let latest = -Infinity
  model.network.order.forEach((node, r) => {
    const { table, duration } = model.nodes[node]!
    latest = Math.max(latest, finishInstant(table, early[r]!, duration))
  })
  return latest
}

function earliestStart(model: Model, late: Int32Array): Day {
  let earliest = Infinity
  model.network.order.forEach((node, r) => {
    earliest = Math.min(earliest, startInstant(model.nodes[node]!.table, late[r]!))
  })
  return earliest
}

const lowest = (a: Int32Array, b: Int32Array): Int32Array => a.map((value, i) => Math.min(value, b[i]!))

/** Where a backward plan without a first day begins: as late as its deadline allows. */
function latestBeginning(model: Model, duration: Int32Array, upper: Int32Array, deadline: Day): Day {
  const late = lowest(capStarts(model, deadline + 1), upper)
  const unused = new Int32Array(late.length)
  backwardPass(model.network, { duration, lower: unused, crossings: model.crossings }, unused, late, unused.slice())
  return earliestStart(model, late)
}

/** All passes over a model. */
export function computeTimes(model: Model): Times {
  const { plan, network, crossings } = model
  const duration = byRank(model, (node) => node.duration)
  const upper = byRank(model, (node) => node.upper)
  const beginning =
    plan.start ?? (plan.deadline === null ? null : latestBeginning(model, duration, upper, plan.deadline))
  const floor = Math.max(beginning ?? -Infinity, plan.dataDate ?? -Infinity)
  const lower = lowerBounds(model, Number.isFinite(floor) ? floor : null)
  const bounds = { duration, lower, crossings }
  const early = new Int32Array(network.size)
  forwardPass(network, bounds, early)
  const finish = latestFinish(model, early)
  const ownLimit = lowest(capStarts(model, finish), upper)
  const isDelayed = Uint8Array.from(network.order, (node) => (isAsLateAsPossible(model, node) ? 1 : 0))
  if (isDelayed.includes(1)) delayPass(network, bounds, early, ownLimit, isDelayed)
  const cap = plan.deadline === null ? finish : plan.deadline + 1
  const late = lowest(capStarts(model, cap), upper)
  const free = capStarts(model, finish)
  backwardPass(network, bounds, early, late, free)
  return {
    duration,
    lower,
    upper: upper.map((value) => Math.min(value, NO_UPPER)),
    early,
    late,
    free,
    floor,
    finish,
    cap,
  }
}

function isAsLateAsPossible({ plan, nodes }: Model, node: number): boolean {
  const { activity, role, pinned } = nodes[node]!
  return role === 'activity' && pinned === 'no' && plan.activities[activity]!.constraint?.type === 'as-late-as-possible'
}
