import { type Cell, cellText, isBlank } from '../grid/grid.ts'
import { compact } from '../text/normalise.ts'
import { cellFor } from './find-cell.ts'
import type { ReadyColumn, RowInput } from './row-input.ts'

const dittos = new Set([
  '同上',
  '同上行',
  '同前',
  '同上一行',
  '〃',
  '″',
  '"',
  '”',
  '“',
  '′′',
  "''",
  '〞',
  '々',
  'ditto',
  'do.',
])

/** 同上 and the signs that stand for it. */
export const isDitto = (text: string): boolean => dittos.has(text.trim()) || dittos.has(compact(text))

/** What the sign stands for: the nearest row above that is more than a heading. Null where that is blank. */
export function aboveCell(row: number, column: ReadyColumn, input: RowInput): Cell {
  for (let above = row - 1; above >= input.firstRow; above--) {
    const filled = (input.grid.rows[above] ?? []).filter((cell) => !isBlank(cell)).length
    if (filled <= 1) continue
    const { cell } = cellFor(above, column, input)
    if (!isDitto(cellText(cell))) return isBlank(cell) ? null : cell
  }
  return null
}
