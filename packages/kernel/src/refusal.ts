import type { Title } from './title.ts'

/**
 * One thing that stands in the way of what somebody asked for. A refusal is a value: callers return a list of *all*
 * of them, so that a person mends everything in one go.
 */
export interface Refusal {
  /** Stable code from the table of error codes; people see it only as a footnote for support. */
  readonly code: string
  /** Where: a field key, `nodes/<key>/<property>`, or a spreadsheet cell such as `E14`. */
  readonly path?: string
  /** What, why and how to mend. */
  readonly message: Title
  /** Values that would have been taken. */
  readonly accepted?: readonly string[]
}

export type Outcome<T> = { readonly kind: 'done'; readonly value: T } | Refused

export interface Refused {
  readonly kind: 'refused'
  readonly refusals: readonly Refusal[]
}

export const done = <T>(value: T): Outcome<T> => ({ kind: 'done', value })

export const refused = (...refusals: readonly Refusal[]): Refused => ({ kind: 'refused', refusals })
