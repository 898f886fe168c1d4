import { type Crossing, crossBackward, crossForward } from './crossing.ts'
import { CROSSING, type Network } from './network.ts'

/** What the passes need besides the network; all columns are by rank. */
export type Bounds = {
  readonly duration: Int32Array
  /** No start index below this. */
  readonly lower: Int32Array
  readonly crossings: readonly Crossing[]
}

/** The earliest start index of every node: the longest path to it. */
export function forwardPass(network: Network, bounds: Bounds, early: Int32Array): void {
  const { size, inStart, inFrom, inWeight } = network
  const { duration, lower, crossings } = bounds
  for (let r = 0, k = 0; r < size; r++) {
    let start = lower[r]!
    for (const end = inStart[r + 1]!; k < end; k++) {
      const from = inFrom[k]!
      const weight = inWeight[k]!
      const bound =
        weight > CROSSING
          ? early[from]! + weight
          : crossForward(crossings[CROSSING - weight]!, early[from]!, duration[from]!, duration[r]!)
      if (bound > start) start = bound
    }
    early[r] = start
  }
}

/**
 * The latest start index of every node, and the last one that moves no successor's early start. On entry `late` and `free`
 * hold what each node may not exceed by itself; on return what it may not exceed at all.
 */
export function backwardPass(
  network: Network,
  { duration, crossings }: Bounds,
  early: Int32Array,
  late: Int32Array,
  free: Int32Array,
): void {
  const { size, outStart, outTo, outWeight } = network
  for (let r = size - 1, k = outTo.length - 1; r >= 0; r--) {
    let latest = late[r]!
    let unmoving = free[r]!
    for (const end = outStart[r]!; k >= end; k--) {
      const to = outTo[k]!
      const weight = outWeight[k]!
      let lateBound: number
      let freeBound: number
      if (weight > CROSSING) {
        lateBound = late[to]! - weight
        freeBound = early[to]! - weight
      } else {
        const crossing = crossings[CROSSING - weight]!
        lateBound = crossBackward(crossing, late[to]!, duration[r]!, duration[to]!)
        freeBound = crossBackward(crossing, early[to]!, duration[r]!, duration[to]!)
      }
      if (lateBound < latest) latest = lateBound
      if (freeBound < unmoving) unmoving = freeBound
    }
    late[r] = latest
    free[r] = unmoving
  }
}

/**
 * Moves the marked nodes as late as no other node is moved by it, the last ones first, so that a chain of them moves as one.
 * `limit` is what each node may not exceed by itself.
 */
export function delayPass(
  network: Network,
  { duration, crossings }: Bounds,
  early: Int32Array,
  limit: Int32Array,
  isDelayed: Uint8Array,
): void {
  const { size, outStart, outTo, outWeight } = network
  for (let r = size - 1; r >= 0; r--) {
    if (isDelayed[r] === 0) continue
    let start = limit[r]!
    for (let k = outStart[r]!, end = outStart[r + 1]!; k < end; k++) {
      const to = outTo[k]!
      const weight = outWeight[k]!
      const bound =
        weight > CROSSING
          ? early[to]! - weight
          : crossBackward(crossings[CROSSING - weight]!, early[to]!, duration[r]!, duration[to]!)
      if (bound < start) start = bound
    }
    if (start > early[r]!) early[r] = start
  }
}
