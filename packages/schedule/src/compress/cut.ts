import { earliestBy } from '../engine/passes.ts'
import type { Model } from '../network/compile.ts'
import type { Times } from '../network/compute.ts'
import { finishInstant } from '../network/instants.ts'

type Arc = { readonly to: number; capacity: number; readonly back: number }

/** A flow network of whole-number or infinite capacities. */
class Flow {
  readonly arcs: Arc[][]

  constructor(size: number) {
    this.arcs = Array.from({ length: size }, () => [])
  }

  add(from: number, to: number, capacity: number): void {
    this.arcs[from]!.push({ to, capacity, back: this.arcs[to]!.length })
    this.arcs[to]!.push({ to: from, capacity: 0, back: this.arcs[from]!.length - 1 })
  }

  /** The nodes that can be reached with capacity left, each with the arc by which it was. */
  reach(source: number): Map<number, { node: number; arc: Arc } | null> {
    const reached = new Map<number, { node: number; arc: Arc } | null>([[source, null]])
    const queue = [source]
    for (const node of queue) {
      for (const arc of this.arcs[node]!) {
        if (arc.capacity <= 0 || reached.has(arc.to)) continue
        reached.set(arc.to, { node, arc })
        queue.push(arc.to)
      }
    }
    return reached
  }

  /** Pushes all that fits (shortest augmenting paths); answers the source's side of the cut, or null if nothing bounds it. */
  cut(source: number, sink: number): Set<number> | null {
    for (;;) {
      const reached = this.reach(source)
      if (!reached.has(sink)) return new Set(reached.keys())
      let amount = Infinity
      for (let step = reached.get(sink)!; step !== null; step = reached.get(step.node)!) {
        amount = Math.min(amount, step.arc.capacity)
      }
      if (amount === Infinity) return null
      for (let step = reached.get(sink)!; step !== null; step = reached.get(step.node)!) {
        step.arc.capacity -= amount
        this.arcs[step.arc.to]![step.arc.back]!.capacity += amount
      }
    }
  }
}

/**
 * The cheapest set of critical activities whose shortening by a day each shortens every critical path; null when some path
 * has nothing to shorten. `costOf` is Infinity for what cannot be shortened. The model has no deadline, so that what has no
 * float is what makes the whole as long as it is.
 */
export function cheapestCut(model: Model, times: Times, costOf: (id: string) => number): string[] | null {
  const { nodes, plan, edges, leavesFinish, crossings } = model
  const { early, late, duration, finish } = times
  const isCritical = (node: number): boolean => nodes[node]!.pinned !== 'done' && late[node]! <= early[node]!
  // Every node is two, its start and its finish; the source comes before all starts, the sink after what finishes last.
  const source = nodes.length * 2
  const sink = source + 1
  const flow = new Flow(sink + 1)
  const isDriven = new Uint8Array(nodes.length)
  for (let e = 0; e < edges.from.length; e++) {
    const from = edges.from[e]!
    const to = edges.to[e]!
    if (!isCritical(from) || !isCritical(to)) continue
    // A link with room in it does not make anything longer.
    if (earliestBy({ duration, crossings }, early, from, to, edges.weight[e]!) !== early[to]) continue
    const type = plan.links[e]?.type ?? 'FS'
    flow.add(from * 2 + leavesFinish[e]!, to * 2 + (type === 'FF' || type === 'SF' ? 1 : 0), Infinity)
    isDriven[to] = 1
  }
  for (const [node, { activity, role, table }] of nodes.entries()) {
    if (!isCritical(node)) continue
    flow.add(node * 2, node * 2 + 1, role === 'activity' ? costOf(plan.activities[activity]!.id) : Infinity)
    if (isDriven[node] === 0) flow.add(source, node * 2, Infinity)
    if (finishInstant(table, early[node]!, duration[node]!) >= finish) flow.add(node * 2 + 1, sink, Infinity)
  }
  const side = flow.cut(source, sink)
  if (side === null) return null
  const cut = nodes.flatMap(({ activity }, node) =>
    side.has(node * 2) && !side.has(node * 2 + 1) ? [plan.activities[activity]!.id] : [],
  )
  return cut.length > 0 ? cut : null
}
