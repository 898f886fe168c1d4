import { done, type Outcome, type Refusal, refused } from '@guatu/kernel'
import type { Dictionaries, Playbook } from '@guatu/playbook'
import { findDuplicates } from './checks/duplicates.ts'
import { itemWarnings, rowErrors } from './checks/plausible.ts'
import { unlistedNames } from './checks/unlisted.ts'
import { findParts } from './find-parts.ts'
import { type Cell, cellText, columnIndex, columnLetter, type Grid, isBlank } from './grid/grid.ts'
import { indexMerges, type MergeIndex } from './grid/merges.ts'
import { samplesOf } from './grid/samples.ts'
import type { ColumnMapping } from './header/columns.ts'
import { findHeader, type HeaderBlock } from './header/find.ts'
import { reportPeriod } from './header/period.ts'
import { type PreparedTarget, prepareTargets } from './header/score.ts'
import { targetsOf } from './header/targets.ts'
import { isOwnSheet, readOwnSheet } from './own-sheet.ts'
import type { CellRemark, LedgerReport, ReportColumn } from './report.ts'
import { type LedgerPart, readRows } from './rows/read-rows.ts'
import type { ReadyColumn, RowDraft } from './rows/row-input.ts'
import { areaUnitOf, moneyUnitOf } from './values/units.ts'

export interface LedgerOptions {
  readonly playbook: Playbook
  readonly dictionaries?: Dictionaries
  /** ISO day; the year that undated figures belong to when the ledger names none. */
  readonly today: string
  readonly fileName?: string
  /** The user's word on columns; what it does not name is mapped by the headers. */
  readonly mapping?: ColumnMapping
  /** Header rows from 1, where the user knows better. */
  readonly headerRows?: readonly number[]
  /** Other sheets of the file that read like ledgers, as `otherLedgers` finds them. */
  readonly unread?: readonly string[]
  /** Names in the directory, to tell which units and persons it does not have. */
  readonly directory?: { readonly orgs: ReadonlySet<string>; readonly persons: ReadonlySet<string> }
}

/** Reads a ledger's sheet and tells everything about it; writes nothing. Refuses a sheet without a header. */
export function readLedger(grid: Grid, options: LedgerOptions): Outcome<LedgerReport> {
  const { playbook, dictionaries = {}, today } = options
  if (isOwnSheet(grid, playbook) && !options.mapping) return done(readOwnSheet(grid, options))
  const merges = indexMerges(grid.merges)
  const targets = prepareTargets(targetsOf(playbook))
  const titleField = playbook.roles.title ?? ''
  const fields = targets.map(({ target }) => target.field)
  const wrong = mappingRefusals(options.mapping, fields, grid)
  if (wrong.length > 0) return refused(...wrong)
  const block = givenBlock(options.headerRows) ?? findHeader(grid, merges, targets, titleField)
  if (!block) return refused(headerNotFound(grid, playbook))
  const period = reportPeriod(grid, block, today, options.fileName)
  const found = findParts({ grid, merges, block, targets, period, playbook, mapping: upperLetters(options.mapping) })
  if (!found) return refused(headerNotFound(grid, playbook))
  const { parts } = found
  const read = readRows({ grid, merges, parts, playbook, dictionaries, period })
  const checked = read.drafts.map((drafts, at) => withRowErrors(drafts, parts[at]!, playbook))
  const broken = checked.flat()
  const good = broken.filter((draft) => draft.errors.length === 0)
  const items = good.map(({ row, fields, extra }) => ({
    row,
    title: String(fields[titleField]),
    fields: Object.keys(extra).length > 0 ? { ...fields, extra } : fields,
  }))
  return done({
    sheet: grid.sheet,
    headerRows: Array.from({ length: block.last - block.first + 1 }, (_, at) => block.first + at + 1),
    columns: parts[0]!.columns
      .filter((column) => column.header !== '' || column.field)
      .map((column) => reportColumn(column, playbook, samplesOf(grid, block.last + 1, column.index))),
    rows: broken.length,
    importable: items.length,
    skipped: read.skipped,
    errors: broken.flatMap((draft) => draft.errors),
    warnings: [
      ...unreadTables(grid, merges, targets, titleField, block),
      ...unreadSheets(grid, block, options),
      ...sorted([
        ...found.warnings,
        ...broken.flatMap((draft) => draft.warnings),
        ...read.warnings,
        ...checked.flatMap((drafts, at) => itemWarnings(drafts, parts[at]!.columns, playbook, broken)),
      ]),
    ],
    duplicates: findDuplicates(broken, titleField),
    items,
    period: period.month === null ? String(period.year) : `${period.year}-${String(period.month).padStart(2, '0')}`,
    unlisted: unlistedNames(items, playbook, options.directory),
  })
}

