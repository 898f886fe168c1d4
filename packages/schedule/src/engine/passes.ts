import { type Crossing, crossBackward, crossForward } from './crossing.ts'
import { CROSSING, type Network } from './network.ts'

/** What the passes need besides the network; all columns are by node. */
export type Bounds = {
  readonly duration: Int32Array
  /** No start index below this. */
  readonly lower: Int32Array
  readonly crossings: readonly Crossing[]
}

/** The earliest start index that a link of a network allows its successor. */
export function earliestBy(
  { duration, crossings }: Omit<Bounds, 'lower'>,
  early: Int32Array,
  from: number,
  to: number,
  weight: number,
): number {
  if (weight > CROSSING) return early[from]! + weight
  return crossForward(crossings[CROSSING - weight]!, early[from]!, duration[from]!, duration[to]!)
}

/** The latest start index that a link of a network leaves its predecessor, when the successor starts at `times[to]`. */
function latestBy(
  { duration, crossings }: Omit<Bounds, 'lower'>,
  times: Int32Array,
  from: number,
  to: number,
  weight: number,
): number {
  if (weight > CROSSING) return times[to]! - weight
  return crossBackward(crossings[CROSSING - weight]!, times[to]!, duration[from]!, duration[to]!)
}

/**
 * The earliest start index of every node: the longest path to it. Answers the highest index at which a node finishes, which
 * is the finish of the whole when all nodes count in one calendar.
 */
export function forwardPass(network: Network, bounds: Bounds, early: Int32Array): number {
  const { size, order, forward } = network
  const { start: rowStart, from: froms, weight: weights } = forward
  const { lower, duration } = bounds
  // Read once: a module's binding costs a look-up at every link.
  const crossing = CROSSING
  let finish = 0
  for (let r = 0, k = 0; r < size; r++) {
    const node = order[r]!
    let start = lower[node]!
    for (const end = rowStart[r + 1]!; k < end; k++) {
      const from = froms[k]!
      const weight = weights[k]!
      const bound = weight > crossing ? early[from]! + weight : earliestBy(bounds, early, from, node, weight)
      // The larger of two without a branch: which link drives cannot be predicted, and guessing wrong costs most of a pass.
      const gain = (bound - start) | 0
      start = (start + (gain & ~(gain >> 31))) | 0
    }
    early[node] = start
    finish = Math.max(finish, (start + duration[node]!) | 0)
  }
  return finish
}

/**
 * The latest start index of every node, and the last one that moves no successor's early start. On entry `late` and `free`
 * hold what each node may not exceed by itself; on return what it may not exceed at all. Nodes marked in `isDelayed` have
 * their early start moved to the latter, so that a chain of them moves as one.
 */
export function backwardPass(
  network: Network,
  bounds: Omit<Bounds, 'lower'>,
  early: Int32Array,
  late: Int32Array,
  free: Int32Array,
  isDelayed: Int32Array | null,
): void {
  const { size, order, backward } = network
  const { start: rowStart, from: froms, weight: weights } = backward
  const crossing = CROSSING
  for (let r = size - 1, k = froms.length - 1; r >= 0; r--) {
    // All successors have passed their bounds on to this node, which does so in turn: rows of predecessors are more alike in
    // length than rows of successors, and the same rows serve both passes.
    const node = order[r]!
    if (isDelayed !== null && isDelayed[node] === 1) early[node] = Math.max(early[node]!, free[node]!)
    const latest = late[node]!
    const start = early[node]!
    for (const end = rowStart[r]!; k >= end; k--) {
      const from = froms[k]!
      const weight = weights[k]!
      const isPlain = weight > crossing
      const lateBound = isPlain ? latest - weight : latestBy(bounds, late, from, node, weight)
      const freeBound = isPlain ? start - weight : latestBy(bounds, early, from, node, weight)
      late[from] = Math.min(late[from]!, lateBound | 0)
      free[from] = Math.min(free[from]!, freeBound | 0)
    }
  }
}
