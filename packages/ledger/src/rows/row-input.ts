import type { Dictionaries, Playbook } from '@guatu/playbook'
import type { Grid } from '../grid/grid.ts'
import type { MergeIndex } from '../grid/merges.ts'
import type { LedgerColumn } from '../header/columns.ts'
import type { ReportPeriod } from '../header/period.ts'
import type { CellRemark, LedgerValue } from '../report.ts'
import type { KnownWord } from '../values/choice.ts'
import type { AreaUnit, MoneyUnit } from '../values/units.ts'

/** A column with everything that reading its cells needs. */
export interface ReadyColumn extends LedgerColumn {
  readonly money: MoneyUnit
  readonly area: AreaUnit
}

export interface RowInput {
  readonly grid: Grid
  readonly merges: MergeIndex
  readonly columns: readonly ReadyColumn[]
  readonly playbook: Playbook
  readonly dictionaries: Dictionaries
  readonly period: ReportPeriod
  readonly stages: readonly KnownWord[]
  readonly areas: readonly KnownWord[]
  readonly firstRow: number
}

/** What a row turned out to hold. `finish` is the end of a span that stood in the start's column. */
export interface RowDraft {
  readonly row: number
  readonly fields: Record<string, LedgerValue>
  readonly extra: Record<string, string>
  readonly errors: CellRemark[]
  readonly warnings: CellRemark[]
}
