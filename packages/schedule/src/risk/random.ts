/** A stream of pseudo-random 32-bit numbers: the same seed gives the same stream everywhere (mulberry32). */
export class RandomStream {
  private state: number

  constructor(seed: number) {
    this.state = seed | 0
  }

  /** A number from 0 to 2^32 - 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}
