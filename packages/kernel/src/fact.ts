import type { Source } from './item.ts'
import type { Currency } from './money.ts'

/** `reported` until somebody entitled has verified it. Only verified figures count in assessments; both are shown. */
export type FactState = 'reported' | 'verified'

/** 数据: append-only. A correction is a later fact of the same metric and period, never a change. */
export interface Fact {
  readonly factId: string
  readonly itemId: string
  readonly metric: string
  /** `2026` or `2026-03`, by the metric's period. */
  readonly period: string
  /** Decimal string in the metric's unit. */
  readonly value: string
  readonly currency: Currency | null
  readonly state: FactState
  readonly source: Source
  /** Reference of the evidence: a document number, a certificate, an address in the archive. */
  readonly evidence: string | null
  readonly reportedBy: string
  readonly reportedAt: string
  readonly verifiedBy: string | null
  readonly verifiedAt: string | null
}
