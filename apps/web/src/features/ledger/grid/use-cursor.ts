import type { Virtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { type Bounds, rangeOf, type Selection, selectCell } from './selection.ts'

export interface Cursor {
  readonly selection: Selection
  readonly bounds: Bounds
  readonly select: (selection: Selection) => void
}

interface CursorInput {
  readonly rows: number
  readonly columns: number
  /** Row that the link points at: the cursor begins there. */
  readonly firstRow: number
  readonly virtualizer: Virtualizer<HTMLDivElement, Element>
  readonly revealColumn: (column: number) => void
}

/** Where the keyboard is in the grid; what it moves to is scrolled into view. */
export function useCursor({ rows, columns, firstRow, virtualizer, revealColumn }: CursorInput): Cursor {
  const bounds = useMemo(() => ({ rows, columns }), [rows, columns])
  const [selection, setSelection] = useState<Selection>(() => {
    const cell = { row: firstRow, column: 0 }
    return { cell, corner: cell }
  })
  const select = useCallback(
    (next: Selection) => {
      setSelection(next)
      virtualizer.scrollToIndex(next.corner.row, { align: 'auto' })
      revealColumn(next.corner.column)
    },
    [virtualizer, revealColumn],
  )
  // A filter can leave fewer rows, a hidden column fewer columns: the cursor stays on the list.
  useEffect(() => {
    if (rows === 0) return
    setSelection((last) => {
      const { bottom, right } = rangeOf(last)
      return bottom < rows && right < columns ? last : selectCell(last.cell, { rows, columns })
    })
  }, [rows, columns])
  return { selection, bounds, select }
}
