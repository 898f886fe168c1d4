import type { WallRow } from './row-model.ts'

/** Keys that move in the tree, as the treegrid pattern of WAI-ARIA has them. */
export type TreeMove = 'up' | 'down' | 'pageUp' | 'pageDown' | 'home' | 'end' | 'parent' | 'child'

const isShut = (row: WallRow): boolean => row.kind === 'project' && row.shownNodes === 0

/** Where a move leads from a row; `open` and `shut` ask to unfold or fold the row instead. */
export function treeMove(
  rows: readonly WallRow[],
  index: number,
  move: TreeMove,
  pageRows: number,
): number | 'open' | 'shut' {
  const last = rows.length - 1
  const row = rows[index]
  // Nothing is active yet: the first key makes the first row so.
  if (row === undefined) return move === 'end' ? Math.max(0, last) : 0
  const clamp = (to: number): number => Math.max(0, Math.min(last, to))
  switch (move) {
    case 'up':
      return clamp(index - 1)
    case 'down':
      return clamp(index + 1)
    case 'pageUp':
      return clamp(index - pageRows)
    case 'pageDown':
      return clamp(index + pageRows)
    case 'home':
      return 0
    case 'end':
      return last
    case 'parent':
      if (row.kind === 'node') return row.projectIndex
      return isShut(row) ? index : 'shut'
    case 'child':
      if (row.kind === 'node') return index
      return isShut(row) ? 'open' : clamp(index + 1)
  }
}
