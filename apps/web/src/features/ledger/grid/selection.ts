export interface CellAt {
  readonly row: number
  readonly column: number
}

/** As in a spreadsheet: typing goes to `cell`; the range spans from it to `corner`, which is where shift has led. */
export interface Selection {
  readonly cell: CellAt
  readonly corner: CellAt
}

export interface Bounds {
  readonly rows: number
  readonly columns: number
}

export interface CellRange {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

const clamp = (value: number, end: number) => Math.min(Math.max(0, value), Math.max(0, end - 1))

const inside = ({ row, column }: CellAt, bounds: Bounds): CellAt => ({
  row: clamp(row, bounds.rows),
  column: clamp(column, bounds.columns),
})

export const selectCell = (cell: CellAt, bounds: Bounds): Selection => {
  const at = inside(cell, bounds)
  return { cell: at, corner: at }
}

export const extendTo = (selection: Selection, corner: CellAt, bounds: Bounds): Selection => ({
  cell: selection.cell,
  corner: inside(corner, bounds),
})

/** A step from where the selection stands; with `extend` only the corner goes, so that the range grows or shrinks. */
export function step(selection: Selection, rows: number, columns: number, extend: boolean, bounds: Bounds): Selection {
  const from = extend ? selection.corner : selection.cell
  const to = { row: from.row + rows, column: from.column + columns }
  return extend ? extendTo(selection, to, bounds) : selectCell(to, bounds)
}

export const selectAll = (bounds: Bounds): Selection => ({
  cell: { row: 0, column: 0 },
  corner: inside({ row: bounds.rows - 1, column: bounds.columns - 1 }, bounds),
})

export const selectRows = (selection: Selection, bounds: Bounds): Selection => ({
  cell: { row: selection.cell.row, column: 0 },
  corner: { row: selection.corner.row, column: Math.max(0, bounds.columns - 1) },
})

export const selectColumns = (selection: Selection, bounds: Bounds): Selection => ({
  cell: { row: 0, column: selection.cell.column },
  corner: { row: Math.max(0, bounds.rows - 1), column: selection.corner.column },
})

export function rangeOf({ cell, corner }: Selection): CellRange {
  return {
    top: Math.min(cell.row, corner.row),
    bottom: Math.max(cell.row, corner.row),
    left: Math.min(cell.column, corner.column),
    right: Math.max(cell.column, corner.column),
  }
}

export const rowsOf = ({ top, bottom }: CellRange): number => bottom - top + 1

export const columnsOf = ({ left, right }: CellRange): number => right - left + 1

export const isSingle = (range: CellRange): boolean => rowsOf(range) === 1 && columnsOf(range) === 1

export const covers = (range: CellRange, row: number, column: number): boolean =>
  row >= range.top && row <= range.bottom && column >= range.left && column <= range.right
