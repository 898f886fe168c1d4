import { skipTitles } from '@guatu/contract'
import type { Refusal } from '@guatu/kernel'
import type { CellRemark, LedgerReport } from '@guatu/ledger'

/** Prints refusals: JSON on standard output when a program asked, else lines on standard error. Gives the exit code. */
export function printRefusals(refusals: readonly Refusal[], json: boolean): number {
  const first = refusals[0]!
  if (json) {
    const details = refusals.map(({ code, path, message, accepted }) => ({ code, path, message: message.zh, accepted }))
    console.log(
      JSON.stringify({ error: { code: first.code, message: first.message.zh, messageEn: first.message.en, details } }),
    )
  } else {
    for (const { message, accepted } of refusals) {
      console.error(`${message.zh}（${message.en}）${accepted ? `\n  可用：${accepted.join('、')}` : ''}`)
    }
  }
  return 1
}

/** The report as programs rely on it; what only screens need stays away. */
export function jsonReport(report: LedgerReport): object {
  const { period: _period, unlisted: _unlisted, ...rest } = report
  return {
    ...rest,
    columns: report.columns.map(({ samples: _, ...column }) => column),
    skipped: report.skipped.map(({ row, reason }) => ({ row, reason })),
    items: report.items.map(({ row, title, fields }) => ({ row, title, fields })),
  }
}

/** Prints a dry run's report: one line of JSON for programs, a page of text for people. */
export function printReport(report: LedgerReport, json: boolean): void {
  if (json) {
    console.log(JSON.stringify(jsonReport(report)))
    return
  }
  const lines = [
    `工作表“${report.sheet}”，表头第 ${report.headerRows.join('、')} 行，数据期 ${report.period}`,
    `${report.rows} 个项目，可导入 ${report.importable} 个，错误 ${report.errors.length} 处，提示 ${report.warnings.length} 处，重复 ${report.duplicates.length} 处`,
    '',
    ...report.columns.map(
      ({ column, header, field, unit, confidence }) =>
        `  ${column.padEnd(3)} ${header} → ${field ?? '（不对应，原文保留）'}${unit ? ` ${unit}` : ''}${field ? ` ${Math.round(confidence * 100)}%` : ''}`,
    ),
    ...section(
      '跳过',
      report.skipped.map(({ row, reason, text }) => `第 ${row} 行 ${skipTitles[reason]?.zh ?? reason} ${text}`),
    ),
    ...section('错误', report.errors.map(remarkLine)),
    ...section('提示', report.warnings.map(remarkLine)),
    ...section(
      '重复',
      report.duplicates.map(
        ({ row, of }) => `第 ${row} 行与${typeof of === 'number' ? `第 ${of} 行` : `已有项目“${of}”`}相同`,
      ),
    ),
  ]
  console.log(lines.join('\n'))
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? ['', title, ...lines.map((line) => `  ${line}`)] : []

const remarkLine = ({ row, column, message }: CellRemark): string => `${column ?? ''}${row} ${message}`
