/** Carries the simulated instant to the server. */
export const nowHeader = 'x-simulated-now'

/** Where the server lets time pass: what jobs do in the product as the hours go by. */
export const passPath = '/simulation/pass'

/** A clock that is moved by hand and, like any other, never shows one instant twice. */
export class SimulatedClock {
  #ms: number

  constructor(at: string) {
    this.#ms = Date.parse(at)
  }

  /** Moves on; it never goes back. */
  moveTo(at: string): void {
    this.#ms = Math.max(this.#ms, Date.parse(at))
  }

  now(): string {
    this.#ms += 1
    return new Date(this.#ms).toISOString()
  }

  /** The day in Shanghai, which is 8 hours ahead of UTC all year round. */
  today(): string {
    return new Date(this.#ms + 8 * 3_600_000).toISOString().slice(0, 10)
  }
}

/** An instant of a day in Shanghai, so many minutes after midnight. */
export const instantAt = (day: string, minutes: number): string =>
  new Date(Date.parse(`${day}T00:00:00+08:00`) + minutes * 60_000).toISOString()
