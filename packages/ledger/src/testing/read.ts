import type { Grid } from '../grid/grid.ts'
import { type LedgerOptions, readLedger } from '../read-ledger.ts'
import type { LedgerReport } from '../report.ts'
import { gridOf } from './grid.ts'
import { testPlaybook } from './playbook.ts'

export const testOptions: LedgerOptions = { playbook: testPlaybook, today: '2026-11-21' }

/** Reads a sheet by the test list; throws where it is refused. */
export function readGrid(grid: Grid, more: Partial<LedgerOptions> = {}): LedgerReport {
  const outcome = readLedger(grid, { ...testOptions, ...more })
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.refusals))
  return outcome.value
}

export const readLines = (lines: readonly string[], merges: readonly string[] = []): LedgerReport =>
  readGrid(gridOf(lines, merges))

/** One field of each project by its row. */
export const byRow = (report: LedgerReport, field: string): Record<number, unknown> =>
  Object.fromEntries(report.items.map(({ row, fields }) => [row, fields[field]]))

export const skippedRows = (report: LedgerReport): Record<number, string> =>
  Object.fromEntries(report.skipped.map(({ row, reason }) => [row, reason]))
