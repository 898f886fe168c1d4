/**
 * A precedence network for the passes: nodes are numbered in topological order, links lie in two compressed adjacency lists
 * (by successor for the forward pass, by predecessor for the backward pass). Times are working-day indices of each node's
 * own calendar; `start[to] >= start[from] + weight`. A weight at or below CROSSING stands for a link between calendars.
 */
export type Network = {
  readonly size: number
  /** Node of each rank, and rank of each node. */
  readonly order: Int32Array
  readonly rank: Int32Array
  readonly inStart: Int32Array
  readonly inFrom: Int32Array
  readonly inWeight: Int32Array
  readonly outStart: Int32Array
  readonly outTo: Int32Array
  readonly outWeight: Int32Array
}

/** Links as columns. */
export type Edges = {
  readonly from: Int32Array
  readonly to: Int32Array
  readonly weight: Int32Array
  /** Bits of the passes in which a link does not count; absent when all count. */
  readonly muted?: Uint8Array
}

export const MUTED_FORWARD = 1
export const MUTED_BACKWARD = 2

/** Weights at or below this mark a crossing: its number is `CROSSING - weight`. */
export const CROSSING = -(2 ** 30)
export const NO_LOWER = -(2 ** 30)
export const NO_UPPER = 2 ** 30

/** Links grouped by their first node; `first[node]` to `first[node + 1]` are positions in `edge`. */
function groupByFrom(size: number, from: Int32Array): { first: Int32Array; edge: Int32Array } {
  const first = new Int32Array(size + 1)
  for (let e = 0; e < from.length; e++) first[from[e]! + 1]!++
  for (let i = 0; i < size; i++) first[i + 1]! += first[i]!
  const cursor = first.slice(0, size)
  const edge = new Int32Array(from.length)
  for (let e = 0; e < from.length; e++) edge[cursor[from[e]!]!++] = e
  return { first, edge }
}

/** Kahn's order; nodes on a cycle or behind one are missing from it. */
function topologicalOrder(size: number, { from, to }: Edges, first: Int32Array, edge: Int32Array): Int32Array {
  const waiting = new Int32Array(size)
  for (let e = 0; e < from.length; e++) waiting[to[e]!]!++
  const order = new Int32Array(size)
  let found = 0
  for (let i = 0; i < size; i++) if (waiting[i] === 0) order[found++] = i
  for (let done = 0; done < found; done++) {
    const node = order[done]!
    for (let k = first[node]!, end = first[node + 1]!; k < end; k++) {
      const next = to[edge[k]!]!
      if (--waiting[next]! === 0) order[found++] = next
    }
  }
  return order.subarray(0, found)
}

/**
 * Builds the network, or gives the nodes that no topological order reaches (those on cycles and behind them).
 * Linear in nodes and links.
 */
export function buildNetwork(
  size: number,
  edges: Edges,
): { kind: 'built'; network: Network } | { kind: 'cyclic'; unordered: Int32Array } {
  const { from, to, weight, muted } = edges
  const { first, edge } = groupByFrom(size, from)
  const order = topologicalOrder(size, edges, first, edge)
  const rank = new Int32Array(size).fill(-1)
  for (let r = 0; r < order.length; r++) rank[order[r]!] = r
  if (order.length < size) {
    return { kind: 'cyclic', unordered: Int32Array.from(rank.keys()).filter((node) => rank[node] === -1) }
  }
  const count = from.length
  const inStart = new Int32Array(size + 1)
  for (let e = 0; e < count; e++) {
    if (muted === undefined || (muted[e]! & MUTED_FORWARD) === 0) inStart[rank[to[e]!]! + 1]!++
  }
  for (let r = 0; r < size; r++) inStart[r + 1]! += inStart[r]!
  const cursor = inStart.slice(0, size)
  const inFrom = new Int32Array(inStart[size]!)
  const inWeight = new Int32Array(inStart[size]!)
  const outStart = new Int32Array(size + 1)
  const outTo = new Int32Array(count)
  const outWeight = new Int32Array(count)
  let out = 0
  for (let r = 0; r < size; r++) {
    const node = order[r]!
    for (let k = first[node]!, end = first[node + 1]!; k < end; k++) {
      const e = edge[k]!
      const next = rank[to[e]!]!
      const bits = muted === undefined ? 0 : muted[e]!
      if ((bits & MUTED_FORWARD) === 0) {
        const at = cursor[next]!++
        inFrom[at] = r
        inWeight[at] = weight[e]!
      }
      if ((bits & MUTED_BACKWARD) === 0) {
        outTo[out] = next
        outWeight[out++] = weight[e]!
      }
    }
    outStart[r + 1] = out
  }
  const network = {
    ...{ size, order, rank, inStart, inFrom, inWeight, outStart },
    ...{ outTo: outTo.subarray(0, out), outWeight: outWeight.subarray(0, out) },
  }
  return { kind: 'built', network }
}
