import type { ItemRow } from '@guatu/contract'
import type { Title } from '@guatu/kernel'
import { useCallback, useRef, useState } from 'react'
import type { FieldContext } from '../../../forms/context.ts'
import { type Entry, entryOf, typedOf } from '../../../forms/entry.ts'
import { formTexts } from '../../../forms/texts.ts'
import type { LedgerColumn } from '../columns/ledger-columns.ts'
import { type CellStates, cellKey } from '../edit/cell-state.ts'
import { sameValue } from '../edit/history.ts'
import type { CellWrite } from '../edit/paste.ts'

/** A cell that is being typed into. `mode` `type`: it began with a character, so arrows leave it as in a spreadsheet. */
interface Editing {
  readonly row: number
  readonly column: LedgerColumn
  readonly itemId: string
  readonly mode: 'type' | 'edit'
}

export interface Editor {
  readonly editing: Editing | null
  readonly entry: Entry
  readonly fault: { readonly message: Title; readonly accepted?: readonly string[] } | null
  /** `early`: a character that was typed before the input was there to take it. */
  readonly start: (row: number, item: ItemRow, column: LedgerColumn, mode: Editing['mode'], early?: string) => boolean
  readonly setEntry: (entry: Entry) => void
  /** What the words mean: a write, `same` where nothing changed, null where they are refused and the editor stays. */
  readonly take: (item: ItemRow) => CellWrite | 'same' | null
  readonly stop: () => void
}

const blank: Entry = { text: '' }

export function useEditing(states: CellStates, context: FieldContext, editable: boolean): Editor {
  const [editing, setEditing] = useState<Editing | null>(null)
  const [entry, showEntry] = useState<Entry>(blank)
  const [fault, setFault] = useState<Editor['fault']>(null)
  // A pick and the key that confirms it come in one event: the newest words are needed before the next render.
  const newest = useRef<Entry>(blank)
  // Giving the focus back takes it from the input, which would end the editing a second time.
  const open = useRef(false)
  const setEntry = useCallback((next: Entry) => {
    newest.current = next
    showEntry(next)
    setFault(null)
  }, [])
  const start = useCallback<Editor['start']>(
    (row, item, column, mode, early = '') => {
      // A secret is shown and changed on the item's own page, where the reading is asked for.
      if (!editable || !column.field || column.masked) return false
      const refused = states.get(cellKey(item.itemId, column.key))
      const stored = entryOf(column.field, item.fields[column.key], context)
      setEntry(mode === 'type' ? { text: early } : refused ? { text: refused.write.text } : stored)
      open.current = true
      setEditing({ row, column, itemId: item.itemId, mode })
      return true
    },
    [states, context, setEntry, editable],
  )
  const take = useCallback<Editor['take']>(
    (item) => {
      const field = editing?.column.field
      if (!editing || !field || !open.current) return 'same'
      const typed = typedOf(field, newest.current, context)
      if (typed.kind === 'fault') {
        setFault(typed)
        return null
      }
      if (typed.kind === 'empty' && field.required) {
        setFault({ message: formTexts.required })
        return null
      }
      const value = typed.kind === 'value' ? typed.value : null
      const { key } = editing.column
      if (sameValue(item.fields[key], value) && !states.has(cellKey(item.itemId, key))) return 'same'
      return { itemId: item.itemId, key, text: newest.current.text, value }
    },
    [editing, context, states],
  )
  const stop = useCallback(() => {
    open.current = false
    setEditing(null)
    setFault(null)
  }, [])
  return { editing, entry, fault, start, setEntry, take, stop }
}
