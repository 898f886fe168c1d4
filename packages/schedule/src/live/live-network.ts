import { type Edges, type Network, NO_UPPER } from '../engine/network.ts'
import { LinkLists } from './link-lists.ts'
import { RankSet } from './rank-set.ts'
import { reorder } from './reorder.ts'

/** Own bounds and durations of the nodes, by node, in the indices of one calendar. */
export type LiveColumns = { readonly duration: Int32Array; readonly lower: Int32Array; readonly upper: Int32Array }

/**
 * A network of one calendar that is kept computed while it is edited: an edit re-computes only what it reaches. Early starts
 * are up to date after `settleForward`, late ones after `settle`.
 */
export class LiveNetwork {
  readonly links: LinkLists
  readonly early: Int32Array
  readonly duration: Int32Array
  readonly lower: Int32Array
  readonly upper: Int32Array
  readonly rank: Int32Array
  readonly nodeAt: Int32Array
  /** Nodes whose early start changed since this was last emptied. */
  readonly moved: number[] = []
  /** Latest starts as seen from the cap: when the whole moves, a node without dates of its own stays as it is. */
  private readonly lateOffset: Int32Array
  private readonly forwardDirty: RankSet
  private readonly backwardDirty: RankSet
  private deadline: number | null
  private settledCap: number

  /** @param deadline the index by which all is to be finished, or null for the early finish of the whole. */
  constructor({ size, order }: Network, edges: Edges, columns: LiveColumns, deadline: number | null) {
    this.links = new LinkLists(size, edges)
    this.duration = columns.duration.slice()
    this.lower = columns.lower.slice()
    this.upper = columns.upper.slice()
    this.early = new Int32Array(size)
    this.lateOffset = new Int32Array(size)
    this.nodeAt = order.slice()
    this.rank = new Int32Array(size)
    for (let r = 0; r < size; r++) this.rank[order[r]!] = r
    this.forwardDirty = new RankSet(size)
    this.backwardDirty = new RankSet(size)
    this.deadline = deadline
    for (let r = 0; r < size; r++) this.early[order[r]!] = this.earliest(order[r]!)
    this.settledCap = this.cap()
    for (let r = size - 1; r >= 0; r--) this.lateOffset[order[r]!] = this.latestOffset(order[r]!)
  }

  /** The index at which the last node finishes; settle first. */
  finish(): number {
    const { early, duration } = this
    let latest = early.length === 0 ? 0 : early[0]! + duration[0]!
    for (let i = 1; i < early.length; i++) {
      const over = (early[i]! + duration[i]! - latest) | 0
      latest = (latest + (over & ~(over >> 31))) | 0
    }
    return latest
  }

  lateStart(node: number): number {
    return this.lateOffset[node]! + this.settledCap
  }

  /** The latest start that moves no successor's early start. */
  freeStart(node: number, finish: number): number {
    const { links, early, duration } = this
    let latest = finish - duration[node]!
    for (let link = links.firstOut[node]!; link !== -1; link = links.nextOut[link]!) {
      latest = Math.min(latest, early[links.to[link]!]! - links.weight[link]!)
    }
    return latest
  }

  /** Own dates of a node. */
  setBounds(node: number, lower: number, upper: number): void {
    this.lower[node] = lower
    this.upper[node] = upper
    this.touch(node)
  }

  /** The caller re-weighs the links whose weights the duration is part of. */
  setDuration(node: number, duration: number): void {
    this.duration[node] = duration
    this.touch(node)
  }

  setWeight(link: number, weight: number): void {
    this.links.weight[link] = weight
    this.touchEnds(link)
  }

  setDeadline(deadline: number | null): void {
    this.deadline = deadline
  }

  removeLink(link: number): void {
    this.links.remove(link)
    this.touchEnds(link)
  }

  /** Adds a link; answers its number, or null when it would close a cycle, in which case nothing changes. */
  addLink(from: number, to: number, weight: number): number | null {
    // Waiting marks are places in the order, which is about to change.
    if (this.rank[from]! >= this.rank[to]!) {
      this.settle()
      if (!reorder(this, from, to)) return null
    }
    const link = this.links.add(from, to, weight)
    this.touchEnds(link)
    return link
  }

  /** Brings the early starts up to date. */
  settleForward(): void {
    const { forwardDirty, links, early } = this
    for (let r = forwardDirty.takeLowest(); r !== -1; r = forwardDirty.takeLowest()) {
      const node = this.nodeAt[r]!
      const start = this.earliest(node)
      if (start === early[node]) continue
      early[node] = start
      this.moved.push(node)
      for (let link = links.firstOut[node]!; link !== -1; link = links.nextOut[link]!) {
        forwardDirty.add(this.rank[links.to[link]!]!)
      }
    }
  }

  /** Brings everything up to date. */
  settle(): void {
    this.settleForward()
    const cap = this.cap()
    if (cap !== this.settledCap) {
      this.settledCap = cap
      for (let i = 0; i < this.upper.length; i++) if (this.upper[i] !== NO_UPPER) this.backwardDirty.add(this.rank[i]!)
    }
    const { backwardDirty, links, lateOffset } = this
    for (let r = backwardDirty.takeHighest(); r !== -1; r = backwardDirty.takeHighest()) {
      const node = this.nodeAt[r]!
      const offset = this.latestOffset(node)
      if (offset === lateOffset[node]) continue
      lateOffset[node] = offset
      for (let link = links.firstIn[node]!; link !== -1; link = links.nextIn[link]!) {
        backwardDirty.add(this.rank[links.from[link]!]!)
      }
    }
  }

  private cap(): number {
    return this.deadline ?? this.finish()
  }

  private touch(node: number): void {
    this.forwardDirty.add(this.rank[node]!)
    this.backwardDirty.add(this.rank[node]!)
  }

  private touchEnds(link: number): void {
    this.forwardDirty.add(this.rank[this.links.to[link]!]!)
    this.backwardDirty.add(this.rank[this.links.from[link]!]!)
  }

  private earliest(node: number): number {
    const { links, early } = this
    let start = this.lower[node]!
    for (let link = links.firstIn[node]!; link !== -1; link = links.nextIn[link]!) {
      const bound = early[links.from[link]!]! + links.weight[link]!
      if (bound > start) start = bound
    }
    return start
  }

  private latestOffset(node: number): number {
    const { links, lateOffset } = this
    let offset = -this.duration[node]!
    if (this.upper[node] !== NO_UPPER) offset = Math.min(offset, this.upper[node]! - this.settledCap)
    for (let link = links.firstOut[node]!; link !== -1; link = links.nextOut[link]!) {
      const bound = lateOffset[links.to[link]!]! - links.weight[link]!
      if (bound < offset) offset = bound
    }
    return offset
  }
}
