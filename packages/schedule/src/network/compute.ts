import type { Day } from '../calendar/day.ts'
import type { DayTable } from '../calendar/day-table.ts'
import { backwardPass, forwardPass } from '../engine/passes.ts'
import type { Model } from './compile.ts'
import { finishInstant, snapForward, startInstant } from './instants.ts'
import type { Node } from './node.ts'

/** Start indices by node, and the instants between which the project lies. */
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
  let last: DayTable | null = null
  let lastIndex = 0
  return (table) => {
    // Most nodes count in the same calendar as the one before.
    if (table === last) return lastIndex
    let index = known.get(table)
    if (index === undefined) {
      index = table.countBefore(instant)
      known.set(table, index)
    }
    last = table
    lastIndex = index
    return index
  }
}

/** A plain loop: Int32Array.from takes its values one by one out of an iterator, which takes ten times as long. */
function byNode({ nodes }: Model, value: (node: Node) => number): Int32Array {
  const column = new Int32Array(nodes.length)
  for (let i = 0; i < nodes.length; i++) column[i] = value(nodes[i]!)
  return column
}

function lowerBounds(model: Model, floor: Day | null): Int32Array {
  if (floor === null) return byNode(model, (node) => node.lower)
  const indexIn = indexOf(floor)
  return byNode(model, (node) => {
    const { table, lower, isFloored, role, duration, activity } = node
    if (!isFloored) return lower
    // A milestone may lie on a day off, but does not begin a plan there.
    const isMilestone = role === 'activity' && duration === 0
    const { calendar } = model.plan.activities[activity]!
    return Math.max(lower, isMilestone ? table.countBefore(snapForward(calendar, floor)) : indexIn(table))
  })
}

function capStarts(model: Model, cap: Day): Int32Array {
  const indexIn = indexOf(cap)
  return byNode(model, (node) => (node.pinned === 'done' ? node.upper : indexIn(node.table) - node.duration))
}

function latestFinish(model: Model, early: Int32Array): Day {
  let latest = -Infinity
  const { nodes } = model
  for (let i = 0; i < nodes.length; i++) {
    const { table, duration } = nodes[i]!
    latest = Math.max(latest, finishInstant(table, early[i]!, duration))
  }
  return latest
}

function earliestStart(model: Model, late: Int32Array): Day {
  let earliest = Infinity
  for (const [i, { table }] of model.nodes.entries()) earliest = Math.min(earliest, startInstant(table, late[i]!))
  return earliest
}

const lowest = (a: Int32Array, b: Int32Array): Int32Array => a.map((value, i) => Math.min(value, b[i]!))

/** Where a backward plan without a first day begins: as late as its deadline allows. */
function latestBeginning(model: Model, duration: Int32Array, upper: Int32Array, deadline: Day): Day {
  const late = lowest(capStarts(model, deadline + 1), upper)
  const unused = new Int32Array(late.length)
  backwardPass(model.network, { duration, crossings: model.crossings }, unused, late, unused.slice(), null)
  return earliestStart(model, late)
}

/** All passes over a model. */
export function computeTimes(model: Model): Times {
  const { plan, network, crossings } = model
  const duration = byNode(model, (node) => node.duration)
  const upper = byNode(model, (node) => node.upper)
  const beginning =
    plan.start ?? (plan.deadline === null ? null : latestBeginning(model, duration, upper, plan.deadline))
  const floor = Math.max(beginning ?? -Infinity, plan.dataDate ?? -Infinity)
  const lower = lowerBounds(model, Number.isFinite(floor) ? floor : null)
  const bounds = { duration, lower, crossings }
  const early = new Int32Array(network.size)
  forwardPass(network, bounds, early)
  const finish = latestFinish(model, early)
  const cap = plan.deadline === null ? finish : plan.deadline + 1
  const late = lowest(capStarts(model, cap), upper)
  const isDelayed = byNode(model, (node) => (isAsLateAsPossible(model, node) ? 1 : 0))
  // An activity as late as possible stays within its own dates; what others could use of free float is not cut by theirs.
  const free = capStarts(model, finish).map((start, i) => (isDelayed[i] === 1 ? Math.min(start, upper[i]!) : start))
  backwardPass(network, bounds, early, late, free, isDelayed.includes(1) ? isDelayed : null)
  return {
    duration,
    lower,
    upper,
    early,
    late,
    free,
    floor,
    finish,
    cap,
  }
}

function isAsLateAsPossible({ plan }: Model, { activity, role, pinned }: Node): boolean {
  return role === 'activity' && pinned === 'no' && plan.activities[activity]!.constraint?.type === 'as-late-as-possible'
}
