import type { Dictionaries, Playbook } from '@guatu/playbook'
import { type Cell, cellText, type Grid, isBlank, isFormula } from '../grid/grid.ts'
import type { MergeIndex } from '../grid/merges.ts'
import type { LedgerColumn } from '../header/columns.ts'
import type { ReportPeriod } from '../header/period.ts'
import { stageField } from '../header/targets.ts'
import type { CellRemark, LedgerValue, StageValue } from '../report.ts'
import { isPlaceholder } from '../text/normalise.ts'
import { type KnownWord, longestKnownWord } from '../values/choice.ts'
import { dateOf, readDate } from '../values/date.ts'
import { type ColumnContext, oneLine, readField } from '../values/read-field.ts'
import type { Reading } from '../values/reading.ts'
import { type AreaUnit, type MoneyUnit, moneyUnitOf } from '../values/units.ts'

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

/** Kinds whose merged value holds for every row of the merge; a merged amount is one amount for all of them together. */
const summable = new Set(['money', 'number', 'integer', 'percent'])

export function readRow(row: number, input: RowInput): RowDraft {
  const draft: RowDraft = { row: row + 1, fields: {}, extra: {}, errors: [], warnings: [] }
  for (const column of input.columns) readColumn(row, column, input, draft)
  stageOfDates(draft, input)
  inferAreas(draft, input)
  return draft
}

function readColumn(row: number, column: ReadyColumn, input: RowInput, draft: RowDraft): void {
  const found = cellFor(row, column, input)
  const text = cellText(found.cell)
  if (text === '' && !isFormula(found.cell)) return
  if (!column.field) {
    if (!column.serial && !column.unitColumn && !isPlaceholder(text) && text !== '') keep(draft, column, text)
    return
  }
  const remark = (message: string, accepted?: readonly string[]): CellRemark => ({
    row: draft.row,
    column: column.letter,
    value: isFormula(found.cell) ? `=${found.cell.formula}` : text,
    message,
    ...(accepted ? { accepted } : {}),
  })
  const wrong = notAValue(found.cell)
  if (wrong) {
    draft.errors.push(remark(wrong.message, wrong.accepted))
    return
  }
  if (found.shared) draft.warnings.push(remark('合并单元格里的一个数对应几行，只记在第一行'))
  if (column.field === stageField && !input.playbook.fields[stageField]) {
    readStage(text, column, input, draft, remark)
    return
  }
  if (readHalves(text, column, draft)) return
  take(readCell(found.cell, column, input, draft), column, text, draft, remark)
}

interface FoundCell {
  readonly cell: Cell
  readonly shared: boolean
}

function cellFor(row: number, column: ReadyColumn, input: RowInput): FoundCell {
  const own = input.grid.rows[row]?.[column.index] ?? null
  const merge = input.merges.at(row, column.index)
  if (!merge) return { cell: own, shared: false }
  if (merge.endRow === merge.startRow || merge.startRow < input.firstRow) return { cell: own, shared: false }
  const summed = summable.has(input.playbook.fields[column.field ?? '']?.kind ?? '')
  if (merge.startRow === row) return { cell: own, shared: summed && !isBlank(own) }
  if (summed || merge.startColumn !== column.index) return { cell: null, shared: false }
  return { cell: input.grid.rows[merge.startRow]?.[merge.startColumn] ?? null, shared: false }
}

function notAValue(cell: Cell): { readonly message: string; readonly accepted?: readonly string[] } | null {
  if (typeof cell !== 'object' || cell === null) return null
  if (cell.kind === 'error') return { message: `单元格里是公式错误 ${cell.code}，需要填写数值` }
  if (cell.kind !== 'formula') return null
  const shown = cellText(cell.value)
  return { message: '这里是公式，需要填写数值（可选择性粘贴为“值”）', ...(shown ? { accepted: [shown] } : {}) }
}

