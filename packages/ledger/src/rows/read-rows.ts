import type { Dictionaries, Playbook } from '@guatu/playbook'
import { cellText, type Grid } from '../grid/grid.ts'
import type { MergeIndex } from '../grid/merges.ts'
import type { HeaderBlock } from '../header/find.ts'
import type { ReportPeriod } from '../header/period.ts'
import type { CellRemark, LedgerValue, SkippedRow } from '../report.ts'
import { compact } from '../text/normalise.ts'
import { dictionaryWords, knownWord } from '../values/choice.ts'
import { classifyRow, type RowContext } from './classify.ts'
import { type ReadyColumn, type RowDraft, type RowInput, readRow } from './read-row.ts'
import { Sections } from './section.ts'

interface RowsInput {
  readonly grid: Grid
  readonly merges: MergeIndex
  readonly columns: readonly ReadyColumn[]
  readonly playbook: Playbook
  readonly dictionaries: Dictionaries
  readonly period: ReportPeriod
  readonly block: HeaderBlock
  readonly titleColumn: number
}

/** Header under which a section's name is kept that fills no field. */
const sectionHeader = '所在分类'

export interface RowsRead {
  readonly drafts: RowDraft[]
  readonly skipped: SkippedRow[]
  readonly warnings: CellRemark[]
}

/** Reads all rows below the header, telling projects from everything else that stands between them. */
export function readRows(input: RowsInput): RowsRead {
  const { grid, playbook, block } = input
  const context = rowContext(input)
  const stages = playbook.stages.flatMap((stage) =>
    [stage.title.zh, stage.title.en, ...stage.words].map((word) => knownWord(stage.key, word)),
  )
  const areas = dictionaryWords(input.dictionaries.area?.entries ?? [])
  const rowInput: RowInput = { ...input, stages, areas, firstRow: block.last + 1 }
  const read: RowsRead = { drafts: [], skipped: [], warnings: [] }
  const last = lastFilledRow(grid)
  const sections = new Sections()
  for (let row = block.last + 1; row <= last; row++) {
    const reason = isContinuation(row, input) ? 'continuation' : classifyRow(row, context)
    if (reason === 'section') sections.enter(sectionText(grid, row), playbook, input.columns)
    if (reason === 'continuation') continueRow(read, readRow(row, rowInput), playbook)
    if (reason === 'header') read.warnings.push(...otherHeader(grid, row, input))
    if (reason) {
      read.skipped.push({ row: row + 1, reason, text: firstText(grid, row) })
      continue
    }
    const draft = readRow(row, rowInput)
    for (const [field, value] of Object.entries(sections.fields)) draft.fields[field] ??= value
    if (sections.unplaced) draft.extra[sectionHeader] = sections.unplaced
    read.drafts.push(draft)
  }
  const rows = new Set(read.drafts.map((draft) => draft.row))
  const hidden = (grid.hiddenRows ?? []).filter((row) => rows.has(row + 1))
  for (const row of hidden)
    read.warnings.push({ row: row + 1, column: null, value: null, message: '隐藏的行，也已读入' })
  return read
}

/** A further table under another header is read by the first one's columns: that has to be seen. */
function otherHeader(grid: Grid, row: number, { columns }: RowsInput): CellRemark[] {
  const odd = columns.filter(({ field, path, index }) => {
    const text = compact(cellText(grid.rows[row]?.[index]))
    return field !== null && text !== '' && !path.some((label) => compact(label) === text)
  })
  return odd.map(({ index, letter, header }) => ({
    row: row + 1,
    column: letter,
    value: cellText(grid.rows[row]?.[index]),
    message: `这里的表头与前面的“${header}”不同，以下各行仍按前面的表头读入，请核对`,
  }))
}

function lastFilledRow(grid: Grid): number {
  let last = grid.rows.length - 1
  while (last >= 0 && (grid.rows[last] ?? []).every((cell) => cellText(cell) === '')) last--
  return last
}

