import type { ItemRow } from '@guatu/contract'
import { type MouseEvent, type PointerEvent, useCallback, useRef } from 'react'
import type { LedgerView } from '../view/use-ledger-view.ts'
import { type CellAt, extendTo, selectCell, selectRows } from './selection.ts'
import type { Cursor } from './use-cursor.ts'
import type { Editor } from './use-editing.ts'

/** The cell under the pointer, from the marks that rows and cells carry; column -1 is the row's number. */
function cellOf(target: EventTarget): CellAt | null {
  if (!(target instanceof Element)) return null
  const row = target.closest<HTMLElement>('[data-row]')?.dataset.row
  const column = target.closest<HTMLElement>('[data-column]')?.dataset.column
  return row === undefined ? null : { row: Number(row), column: column === undefined ? -1 : Number(column) }
}

interface PointerInput {
  readonly view: LedgerView
  readonly cursor: Cursor
  readonly editor: Editor
  readonly rowAt: (index: number) => ItemRow | null
  readonly onOpen: (itemId: string) => void
}

/** Click selects, shift-click and drag extend, a click on a row's number takes the row, a double click edits or opens. */
export function usePointer({ view, cursor, editor, rowAt, onOpen }: PointerInput) {
  const dragging = useRef(false)
  const onPointerDown = useCallback(
    (event: PointerEvent<HTMLElement>) => {
      const at = cellOf(event.target)
      if (!at || event.button !== 0 || (event.target as Element).closest('a')) return
      const { selection, bounds, select } = cursor
      if (at.column < 0)
        select(
          selectRows(
            event.shiftKey ? extendTo(selection, at, bounds) : selectCell({ ...at, column: 0 }, bounds),
            bounds,
          ),
        )
      else select(event.shiftKey ? extendTo(selection, at, bounds) : selectCell(at, bounds))
      dragging.current = event.pointerType === 'mouse' && at.column >= 0
    },
    [cursor],
  )
  const onPointerMove = useCallback(
    (event: PointerEvent<HTMLElement>) => {
      if (!dragging.current) return
      if (event.buttons === 0) {
        dragging.current = false
        return
      }
      const at = cellOf(event.target)
      const { selection, bounds, select } = cursor
      if (!at || at.column < 0 || (at.row === selection.corner.row && at.column === selection.corner.column)) return
      select(extendTo(selection, at, bounds))
    },
    [cursor],
  )
  const onDoubleClick = useCallback(
    (event: MouseEvent<HTMLElement>) => {
      const at = cellOf(event.target)
      const row = at ? rowAt(at.row) : null
      const column = at ? view.columns[at.column] : undefined
      if (!at || !row) return
      if (!column?.field || !editor.start(at.row, row, column, 'edit')) onOpen(row.itemId)
    },
    [view, editor, rowAt, onOpen],
  )
  return {
    onPointerDown,
    onPointerMove,
    onPointerUp: () => {
      dragging.current = false
    },
    onDoubleClick,
  }
}
