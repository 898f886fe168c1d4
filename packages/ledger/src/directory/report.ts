import type { CellRemark, SkippedRow } from '../report.ts'
import type { DirectoryColumn } from './columns.ts'

/** One post of one person, or a unit alone, as a row of the sheet tells it. Null: the row says nothing about it. */
export interface DirectoryEntry {
  /** Row from 1, as the spreadsheet shows it. */
  readonly row: number
  readonly unit: string
  readonly parent: string | null
  readonly shortName: string | null
  /** Keys of the vocabulary that the reader was given. */
  readonly kind: string | null
  readonly person: string | null
  readonly title: string | null
  readonly role: string | null
  readonly phone: string | null
  readonly email: string | null
  /** ISO days, the last one included. */
  readonly from: string | null
  readonly to: string | null
}

export interface DirectoryReport {
  readonly sheet: string
  /** Rows from 1. */
  readonly headerRows: readonly number[]
  readonly columns: readonly { readonly column: string; readonly header: string; readonly field: DirectoryColumn }[]
  /** Rows that hold a unit or a person, with or without errors. */
  readonly rows: number
  readonly entries: readonly DirectoryEntry[]
  readonly skipped: readonly SkippedRow[]
  readonly errors: readonly CellRemark[]
  readonly warnings: readonly CellRemark[]
}
