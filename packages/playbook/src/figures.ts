/** What a lamp rule of subject `node` sees as `node`. Days are calendar days unless named workdays. */
export interface NodeFigures {
  readonly done: boolean
  readonly dated: boolean
  /** Days past the planned finish, 0 when not late. */
  readonly lateDays: number
  readonly lateWorkdays: number
  /** Days until the planned finish, negative when past. */
  readonly dueInDays: number
  readonly dueInWorkdays: number
  /** Days past the planned start without a reported start, 0 when started or not due. */
  readonly startLateDays: number
  readonly floatWorkdays: number
  readonly critical: boolean
}

/** What a lamp rule of subject `item` sees as `item`. */
export interface ItemFigures {
  readonly stageIndex: number
  readonly hasPlan: boolean
  /** Share of the year's investment plan that is done, in percent. */
  readonly donePercent: number
  /** 序时进度: share of the year that has passed before today, in percent. */
  readonly elapsedPercent: number
  /** Percentage points behind the time schedule, negative when ahead. */
  readonly behindPoints: number
  /** Days past the deadline while not completed, 0 when not late. */
  readonly overdueDays: number
}
