import type { DueItem, DueNode } from '@guatu/contract'
import type { CellFormat, CellValue, SheetColumn, SheetLayout } from '@guatu/derive'
import { type Playbook, type ReportMetric, reportMetrics, wanOfYuan } from '@guatu/playbook'

/** Keys of the columns; those of figures carry their metric behind a dot. */
export const sheetKeys = {
  row: 'row',
  title: 'title',
  node: 'node',
  lastPercent: 'lastPercent',
  lastText: 'lastText',
  percent: 'percent',
  finishedOn: 'finishedOn',
  text: 'text',
  explanation: 'explanation',
} as const

export const figureKey = (metric: string) => `figure.${metric}`

const column = (key: string, label: string, format: CellFormat, widthChars: number, locked = false): SheetColumn => ({
  ...{ key, label, format, widthChars, locked },
  ...{ required: false, choices: [], open: false, hidden: key === sheetKeys.row },
})

const inUnit = ({ title, unit }: ReportMetric, when: string) => `${when}${title.zh}${unit === 'CNY' ? '（万元）' : ''}`

/** Says of a file whose sheet it is: list, unit and month. */
const sheetVersionOf = (playbook: Playbook, unit: string, month: string) =>
  `guatu-report:${playbook.key}@${playbook.version}:${unit}:${month}`

/** The sheet of a unit's month: what stands locked and beside it, what is to be filled in open. */
export function reportLayout(playbook: Playbook, unit: string, month: string): SheetLayout {
  const metrics = reportMetrics(playbook)
  const monthly = metrics.filter(({ period }) => period === 'month')
  return {
    name: `${month} 月报`,
    version: sheetVersionOf(playbook, unit, month),
    ...{ versionRow: 1, keyRow: 2, labelRow: 3, firstDataRow: 4 },
    columns: [
      column(sheetKeys.row, '编号（勿改）', 'text', 10),
      column(sheetKeys.title, playbook.itemTitle.zh, 'text', 34, true),
      column(sheetKeys.node, '当前节点', 'text', 18, true),
      ...monthly.map((metric) => column(`last.${metric.key}`, inUnit(metric, '上期'), 'decimal', 14, true)),
      column(sheetKeys.lastPercent, '节点已报进度（%）', 'integer', 10, true),
      column(sheetKeys.lastText, '上期进展', 'text', 30, true),
      ...metrics.map((metric) => column(figureKey(metric.key), inUnit(metric, '本期'), 'decimal', 14)),
      column(sheetKeys.percent, '节点进度（%）', 'integer', 10),
      column(sheetKeys.finishedOn, '节点完成日期', 'date', 14),
      column(sheetKeys.text, '本期进展', 'text', 40),
      column(sheetKeys.explanation, '说明（下降、更正时必填）', 'text', 24),
    ],
  }
}

/** The node that the row of an item speaks of: the first of its open ones. */
export const sheetNode = ({ nodes }: Pick<DueItem, 'nodes'>): DueNode | null => nodes[0] ?? null

/** Names the item and the node of a row. */
export const rowKey = (item: DueItem) => `${item.itemId}/${sheetNode(item)?.nodeKey ?? ''}`

/** The text that was reported for the month already. */
export const textOf = (item: DueItem): string =>
  item.reports.find(({ nodeKey }) => nodeKey === (sheetNode(item)?.nodeKey ?? null))?.text ?? ''

function figureCell(metric: ReportMetric, value: string | null): CellValue {
  if (value === null) return null
  return Number(metric.unit === 'CNY' ? wanOfYuan(value) : value)
}

export function sheetCells(playbook: Playbook, { columns }: SheetLayout, item: DueItem): CellValue[] {
  const node = sheetNode(item)
  const cells: Record<string, CellValue> = {
    [sheetKeys.row]: rowKey(item),
    [sheetKeys.title]: item.title,
    [sheetKeys.node]: node?.title ?? null,
    [sheetKeys.lastPercent]: node?.percentDone ?? null,
    [sheetKeys.lastText]: item.last?.text ?? null,
    [sheetKeys.text]: textOf(item) || null,
  }
  for (const metric of reportMetrics(playbook)) {
    const course = item.figures.find((figure) => figure.metric === metric.key)
    cells[`last.${metric.key}`] = figureCell(metric, course?.last ?? null)
    cells[figureKey(metric.key)] = figureCell(metric, course?.current ?? null)
  }
  return columns.map(({ key }) => cells[key] ?? null)
}
