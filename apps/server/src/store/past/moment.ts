/** A past moment that is read as it was known then. */
export interface AsOf {
  /** ISO instant in UTC. */
  readonly at: string
  /** The day that lamps, points and boards stood for at that moment. */
  readonly today: string
}