function readCell(cell: Cell, column: ReadyColumn, input: RowInput, draft: RowDraft): Reading<unknown> {
  const field = input.playbook.fields[column.field!]!
  const context: ColumnContext = {
    money: rowUnit(draft.row - 1, column, input) ?? column.money,
    area: column.area,
    date: { year: input.period.year },
    dictionaries: input.dictionaries,
  }
  if (field.kind !== 'date') return readField(cell, field, context)
  const reading = readDate(cell, context.date)
  if (reading.kind !== 'value') return reading
  const { value: span, notes, rest } = reading
  const { start, finish } = input.playbook.roles
  const spans = span.spanning || (column.also !== null && span.from.precision === 'year')
  if (finish && spans && (column.also === finish || column.field === start) && !(finish in draft.fields)) {
    draft.fields[finish] = dateOf(span, 'finish')
  }
  return { kind: 'value', value: dateOf(span, field.end), notes, ...(rest ? { rest } : {}) }
}

/** The unit that stands in a column of its own, right of the amount. */
function rowUnit(row: number, column: ReadyColumn, input: RowInput): MoneyUnit | null {
  const next = input.columns.find(({ index }) => index === column.index + 1)
  return next?.unitColumn ? moneyUnitOf(cellText(cellFor(row, next, input).cell)) : null
}

/** 余新镇/张三 under 责任单位/责任人: each half to its field, when there are two. */
function readHalves(text: string, column: ReadyColumn, draft: RowDraft): boolean {
  const halves = column.split ? text.split(/\s*[/、,，;；\n]\s*|\s+/).filter((half) => half !== '') : []
  if (halves.length !== 2) return false
  draft.fields[column.field!] = halves[0]!
  draft.fields[column.also!] = halves[1]!
  return true
}

function take(
  reading: Reading<unknown>,
  column: ReadyColumn,
  text: string,
  draft: RowDraft,
  remark: (message: string, accepted?: readonly string[]) => CellRemark,
): void {
  if (reading.kind === 'error') draft.errors.push(remark(reading.message, reading.accepted))
  if (reading.kind === 'words') {
    draft.warnings.push(remark(reading.message))
    keep(draft, column, text)
  }
  if (reading.kind !== 'value') return
  draft.fields[column.field!] = reading.value as LedgerValue
  draft.warnings.push(...reading.notes.map((note) => remark(note)))
  if (reading.rest) keep(draft, column, reading.rest)
}

/** Texts without a field stay with the item, under their header; two columns of one header are told apart by letter. */
function keep(draft: RowDraft, column: ReadyColumn, text: string): void {
  const header = column.header || `${column.letter}列`
  const key =
    draft.extra[header] === undefined || draft.extra[header] === text ? header : `${header}（${column.letter}列）`
  draft.extra[key] = text
}

function readStage(
  text: string,
  column: ReadyColumn,
  input: RowInput,
  draft: RowDraft,
  remark: (message: string) => CellRemark,
): void {
  if (isPlaceholder(text)) return
  const raw = oneLine(text)
  const key = longestKnownWord(raw, input.stages)?.key ?? null
  const stage: StageValue = { key, raw }
  draft.fields[column.field!] = stage
  if (key === null) draft.warnings.push(remark(`没有认出阶段“${raw}”，按文字保留`))
}

/** 已开工 in a date's column tells the stage where no column does. */
function stageOfDates(draft: RowDraft, input: RowInput): void {
  if (input.playbook.fields[stageField] || draft.fields[stageField] !== undefined) return
  for (const column of input.columns) {
    if (!column.field || input.playbook.fields[column.field]?.kind !== 'date') continue
    const text = draft.extra[column.header]
    const key = text?.includes('已') ? longestKnownWord(text, input.stages)?.key : undefined
    if (text === undefined || key === undefined) continue
    draft.fields[stageField] = { key, raw: text }
    return
  }
}

/** A place named in another field tells the area where no column does. */
function inferAreas(draft: RowDraft, input: RowInput): void {
  for (const [key, field] of Object.entries(input.playbook.fields)) {
    if (field.kind !== 'area' || draft.fields[key] !== undefined) continue
    for (const from of field.inferFrom ?? []) {
      const text = draft.fields[from]
      const found = typeof text === 'string' ? longestKnownWord(text, input.areas) : null
      if (found) {
        draft.fields[key] = found.key
        break
      }
    }
  }
}
