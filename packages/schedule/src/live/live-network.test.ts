import { describe, expect, it } from 'vitest'
import { randomFrom } from '../../test/random-plan.ts'
import { buildNetwork, type Edges, NO_UPPER } from '../engine/network.ts'
import { backwardPass, forwardPass } from '../engine/passes.ts'
import { LiveNetwork } from './live-network.ts'
import { RankSet } from './rank-set.ts'

const EDITS = process.env.GUATU_LONG === '1' ? 1_000_000 : 20_000
const EDITS_EACH = 200

type Link = { from: number; to: number; weight: number }
type Columns = { duration: Int32Array; lower: Int32Array; upper: Int32Array }

const edgesOf = (links: readonly Link[]): Edges => ({
  from: Int32Array.from(links, ({ from }) => from),
  to: Int32Array.from(links, ({ to }) => to),
  weight: Int32Array.from(links, ({ weight }) => weight),
})

/** Both passes over everything; null when there is a cycle. */
function computeFully(links: readonly Link[], { duration, lower, upper }: Columns, deadline: number | null) {
  const size = duration.length
  const built = buildNetwork(size, edgesOf(links))
  if (built.kind === 'cyclic') return null
  const early = new Int32Array(size)
  forwardPass(built.network, { duration, lower, crossings: [] }, early)
  const finish = Math.max(...early.map((start, i) => start + duration[i]!))
  const late = duration.map((days, i) => Math.min(upper[i]!, (deadline ?? finish) - days))
  const free = duration.map((days) => finish - days)
  backwardPass(built.network, { duration, crossings: [] }, early, late, free, null)
  return { network: built.network, early, late, free, finish }
}

/** One random edit of the live network and of the plain lists beside it. */
function editBoth(
  live: LiveNetwork,
  links: Map<number, Link>,
  columns: Columns,
  random: (below: number) => number,
): number | null | undefined {
  const size = columns.duration.length
  const node = random(size)
  const roll = random(10)
  const numbers = [...links.keys()]
  const number = numbers[random(Math.max(1, numbers.length))]
  if (roll < 3) {
    const days = random(9)
    columns.duration[node] = days
    live.setDuration(node, days)
  } else if (roll < 5 && number !== undefined) {
    const weight = random(12) - 3
    links.get(number)!.weight = weight
    live.setWeight(number, weight)
  } else if (roll === 5 && number !== undefined) {
    links.delete(number)
    live.removeLink(number)
  } else if (roll < 8) {
    const link = { from: node, to: random(size), weight: random(12) - 3 }
    const added = live.addLink(link.from, link.to, link.weight)
    const isCycle = computeFully([...links.values(), link], columns, null) === null
    expect(added === null).toBe(isCycle)
    if (added !== null) links.set(added, link)
  } else if (roll === 8) {
    columns.lower[node] = random(20)
    columns.upper[node] = random(3) === 0 ? NO_UPPER : random(60)
    live.setBounds(node, columns.lower[node]!, columns.upper[node]!)
  } else {
    const deadline = random(2) === 0 ? null : random(80)
    live.setDeadline(deadline)
    return deadline
  }
  return undefined
}

describe('a network that is kept computed', () => {
  it(`equals the full passes after each of ${EDITS} random edits`, { timeout: 3_600_000 }, () => {
    for (let seed = 1; seed <= EDITS / EDITS_EACH; seed++) {
      const random = randomFrom(seed)
      const size = 3 + random(20)
      const column = (value: number): Int32Array => new Int32Array(size).fill(value)
      const columns: Columns = { duration: column(0).map(() => random(9)), lower: column(0), upper: column(NO_UPPER) }
      const links = new Map<number, Link>()
      for (let to = 1; to < size; to++) links.set(to - 1, { from: random(to), to, weight: random(8) })
      const start = computeFully([...links.values()], columns, null)!
      const live = new LiveNetwork(start.network, edgesOf([...links.values()]), columns, null)
      let deadline: number | null = null
      for (let count = 0; count < EDITS_EACH; count++) {
        const changed = editBoth(live, links, columns, random)
        if (changed !== undefined) deadline = changed
        // Edits pile up now and then before anybody asks.
        if (random(3) === 0) continue
        live.settle()
        const full = computeFully([...links.values()], columns, deadline)!
        const label = `seed ${seed}, edit ${count}`
        expect(live.early, label).toEqual(full.early)
        expect(
          Int32Array.from(columns.duration, (_, node) => live.lateStart(node)),
          label,
        ).toEqual(full.late)
        expect(live.finish(), label).toBe(full.finish)
        expect(
          Int32Array.from(columns.duration, (_, node) => live.freeStart(node, full.finish)),
          label,
        ).toEqual(full.free)
      }
    }
  })

  it('keeps a topological order through all links added', () => {
    const random = randomFrom(3)
    const size = 60
    const columns = {
      duration: new Int32Array(size),
      lower: new Int32Array(size),
      upper: new Int32Array(size).fill(NO_UPPER),
    }
    const { network } = computeFully([], columns, null)!
    const live = new LiveNetwork(network, edgesOf([]), columns, null)
    for (let count = 0; count < 2000; count++) live.addLink(random(size), random(size), 1)
    const { links, rank, nodeAt } = live
    for (let link = 0; link < links.count; link++) expect(rank[links.from[link]!]).toBeLessThan(rank[links.to[link]!]!)
    expect(Array.from(rank, (place) => nodeAt[place])).toEqual(Array.from(rank.keys()))
  })
})

describe('a set of ranks', () => {
  it('gives the lowest first', () => {
    const set = new RankSet(200)
    for (const rank of [77, 3, 199, 64, 3, 31, 32, 63]) set.add(rank)
    const taken = []
    for (let rank = set.takeLowest(); rank !== -1; rank = set.takeLowest()) taken.push(rank)
    expect(taken).toEqual([3, 31, 32, 63, 64, 77, 199])
  })

  it('gives the highest first', () => {
    const set = new RankSet(200)
    for (const rank of [0, 77, 3, 199, 64, 31, 32, 63]) set.add(rank)
    const taken = []
    for (let rank = set.takeHighest(); rank !== -1; rank = set.takeHighest()) taken.push(rank)
    expect(taken).toEqual([199, 77, 64, 63, 32, 31, 3, 0])
  })

  it('takes what is added while it is emptied', () => {
    const set = new RankSet(100)
    set.add(10)
    expect(set.takeLowest()).toBe(10)
    set.add(50)
    set.add(20)
    expect([set.takeLowest(), set.takeLowest(), set.takeLowest()]).toEqual([20, 50, -1])
    set.add(5)
    expect([set.takeHighest(), set.takeHighest()]).toEqual([5, -1])
  })

  it('is right about any sequence', () => {
    const random = randomFrom(11)
    const set = new RankSet(500)
    const plain = new Set<number>()
    for (let count = 0; count < 20_000; count++) {
      if (random(3) > 0) {
        const rank = random(500)
        set.add(rank)
        plain.add(rank)
        continue
      }
      const isLowest = random(2) === 0
      const expected = plain.size === 0 ? -1 : isLowest ? Math.min(...plain) : Math.max(...plain)
      expect(isLowest ? set.takeLowest() : set.takeHighest()).toBe(expected)
      plain.delete(expected)
    }
  })
})
