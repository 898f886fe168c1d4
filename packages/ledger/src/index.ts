export { type DirectoryColumn, directoryColumns } from './directory/columns.ts'
export { chooseDirectorySheet, type DirectoryOptions, readDirectory } from './directory/read-directory.ts'
export type { DirectoryEntry, DirectoryReport } from './directory/report.ts'
export type { Vocabulary } from './directory/values.ts'
export {
  type Cell,
  cellText,
  columnIndex,
  columnLetter,
  type DateCell,
  type ErrorCell,
  type FormulaCell,
  type Grid,
  type GridRemark,
  type MergeRange,
  numberText,
} from './grid/grid.ts'
export type { ColumnMapping } from './header/columns.ts'
export { stageField } from './header/targets.ts'
export { likelyList } from './likely-list.ts'
export { extraKey } from './own-sheet.ts'
export { chooseSheet, type LedgerOptions, otherLedgers, readLedger } from './read-ledger.ts'
export type {
  CellRemark,
  Duplicate,
  LedgerItem,
  LedgerReport,
  LedgerValue,
  ReportColumn,
  SkippedRow,
  StageValue,
} from './report.ts'
export { titleKey } from './text/normalise.ts'
export { type NumberFormat, numberFormat, shownFigure } from './text/number-format.ts'
export { unitNames } from './values/unit-names.ts'
