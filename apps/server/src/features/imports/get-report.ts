import { getImportReport, type LedgerReport } from '@guatu/contract'
import { done, refused } from '@guatu/kernel'
import type { LedgerReport as Read } from '@guatu/ledger'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { findSession } from './desk.ts'

/** The report with a page of its items; a file that was refused answers with its refusal. */
export const getImportReportFeature = feature(getImportReport, async (deps, { params, query }) => {
  const found = findSession(deps, params.importId)
  if (found.kind === 'refused') return found
  const { file, refusal: reason } = found.value
  if (!file) return refused(reason ?? refusal('NOT_FOUND'))
  return done(reportReply(file.report, query.offset ?? 0, query.limit ?? 100))
})

/** The wire's arrays are mutable by type; a page is made for this one reply. */
function reportReply(report: Read, offset: number, limit: number): LedgerReport {
  const remark = ({ accepted, ...rest }: Read['errors'][number]) => ({
    ...rest,
    ...(accepted ? { accepted: [...accepted] } : {}),
  })
  return {
    sheet: report.sheet,
    headerRows: [...report.headerRows],
    columns: report.columns.map(({ samples, ...column }) => ({ ...column, samples: [...samples] })),
    rows: report.rows,
    importable: report.importable,
    skipped: report.skipped.map((row) => ({ ...row })),
    errors: report.errors.map(remark),
    warnings: report.warnings.map(remark),
    duplicates: report.duplicates.map((duplicate) => ({ ...duplicate })),
    items: report.items
      .slice(offset, offset + limit)
      .map(({ row, title, fields }) => ({ row, title, fields: { ...fields } })),
  }
}
