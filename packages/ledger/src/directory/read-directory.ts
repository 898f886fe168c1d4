import { done, type Outcome, refused } from '@guatu/kernel'
import { cellText, columnLetter, type Grid } from '../grid/grid.ts'
import { indexMerges } from '../grid/merges.ts'
import { type DirectoryColumn, type DirectoryHeader, directoryColumns, findDirectoryHeader } from './columns.ts'
import type { DirectoryReport } from './report.ts'
import { readDirectoryRows } from './rows.ts'
import type { Vocabulary } from './values.ts'

export interface DirectoryOptions {
  readonly kinds: Vocabulary
  readonly roles: Vocabulary
  /** ISO day; the year of days that were written without one. */
  readonly today: string
}

/** Reads a sheet of units, persons and posts; writes nothing. Refuses a sheet without a header. */
export function readDirectory(grid: Grid, options: DirectoryOptions): Outcome<DirectoryReport> {
  const merges = indexMerges(grid.merges)
  const header = findDirectoryHeader(grid, merges)
  if (!header) return refused(headerNotFound(grid))
  const read = readDirectoryRows({ grid, merges, header, ...options })
  return done({
    sheet: grid.sheet,
    headerRows: header.first === header.last ? [header.first + 1] : [header.first + 1, header.last + 1],
    columns: columnsOf(grid, header),
    ...read,
  })
}

const columnsOf = (grid: Grid, { columns, first, last }: DirectoryHeader): DirectoryReport['columns'] =>
  [...columns]
    .sort(([, a], [, b]) => a - b)
    .map(([field, index]) => ({
      column: columnLetter(index),
      header: cellText(grid.rows[last]?.[index]) || cellText(grid.rows[first]?.[index]),
      field,
    }))

/** The sheet of a workbook that reads most like a directory; undefined where none does. */
export function chooseDirectorySheet(grids: readonly Grid[]): Grid | undefined {
  const strength = (grid: Grid) => findDirectoryHeader(grid, indexMerges(grid.merges))?.columns.size ?? 0
  const shown = grids.filter((grid) => !grid.hidden)
  return [...shown].sort((a, b) => strength(b) - strength(a))[0]
}

function headerNotFound(grid: Grid) {
  const { unit, person, title } = directoryColumns satisfies Record<DirectoryColumn, unknown>
  return {
    code: 'HEADER_NOT_FOUND',
    message: {
      zh: `工作表“${grid.sheet}”里没有找到表头：需要一行列名，其中有“单位”和“姓名”一类的列`,
      en: `No header was found in sheet '${grid.sheet}': a row of column names with one for the unit and one for the name is needed`,
    },
    accepted: [unit.zh, person.zh, title.zh],
  }
}
