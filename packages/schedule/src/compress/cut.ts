import type { ScheduleInput } from '../network/input.ts'
import type { Scheduled } from '../network/result.ts'

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
 * has nothing to shorten. `costOf` is Infinity for what cannot be shortened.
 */
export function cheapestCut(input: ScheduleInput, outcome: Scheduled, costOf: (id: string) => number): string[] | null {
  const critical = outcome.activities.filter(({ id, totalFloat }) => {
    return totalFloat <= 0 && !input.activities.some(({ parent }) => parent === id)
  })
  const place = new Map(critical.map(({ id }, i) => [id, i]))
  // Every activity is two nodes, its start and its finish; the source comes before all starts, the sink after all finishes.
  const source = critical.length * 2
  const sink = source + 1
  const flow = new Flow(sink + 1)
  const hasPredecessor = new Set<string>()
  const hasSuccessor = new Set<string>()
  for (const { from, to, type = 'FS' } of input.links ?? []) {
    const a = place.get(from)
    const b = place.get(to)
    if (a === undefined || b === undefined) continue
    const leaving = type === 'FS' || type === 'FF' ? 1 : 0
    const entering = type === 'FF' || type === 'SF' ? 1 : 0
    flow.add(a * 2 + leaving, b * 2 + entering, Infinity)
    hasPredecessor.add(to)
    hasSuccessor.add(from)
  }
  for (const [i, { id }] of critical.entries()) {
    flow.add(i * 2, i * 2 + 1, costOf(id))
    if (!hasPredecessor.has(id)) flow.add(source, i * 2, Infinity)
    if (!hasSuccessor.has(id)) flow.add(i * 2 + 1, sink, Infinity)
  }
  const side = flow.cut(source, sink)
  if (side === null) return null
  const cut = critical.filter((_, i) => side.has(i * 2) && !side.has(i * 2 + 1)).map(({ id }) => id)
  return cut.length > 0 ? cut : null
}
