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
  /** It has a finish and is not finished. */
  readonly dated: boolean
  /** Days until the planned finish, negative when past, 0 when not dated. */
  readonly dueInDays: number
  /** What is done as a share of what the time schedule asks for by today, in percent; 0 where nothing can be said. */
  readonly schedulePercent: number
  /** Whole months running that the start is missed. */
  readonly startMissedMonths: number
  /** Whole months since the actual start of an item that is said not to be in the statistics (入统), else 0. */
  readonly notInStatisticsMonths: number
  readonly dayOfMonth: number
  readonly reportedThisMonth: boolean
  /** Months running, up to the last that has ended, of which nothing was reported. */
  readonly monthsWithoutReport: number
  /** The latest month's report or figures are those of the month before. */
  readonly sameAsLastMonth: boolean
  /** Months running, up to the last that has ended, that ended with this very rule lit yellow or graver. */
  readonly yellowMonthsRunning: number
  /** Orders about the item whose time is over. */
  readonly overdueOrders: number
  /** Pledges of the item that are at risk, and that are broken. */
  readonly pledgesAtRisk: number
  readonly pledgesBroken: number
  /** Of a pledge: what it promised can be held against something verified. */
  readonly promiseKnown: boolean
  readonly promiseKept: boolean
  /** Verified as a share of what was promised, in percent, 0 when not known. */
  readonly promisePercent: number
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
