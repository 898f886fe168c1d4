import type { ReportState } from '@guatu/contract'

/** A figure as a report says it, and the fact that holds it. */
export interface StoredFigure {
  readonly metric: string
  readonly period: string
  readonly value: string
  readonly currency: string | null
  readonly factId: string
}

/** What a report changes of a node. */
export interface ReportedNode {
  readonly percentDone: number | null
  readonly actualStart: string | null
  readonly actualFinish: string | null
}

/** What was said of an item, or of one of its nodes, for a month. */
export interface ReportRow {
  districtId: string
  reportId: string
  itemId: string
  nodeKey: string | null
  month: string
  percent: number | null
  done: boolean
  startedOn: string | null
  finishedOn: string | null
  text: string
  figures: readonly StoredFigure[]
  evidenceIds: string[]
  explanation: string | null
  lon: number | null
  lat: number | null
  accuracyM: number | null
  nodeBefore: ReportedNode | null
  sameAsPrevious: boolean
  replacesId: string | null
  madeAt: string
  receivedAt: string
  reportedBy: string
  reportedById: string | null
  reportedOrgId: string | null
  state: ReportState
  decidedBy: string | null
  decidedById: string | null
  decidedAt: string | null
  reason: string | null
}

/** A state that a report was in, from an instant on. */
export interface ReportStateRow {
  districtId: string
  reportId: string
  ordinal: number
  itemId: string
  state: ReportState
  at: string
  byName: string
  byId: string | null
  reason: string | null
}
