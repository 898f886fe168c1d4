import type { Edges } from '../engine/network.ts'

const MAX_CYCLES = 200
// Enumerating circuits can take exponential time between two finds; beyond this many steps the list is cut short.
const MAX_STEPS = 2_000_000

/** Adjacency among the nodes that no order reaches, without the same link twice. */
function adjacency(size: number, { from, to }: Edges, unordered: Int32Array): number[][] {
  const next: number[][] = Array.from({ length: size }, () => [])
  const isUnordered = new Uint8Array(size)
  for (const node of unordered) isUnordered[node] = 1
  for (let e = 0; e < from.length; e++) {
    const a = from[e]!
    const b = to[e]!
    if (isUnordered[a] === 1 && isUnordered[b] === 1) next[a]!.push(b)
  }
  for (const node of unordered) next[node] = [...new Set(next[node])].sort((a, b) => a - b)
  return next
}

/** Tarjan's strongly connected components of the nodes from `least` up, without recursion; component number by node, -1 elsewhere. */
function components(next: readonly number[][], nodes: Int32Array, least: number): Int32Array {
  const size = next.length
  const component = new Int32Array(size).fill(-1)
  const index = new Int32Array(size).fill(-1)
  const low = new Int32Array(size)
  const cursor = new Int32Array(size)
  const stack: number[] = []
  let counter = 0
  let found = 0
  const enter = (node: number, path: number[]): void => {
    index[node] = counter
    low[node] = counter++
    stack.push(node)
    path.push(node)
  }
  const close = (node: number): void => {
    for (let member = stack.pop()!; ; member = stack.pop()!) {
      component[member] = found
      if (member === node) break
    }
    found++
  }
  for (const root of nodes) {
    if (root < least || index[root] !== -1) continue
    const path: number[] = []
    enter(root, path)
    while (path.length > 0) {
      const node = path.at(-1)!
      const to = next[node]![cursor[node]!++]
      if (to === undefined) {
        path.pop()
        if (low[node] === index[node]) close(node)
        const parent = path.at(-1)
        if (parent !== undefined) low[parent] = Math.min(low[parent]!, low[node]!)
      } else if (to >= least && index[to] === -1) enter(to, path)
      else if (to >= least && component[to] === -1) low[node] = Math.min(low[node]!, index[to]!)
    }
  }
  return component
}

type Search = { readonly cycles: number[][]; steps: number }

const isExhausted = (search: Search): boolean => search.cycles.length >= MAX_CYCLES || search.steps >= MAX_STEPS

/** All circuits through `start` within its component: Johnson's blocking search (SIAM J. Comput. 4(1), 1975), without recursion. */
function circuitsFrom(start: number, next: readonly number[][], component: Int32Array, search: Search): void {
  const blocked = new Set([start])
  const waiting = new Map<number, Set<number>>()
  const path = [start]
  const cursor = [0]
  const closed = [false]
  const unblock = (node: number): void => {
    const queue = [node]
    for (let released = queue.pop(); released !== undefined; released = queue.pop()) {
      if (!blocked.delete(released)) continue
      queue.push(...(waiting.get(released) ?? []))
      waiting.delete(released)
    }
  }
  while (path.length > 0 && !isExhausted(search)) {
    const depth = path.length - 1
    const node = path[depth]!
    const to = next[node]![cursor[depth]!++]
    search.steps++
    if (to === undefined) {
      path.pop()
      cursor.pop()
      if (closed.pop()) {
        unblock(node)
        if (depth > 0) closed[depth - 1] = true
      } else {
        for (const after of next[node]!) {
          if (component[after] !== component[start]) continue
          waiting.set(after, (waiting.get(after) ?? new Set()).add(node))
        }
      }
    } else if (to === start) {
      search.cycles.push([...path])
      closed[depth] = true
    } else if (component[to] === component[start] && !blocked.has(to)) {
      path.push(to)
      cursor.push(0)
      closed.push(false)
      blocked.add(to)
    }
  }
}

/**
 * The elementary cycles among `unordered` nodes, each once, from its lowest node on. `isComplete` is false when there are
 * more than are listed (200 at most).
 */
export function cyclesOf(
  size: number,
  edges: Edges,
  unordered: Int32Array,
): { cycles: number[][]; isComplete: boolean } {
  const next = adjacency(size, edges, unordered)
  const search: Search = { cycles: [], steps: 0 }
  let least = 0
  for (let isDone = false; !isDone && !isExhausted(search); ) {
    const component = components(next, unordered, least)
    search.steps += unordered.length
    const start = firstOnCycle(next, unordered, component)
    if (start !== undefined) circuitsFrom(start, next, component, search)
    isDone = start === undefined
    least = (start ?? 0) + 1
  }
  return { cycles: search.cycles, isComplete: !isExhausted(search) }
}

/** The lowest node with a link into its own component; nodes that merely lie behind a cycle have none. */
function firstOnCycle(next: readonly number[][], nodes: Int32Array, component: Int32Array): number | undefined {
  return nodes.find((node) => component[node] !== -1 && next[node]!.some((to) => component[to] === component[node]))
}
