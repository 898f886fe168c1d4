/** What the parts of a run took, and how often each of them came: for its log. */
export class Stopwatch {
  readonly #parts = new Map<string, { times: number; ms: number }>()

  async time<T>(part: string, act: () => Promise<T>): Promise<T> {
    const from = performance.now()
    try {
      return await act()
    } finally {
      const { times, ms } = this.#parts.get(part) ?? { times: 0, ms: 0 }
      this.#parts.set(part, { times: times + 1, ms: ms + performance.now() - from })
    }
  }

  /** The longest first; what lay within another part is counted in both. */
  told(): string {
    const parts = [...this.#parts].sort(([, a], [, b]) => b.ms - a.ms)
    return parts.map(([part, { times, ms }]) => `${part} ${(ms / 1_000).toFixed(1)} s (${times})`).join(', ')
  }
}
