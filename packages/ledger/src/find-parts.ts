import type { Playbook } from '@guatu/playbook'
import { cellText, columnIndex, type Grid, isBlank } from './grid/grid.ts'
import type { MergeIndex } from './grid/merges.ts'
import { columnNotes } from './header/column-notes.ts'
import { withUnits } from './header/column-units.ts'
import { type ColumnMapping, type LedgerColumn, mapColumns } from './header/columns.ts'
import { type HeaderBlock, headerPaths, laterHeaders } from './header/find.ts'
import type { HeaderPath } from './header/label.ts'
import type { ReportPeriod } from './header/period.ts'
import type { PreparedTarget } from './header/score.ts'
import { foreignHeading, furtherUnits, notesFrom, type SheetUnits, sheetUnits, unitsFromLine } from './header/units.ts'
import type { CellRemark } from './report.ts'
import type { LedgerPart } from './rows/read-rows.ts'
import type { ReadyColumn } from './rows/row-input.ts'
import { compact } from './text/normalise.ts'

interface PartsInput {
  readonly grid: Grid
  readonly merges: MergeIndex
  readonly block: HeaderBlock
  readonly targets: readonly PreparedTarget[]
  readonly period: ReportPeriod
  readonly playbook: Playbook
  readonly mapping: ColumnMapping
}

interface Parts {
  readonly parts: readonly LedgerPart[]
  readonly warnings: readonly CellRemark[]
}

/** A header with the columns that it gives, before their units are known. */
interface Table {
  readonly block: HeaderBlock
  readonly paths: readonly HeaderPath[]
  readonly mapped: readonly LedgerColumn[]
}

/**
 * The tables of a sheet, one below the other, and within them the rows from which another unit holds. Null when the
 * first header gives no name. A further header that cannot be used is pointed out and its rows are read as those above.
 */
export function findParts(input: PartsInput): Parts | null {
  const { grid, merges, playbook, targets, block } = input
  const title = playbook.roles.title ?? ''
  const first = tableOf(input, block, input.mapping)
  if (!first) return null
  const tables = [first]
  const warnings: CellRemark[] = []
  for (const later of laterHeaders(grid, merges, targets, title, block)) {
    const before = tables.at(-1)!
    const paths = headerPaths(grid, merges, later)
    const same = samePaths(paths, before.paths)
    const table = same ? before : tableOf(input, later, sharedMapping(input.mapping, first.paths, paths))
    if (!same) warnings.push(...otherHeader(grid, later, before, table !== null))
    if (table) tables.push({ ...table, block: later })
  }
  return { parts: partsOf(input, tables, warnings), warnings }
}

function tableOf(input: PartsInput, block: HeaderBlock, mapping: ColumnMapping): Table | null {
  const { grid, merges, targets, period, playbook } = input
  const paths = headerPaths(grid, merges, block)
  const mapped = mapColumns({ grid, paths, block, targets, period, playbook, mapping })
  return mapped.some(({ field }) => field === playbook.roles.title) ? { block, paths, mapped } : null
}

/** Each table is divided where units change; what stands above a further header holds from there on. */
function partsOf(input: PartsInput, tables: readonly Table[], warnings: CellRemark[]): LedgerPart[] {
  const initial = sheetUnits(input.grid, tables[0]!.block, tables[1]?.block.first)
  let units = initial
  return tables.flatMap((table, at) => {
    const { first } = table.block
    if (at > 0) {
      const own = furtherUnits(input.grid, table.block, headingsFrom(input.grid, first), tables[at + 1]?.block.first)
      if (!own && units.money[0]?.unit.label !== initial.money[0]?.unit.label)
        warnings.push(inherited(input, first, units))
      units = joined(own, units)
    }
    const begin = at === 0 ? table.block.last + 1 : first
    const fresh = at === 0 || table.mapped !== tables[at - 1]!.mapped
    const divided = partsOfTable(input, { table, begin, fresh, end: tables[at + 1]?.block.first }, units)
    units = divided.units
    warnings.push(...divided.warnings)
    return divided.parts
  })
}

/** A table without a unit line after one whose unit differed from the first. */
const inherited = ({ grid }: PartsInput, row: number, { money }: SheetUnits): CellRemark => ({
  row: row + 1,
  column: null,
  value: textOf(grid, row),
  message: `这张表没有写单位，沿用上一张表的${money[0]!.unit.label}，请核对`,
})

const joined = (stated: SheetUnits | null, before: SheetUnits): SheetUnits => ({
  money: stated && stated.money.length > 0 ? stated.money : before.money,
  area: stated?.area ?? before.area,
})

interface TableRows {
  readonly table: Table
  readonly begin: number
  /** The table's columns are its own: what is to be said of them is said. */
  readonly fresh: boolean
  /** The next header's first row. */
  readonly end: number | undefined
}

