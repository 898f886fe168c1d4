import { createHash } from 'node:crypto'
import type { DirectoryDifference } from '@guatu/contract'
import type { DirectoryReport } from '@guatu/ledger'
import type { DirectoryPlan } from './planning.ts'

/** What a file would change, as it travels. The digest stands for all that is shown, so that a commit writes no more. */
export function differenceOf(fileName: string, report: DirectoryReport, plan: DirectoryPlan): DirectoryDifference {
  const { changes, unchanged, leftOut, errors, warnings } = plan
  const shown = {
    fileName,
    sheet: report.sheet,
    headerRows: [...report.headerRows],
    columns: report.columns.map((column) => ({ ...column })),
    rows: report.rows,
    skipped: report.skipped.map((row) => ({ ...row })),
    errors: errors.map(({ accepted, ...error }) => ({ ...error, ...(accepted ? { accepted: [...accepted] } : {}) })),
    warnings: warnings.map(({ accepted: _, ...warning }) => warning),
    changes: [...changes],
    unchanged,
    leftOut,
  }
  const digest = createHash('sha256').update(JSON.stringify({ changes, errors, leftOut })).digest('hex')
  return { ...shown, digest }
}
