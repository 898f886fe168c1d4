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

/** Gives every activity another position, drawn as reference.c draws it. */
function shuffle(plan: ColumnPlan, below: (below: number) => number): void {
  const size = plan.duration.length
  const position = new Int32Array(size).map((_, i) => i)
  for (let i = size - 1; i > 0; i--) {
    const other = below(i + 1)
    const kept = position[i]!
    position[i] = position[other]!
    position[other] = kept
  }
  const durations = plan.duration.slice()
  for (let i = 0; i < size; i++) plan.duration[position[i]!] = durations[i]!
  for (let e = 0; e < plan.from.length; e++) {
    plan.from[e] = position[plan.from[e]!]!
    plan.to[e] = position[plan.to[e]!]!
  }
}

/**
 * The network that reference.c generates from the same seed: every activity follows earlier ones drawn at random; listed in
 * that order, or shuffled.
 */
export function generatePlan(
  size: number,
  linksEach: number,
  seed: number,
  calendar: WorkCalendar,
  isShuffled: boolean,
): ColumnPlan & { lag: Int32Array } {
  const below = generatorFrom(seed)
  const duration = Int32Array.from({ length: size }, () => 1 + below(20))
  const count = Math.max(0, size - 1) * linksEach
  const plan = {
    calendar,
    duration,
    from: new Int32Array(count),
    to: new Int32Array(count),
    lag: new Int32Array(count),
  }
  let at = 0
  for (let i = 1; i < size; i++) {
    for (let k = 0; k < linksEach; k++) {
      plan.from[at] = below(i)
      plan.to[at] = i
      plan.lag[at++] = below(4) === 0 ? below(5) : 0
    }
  }
  if (isShuffled) shuffle(plan, below)
  return plan
}
