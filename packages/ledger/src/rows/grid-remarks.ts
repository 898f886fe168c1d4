import type { Grid } from '../grid/grid.ts'

const indexes = new WeakMap<Grid, ReadonlyMap<string, string>>()

/** What the file's reader says of a cell, or undefined. */
export function gridRemark(grid: Grid, row: number, column: number): string | undefined {
  if (!grid.remarks) return undefined
  let index = indexes.get(grid)
  if (!index) {
    index = new Map(grid.remarks.map((remark) => [`${remark.row},${remark.column}`, remark.message]))
    indexes.set(grid, index)
  }
  return index.get(`${row},${column}`)
}
