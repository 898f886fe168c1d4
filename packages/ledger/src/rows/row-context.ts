import type { Playbook } from '@guatu/playbook'
import { cellText, type Grid } from '../grid/grid.ts'
import type { MergeIndex } from '../grid/merges.ts'
import type { HeaderBlock } from '../header/find.ts'
import { compact } from '../text/normalise.ts'
import type { RowContext } from './classify.ts'
import type { ReadyColumn } from './row-input.ts'

interface ContextInput {
  readonly grid: Grid
  readonly merges: MergeIndex
  readonly playbook: Playbook
  readonly columns: readonly ReadyColumn[]
  readonly titleColumn: number
  /** The header above these rows, and the sheet's first, above which its title stands. */
  readonly block: HeaderBlock
  readonly firstHeaderRow: number
  /** The row after the table's last. */
  readonly end: number
}

const valueKinds: ReadonlySet<string> = new Set(['money', 'number', 'integer', 'percent', 'date'])

/** What telling a table's rows apart needs to know of the whole table. */
export function rowContext(input: ContextInput): RowContext {
  const { grid, merges, columns, titleColumn, firstHeaderRow } = input
  const serialColumn = columns.find((column) => column.serial)?.index ?? null
  const serials = serialColumn === null ? [] : namedRows(input).map((row) => cellText(grid.rows[row]?.[serialColumn]))
  const titleTexts = new Set(
    grid.rows
      .slice(0, firstHeaderRow)
      .flatMap((row) => row.map((cell) => compact(cellText(cell))).filter((text) => text !== '')),
  )
  const indexesOf = (wanted: (kind: string) => boolean): number[] =>
    columns
      .filter(({ field, index }) => field !== null && index !== titleColumn && wanted(kindOf(input.playbook, field)))
      .map(({ index }) => index)
  return {
    grid,
    merges,
    serialColumn,
    titleColumn,
    headerTexts: new Set(columns.flatMap((column) => column.path.map(compact))),
    titleTexts,
    titleLabels: new Set((columns.find(({ index }) => index === titleColumn)?.path ?? []).map(compact)),
    arabicSerials: serials.some((text) => /^\d/.test(text)),
    serialsFilled: serials.filter((text) => text !== '').length >= serials.length * 0.6,
    width: columns.filter((column) => column.header !== '').length,
    valueColumns: indexesOf((kind) => valueKinds.has(kind)),
    moneyColumns: indexesOf((kind) => kind === 'money'),
    textColumns: indexesOf((kind) => !valueKinds.has(kind)),
  }
}

const kindOf = (playbook: Playbook, field: string): string => playbook.fields[field]?.kind ?? 'stage'

function namedRows({ grid, block, titleColumn, end }: ContextInput): number[] {
  const rows: number[] = []
  for (let row = block.last + 1; row < Math.min(end, block.last + 500); row++) {
    if (cellText(grid.rows[row]?.[titleColumn]) !== '') rows.push(row)
  }
  return rows
}
