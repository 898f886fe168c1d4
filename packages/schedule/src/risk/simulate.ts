import type { Network } from '../engine/network.ts'
import type { DurationTables } from './distribution.ts'
import type { RandomStream } from './random.ts'

/**
 * What a simulation runs over, by place in topological order. Ends are numbered: 2p is the start of the activity at place p,
 * 2p + 1 its finish. The links of a row that enter the finish come after those that enter the start.
 */
export type SimulationPlan = {
  readonly size: number
  readonly rowStart: Int32Array
  readonly finishStart: Int32Array
  readonly end: Int32Array
  readonly lag: Int32Array
  readonly lower: Int32Array
  readonly tables: DurationTables
}

/** Links by their ends, for laying out a simulation. */
export type SimulationLink = { from: number; to: number; leavesFinish: boolean; entersFinish: boolean; lag: number }

export function layOutSimulation(
  { size, order }: Pick<Network, 'size' | 'order'>,
  links: readonly SimulationLink[],
  lower: Int32Array,
  tables: DurationTables,
): SimulationPlan {
  const place = new Int32Array(size)
  for (let r = 0; r < size; r++) place[order[r]!] = r
  const rows: SimulationLink[][] = Array.from({ length: size }, () => [])
  for (const link of links) rows[place[link.to]!]!.push(link)
  const sorted = rows.map((row) => row.sort((a, b) => Number(a.entersFinish) - Number(b.entersFinish)))
  const rowStart = new Int32Array(size + 1)
  const finishStart = new Int32Array(size)
  const end = new Int32Array(links.length)
  const lag = new Int32Array(links.length)
  let at = 0
  for (const [r, row] of sorted.entries()) {
    finishStart[r] = at + row.filter(({ entersFinish }) => !entersFinish).length
    for (const link of row) {
      end[at] = 2 * place[link.from]! + (link.leavesFinish ? 1 : 0)
      lag[at++] = link.lag
    }
    rowStart[r + 1] = at
  }
  return { size, rowStart, finishStart, end, lag, lower: Int32Array.from(order, (node) => lower[node]!), tables }
}

/** What one run after another is counted into. */
export type Tally = {
  /** The finish index of every run. */
  readonly finishes: Int32Array
  /** By place: in how many runs the activity was on a critical chain. */
  readonly criticalRuns: Int32Array
  /** By watch: in how many runs its activity finished in time. */
  readonly keptRuns: Int32Array
}

/** An activity, by place, and the finish index it should keep. */
export type Watch = { readonly place: number; readonly latest: number }

/** Draws every duration and computes every finish, `finishes.length` times. */
export function simulate(plan: SimulationPlan, random: RandomStream, watches: readonly Watch[], tally: Tally): void {
  const times = new Int32Array(plan.size * 2)
  const isCritical = new Uint8Array(plan.size)
  const { finishes, keptRuns } = tally
  for (let run = 0; run < finishes.length; run++) {
    finishes[run] = runOnce(plan, random, times)
    for (const [i, { place, latest }] of watches.entries()) if (times[2 * place + 1]! <= latest) keptRuns[i]!++
    markCritical(plan, times, finishes[run]!, isCritical, tally.criticalRuns)
  }
}

function runOnce(plan: SimulationPlan, random: RandomStream, times: Int32Array): number {
  const { size, rowStart, finishStart, end, lag, lower, tables } = plan
  let finish = -(2 ** 30)
  for (let r = 0, k = 0; r < size; r++) {
    const duration = tables.draw(r, random.next())
    let start = lower[r]!
    for (const stop = finishStart[r]!; k < stop; k++) {
      const gain = (times[end[k]!]! + lag[k]! - start) | 0
      start = (start + (gain & ~(gain >> 31))) | 0
    }
    for (const stop = rowStart[r + 1]!; k < stop; k++) {
      const gain = (times[end[k]!]! + lag[k]! - duration - start) | 0
      start = (start + (gain & ~(gain >> 31))) | 0
    }
    times[2 * r] = start
    times[2 * r + 1] = start + duration
    if (start + duration > finish) finish = start + duration
  }
  return finish
}

/** Goes back from what finishes last along every link that drives. */
function markCritical(
  { size, rowStart, finishStart, end, lag }: SimulationPlan,
  times: Int32Array,
  finish: number,
  isCritical: Uint8Array,
  criticalRuns: Int32Array,
): void {
  for (let r = 0; r < size; r++) isCritical[r] = times[2 * r + 1] === finish ? 1 : 0
  for (let r = size - 1; r >= 0; r--) {
    if (isCritical[r] === 0) continue
    criticalRuns[r]!++
    for (let k = rowStart[r]!, stop = rowStart[r + 1]!; k < stop; k++) {
      const bound = times[end[k]!]! + lag[k]!
      if (bound === times[2 * r + (k < finishStart[r]! ? 0 : 1)]) isCritical[end[k]! >> 1] = 1
    }
  }
}
