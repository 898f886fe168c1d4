/** What a lamp rule of subject `node` sees as `node`. Days are calendar days unless named workdays. */
export interface NodeFigures {
  readonly dated: boolean
  readonly started: boolean
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

/** What a lamp rule of subject `item` sees as `item`. A figure that cannot be known is 0; the flags tell so. */
export interface ItemFigures {
  /** Place of the stage in the playbook's order, from 0. */
  readonly stageIndex: number
  readonly started: boolean
  readonly finished: boolean
  /** The year's investment plan is known, in CNY and above zero. */
  readonly hasPlan: boolean
  /** What is done of the year's plan has been reported, even if it is nothing. */
  readonly reported: boolean
  /** Share of the year's investment plan that is done, in percent. */
  readonly donePercent: number
  /** 序时进度: share of the year that has passed before today, in percent. */
  readonly elapsedPercent: number
  /** Percentage points behind the time schedule, negative when ahead. */
  readonly behindPoints: number
  /** Days past the planned start while not started, 0 when not late. */
  readonly startLateDays: number
  /** Days past the planned finish while not finished, 0 when not late. */
  readonly overdueDays: number
}

/** What a lamp rule of subject `clock` sees as `clock`. Hours are whole hours of working time. */
export interface ClockFigures {
  readonly running: boolean
  readonly paused: boolean
  /** It has a limit; where not, what is left of it is 0. */
  readonly limited: boolean
  readonly overdue: boolean
  /** So little of the limit is left that the clock warns. */
  readonly warns: boolean
  readonly spentHours: number
  /** Whole hours left, 0 when overdue. */
  readonly leftHours: number
  /** Share of the limit that is left, in percent, 0 when overdue. */
  readonly leftPercent: number
  readonly overdueHours: number
  /** Workdays begun past the day on which it was due, those paused left out. */
  readonly overdueWorkdays: number
}