/** Number and name of a section may stand in two cells: 一、 | 续建项目（2个）. */
const sectionText = (grid: Grid, row: number): string =>
  (grid.rows[row] ?? [])
    .map(cellText)
    .filter((text) => text !== '' && !/^[\d.,]+$/.test(text))
    .slice(0, 2)
    .join('')

const firstText = (grid: Grid, row: number): string =>
  (grid.rows[row] ?? []).map(cellText).find((text) => text !== '') ?? ''

/** A name merged over several rows is one project written on several lines. */
function isContinuation(row: number, { merges, titleColumn, block, grid, columns }: RowsInput): boolean {
  const merge = merges.at(row, titleColumn)
  // A number of its own makes the row a project of its own, whatever name it shares.
  if (columns.some((column) => column.serial && cellText(grid.rows[row]?.[column.index]) !== '')) return false
  if (merge === undefined || merge.startRow >= row || merge.startRow <= block.last || merge.startColumn !== titleColumn)
    return false
  return cellText(grid.rows[merge.startRow]?.[titleColumn]) !== ''
}

/** What further lines of one project hold: new texts are added, new values taken, differing ones kept as text. */
function continueRow(read: RowsRead, line: RowDraft, playbook: Playbook): void {
  const draft = read.drafts.at(-1)
  if (!draft) return
  draft.errors.push(...line.errors)
  draft.warnings.push(...line.warnings)
  for (const [field, value] of Object.entries(line.fields)) {
    const before = draft.fields[field]
    if (before === undefined) draft.fields[field] = value
    else if (JSON.stringify(before) !== JSON.stringify(value)) addLine(draft, field, before, value, playbook)
  }
  for (const [header, text] of Object.entries(line.extra)) {
    const before = draft.extra[header]
    draft.extra[header] = before === undefined || before === text ? text : `${before}；${text}`
  }
}

function addLine(draft: RowDraft, field: string, before: LedgerValue, value: LedgerValue, playbook: Playbook): void {
  const definition = playbook.fields[field]
  if (
    typeof before === 'string' &&
    typeof value === 'string' &&
    (definition?.kind === 'longText' || definition?.kind === 'text')
  ) {
    draft.fields[field] = before.includes(value) ? before : `${before}；${value}`
    return
  }
  const text =
    typeof value === 'object' && 'raw' in value
      ? String(value.raw)
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value)
  const header = `${definition?.title.zh ?? field}（续）`
  draft.extra[header] = draft.extra[header] === undefined ? text : `${draft.extra[header]}；${text}`
  draft.warnings.push({
    row: draft.row,
    column: null,
    value: text,
    message: `同一项目的后一行里“${definition?.title.zh ?? field}”另有内容，按文字保留`,
  })
}

function rowContext({ grid, merges, columns, block, titleColumn }: RowsInput): RowContext {
  const serialColumn = columns.find((column) => column.serial)?.index ?? null
  const serials =
    serialColumn === null
      ? []
      : namedRows(grid, block, titleColumn).map((row) => cellText(grid.rows[row]?.[serialColumn]))
  const headerTexts = new Set(columns.flatMap((column) => column.path.map(compact)))
  const titleTexts = new Set(
    grid.rows
      .slice(0, block.first)
      .flatMap((row) => row.map((cell) => compact(cellText(cell))).filter((text) => text !== '')),
  )
  return {
    grid,
    merges,
    serialColumn,
    titleColumn,
    headerTexts,
    titleTexts,
    titleLabels: new Set((columns.find(({ index }) => index === titleColumn)?.path ?? []).map(compact)),
    arabicSerials: serials.some((text) => /^\d/.test(text)),
    serialsFilled: serials.filter((text) => text !== '').length >= serials.length * 0.6,
    width: columns.filter((column) => column.header !== '').length,
  }
}

function namedRows(grid: Grid, block: HeaderBlock, titleColumn: number): number[] {
  const rows: number[] = []
  for (let row = block.last + 1; row < Math.min(grid.rows.length, block.last + 500); row++) {
    if (cellText(grid.rows[row]?.[titleColumn]) !== '') rows.push(row)
  }
  return rows
}
