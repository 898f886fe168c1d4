import type { DueItem, ReadSheet, ReportBody } from '@guatu/contract'
import type { Refusal } from '@guatu/kernel'
import { type Playbook, reportMetrics, wanOfYuan } from '@guatu/playbook'
import { bodyOf, type FormState, firstState, problemsOf, unreadFigures, withFigure } from '../form/state.ts'

/** Columns that are filled in, in their order; figures carry their metric. */
export type SheetField = `figure.${string}` | 'percent' | 'finishedOn' | 'text' | 'explanation'

export const sheetFields = (playbook: Playbook): readonly SheetField[] => [
  ...reportMetrics(playbook).map(({ key }): SheetField => `figure.${key}`),
  'percent',
  'finishedOn',
  'text',
  'explanation',
]

export interface SheetGround {
  readonly playbook: Playbook
  readonly month: string
  readonly today: string
}

/** What was typed into the row of an item; the form's own state, with the percentage as typed. */
export interface SheetRow {
  readonly state: FormState
  readonly percent: string
}

/** The row as it stands: what was reported for the month already is in its cells. */
export function standingRow(item: DueItem, { playbook }: SheetGround, reportId: string): SheetRow {
  const nodeKey = item.nodes[0]?.nodeKey ?? null
  const figures = Object.fromEntries(
    reportMetrics(playbook).map(({ key, unit }) => {
      const current = item.figures.find(({ metric }) => metric === key)?.current ?? null
      return [key, current === null ? '' : unit === 'CNY' ? wanOfYuan(current) : String(Number(current))]
    }),
  )
  const text = item.reports.find((report) => report.nodeKey === nodeKey)?.text ?? ''
  return { state: { ...firstState(reportId, nodeKey), figures, text }, percent: '' }
}

export function cellOf({ state, percent }: SheetRow, field: SheetField): string {
  if (field === 'percent') return percent
  if (field === 'finishedOn' || field === 'text' || field === 'explanation') return state[field]
  return state.figures[field.slice('figure.'.length)] ?? ''
}

const dayOf = (typed: string) => {
  const [year, month, day] = typed.trim().split(/[-./年月日]/)
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : typed.trim()
}

const isPercent = (typed: string) => /^(100|\d{1,2})%?$/.test(typed.trim())

/** The row with one cell typed: a sum follows its month, a finish makes the node done. */
export function withCell(
  row: SheetRow,
  field: SheetField,
  typed: string,
  item: DueItem,
  ground: SheetGround,
): SheetRow {
  const { state } = row
  if (field === 'percent') {
    const percent = isPercent(typed) && !state.done ? Number(typed.replace('%', '')) : null
    return { percent: typed, state: { ...state, percent } }
  }
  if (field === 'finishedOn') {
    const finishedOn = dayOf(typed)
    const done = finishedOn !== ''
    const percent = done || !isPercent(row.percent) ? null : Number(row.percent.replace('%', ''))
    return { ...row, state: { ...state, finishedOn, done, percent } }
  }
  if (field === 'text' || field === 'explanation') return { ...row, state: { ...state, [field]: typed } }
  const metric = field.slice('figure.'.length)
  return { ...row, state: withFigure(state, { ...ground, item }, metric, typed) }
}

/** Whether a row says anything that does not stand yet. */
export function isChanged(row: SheetRow, standing: SheetRow, playbook: Playbook): boolean {
  return sheetFields(playbook).some((field) => cellOf(row, field).trim() !== cellOf(standing, field).trim())
}

/** Everything that is wrong with a row, as far as it can be known here. */
export function rowProblems(row: SheetRow, item: DueItem, ground: SheetGround): readonly Refusal[] {
  const { playbook } = ground
  const message = { zh: '不是万元数', en: 'No such figure' }
  const unread = unreadFigures(row.state, playbook).map((metric): Refusal => {
    const { zh, en } = playbook.metrics[metric]?.title ?? { zh: metric, en: metric }
    return {
      code: 'REPORT_INVALID',
      path: `figures/${metric}`,
      message: { zh: `${zh}${message.zh}`, en: `${en}: ${message.en}` },
    }
  })
  const percent: Refusal[] =
    row.percent.trim() === '' || isPercent(row.percent)
      ? []
      : [
          {
            code: 'REPORT_INVALID',
            path: 'percent',
            message: { zh: '进度应为 0 到 100 的整数', en: 'Progress is a whole number from 0 to 100' },
          },
        ]
  return [...unread, ...percent, ...problemsOf(row.state, { ...ground, item }, 0)]
}

export const bodyOfRow = (row: SheetRow, item: DueItem, ground: SheetGround, madeAt: string): ReportBody => ({
  ...bodyOf(row.state, { ...ground, item }, madeAt),
  evidenceIds: [],
})

/** A row of a file over what stands. */
export function withFileRow(
  standing: SheetRow,
  file: ReadSheet['rows'][number],
  item: DueItem,
  ground: SheetGround,
): SheetRow {
  const { playbook } = ground
  const typed: [SheetField, string][] = [
    ...file.figures.map(({ metric, value }): [SheetField, string] => {
      const unit = playbook.metrics[metric]?.unit
      return [`figure.${metric}`, unit === 'CNY' ? wanOfYuan(value) : String(Number(value))]
    }),
    ['percent', file.percent === null ? '' : String(file.percent)],
    ['finishedOn', file.finishedOn ?? ''],
    ['text', file.text],
    ['explanation', file.explanation ?? ''],
  ]
  return typed.reduce(
    (row, [field, value]) => (value === '' ? row : withCell(row, field, value, item, ground)),
    standing,
  )
}

interface Place {
  readonly row: number
  readonly field: number
}

/** Cells of a pasted block by the place that they fall on; what falls outside of the sheet is left out. */
export function pastedAt(
  matrix: readonly (readonly string[])[],
  from: Place,
  size: { readonly rows: number; readonly fields: number },
): readonly (Place & { readonly typed: string })[] {
  return matrix.flatMap((cells, down) =>
    cells.flatMap((typed, right) => {
      const place = { row: from.row + down, field: from.field + right }
      return place.row < size.rows && place.field < size.fields ? [{ ...place, typed: typed.trim() }] : []
    }),
  )
}
