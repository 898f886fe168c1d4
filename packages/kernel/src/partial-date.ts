/** How exactly a date is known. A month is not a day: what the ledger did not say is never invented. */
export const datePrecisions = ['day', 'month', 'quarter', 'half', 'year'] as const

export type DatePrecision = (typeof datePrecisions)[number]

/**
 * A date as a ledger knows it. `date` is the day that stands for the period: its first day for a start, its last day
 * for a finish. `raw` keeps the words of the source.
 */
export interface PartialDate {
  /** ISO day, `2024-03-31`. */
  readonly date: string
  readonly precision: DatePrecision
  readonly raw?: string
}
