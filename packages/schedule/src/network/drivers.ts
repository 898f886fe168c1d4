import type { Network } from '../engine/network.ts'
import { earliestBy } from '../engine/passes.ts'
import type { Model } from './compile.ts'
import type { Times } from './compute.ts'

/** The node whose link sets the early start of the node at place r of the order, or -1 when its own dates do. */
function drivingNode({ network, crossings }: Model, { early, duration }: Times, r: number): number {
  const node = network.order[r]!
  const { start, from: froms, weight } = network.forward
  for (let k = start[r]!; k < start[r + 1]!; k++) {
    const from = froms[k]!
    if (earliestBy({ duration, crossings }, early, from, node, weight[k]!) === early[node]) return from
  }
  return -1
}

/**
 * The activity that drives each activity, or -1: seen through the nodes that hold summaries together, so that a chain of
 * drivers runs over real work.
 */
export function driversOf(model: Model, times: Times): Int32Array {
  const { nodes, network, plan } = model
  const resolved = new Int32Array(network.size).fill(-1)
  // In topological order, so that what drives a summary's node is known when its children ask for it.
  for (const [r, node] of network.order.entries()) {
    const driver = drivingNode(model, times, r)
    if (driver === -1) continue
    const { role, activity } = nodes[driver]!
    const isThrough = role === 'summary-start' || role === 'summary-finish'
    resolved[node] = isThrough ? resolved[driver]! : activity
  }
  return resolved.slice(0, plan.activities.length)
}

/** Each node's place in the topological order. */
export function ranksOf({ order, size }: Network): Int32Array {
  const rank = new Int32Array(size)
  for (let r = 0; r < size; r++) rank[order[r]!] = r
  return rank
}

/** The chain of drivers that ends with an activity, first to last. */
export function chainTo(activity: number, drivers: Int32Array): number[] {
  const chain: number[] = []
  for (let at = activity; at !== -1; at = drivers[at]!) chain.push(at)
  return chain.reverse()
}

/** Whether a milestone's instant comes from a date that names a finish. */
const isSetByFinishDate = ({ plan, nodes }: Model, node: number): boolean => {
  const type = plan.activities[nodes[node]!.activity]!.constraint?.type
  return type === 'must-finish' || type === 'finish-not-earlier'
}

/**
 * Whether each milestone opens its day rather than closing one: it does when nothing comes before it, and when a date,
 * another activity's start, or a milestone that opens its day sets it. Other nodes are never asked.
 */
export function openingMilestones(model: Model, times: Times): Uint8Array {
  const { nodes, network, edges, leavesFinish, crossings } = model
  const { early, duration, lower } = times
  const isOpening = new Uint8Array(nodes.length)
  const incoming = new Map<number, number[]>()
  for (const [node, { duration: days }] of nodes.entries()) if (days === 0) incoming.set(node, [])
  for (let e = 0; e < edges.to.length; e++) incoming.get(edges.to[e]!)?.push(e)
  const isOpenedBy = (e: number, node: number): boolean => {
    const from = edges.from[e]!
    const bound = earliestBy({ duration, crossings }, early, from, node, edges.weight[e]!)
    return bound === early[node] && (leavesFinish[e] === 0 || isOpening[from] === 1)
  }
  for (const node of network.order) {
    const links = incoming.get(node)
    if (links === undefined) continue
    const isSetByDate = early[node] === lower[node]
    const opens = isSetByDate ? !isSetByFinishDate(model, node) : links.some((e) => isOpenedBy(e, node))
    isOpening[node] = links.length === 0 && !isSetByDate ? 1 : opens ? 1 : 0
  }
  return isOpening
}
