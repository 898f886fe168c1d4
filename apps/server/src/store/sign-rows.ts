import type { ExemptionGround, LampLevel } from '@guatu/kernel'

/** The level that a rule had lit at the end of a month. */
export interface LampMonthRow {
  districtId: string
  itemId: string
  month: string
  rule: string
  level: LampLevel
}

/** 有正当理由: a rule that does not light an item for a time. */
export interface ExemptionRow {
  districtId: string
  exemptionId: string
  itemId: string
  rule: string
  nodeKey: string | null
  ground: ExemptionGround
  text: string
  /** Reference of what shows the ground. */
  evidence: string | null
  /** Last day: as asked for, then as granted. */
  untilDay: string
  askedBy: string
  askedById: string | null
  askedAt: string
  /** Null until decided. */
  granted: boolean | null
  fromDay: string | null
  decidedBy: string | null
  decidedById: string | null
  decidedAt: string | null
  decidedNote: string | null
  endedOn: string | null
  endedBy: string | null
  endedById: string | null
  endedAt: string | null
  endedReason: string | null
}

/** 申辩: what is said against a sign as it stands for one record. */
export interface SignContestRow {
  districtId: string
  contestId: string
  itemId: string
  sign: string
  record: string
  text: string
  contestedBy: string
  contestedById: string | null
  contestedAt: string
  answer: string | null
  /** The objection was upheld: the sign does not count for the record. */
  upheld: boolean | null
  answeredBy: string | null
  answeredById: string | null
  answeredAt: string | null
}
