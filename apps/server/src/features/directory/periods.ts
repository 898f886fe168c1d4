/** A stretch of ISO days, the last one included; null: open. */
export interface Period {
  readonly from: string
  readonly to: string | null
}

export const overlap = (a: Period, b: Period): boolean =>
  (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to)

export const isInForce = ({ from, to }: Period, day: string): boolean => from <= day && (to === null || day <= to)
