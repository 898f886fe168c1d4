import type { ColumnPlan, WorkCalendar } from '@guatu/schedule'

/** The generator of reference.c, number for number. */
export function generatorFrom(seed: number): (below: number) => number {
  let state = seed | 0
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

/** The network that reference.c generates from the same seed: every activity follows earlier ones drawn at random. */
export function generatePlan(size: number, linksEach: number, seed: number, calendar: WorkCalendar): ColumnPlan & { lag: Int32Array } {
  const below = generatorFrom(seed)
  const duration = Int32Array.from({ length: size }, () => 1 + below(20))
  const count = Math.max(0, size - 1) * linksEach
  const plan = { calendar, duration, from: new Int32Array(count), to: new Int32Array(count), lag: new Int32Array(count) }
  let at = 0
  for (let i = 1; i < size; i++) {
    for (let k = 0; k < linksEach; k++) {
      plan.from[at] = below(i)
      plan.to[at] = i
      plan.lag[at++] = below(4) === 0 ? below(5) : 0
    }
  }
  return plan
}
