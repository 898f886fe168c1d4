/** A seeded source of choices, so that a demonstration of one day is always the same. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number, both ends included. */
  between(from: number, to: number): number
  pick<T>(list: readonly T[]): T
  /** A whole number of a range, both ends included. */
  within(range: readonly [number, number]): number
  shuffled<T>(list: readonly T[]): T[]
  chance(share: number): boolean
}

/** Mulberry32: 32 bits of state are plenty for some thousand choices. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    between,
    within: ([from, to]) => between(from, to),
    pick: (list) => list[between(0, list.length - 1)] as (typeof list)[number],
    chance: (share) => next() < share,
    shuffled: (list) => {
      const result = [...list]
      for (let last = result.length - 1; last > 0; last -= 1) {
        const other = between(0, last)
        ;[result[last], result[other]] = [result[other] as (typeof list)[number], result[last] as (typeof list)[number]]
      }
      return result
    },
  }
}
