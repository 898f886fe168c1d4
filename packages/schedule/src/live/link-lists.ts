import type { Edges } from '../engine/network.ts'

const NONE = -1

/** A column that grows. */
function grown(column: Int32Array, length: number): Int32Array {
  const longer = new Int32Array(length)
  longer.set(column)
  return longer
}

/** Links as two families of linked lists, so that one can be added or removed without touching the others. */
export class LinkLists {
  from: Int32Array
  to: Int32Array
  weight: Int32Array
  readonly firstIn: Int32Array
  readonly firstOut: Int32Array
  nextIn: Int32Array
  nextOut: Int32Array
  /** Links that ever were; numbers are not used again. */
  count: number

  constructor(size: number, edges: Edges) {
    this.count = edges.from.length
    this.from = edges.from.slice()
    this.to = edges.to.slice()
    this.weight = edges.weight.slice()
    this.firstIn = new Int32Array(size).fill(NONE)
    this.firstOut = new Int32Array(size).fill(NONE)
    this.nextIn = new Int32Array(this.count)
    this.nextOut = new Int32Array(this.count)
    for (let link = this.count - 1; link >= 0; link--) this.hang(link)
  }

  add(from: number, to: number, weight: number): number {
    if (this.count === this.from.length) {
      const length = Math.max(16, this.count * 2)
      for (const column of ['from', 'to', 'weight', 'nextIn', 'nextOut'] as const)
        this[column] = grown(this[column], length)
    }
    const link = this.count++
    this.from[link] = from
    this.to[link] = to
    this.weight[link] = weight
    this.hang(link)
    return link
  }

  remove(link: number): void {
    unhang(this.firstIn, this.nextIn, this.to[link]!, link)
    unhang(this.firstOut, this.nextOut, this.from[link]!, link)
  }

  /** Puts a link that is in no list at the head of its two. */
  private hang(link: number): void {
    this.nextIn[link] = this.firstIn[this.to[link]!]!
    this.firstIn[this.to[link]!] = link
    this.nextOut[link] = this.firstOut[this.from[link]!]!
    this.firstOut[this.from[link]!] = link
  }
}

function unhang(first: Int32Array, next: Int32Array, node: number, link: number): void {
  if (first[node] === link) {
    first[node] = next[link]!
    return
  }
  let before = first[node]!
  while (next[before] !== link) before = next[before]!
  next[before] = next[link]!
}
