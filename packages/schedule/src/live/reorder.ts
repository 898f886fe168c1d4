import type { LinkLists } from './link-lists.ts'

type Ordered = { readonly links: LinkLists; readonly rank: Int32Array; readonly nodeAt: Int32Array }

/** Nodes reached from `start` over `next` while `isInside`, or null when `goal` is among them. */
function reach(
  start: number,
  goal: number,
  neighbours: (node: number, visit: (other: number) => void) => void,
  isInside: (node: number) => boolean,
): number[] | null {
  const seen = new Set([start])
  const queue = [start]
  let meets = false
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    neighbours(node, (other) => {
      if (other === goal) meets = true
      if (seen.has(other) || !isInside(other)) return
      seen.add(other)
      queue.push(other)
    })
    if (meets) return null
  }
  return [...seen]
}

/**
 * Makes room in a topological order for a link against it, by moving only the nodes between its ends that it concerns
 * (Pearce and Kelly, A dynamic topological sort algorithm for directed acyclic graphs, JEA 11, 2006). False, and nothing
 * changed, when the link closes a cycle.
 */
export function reorder({ links, rank, nodeAt }: Ordered, from: number, to: number): boolean {
  if (from === to) return false
  const low = rank[to]!
  const high = rank[from]!
  const successors = (node: number, visit: (other: number) => void): void => {
    for (let link = links.firstOut[node]!; link !== -1; link = links.nextOut[link]!) visit(links.to[link]!)
  }
  const predecessors = (node: number, visit: (other: number) => void): void => {
    for (let link = links.firstIn[node]!; link !== -1; link = links.nextIn[link]!) visit(links.from[link]!)
  }
  const after = reach(to, from, successors, (node) => rank[node]! <= high)
  if (after === null) return false
  const before = reach(from, -1, predecessors, (node) => rank[node]! >= low)!
  const byRank = (a: number, b: number): number => rank[a]! - rank[b]!
  const sequence = [...before.sort(byRank), ...after.sort(byRank)]
  const places = sequence.map((node) => rank[node]!).sort((a, b) => a - b)
  for (const [i, node] of sequence.entries()) {
    rank[node] = places[i]!
    nodeAt[places[i]!] = node
  }
  return true
}
