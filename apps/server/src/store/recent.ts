/** How long what was read holds where another process may have changed it, in milliseconds. */
const holdsFor = 2_000
const mostKept = 2_000

interface Entry {
  readonly value: unknown
  readonly until: number
}

/** What was read a moment ago, as one reading may use it and add to it. */
export interface RecentReading {
  find<T>(key: string): T | undefined
  keep(key: string, value: unknown): void
}

/**
 * Who somebody is and what binds him, asked for by every request: kept until anything is written in this process, whatever
 * it is, and for two seconds at most.
 */
export class Recent {
  #writes = 0
  readonly #entries = new Map<string, Entry>()

  /** Something may have been written. */
  forget(): void {
    this.#writes += 1
    this.#entries.clear()
  }

  /** To be asked for before the reading begins: what it saw is not kept where a write came in between. */
  reading(): RecentReading {
    const begun = this.#writes
    return {
      find: <T>(key: string) => {
        const entry = this.#entries.get(key)
        return entry && entry.until > performance.now() ? (entry.value as T) : undefined
      },
      keep: (key, value) => {
        if (begun !== this.#writes) return
        if (this.#entries.size >= mostKept) this.#entries.clear()
        this.#entries.set(key, { value, until: performance.now() + holdsFor })
      },
    }
  }
}
