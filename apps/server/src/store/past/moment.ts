/** A past moment that is read as it was known then. */
export interface AsOf {
  /** ISO instant in UTC. */
  readonly at: string
  /** The day that boards stood for. */
  readonly today: string
  /** The day that lamps and points stood for: the same, or the day before as long as it had not been turned. */
  readonly litOn: string
}