const withRowErrors = (drafts: readonly RowDraft[], { columns }: LedgerPart, playbook: Playbook): RowDraft[] =>
  drafts.map((draft) => ({ ...draft, errors: [...draft.errors, ...rowErrors(draft, columns, playbook)] }))

/** A weaker header above the one that is read by begins a table of its own. */
function unreadTables(
  grid: Grid,
  merges: MergeIndex,
  targets: readonly PreparedTarget[],
  titleField: string,
  { first }: HeaderBlock,
): CellRemark[] {
  if (first < 3) return []
  const above = findHeader({ ...grid, rows: grid.rows.slice(0, first) }, merges, targets, titleField)
  if (!above || above.last + 1 >= first) return []
  const rows = grid.rows.slice(above.last + 1, first).filter((row) => row.filter((cell) => !isBlank(cell)).length >= 2)
  if (rows.length === 0) return []
  const message = `第${above.last + 1}行像是上面另一张表的表头，那张表的${rows.length}行没有读入；请另存一张工作表`
  return [{ row: above.last + 1, column: null, value: null, message }]
}

/** Sheets of the file that read like ledgers too. */
function unreadSheets(grid: Grid, block: HeaderBlock, options: LedgerOptions): CellRemark[] {
  const names = options.unread ?? []
  if (names.length === 0) return []
  const message = `这里只读入了工作表“${grid.sheet}”；${names.map((name) => `“${name}”`).join('、')}也像台账，没有读入，请分别导入`
  return [{ row: block.last + 1, column: null, value: names.join('、'), message }]
}

const sorted = (remarks: readonly CellRemark[]): CellRemark[] => [...remarks].sort((a, b) => a.row - b.row)

function givenBlock(rows: readonly number[] | undefined): HeaderBlock | null {
  if (!rows || rows.length === 0) return null
  return { first: Math.min(...rows) - 1, last: Math.max(...rows) - 1, strength: rows.length }
}

function headerNotFound(grid: Grid, playbook: Playbook): Refusal {
  const field = playbook.fields[playbook.roles.title ?? '']
  const name = field?.words?.[0] ?? field?.title.zh ?? ''
  const columns = playbook.columns.flatMap((key) => playbook.fields[key]?.title.zh ?? [])
  return {
    code: 'HEADER_NOT_FOUND',
    message: {
      zh: `工作表“${grid.sheet}”里没有找到表头：需要一行列名，其中有“${name}”一类的列`,
      en: `No header was found in sheet '${grid.sheet}': a row of column names with one like '${name}' is needed`,
    },
    accepted: [...new Set([name, ...columns])].slice(0, 4),
  }
}

/** C and c are one column. */
const upperLetters = (mapping: ColumnMapping = {}): ColumnMapping =>
  Object.fromEntries(Object.entries(mapping).map(([letter, field]) => [letter.trim().toUpperCase(), field]))

