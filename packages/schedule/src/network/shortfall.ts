import type { Model } from './compile.ts'
import type { Times } from './compute.ts'
import { chainTo, ranksOf } from './drivers.ts'
import { finishInstant } from './instants.ts'
import type { ActivityDays } from './present.ts'
import type { Shortfall } from './result.ts'

/** Working days of the project calendar by which an activity finishes after it has to. */
function overrun({ plan, nodes, startNode }: Model, times: Times, position: number): number {
  const node = startNode[position]!
  const { table, duration } = nodes[node]!
  const count = (start: number): number => plan.calendar.table.countBefore(finishInstant(table, start, duration))
  // A finish that is late by days off only is late all the same.
  return Math.max(1, count(times.early[node]!) - count(times.late[node]!))
}

/** Nodes with a link into a fixed one. */
function nodesBeforeFixed({ nodes, edges }: Model): Set<number> {
  return new Set(edges.from.filter((_, e) => nodes[edges.to[e]!]!.pinned === 'fixed'))
}

/** Whether an activity is late against a date of its own or the deadline of the whole, not only for what follows. */
function isHeldByDate({ nodes, startNode }: Model, times: Times, position: number): boolean {
  const node = startNode[position]!
  const { table, duration } = nodes[node]!
  return times.late[node] === Math.min(times.upper[node]!, table.countBefore(times.cap) - duration)
}

/**
 * What is missing where dates cannot be kept: the worst overrun, the chain of drivers that causes it and, going back along
 * the chain, the first activity whose latest start lies before it could start at all. Null when everything fits.
 */
export function shortfallOf(
  model: Model,
  times: Times,
  days: readonly ActivityDays[],
  drivers: Int32Array,
): Shortfall | null {
  const { activities } = model.plan
  const { network, startNode, nodes } = model
  const rank = ranksOf(network)
  const isLate = (position: number): boolean => {
    const node = startNode[position]!
    return nodes[node]!.pinned !== 'done' && times.late[node]! < times.early[node]!
  }
  const late = [...activities.keys()].filter((position) => !activities[position]!.isSummary && isLate(position))
  if (late.length === 0) return null
  const beforeFixed = nodesBeforeFixed(model)
  const held = late.filter((position) => isHeldByDate(model, times, position) || beforeFixed.has(startNode[position]!))
  const worst = (held.length > 0 ? held : late)
    .map((position) => ({ position, workdays: overrun(model, times, position), rank: rank[startNode[position]!]! }))
    .reduce((a, b) => (b.workdays > a.workdays || (b.workdays === a.workdays && b.rank > a.rank) ? b : a))
  const chain = chainTo(worst.position, drivers)
  const isBeforeFloor = (position: number): boolean => days[position]!.lateStart < times.floor
  const first = chain.toReversed().find(isBeforeFloor) ?? chain[0]!
  const idOf = (position: number): string => activities[position]!.id
  return { workdays: worst.workdays, chain: chain.map(idOf), firstInfeasible: idOf(first) }
}
