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

// The upper bits of a random number choose the slot, the lower ones between its two durations.
const SLOT_SHARE = 2 ** -20
const CHOICE_BITS = 12
const CHOICE_MASK = 2 ** CHOICE_BITS - 1

/**
 * Alias tables for many activities in one column (Vose, IEEE Trans. Software Eng. 17(9), 1991): a draw takes one random
 * number and no search, whatever the shape. Probabilities are exact to one part in 4,096 of a slot.
 */
export class DurationTables {
  /** Where each activity's slots begin; one entry more than activities. A slot's own duration is its place. */
  private readonly first: Int32Array
  private readonly optimistic: Int32Array
  /** By slot: in the lower bits how much of it is its own duration's, in the upper the place of the other one. */
  private readonly slots: Int32Array

  constructor(points: readonly ThreePoint[], shape: Shape) {
    this.first = new Int32Array(points.length + 1)
    this.optimistic = Int32Array.from(points, ({ optimistic }) => optimistic)
    for (const [i, { optimistic, pessimistic }] of points.entries()) {
      this.first[i + 1] = this.first[i]! + pessimistic - optimistic + 1
    }
    this.slots = new Int32Array(this.first[points.length]!)
    for (const [i, point] of points.entries()) this.fill(this.first[i]!, masses(point, shape))
  }

  /** A duration of an activity from a random 32-bit number. */
  draw(activity: number, random: number): number {
    const base = this.first[activity]!
    const place = ((random >>> CHOICE_BITS) * (this.first[activity + 1]! - base) * SLOT_SHARE) | 0
    const slot = this.slots[base + place]!
    const other = slot >>> CHOICE_BITS
    // All ones for the slot's own duration; no branch, for there is nothing to predict.
    const isOwn = ((random & CHOICE_MASK) - (slot & CHOICE_MASK)) >> 31
    return this.optimistic[activity]! + other + ((place - other) & isOwn)
  }

  private fill(first: number, mass: Float64Array): void {
    const scaled = mass.map((value) => value * mass.length)
    const small = [...scaled.keys()].filter((i) => scaled[i]! < 1)
    const large = [...scaled.keys()].filter((i) => scaled[i]! >= 1)
    for (let place = 0; place < mass.length; place++) this.slots[first + place] = place << CHOICE_BITS
    while (small.length > 0 && large.length > 0) {
      const low = small.pop()!
      const high = large.at(-1)!
      const share = Math.min(CHOICE_MASK, Math.round(scaled[low]! * (CHOICE_MASK + 1)))
      this.slots[first + low] = (high << CHOICE_BITS) | share
      scaled[high]! -= 1 - scaled[low]!
      if (scaled[high]! < 1) small.push(large.pop()!)
    }
  }
}