function partsOfTable(
  input: PartsInput,
  { table, begin, fresh, end }: TableRows,
  before: SheetUnits,
): { readonly parts: LedgerPart[]; readonly units: SheetUnits; readonly warnings: CellRemark[] } {
  const { grid, playbook, targets, mapping } = input
  const { block, mapped } = table
  const headerRow = block.last
  const tableEnd = end ?? lastFilledRow(grid) + 1
  const united = (sheet: SheetUnits): ReturnType<typeof withUnits> =>
    withUnits({ mapped, playbook, targets, sheet, grid, headerRow, end: tableEnd })
  const start = united(before)
  const settled = (letter: string): boolean => mapping[letter] !== undefined
  const warnings = fresh
    ? [...start.warnings, ...columnNotes({ columns: mapped, playbook, grid, headerRow, settled })]
    : []
  const titleColumn = mapped.find(({ field }) => field === playbook.roles.title)!.index
  const headings = end === undefined ? tableEnd : headingsFrom(grid, end)
  const parts: LedgerPart[] = []
  let part: LedgerPart = { block, titleColumn, tableEnd, headings, columns: start.columns, first: begin, end: tableEnd }
  let units = before
  const limit = Math.min(headings, notesFrom(grid, headerRow + 1))
  for (let row = headerRow + 1; row < limit; row++) {
    if (!isHeading(grid, row)) continue
    const stated = unitsFromLine(grid, row)
    units = joined(stated, units)
    const next = stated ? united(units).columns : part.columns
    const changed = next.find((column, at) => unitLabel(column, playbook) !== unitLabel(part.columns[at]!, playbook))
    warnings.push(
      ...foreignHeading(
        grid,
        row,
        next.filter((column) => isMoney(column, playbook)),
      ),
    )
    if (!changed) continue
    parts.push({ ...part, end: row + 1 })
    part = { ...part, columns: next, first: row + 1 }
    const message = `从这一行起，没有写单位的列按${unitLabel(changed, playbook)}读入，请核对`
    warnings.push({ row: row + 1, column: null, value: textOf(grid, row), message })
  }
  return { parts: [...parts, part], units, warnings }
}

const isMoney = ({ field }: LedgerColumn, { fields }: Playbook): boolean => fields[field ?? '']?.kind === 'money'

const unitLabel = (column: ReadyColumn, playbook: Playbook): string =>
  isMoney(column, playbook) ? column.money.label : column.area.label

function lastFilledRow(grid: Grid): number {
  let last = grid.rows.length - 1
  while (last >= 0 && (grid.rows[last] ?? []).every((cell) => cellText(cell) === '')) last--
  return last
}

/** The first of the lone lines above a row. */
function headingsFrom(grid: Grid, row: number): number {
  let first = row
  while (first > 0 && isHeading(grid, first - 1)) first--
  return first
}

/** A title, a unit line or nothing: at most two texts without a figure. */
function isHeading(grid: Grid, row: number): boolean {
  let texts = 0
  for (const cell of grid.rows[row] ?? []) {
    if (isBlank(cell)) continue
    if (++texts > 2 || /^[\d.,]+$/.test(cellText(cell))) return false
  }
  return true
}

const textOf = (grid: Grid, row: number): string =>
  (grid.rows[row] ?? []).map(cellText).find((text) => text !== '') ?? ''

function samePaths(some: readonly HeaderPath[], others: readonly HeaderPath[]): boolean {
  const texts = (paths: readonly HeaderPath[]): string =>
    JSON.stringify(paths.map((path) => path.map(compact))).replace(/(,\[\])+\]$/, ']')
  return texts(some) === texts(others)
}

/** What the user said of a column holds for a further table where its header is the same. */
function sharedMapping(
  mapping: ColumnMapping,
  first: readonly HeaderPath[],
  paths: readonly HeaderPath[],
): ColumnMapping {
  const same = (letter: string): boolean => {
    const column = columnIndex(letter) ?? -1
    return JSON.stringify(first[column]?.map(compact)) === JSON.stringify(paths[column]?.map(compact))
  }
  return Object.fromEntries(Object.entries(mapping).filter(([letter]) => same(letter)))
}

/** A further table under another header: each cell that differs is shown, with what is done about it. */
function otherHeader(grid: Grid, block: HeaderBlock, before: Table, used: boolean): CellRemark[] {
  const done = used ? '以下各行按这里的表头读入' : '没有认出项目名称，以下各行仍按前面的表头读入，请核对'
  return before.mapped.flatMap(({ index, letter, header, field, path }) => {
    const texts = Array.from({ length: block.last - block.first + 1 }, (_, at) =>
      cellText(grid.rows[block.first + at]?.[index]),
    ).filter((text) => text !== '')
    const odd = texts.find((text) => !path.some((label) => compact(label) === compact(text)))
    if (odd === undefined || (field === null && header !== '')) return []
    const was = header === '' ? '这里的表头比前面的多一列' : `这里的表头与前面的“${header}”不同`
    return [{ row: block.first + 1, column: letter, value: odd, message: `${was}，${done}` }]
  })
}
