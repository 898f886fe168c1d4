import { type Cell, cellText, isFormula } from '../grid/grid.ts'
import { stageField } from '../header/targets.ts'
import type { CellRemark, LedgerValue, StageValue } from '../report.ts'
import { halfWidth, isPlaceholder } from '../text/normalise.ts'
import { longestKnownWord } from '../values/choice.ts'
import { dateOf, readDate, type Span } from '../values/date.ts'
import { type ColumnContext, oneLine, readField } from '../values/read-field.ts'
import { faulty, type Reading, words } from '../values/reading.ts'
import { unkeptCurrency } from '../values/units.ts'
import { aboveCell, isDitto } from './ditto.ts'
import { cellFor, type FoundCell, isSummable } from './find-cell.ts'
import { gridRemark } from './grid-remarks.ts'
import type { ReadyColumn, RowDraft, RowInput } from './row-input.ts'
import { unitBeside } from './row-unit.ts'

export function readRow(row: number, input: RowInput): RowDraft {
  const draft: RowDraft = { row: row + 1, fields: {}, extra: {}, errors: [], warnings: [] }
  for (const column of input.columns) readColumn(row, column, input, draft)
  stageOfDates(draft, input)
  inferAreas(draft, input)
  return draft
}

function readColumn(row: number, column: ReadyColumn, input: RowInput, draft: RowDraft): void {
  const own = cellFor(row, column, input)
  const written = cellText(own.cell)
  if (written === '' && !isFormula(own.cell)) return
  if (!column.field) {
    if (!column.serial && !column.unitColumn && !isPlaceholder(written) && written !== '') keep(draft, column, written)
    return
  }
  const remark = (message: string, accepted?: readonly string[]): CellRemark => ({
    row: draft.row,
    column: column.letter,
    value: isFormula(own.cell) ? `=${own.cell.formula}` : written,
    message,
    ...(accepted ? { accepted } : {}),
  })
  const left = gridRemark(input.grid, row, column.index)
  if (left) draft.warnings.push(remark(left))
  const found = isDitto(written) ? ofAbove(row, column, input, draft, remark) : own
  if (!found) return
  const text = cellText(found.cell)
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

/** 同上 and 〃 take what stands above; an amount or a name is the project's own and has to be written out. */
function ofAbove(
  row: number,
  column: ReadyColumn,
  input: RowInput,
  draft: RowDraft,
  remark: (message: string) => CellRemark,
): FoundCell | null {
  if (isSummable(column, input) || column.field === input.playbook.roles.title) {
    draft.errors.push(remark('这里不能写“同上”，需要填写内容'))
    return null
  }
  const above = aboveCell(row, column, input)
  if (above === null) {
    draft.warnings.push(remark('上面没有可以沿用的内容，按文字保留'))
    keep(draft, column, cellText(cellFor(row, column, input).cell))
    return null
  }
  draft.warnings.push(remark(`按上一行读入：${cellText(above)}`))
  return { cell: above, shared: false }
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
  const unkept = field.kind === 'money' && !isPlaceholder(cellText(cell)) ? unkeptCurrency(column.header) : null
  if (unkept) return faulty(`表头的币种“${unkept}”不认识，请换算成人民币或常用外币`, ['万元', '万美元', '万欧元'])
  const beside = field.kind === 'money' ? unitBeside(draft.row - 1, column, input) : null
  if (beside?.kind === 'unknown') return faulty(beside.message, beside.accepted)
  const context: ColumnContext = {
    money: beside?.unit ?? column.money,
    area: column.area,
    date: { year: input.period.year },
    dictionaries: input.dictionaries,
  }
  if (field.kind !== 'date') return readField(cell, field, context)
  if (isDuration(cell, column)) return words(`“${cellText(cell)}”是时长，不是日期，按文字保留`)
  const reading = readDate(cell, context.date)
  if (reading.kind !== 'value') return reading
  const { value: span, notes, rest } = reading
  const { start, finish } = input.playbook.roles
  const spans = span.spanning || (column.also !== null && span.from.precision === 'year')
  if (finish && spans && (column.also === finish || column.field === start) && !(finish in draft.fields)) {
    draft.fields[finish] = dateOf(span, 'finish')
  }
  const vague = field.end === 'start' ? yearEndNotes(span) : []
  return { kind: 'value', value: dateOf(span, field.end), notes: [...notes, ...vague], ...(rest ? { rest } : {}) }
}

/** 730, 24个月, 10年 and 12月 under 建设工期 say how long, not when. */
function isDuration(cell: Cell, column: ReadyColumn): boolean {
  if (!column.path.some((label) => /工期|周期|年限|期限|时长/.test(label))) return false
  const text = halfWidth(cellText(cell)).replace(/\s+/g, '')
  return (
    /^约?(\d{1,3}(\.\d+)?|[一二两三四五六七八九十百半]+)(个?(年|月)半?|个季度|周|日历天|工作日|天|日)$/.test(text) ||
    (/^\d{1,4}(\.\d+)?$/.test(text) && Number(text) < 1900)
  )
}

/** What starts 年底 starts some time late in the year: the first day of December is a convention. */
const yearEndNotes = ({ from, raw }: Span): string[] =>
  from.precision === 'year' && from.first.endsWith('-12-01') ? [`“${raw}”按${from.first}记入，只精确到年`] : []

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
