import { fromCell, readSheetVersion, type SheetContext, type SheetLayout, sheetLayout } from '@guatu/derive'
import type { Money } from '@guatu/kernel'
import { checkField, type Dictionaries, type Playbook } from '@guatu/playbook'
import { findDuplicates } from './checks/duplicates.ts'
import { rowErrors } from './checks/plausible.ts'
import { unlistedNames } from './checks/unlisted.ts'
import { type Cell, cellText, columnLetter, type Grid, isFormula } from './grid/grid.ts'
import { samplesOf } from './grid/samples.ts'
import { stageField } from './header/targets.ts'
import type { CellRemark, LedgerItem, LedgerReport, LedgerValue, SkippedRow } from './report.ts'
import type { RowDraft } from './rows/row-input.ts'

/** Key of the column that carries what an item holds besides its fields, as JSON. */
export const extraKey = 'extra'

const itemIdKey = 'itemId'

export interface OwnSheetOptions {
  readonly playbook: Playbook
  readonly dictionaries?: Dictionaries
  readonly today: string
}

/** Whether this program wrote the sheet as a template or an export of the list. */
export const isOwnSheet = (grid: Grid, playbook: Playbook): boolean =>
  readSheetVersion(cellText(grid.rows[0]?.[0]))?.playbook === playbook.key

interface KeyedColumn {
  readonly key: string
  readonly index: number
  readonly label: string
}

/** Names stand for themselves here; who commits the report looks them up. */
const namesAsIds = (dictionaries: Dictionaries): SheetContext => ({
  nameOf: (_, id) => id,
  idsOf: (_, name) => [name],
  dictionaries,
})

/** Reads a sheet that this program wrote, by its key row: the exact reverse of the export. */
export function readOwnSheet(grid: Grid, options: OwnSheetOptions): LedgerReport {
  const { playbook, dictionaries = {}, today } = options
  const layout = sheetLayout(playbook)
  const columns = keyedColumns(grid, layout)
  const context = namesAsIds(dictionaries)
  const skipped: SkippedRow[] = []
  const drafts: (RowDraft & { readonly itemId: string })[] = []
  const last = grid.rows.findLastIndex((cells) => cells.some((cell) => cellText(cell) !== ''))
  for (let row = layout.firstDataRow - 1; row <= last; row++) {
    const cells = grid.rows[row] ?? []
    if (cells.every((cell) => cellText(cell) === '')) skipped.push({ row: row + 1, reason: 'blank', text: '' })
    else drafts.push(readOwnRow(row, cells, columns, playbook, context))
  }
  const titleField = playbook.roles.title ?? ''
  const letters = columns.map(({ key, index }) => ({ field: key, letter: columnLetter(index) }))
  const errorsOf = (draft: RowDraft): CellRemark[] => [...draft.errors, ...rowErrors(draft, letters, playbook)]
  const good = drafts.filter((draft) => errorsOf(draft).length === 0)
  const items = good.map(
    ({ row, itemId, fields, extra }): LedgerItem => ({
      row,
      ...(itemId ? { itemId } : {}),
      title: String(fields[titleField]),
      fields: Object.keys(extra).length > 0 ? { ...fields, extra } : fields,
    }),
  )
  return {
    sheet: grid.sheet,
    headerRows: [layout.keyRow, layout.labelRow],
    columns: columns
      .filter(({ key }) => key in playbook.fields || key === stageField)
      .map(({ key, index, label }) => ({
        column: columnLetter(index),
        header: label,
        field: key,
        unit: null,
        confidence: 1,
        samples: samplesOf(grid, layout.firstDataRow - 1, index),
      })),
    rows: drafts.length,
    importable: items.length,
    skipped,
    errors: drafts.flatMap(errorsOf),
    warnings: [],
    duplicates: findDuplicates(drafts, titleField),
    items,
    period: today.slice(0, 7),
    unlisted: unlistedNames(items, playbook),
  }
}

function keyedColumns(grid: Grid, layout: SheetLayout): KeyedColumn[] {
  const labels = grid.rows[layout.labelRow - 1] ?? []
  return (grid.rows[layout.keyRow - 1] ?? []).flatMap((cell, index) => {
    const key = cellText(cell)
    return key === '' ? [] : [{ key, index, label: cellText(labels[index]) }]
  })
}

function readOwnRow(
  row: number,
  cells: readonly Cell[],
  columns: readonly KeyedColumn[],
  playbook: Playbook,
  context: SheetContext,
) {
  const draft: RowDraft & { itemId: string } = {
    row: row + 1,
    itemId: '',
    fields: {},
    extra: {},
    errors: [],
    warnings: [],
  }
  for (const { key, index } of columns) {
    const cell = cells[index] ?? null
    const text = cellText(cell)
    if (text === '' && !isFormula(cell)) continue
    const wrong = (message: string, accepted?: readonly string[]): void => {
      draft.errors.push({
        row: row + 1,
        column: columnLetter(index),
        value: text,
        message,
        ...(accepted ? { accepted } : {}),
      })
    }
    if (isFormula(cell)) wrong('这里是公式，需要填写数值')
    else if (key === itemIdKey) draft.itemId = text
    else if (key === extraKey) Object.assign(draft.extra, parsedExtra(text))
    else if (key === stageField) readOwnStage(text, playbook, draft, wrong)
    else readOwnField(key, cell, playbook, context, draft, wrong)
  }
  return draft
}

type Wrong = (message: string, accepted?: readonly string[]) => void

function readOwnStage(text: string, playbook: Playbook, draft: RowDraft, wrong: Wrong): void {
  const stage = playbook.stages.find(({ key, title }) => title.zh === text || key === text)
  if (stage) draft.fields[stageField] = { key: stage.key, raw: text }
  else
    wrong(
      `没有阶段“${text}”`,
      playbook.stages.map(({ title }) => title.zh),
    )
}

function readOwnField(
  key: string,
  cell: Cell,
  playbook: Playbook,
  context: SheetContext,
  draft: RowDraft,
  wrong: Wrong,
): void {
  const field = playbook.fields[key]
  if (!field) return
  const plain =
    typeof cell === 'object' && cell !== null
      ? cell.kind === 'date'
        ? { date: cell.date }
        : cellText(cell)
      : typeof cell === 'boolean'
        ? cellText(cell)
        : cell
  const read = fromCell(field, plain, context)
  const checked = read.kind === 'good' ? checkField(field, read.value, context.dictionaries) : read
  if (checked.kind === 'bad') wrong(checked.message.zh, checked.accepted)
  else if (checked.value !== null) draft.fields[key] = reported(checked.value)
}

/** Exact yuan as plain text, as in any other report. */
function reported(value: unknown): LedgerValue {
  const money = value as Partial<Money>
  const plain =
    typeof value === 'object' && money.currency === 'CNY' && money.bound === undefined && money.raw === undefined
  return plain ? money.amount! : (value as LedgerValue)
}

function parsedExtra(text: string): Record<string, string> {
  try {
    return JSON.parse(text) as Record<string, string>
  } catch {
    return { 其他: text }
  }
}
