/**
 * What one kind of pledge promises, and what of the project it is held against: a milestone of the project's life; at
 * least an amount of a metric, whole or per mu of its land; at most an amount of it.
 */
export type PledgeMeasure =
  | { readonly measure: 'milestone'; readonly reaches: string }
  | { readonly measure: 'atLeast' | 'perMu' | 'atMost'; readonly metric: string; readonly total?: true }

/** Which fields of a list of pledges say what. */
export interface PledgeSense {
  /** Kind of link from a pledge to the project that it was given for. */
  readonly link: string
  /** Choice field whose values are the keys of `kinds`. */
  readonly kind: string
  /** Money field of amounts in CNY; of a pledge per mu it is the amount per mu. */
  readonly amount: string
  /** Number field of what is promised at most and is no money. */
  readonly number: string
  /** Date field: the last day to keep it by. */
  readonly due: string
  readonly kinds: Readonly<Record<string, PledgeMeasure>>
}
