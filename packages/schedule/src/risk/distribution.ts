import type { RandomStream } from './random.ts'

/** Optimistic, most likely and pessimistic duration in working days. */
export type ThreePoint = { readonly optimistic: number; readonly likely: number; readonly pessimistic: number }

export type Shape = 'triangular' | 'pert'

/**
 * The probability of each whole duration from the optimistic one on: the mass of the density within half a day of it, so that
 * the three points themselves are durations that occur.
 */
function masses({ optimistic, likely, pessimistic }: ThreePoint, shape: Shape): Float64Array {
  const count = pessimistic - optimistic + 1
  const mass = new Float64Array(count)
  if (count === 1) return mass.fill(1)
  const width = pessimistic - optimistic
  const peak = (likely - optimistic) / width
  // PERT: a beta distribution with the mode weighted by four (Malcolm et al., Operations Research 7(5), 1959).
  const alpha = 4 * peak
  const beta = 4 * (1 - peak)
  const density = (x: number): number => {
    if (shape === 'pert') return x ** alpha * (1 - x) ** beta
    return x < peak ? x / peak : peak === 1 ? 0 : (1 - x) / (1 - peak)
  }
  const STEPS = 32
  for (let i = 0; i < count; i++) {
    for (let step = 0; step < STEPS; step++) {
      const x = (i - 0.5 + (step + 0.5) / STEPS) / width
      if (x > 0 && x < 1) mass[i]! += density(x)
    }
  }
  const total = mass.reduce((sum, value) => sum + value, 0)
  return mass.map((value) => value / total)
}

/**
 * Alias tables for many activities in one pair of columns (Vose, IEEE Trans. Software Eng. 17(9), 1991): a draw takes one
 * random number, one comparison and no search, whatever the shape.
 */
export class DurationTables {
  /** Where each activity's slots begin; one entry more than activities. */
  readonly first: Int32Array
  /** A slot keeps its own duration when the random fraction is below this, else takes the other. */
  readonly threshold: Float64Array
  readonly own: Int32Array
  readonly other: Int32Array

  constructor(points: readonly ThreePoint[], shape: Shape) {
    const sizes = points.map(({ optimistic, pessimistic }) => pessimistic - optimistic + 1)
    this.first = new Int32Array(points.length + 1)
    for (const [i, size] of sizes.entries()) this.first[i + 1] = this.first[i]! + size
    const total = this.first[points.length]!
    this.threshold = new Float64Array(total)
    this.own = new Int32Array(total)
    this.other = new Int32Array(total)
    for (const [i, point] of points.entries()) this.fill(this.first[i]!, masses(point, shape), point.optimistic)
  }

  /** A duration of an activity. */
  draw(activity: number, random: RandomStream): number {
    const base = this.first[activity]!
    const scaled = (random.next() / 2 ** 32) * (this.first[activity + 1]! - base)
    const slot = base + Math.floor(scaled)
    return scaled - Math.floor(scaled) < this.threshold[slot]! ? this.own[slot]! : this.other[slot]!
  }

  private fill(first: number, mass: Float64Array, optimistic: number): void {
    const count = mass.length
    const scaled = mass.map((value) => value * count)
    const small = [...scaled.keys()].filter((i) => scaled[i]! < 1)
    const large = [...scaled.keys()].filter((i) => scaled[i]! >= 1)
    for (let i = 0; i < count; i++) {
      this.own[first + i] = optimistic + i
      this.other[first + i] = optimistic + i
      this.threshold[first + i] = 1
    }
    while (small.length > 0 && large.length > 0) {
      const low = small.pop()!
      const high = large.at(-1)!
      this.threshold[first + low] = scaled[low]!
      this.other[first + low] = optimistic + high
      scaled[high]! -= 1 - scaled[low]!
      if (scaled[high]! < 1) small.push(large.pop()!)
    }
  }
}
