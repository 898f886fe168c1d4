import { cellText, type Grid } from './grid.ts'

const wanted = 3
const searchedRows = 200

/** The first few different values of a column from a row on, cut to a glance. */
export function samplesOf(grid: Grid, firstRow: number, column: number): string[] {
  const samples = new Set<string>()
  for (let row = firstRow; row < Math.min(grid.rows.length, firstRow + searchedRows) && samples.size < wanted; row++) {
    const text = cellText(grid.rows[row]?.[column])
    if (text !== '') samples.add(text.slice(0, 60))
  }
  return [...samples]
}
