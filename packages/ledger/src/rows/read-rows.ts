import type { Dictionaries, Playbook } from '@guatu/playbook'
import { cellText, type Grid } from '../grid/grid.ts'
import type { MergeIndex } from '../grid/merges.ts'
import type { HeaderBlock } from '../header/find.ts'
import type { ReportPeriod } from '../header/period.ts'
import type { CellRemark, SkippedRow } from '../report.ts'
import { dictionaryWords, knownWord } from '../values/choice.ts'
import { classifyRow, type RowContext, type SkipReason } from './classify.ts'
import { type GroupRow, groupRow } from './group-rows.ts'
import { joinLine, keepSubItem } from './join-lines.ts'
import { readRow } from './read-row.ts'
import { rowContext } from './row-context.ts'
import type { ReadyColumn, RowDraft, RowInput } from './row-input.ts'
import { Sections } from './section.ts'

/** Rows that are read by the same columns and units. */
export interface LedgerPart {
  readonly block: HeaderBlock
  readonly columns: readonly ReadyColumn[]
  readonly titleColumn: number
  /** From the header's first row, or from the first row that a new unit holds for; `end` is the row after the last. */
  readonly first: number
  readonly end: number
  /** The row after the last under the same header. */
  readonly tableEnd: number
  /** The first of the lone lines that stand above the next header. */
  readonly headings: number
}

interface RowsInput {
  readonly grid: Grid
  readonly merges: MergeIndex
  readonly parts: readonly LedgerPart[]
  readonly playbook: Playbook
  readonly dictionaries: Dictionaries
  readonly period: ReportPeriod
}

/** Header under which a section's name is kept that fills no field. */
const sectionHeader = '所在分类'

export interface RowsRead {
  /** What each part's rows turned out to hold. */
  readonly drafts: readonly (readonly RowDraft[])[]
  readonly skipped: SkippedRow[]
  readonly warnings: CellRemark[]
}

/** Reads all rows below the headers, telling projects from everything else that stands between them. */
export function readRows(input: RowsInput): RowsRead {
  const { grid, playbook, parts } = input
  const stages = playbook.stages.flatMap((stage) =>
    [stage.title.zh, stage.title.en, ...stage.words].map((word) => knownWord(stage.key, word)),
  )
  const areas = dictionaryWords(input.dictionaries.area?.entries ?? [])
  const skipped: SkippedRow[] = []
  const warnings: CellRemark[] = []
  const sections = new Sections()
  const drafts = parts.map((part) => {
    const firstHeaderRow = parts[0]!.block.first
    const context = rowContext({ ...input, ...part, firstHeaderRow, end: part.tableEnd })
    const row = { ...input, columns: part.columns, stages, areas, firstRow: part.block.last + 1 }
    return readPart({ input: row, part, context, sections, skipped, warnings })
  })
  const rows = new Set(drafts.flatMap((part) => part.map((draft) => draft.row)))
  const hidden = (grid.hiddenRows ?? []).filter((row) => rows.has(row + 1))
  for (const row of hidden) warnings.push({ row: row + 1, column: null, value: null, message: '隐藏的行，也已读入' })
  return { drafts, skipped, warnings }
}

interface PartInput {
  readonly input: RowInput
  readonly part: LedgerPart
  readonly context: RowContext
  readonly sections: Sections
  readonly skipped: SkippedRow[]
  readonly warnings: CellRemark[]
}

function readPart(state: PartInput): RowDraft[] {
  const { input, part, context, sections, skipped, warnings } = state
  const { grid, playbook } = input
  const drafts: RowDraft[] = []
  for (let row = part.first; row < part.end; row++) {
    const sort = sortOf(row, part, context, drafts.length > 0)
    if (sort.message !== null)
      warnings.push({ row: row + 1, column: null, value: firstText(grid, row), message: sort.message })
    if (sort.reason === 'section') sections.enter(sectionText(grid, row), playbook, part.columns)
    const before = drafts.at(-1)
    if (sort.reason === 'continuation' && before) {
      if (sort.subItem) keepSubItem(before, textsOf(grid, row))
      else joinLine(before, readRow(row, input), playbook)
    }
    if (sort.reason) {
      skipped.push({ row: row + 1, reason: sort.reason, text: firstText(grid, row) })
      continue
    }
    const draft = readRow(row, input)
    for (const [field, value] of Object.entries(sections.fields)) draft.fields[field] ??= value
    if (sections.unplaced) draft.extra[sectionHeader] = sections.unplaced
    drafts.push(draft)
  }
  return drafts
}

function sortOf(row: number, part: LedgerPart, context: RowContext, begun: boolean): GroupRow {
  const sure = (reason: SkipReason | null): GroupRow => ({ reason, message: null })
  if (row >= part.block.first && row <= part.block.last)
    return sure(textsOf(context.grid, row).length > 0 ? 'header' : 'blank')
  if (isContinuation(row, part, context)) return sure('continuation')
  const reason = classifyRow(row, context)
  if (reason) return sure(reason)
  if (row >= part.headings && textsOf(context.grid, row).length === 1) return sure('section')
  const group = groupRow(row, context)
  // A further line needs a project that it goes on with.
  return group && (group.reason !== 'continuation' || begun) ? group : sure(null)
}

/** Number and name of a section may stand in two cells: 一、 | 续建项目（2个）. */
const sectionText = (grid: Grid, row: number): string =>
  textsOf(grid, row)
    .filter((text) => !/^[\d.,]+$/.test(text))
    .slice(0, 2)
    .join('')

const textsOf = (grid: Grid, row: number): string[] =>
  (grid.rows[row] ?? []).map(cellText).filter((text) => text !== '')

const firstText = (grid: Grid, row: number): string =>
  (grid.rows[row] ?? []).map(cellText).find((text) => text !== '') ?? ''

/** A name merged over several rows is one project written on several lines. */
function isContinuation(
  row: number,
  { titleColumn, block, columns }: LedgerPart,
  { grid, merges }: RowContext,
): boolean {
  const merge = merges.at(row, titleColumn)
  // A number of its own makes the row a project of its own, whatever name it shares.
  if (columns.some((column) => column.serial && cellText(grid.rows[row]?.[column.index]) !== '')) return false
  if (merge === undefined || merge.startRow >= row || merge.startRow <= block.last || merge.startColumn !== titleColumn)
    return false
  return cellText(grid.rows[merge.startRow]?.[titleColumn]) !== ''
}
