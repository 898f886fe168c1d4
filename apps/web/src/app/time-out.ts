/** How long before its end a session says that it will end. */
export const WARNING_SECONDS = 120

/** What is left of a session that ends when nobody has asked anything for `idleMinutes`. */
export type TimeLeft =
  | { readonly kind: 'far' }
  | { readonly kind: 'near'; readonly secondsLeft: number }
  | { readonly kind: 'over' }

interface Idle {
  /** Instants in milliseconds. */
  readonly lastAnswerAt: number
  readonly now: number
  readonly idleMinutes: number
}

export function timeLeft({ lastAnswerAt, now, idleMinutes }: Idle): TimeLeft {
  const secondsLeft = Math.ceil((lastAnswerAt + idleMinutes * 60_000 - now) / 1000)
  if (secondsLeft <= 0) return { kind: 'over' }
  // A short session warns in its last quarter: a warning that always stands warns nobody.
  return secondsLeft <= Math.min(WARNING_SECONDS, idleMinutes * 15) ? { kind: 'near', secondsLeft } : { kind: 'far' }
}

/** Whether somebody who is at work, without having asked the server anything for a while, has the session renewed. */
export const needsRenewal = ({ lastAnswerAt, now, idleMinutes }: Idle): boolean =>
  now - lastAnswerAt > Math.min(5, idleMinutes / 4) * 60_000
