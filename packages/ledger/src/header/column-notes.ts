import type { Playbook } from '@guatu/playbook'
import { cellText, type Grid } from '../grid/grid.ts'
import type { CellRemark } from '../report.ts'
import { bareLabel } from '../text/normalise.ts'
import type { LedgerColumn } from './columns.ts'

interface NotesInput {
  readonly columns: readonly LedgerColumn[]
  readonly playbook: Playbook
  readonly grid: Grid
  /** The header's last row, at which remarks stand. */
  readonly headerRow: number
  /** The user named the column's field: nothing about it is in doubt. */
  readonly settled: (letter: string) => boolean
}

/** What a reader of the header should know: columns that are hidden, that repeat the table, or that may mean more. */
export function columnNotes(input: NotesInput): CellRemark[] {
  const { columns, headerRow } = input
  const note = ({ letter, header }: LedgerColumn, message: string): CellRemark => ({
    row: headerRow + 1,
    column: letter,
    value: header,
    message,
  })
  return [
    ...sideTable(input).map((column) =>
      note(column, `${column.letter}列起像是并排的另一张表，其中的项目没有读入；请把它移到下方或另存一张工作表`),
    ),
    ...hiddenColumns(input, note),
    ...columns
      .filter((column) => isOpenEnded(column, input))
      .map((column) =>
        note(column, `“${column.header}”没有写年份，按今年累计读入；如果是开工以来的累计，请改列的对应`),
      ),
  ]
}

/** The name's own label once more to the right: each row of the sheet holds two projects. */
function sideTable({ columns, playbook }: NotesInput): LedgerColumn[] {
  const title = columns.find(({ field }) => field === playbook.roles.title)
  if (!title) return []
  const label = ({ path }: LedgerColumn): string => bareLabel(path.at(-1) ?? '')
  const again = columns.find((column) => column.index > title.index + 1 && label(column) === label(title))
  return again && again.field === null ? [again] : []
}

function hiddenColumns(
  { columns, grid }: NotesInput,
  note: (column: LedgerColumn, message: string) => CellRemark,
): CellRemark[] {
  const hidden = new Set(grid.hiddenColumns ?? [])
  return columns
    .filter(({ index, path }) => hidden.has(index) && path.length > 0)
    .flatMap((column) => {
      if (column.field !== null) return [note(column, `隐藏的列“${column.header}”也已读入，请核对`)]
      const seen = columns.find(({ field, header }) => field !== null && bareLabel(header) === bareLabel(column.header))
      return seen
        ? [
            note(
              column,
              `有两列“${column.header}”，读入的是显示的${seen.letter}列，隐藏的${column.letter}列只作文字保留`,
            ),
          ]
        : []
    })
}

/** 累计完成投资 without a year is as often meant from the start of works. */
function isOpenEnded({ field, header, letter, index }: LedgerColumn, input: NotesInput): boolean {
  if (field === null || field !== input.playbook.roles.annualDone || input.settled(letter)) return false
  const filled = input.grid.rows.slice(input.headerRow + 1).some((row) => cellText(row[index]) !== '')
  return filled && /累计/.test(header) && !/年|月|季|今|本/.test(header)
}
