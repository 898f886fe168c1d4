/** A set of ranks from which the lowest or the highest is taken; as fast as a scan over bits, which a memory cache loves. */
export class RankSet {
  private readonly words: Uint32Array
  private low: number
  private high = -1

  constructor(size: number) {
    this.words = new Uint32Array((size >>> 5) + 1)
    this.low = this.words.length
  }

  add(rank: number): void {
    const word = rank >>> 5
    this.words[word]! |= 1 << (rank & 31)
    if (word < this.low) this.low = word
    if (word > this.high) this.high = word
  }

  /** Removes and gives the lowest rank, or -1 when there is none. */
  takeLowest(): number {
    for (; this.low <= this.high; this.low++) {
      const bits = this.words[this.low]!
      if (bits === 0) continue
      const bit = 31 - Math.clz32(bits & -bits)
      this.words[this.low]! &= ~(1 << bit)
      return (this.low << 5) + bit
    }
    this.forget()
    return -1
  }

  /** Removes and gives the highest rank, or -1 when there is none. */
  takeHighest(): number {
    for (; this.high >= this.low; this.high--) {
      const bits = this.words[this.high]!
      if (bits === 0) continue
      const bit = 31 - Math.clz32(bits)
      this.words[this.high]! &= ~(1 << bit)
      return (this.high << 5) + bit
    }
    this.forget()
    return -1
  }

  private forget(): void {
    this.low = this.words.length
    this.high = -1
  }
}
