import type { ItemRow } from '@guatu/contract'
import { type KeyboardEvent, useCallback } from 'react'
import { flushSync } from 'react-dom'
import { cellKey } from '../edit/cell-state.ts'
import type { CellWrite } from '../edit/paste.ts'
import type { Acts } from '../edit/use-acts.ts'
import type { Edits } from '../edit/use-edits.ts'
import { ledgerTexts } from '../texts.ts'
import type { LedgerView } from '../view/use-ledger-view.ts'
import { inputIsReady } from './cell-editor.tsx'
import { actionOf, type GridAction } from './keyboard.ts'
import { isSingle, rangeOf, selectCell } from './selection.ts'
import type { Cursor } from './use-cursor.ts'
import type { Editor } from './use-editing.ts'

interface GridKeysInput {
  readonly view: LedgerView
  readonly cursor: Cursor
  readonly editor: Editor
  readonly edits: Edits
  readonly acts: Acts
  readonly rowAt: (index: number) => ItemRow | null
  readonly pageRows: number
  readonly onOpen: (itemId: string) => void
  readonly onMenu: (column: number) => void
}

/** Cells of the selection that can be emptied, as far as their rows are at hand. */
function clearing({ view, cursor, rowAt }: GridKeysInput): readonly CellWrite[] {
  const { top, bottom, left, right } = rangeOf(cursor.selection)
  const columns = view.columns.slice(left, right + 1).filter(({ field }) => field && !field.required)
  const rows = Array.from({ length: Math.min(bottom - top + 1, 500) }, (_, index) => rowAt(top + index))
  return rows.flatMap((row) =>
    columns.flatMap(({ key }) =>
      row && (row.fields[key] ?? null) !== null ? [{ itemId: row.itemId, key, text: '', value: null }] : [],
    ),
  )
}

function perform(action: GridAction, input: GridKeysInput, typed: string): void {
  const { view, cursor, editor, edits, acts, rowAt, onOpen } = input
  const { row: index, column: at } = cursor.selection.cell
  const row = rowAt(index)
  const column = view.columns[at]
  if (action.kind === 'select') cursor.select(action.selection)
  else if (action.kind === 'undo') void acts.undo()
  else if (action.kind === 'redo') void acts.redo()
  if (!row || !column || action.kind === 'select' || action.kind === 'undo' || action.kind === 'redo') return
  const opens =
    action.kind === 'open' || (action.kind === 'enter' && (!column.field || column.key === view.playbook.roles.title))
  if (opens) onOpen(row.itemId)
  else if (action.kind === 'clear') void acts.act(clearing(input), ledgerTexts.cleared)
  else if (action.kind === 'cancel') {
    const state = edits.states.get(cellKey(row.itemId, column.key))
    if (state && state.kind !== 'saving') edits.drop([state.write])
    if (!isSingle(rangeOf(cursor.selection))) cursor.select(selectCell(cursor.selection.cell, cursor.bounds))
  } else {
    // The input must stand before the key's own character comes, or the first stroke of pinyin would be lost.
    // Keys that come while the input is still on its way are kept for it, one behind the other.
    const before = editor.editing ? editor.entry.text : ''
    const early = action.kind === 'type' && !inputIsReady() ? before + typed : ''
    flushSync(() => editor.start(index, row, column, action.kind === 'type' ? 'type' : 'edit', early))
  }
}

/** Keys of the grid itself; an open editor has its own. */
export function useGridKeys(input: GridKeysInput) {
  return useCallback(
    (event: KeyboardEvent) => {
      if (event.target !== event.currentTarget) return
      const { key, shiftKey: shift, altKey: alt } = event
      if (alt && key === 'ArrowDown') {
        event.preventDefault()
        return input.onMenu(input.cursor.selection.cell.column)
      }
      const stand = { selection: input.cursor.selection, bounds: input.cursor.bounds, pageRows: input.pageRows }
      const action = actionOf({ key, shift, alt, command: event.ctrlKey || event.metaKey }, stand)
      if (!action) return
      if (action.kind === 'type') event.stopPropagation()
      else event.preventDefault()
      perform(action, input, key.length === 1 ? key : '')
    },
    [input],
  )
}
