import type { Cell, Grid, MergeRange } from './grid.ts'

/** Finds the merge that covers a cell without walking all merges for each cell. */
export interface MergeIndex {
  at(row: number, column: number): MergeRange | undefined
}

/** No ledger merges more; a file made to hang its reader may claim any number. */
const mostMergedRows = 3_000_000

export function indexMerges(merges: readonly MergeRange[]): MergeIndex {
  const byRow = new Map<number, MergeRange[]>()
  let rows = 0
  for (const merge of merges) {
    rows += merge.endRow - merge.startRow + 1
    if (rows > mostMergedRows) break
    for (let row = merge.startRow; row <= merge.endRow; row++) {
      const known = byRow.get(row)
      if (known) known.push(merge)
      else byRow.set(row, [merge])
    }
  }
  return {
    at: (row, column) => byRow.get(row)?.find((merge) => column >= merge.startColumn && column <= merge.endColumn),
  }
}

export const isVertical = (merge: MergeRange): boolean => merge.endRow > merge.startRow

/** The cell's own value, or that of the merged block that it lies in. */
export function spreadCell(grid: Grid, merges: MergeIndex, row: number, column: number): Cell {
  const own = grid.rows[row]?.[column] ?? null
  if (own !== null) return own
  const merge = merges.at(row, column)
  return merge ? (grid.rows[merge.startRow]?.[merge.startColumn] ?? null) : null
}
