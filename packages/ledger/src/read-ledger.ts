import { done, type Outcome, type Refusal, refused } from '@guatu/kernel'
import type { Dictionaries, FieldOf, Playbook } from '@guatu/playbook'
import { findDuplicates } from './checks/duplicates.ts'
import { itemWarnings, rowErrors } from './checks/plausible.ts'
import { unlistedNames } from './checks/unlisted.ts'
import { cellText, type Grid } from './grid/grid.ts'
import { indexMerges, type MergeIndex } from './grid/merges.ts'
import { samplesOf } from './grid/samples.ts'
import { type ColumnMapping, mapColumns } from './header/columns.ts'
import { findHeader, type HeaderBlock, headerPaths } from './header/find.ts'
import { reportPeriod } from './header/period.ts'
import { prepareTargets } from './header/score.ts'
import { targetsOf } from './header/targets.ts'
import { areaUnitFor, moneyUnitFor, type SheetUnits, sheetUnits } from './header/units.ts'
import { isOwnSheet, readOwnSheet } from './own-sheet.ts'
import type { CellRemark, LedgerReport, ReportColumn } from './report.ts'
import type { ReadyColumn } from './rows/read-row.ts'
import { readRows } from './rows/read-rows.ts'
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
  /** Names in the directory, to tell which units and persons it does not have. */
  readonly directory?: { readonly orgs: ReadonlySet<string>; readonly persons: ReadonlySet<string> }
}

/** Reads a ledger's sheet and tells everything about it; writes nothing. Refuses a sheet without a header. */
export function readLedger(grid: Grid, options: LedgerOptions): Outcome<LedgerReport> {
  const { playbook, dictionaries = {}, today, mapping } = options
  if (isOwnSheet(grid, playbook) && !mapping) return done(readOwnSheet(grid, options))
  const merges = indexMerges(grid.merges)
  const targets = prepareTargets(targetsOf(playbook))
  const titleField = playbook.roles.title ?? ''
  const wrong = mappingRefusals(
    mapping,
    targets.map(({ target }) => target.field),
  )
  if (wrong.length > 0) return refused(...wrong)
  const block = givenBlock(options.headerRows) ?? findHeader(grid, merges, targets, titleField)
  if (!block) return refused(headerNotFound(grid))
  const period = reportPeriod(grid, block, today, options.fileName)
  const paths = headerPaths(grid, merges, block)
  const mapped = mapColumns({ grid, paths, block, targets, period, playbook, ...(mapping ? { mapping } : {}) })
  const title = mapped.find((column) => column.field === titleField)
  if (!title) return refused(headerNotFound(grid))
  const { columns, warnings } = withUnits(mapped, playbook, sheetUnits(grid, block), block, grid)
  const read = readRows({ grid, merges, columns, playbook, dictionaries, period, block, titleColumn: title.index })
  const broken = read.drafts.map((draft) => ({
    ...draft,
    errors: [...draft.errors, ...rowErrors(draft, columns, playbook)],
  }))
  const good = broken.filter((draft) => draft.errors.length === 0)
  const items = good.map(({ row, fields, extra }) => ({
    row,
    title: String(fields[titleField]),
    fields: Object.keys(extra).length > 0 ? { ...fields, extra } : fields,
  }))
  return done({
    sheet: grid.sheet,
    headerRows: Array.from({ length: block.last - block.first + 1 }, (_, at) => block.first + at + 1),
    columns: columns
      .filter((column) => column.header !== '' || column.field)
      .map((column) => reportColumn(column, playbook, samplesOf(grid, block.last + 1, column.index))),
    rows: broken.length,
    importable: items.length,
    skipped: read.skipped,
    errors: broken.flatMap((draft) => draft.errors),
    warnings: [
      ...warnings,
      ...sorted([
        ...broken.flatMap((draft) => draft.warnings),
        ...read.warnings,
        ...itemWarnings(broken, columns, playbook),
      ]),
    ],
    duplicates: findDuplicates(broken, titleField),
    items,
    period: period.month === null ? String(period.year) : `${period.year}-${String(period.month).padStart(2, '0')}`,
    unlisted: unlistedNames(items, playbook, options.directory),
  })
}

const sorted = (remarks: readonly CellRemark[]): CellRemark[] => [...remarks].sort((a, b) => a.row - b.row)

function givenBlock(rows: readonly number[] | undefined): HeaderBlock | null {
  if (!rows || rows.length === 0) return null
  return { first: Math.min(...rows) - 1, last: Math.max(...rows) - 1, strength: rows.length }
}

function headerNotFound(grid: Grid): Refusal {
  return {
    code: 'HEADER_NOT_FOUND',
    message: {
      zh: `工作表“${grid.sheet}”里没有找到表头：需要一行列名，其中有“项目名称”一类的列`,
      en: `No header was found in sheet '${grid.sheet}': a row of column names with one for the project's name is needed`,
    },
    accepted: ['项目名称', '总投资', '计划开工时间', '责任单位'],
  }
}

function mappingRefusals(mapping: ColumnMapping | undefined, fields: readonly string[]): Refusal[] {
  const refusals: Refusal[] = []
  const used = new Set<string>()
  for (const [column, field] of Object.entries(mapping ?? {})) {
    if (field === null) continue
    const message = !fields.includes(field)
      ? { zh: `没有字段 ${field}`, en: `There is no field ${field}` }
      : used.has(field)
        ? { zh: `字段 ${field} 对应了两列`, en: `Field ${field} is mapped twice` }
        : null
    used.add(field)
    if (message) refusals.push({ code: 'MAPPING_INVALID', path: column, message, accepted: [...new Set(fields)] })
  }
  return refusals
}

/** Settles the unit of every column; a default that nothing in the sheet speaks for is pointed out. */
function withUnits(
  mapped: ReturnType<typeof mapColumns>,
  playbook: Playbook,
  sheet: SheetUnits,
  block: HeaderBlock,
  grid: Grid,
): { readonly columns: ReadyColumn[]; readonly warnings: CellRemark[] } {
  const warnings: CellRemark[] = []
  const columns = mapped.map((column): ReadyColumn => {
    const field = playbook.fields[column.field ?? '']
    const area = areaUnitFor(column.headerUnit, sheet, field?.kind === 'number' && field.unit === 'm2' ? 'm2' : 'mu')
    if (field?.kind !== 'money') return { ...column, money: moneyUnitOf('元')!, area: area.unit }
    const money = moneyUnitFor(field as FieldOf<'money'>, column.headerUnit, sheet)
    const unitBeside = mapped[column.index + 1]?.unitColumn === true
    if (money.from === 'default' && !unitBeside && hasBareNumber(grid, block, column.index)) {
      const message = `“${column.header}”没有写单位，单元格里也没写的按${money.unit.label}读入`
      warnings.push({ row: block.last + 1, column: column.letter, value: column.header, message })
    }
    return { ...column, money: money.unit, area: area.unit }
  })
  return { columns, warnings }
}

function hasBareNumber(grid: Grid, block: HeaderBlock, column: number): boolean {
  return grid.rows.slice(block.last + 1).some((row) => /^[\d,.]+$/.test(cellText(row[column])))
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
