import { type Cell, isBlank } from '../grid/grid.ts'
import type { ReadyColumn, RowInput } from './row-input.ts'

/** Kinds whose merged value holds for every row of the merge; a merged amount is one amount for all of them together. */
const summable = new Set(['money', 'number', 'integer', 'percent'])

export const isSummable = (column: ReadyColumn, input: RowInput): boolean =>
  summable.has(input.playbook.fields[column.field ?? '']?.kind ?? '')

export interface FoundCell {
  readonly cell: Cell
  /** One amount that was merged over several rows. */
  readonly shared: boolean
}

/** The cell that holds for a row and column, merges counted in. */
export function cellFor(row: number, column: ReadyColumn, input: RowInput): FoundCell {
  const own = input.grid.rows[row]?.[column.index] ?? null
  const merge = input.merges.at(row, column.index)
  if (!merge) return { cell: own, shared: false }
  if (merge.endRow === merge.startRow || merge.startRow < input.firstRow) return { cell: own, shared: false }
  const summed = isSummable(column, input)
  if (merge.startRow === row) return { cell: own, shared: summed && !isBlank(own) }
  if (summed || merge.startColumn !== column.index) return { cell: null, shared: false }
  return { cell: input.grid.rows[merge.startRow]?.[merge.startColumn] ?? null, shared: false }
}