function mappingRefusals(mapping: ColumnMapping = {}, fields: readonly string[], grid: Grid): Refusal[] {
  const refusals: Refusal[] = []
  const refuse = (path: string, zh: string, en: string, accepted: readonly string[]): void => {
    refusals.push({ code: 'MAPPING_INVALID', path, message: { zh, en }, accepted: [...new Set(accepted)] })
  }
  const width = grid.rows.reduce((most, row) => Math.max(most, row.length), 1)
  const used = new Set<string>()
  const named = new Set<string>()
  for (const [column, field] of Object.entries(mapping)) {
    const letter = column.trim().toUpperCase()
    const index = columnIndex(letter)
    if (index === null || index >= width)
      refuse(column, `表里没有 ${column} 列`, `The sheet has no column ${column}`, ['A', columnLetter(width - 1)])
    else if (named.has(letter)) refuse(column, `${letter} 列写了两次`, `Column ${letter} is named twice`, [letter])
    named.add(letter)
    if (field === null) continue
    if (!fields.includes(field)) refuse(column, `没有字段 ${field}`, `There is no field ${field}`, fields)
    else if (used.has(field)) refuse(column, `字段 ${field} 对应了两列`, `Field ${field} is mapped twice`, fields)
    used.add(field)
  }
  return refusals
}

function reportColumn(column: ReadyColumn, playbook: Playbook, samples: readonly string[]): ReportColumn {
  const field = playbook.fields[column.field ?? '']
  const unit =
    field?.kind === 'money'
      ? column.money.label
      : field?.kind === 'number' && (field.unit === 'mu' || field.unit === 'm2')
        ? column.area.label
        : null
  return {
    column: column.letter,
    header: column.header,
    field: column.field,
    ...(column.also ? { also: column.also } : {}),
    unit:
      unit ??
      (column.headerUnit && (moneyUnitOf(column.headerUnit) ?? areaUnitOf(column.headerUnit))
        ? column.headerUnit
        : null),
    confidence: column.confidence,
    samples,
  }
}

/** The sheet that reads most like a ledger; hidden sheets only when nothing else does. */
export function chooseSheet(grids: readonly Grid[], options: LedgerOptions): Grid | null {
  if (grids.length === 1) return grids[0]!
  const targets = prepareTargets(targetsOf(options.playbook))
  const ranked = grids.map((grid, at) => ({
    grid,
    at,
    score: sheetScore(grid, indexMerges(grid.merges), targets, options),
  }))
  ranked.sort((a, b) => b.score - a.score || a.at - b.at)
  return ranked[0] && ranked[0].score > 0 ? ranked[0].grid : (grids.find((grid) => !grid.hidden) ?? grids[0] ?? null)
}

function sheetScore(
  grid: Grid,
  merges: MergeIndex,
  targets: ReturnType<typeof prepareTargets>,
  options: LedgerOptions,
): number {
  if (isOwnSheet(grid, options.playbook)) return Number.POSITIVE_INFINITY
  const block = findHeader(grid, merges, targets, options.playbook.roles.title ?? '')
  if (!block) return 0
  const filled = grid.rows.slice(block.last + 1).filter((row) => row.some((cell) => cellText(cell) !== '')).length
  return (
    (block.strength * 10 + Math.min(9, Math.log2(filled + 1))) * (grid.hidden ? 0.01 : 1) * (filled === 0 ? 0.1 : 1)
  )
}

/** Names of the other visible sheets that read like ledgers with projects in them. */
export function otherLedgers(grids: readonly Grid[], chosen: Grid, options: LedgerOptions): string[] {
  if (grids.length < 2 || isOwnSheet(chosen, options.playbook)) return []
  const targets = prepareTargets(targetsOf(options.playbook))
  return grids
    .filter((grid) => grid !== chosen && !grid.hidden)
    .filter((grid) => {
      const block = findHeader(grid, indexMerges(grid.merges), targets, options.playbook.roles.title ?? '')
      const projects = (row: readonly Cell[]): boolean => row.filter((cell) => !isBlank(cell)).length >= 2
      return block !== null && block.strength >= 3 && grid.rows.slice(block.last + 1).some(projects)
    })
    .map((grid) => grid.sheet)
}
