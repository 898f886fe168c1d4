/** The links into each node, row by row: those into the node at place r of the order are at `start[r]` to `start[r + 1]`. */
export type Rows = { readonly start: Int32Array; readonly from: Int32Array; readonly weight: Int32Array }

/**
 * A precedence network for the passes. Times are working-day indices of each node's own calendar;
 * `start[to] >= start[from] + weight`. A weight at or below CROSSING stands for a link between calendars. Both passes read
 * rows of predecessors, one after the other, which is what keeps a large network in the cache.
 */
export type Network = {
  readonly size: number
  /** The nodes in topological order. */
  readonly order: Int32Array
  /** Links that count in the forward pass, and in the backward pass; the same object unless some are muted. */
  readonly forward: Rows
  readonly backward: Rows
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

/** Positions of the first link of every node when links are grouped by a column of their ends. */
function rowStarts(size: number, key: Int32Array): Int32Array {
  const start = new Int32Array(size + 1)
  for (let e = 0; e < key.length; e++) start[key[e]! + 1]!++
  for (let i = 0; i < size; i++) start[i + 1]! += start[i]!
  return start
}

/** Links grouped by successor in the order of the passes, given where the row of each node begins. */
function fillRows(start: Int32Array, cursor: Int32Array, { from, to, weight }: Edges): Rows {
  const rows = { start, from: new Int32Array(to.length), weight: new Int32Array(to.length) }
  const { from: froms, weight: weights } = rows
  for (let e = 0; e < to.length; e++) {
    const at = cursor[to[e]!]!++
    froms[at] = from[e]!
    weights[at] = weight[e]!
  }
  return rows
}

/** The rows of links in a given order of the nodes. */
function rowsInOrder(order: Int32Array, edges: Edges): Rows {
  const size = order.length
  const entering = new Int32Array(size)
  for (let e = 0; e < edges.to.length; e++) entering[edges.to[e]!]!++
  const start = new Int32Array(size + 1)
  for (let r = 0; r < size; r++) {
    const node = order[r]!
    const count = entering[node]!
    entering[node] = start[r]!
    start[r + 1] = start[r]! + count
  }
  return fillRows(start, entering, edges)
}

/** Whether every link leads to a later node, as in a plan that is listed in the order of its work. */
function isInOrder({ from, to }: Edges): boolean {
  for (let e = 0; e < from.length; e++) if (from[e]! >= to[e]!) return false
  return true
}

/** Kahn's order; nodes on a cycle or behind one are missing from it. */
function topologicalOrder(size: number, { from, to }: Edges): Int32Array {
  const start = rowStarts(size, from)
  const cursor = start.slice(0, size)
  const next = new Int32Array(from.length)
  const waiting = new Int32Array(size)
  for (let e = 0; e < from.length; e++) {
    const after = to[e]!
    next[cursor[from[e]!]!++] = after
    waiting[after]!++
  }
  const order = new Int32Array(size)
  let found = 0
  for (let i = 0; i < size; i++) if (waiting[i] === 0) order[found++] = i
  for (let done = 0; done < found; done++) {
    const node = order[done]!
    for (let k = start[node]!, last = start[node + 1]!; k < last; k++) {
      const after = next[k]!
      if (--waiting[after]! === 0) order[found++] = after
    }
  }
  return order.subarray(0, found)
}

function inListOrder(size: number): Int32Array {
  const order = new Int32Array(size)
  for (let i = 0; i < size; i++) order[i] = i
  return order
}

/** The links that count in a pass. */
function heard({ from, to, weight }: Edges, muted: Uint8Array, bit: number): Edges {
  const isHeard = (_: number, e: number): boolean => (muted[e]! & bit) === 0
  return { from: from.filter(isHeard), to: to.filter(isHeard), weight: weight.filter(isHeard) }
}

/**
 * Builds the network, or gives the nodes that no topological order reaches (those on cycles and behind them). Muted links
 * count for the order all the same. Linear in nodes and links.
 */
export function buildNetwork(
  size: number,
  edges: Edges,
): { kind: 'built'; network: Network } | { kind: 'cyclic'; unordered: Int32Array } {
  const order = isInOrder(edges) ? inListOrder(size) : topologicalOrder(size, edges)
  if (order.length < size) {
    const isOrdered = new Uint8Array(size)
    for (const node of order) isOrdered[node] = 1
    return { kind: 'cyclic', unordered: Int32Array.from(isOrdered.keys()).filter((node) => isOrdered[node] === 0) }
  }
  const { muted } = edges
  if (!muted?.some((bits) => bits !== 0)) {
    const all = rowsInOrder(order, edges)
    return { kind: 'built', network: { size, order, forward: all, backward: all } }
  }
  const forward = rowsInOrder(order, heard(edges, muted, MUTED_FORWARD))
  const backward = rowsInOrder(order, heard(edges, muted, MUTED_BACKWARD))
  return { kind: 'built', network: { size, order, forward, backward } }
}
