import type { Money, PartialDate } from '@guatu/kernel'

/** Rows from 1 and column letters, as the spreadsheet shows them. */
export interface CellRemark {
  readonly row: number
  readonly column: string | null
  readonly value: string | null
  readonly message: string
  /** Values that would have been taken. */
  readonly accepted?: readonly string[]
}

export interface ReportColumn {
  readonly column: string
  readonly header: string
  /** Null for a column that goes to no field; its texts are kept under `extra`. */
  readonly field: string | null
  /** The second field that the column fills, such as the finish of 建设起止年限. */
  readonly also?: string
  readonly unit: string | null
  readonly confidence: number
  /** The first few different values, as the spreadsheet shows them. */
  readonly samples: readonly string[]
}

export interface SkippedRow {
  readonly row: number
  readonly reason: string
  readonly text: string
}

/** `of` is an earlier row of the file, or the id of a stored item. */
export interface Duplicate {
  readonly row: number
  readonly of: number | string
}

/**
 * Exact yuan are a decimal string, `16291000000.00`; foreign money and bounds are objects. Names of units and persons
 * are as written, several units of our own sheets each by its name; a stage is its key with the words; other columns' texts are in `extra` by header.
 */
export type LedgerValue =
  | string
  | number
  | boolean
  | Money
  | PartialDate
  | StageValue
  | readonly string[]
  | Readonly<Record<string, string>>

export interface StageValue {
  /** Null where no stage of the list is known by these words. */
  readonly key: string | null
  readonly raw: string
}

export interface LedgerItem {
  readonly row: number
  /** The stored item that the row says it is: of sheets that this program wrote. */
  readonly itemId?: string
  readonly title: string
  readonly fields: Readonly<Record<string, LedgerValue>>
}

export interface LedgerReport {
  readonly sheet: string
  readonly headerRows: readonly number[]
  readonly columns: readonly ReportColumn[]
  /** Rows that hold a project, with or without errors. */
  readonly rows: number
  readonly importable: number
  readonly skipped: readonly SkippedRow[]
  readonly errors: readonly CellRemark[]
  readonly warnings: readonly CellRemark[]
  readonly duplicates: readonly Duplicate[]
  readonly items: readonly LedgerItem[]
  /** `2026` or `2026-03`: what the figures of the year and the month are reported for. */
  readonly period: string
  /** Names that the directory does not have. */
  readonly unlisted: { readonly orgs: readonly string[]; readonly persons: readonly string[] }
}
