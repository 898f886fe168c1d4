import { crossForward } from '../engine/crossing.ts'
import { CROSSING } from '../engine/network.ts'
import type { Model } from './compile.ts'
import type { Times } from './compute.ts'

/** The node whose link sets the early start of the node at a rank, or -1 when its own dates do. */
function drivingNode({ network, crossings }: Model, { early, duration }: Times, r: number): number {
  for (let k = network.inStart[r]!; k < network.inStart[r + 1]!; k++) {
    const from = network.inFrom[k]!
    const weight = network.inWeight[k]!
    const bound =
      weight > CROSSING
        ? early[from]! + weight
        : crossForward(crossings[CROSSING - weight]!, early[from]!, duration[from]!, duration[r]!)
    if (bound === early[r]) return network.order[from]!
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
  for (let r = 0; r < network.size; r++) {
    const driver = drivingNode(model, times, r)
    if (driver === -1) continue
    const { role, activity } = nodes[driver]!
    const isThrough = role === 'summary-start' || role === 'summary-finish'
    resolved[network.order[r]!] = isThrough ? resolved[driver]! : activity
  }
  return resolved.slice(0, plan.activities.length)
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
  const isOpenedBy = (e: number, r: number): boolean => {
    const from = network.rank[edges.from[e]!]!
    const weight = edges.weight[e]!
    const bound =
      weight > CROSSING
        ? early[from]! + weight
        : crossForward(crossings[CROSSING - weight]!, early[from]!, duration[from]!, 0)
    return bound === early[r] && (leavesFinish[e] === 0 || isOpening[edges.from[e]!] === 1)
  }
  for (let r = 0; r < network.size; r++) {
    const node = network.order[r]!
    const links = incoming.get(node)
    if (links === undefined) continue
    const isSetByDate = early[r] === lower[r]
    const opens = isSetByDate ? !isSetByFinishDate(model, node) : links.some((e) => isOpenedBy(e, r))
    isOpening[node] = links.length === 0 && !isSetByDate ? 1 : opens ? 1 : 0
  }
  return isOpening
}
