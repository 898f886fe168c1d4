import type { ItemRow } from '@guatu/contract'
import { type ClipboardEvent, useCallback } from 'react'
import { useText } from '../../../app/language.ts'
import type { FieldContext } from '../../../forms/context.ts'
import { readField } from '../../../forms/read.ts'
import { readTsv, tile, writeTsv } from '../../../ui/clipboard.ts'
import { toast } from '../../../ui/toast.tsx'
import { copyText } from '../columns/cell-text.ts'
import type { LedgerColumn } from '../columns/ledger-columns.ts'
import { columnsOf, rangeOf, rowsOf, type Selection } from '../grid/selection.ts'
import { ledgerTexts } from '../texts.ts'
import type { LedgerView } from '../view/use-ledger-view.ts'
import type { CellState } from './cell-state.ts'
import { type CellRefusal, MOST_ITEMS, type PasteColumn, planPaste } from './paste.ts'
import type { Acts } from './use-acts.ts'
import type { Edits } from './use-edits.ts'

/** More cells than this go by Excel export: the clipboard would hold up the page. */
const MOST_COPIED_ROWS = 2000

interface ClipboardInput {
  readonly view: LedgerView
  readonly context: FieldContext
  readonly selection: Selection
  readonly rowAt: (index: number) => ItemRow | null
  readonly total: number
  readonly edits: Edits
  readonly acts: Acts
}

const pasteColumn = (column: LedgerColumn, context: FieldContext): PasteColumn => {
  const { key, title, field } = column
  return {
    key,
    title,
    required: field?.required === true,
    read: field && !column.masked ? (text) => readField(field, text, context) : null,
  }
}

const refusedCell = ({ itemId, key, text, message }: CellRefusal): readonly CellState[] =>
  itemId && key ? [{ kind: 'refused', write: { itemId, key, text, value: null }, messages: [message] }] : []

export function useClipboard({ view, context, selection, rowAt, total, edits, acts }: ClipboardInput) {
  const t = useText()
  const onCopy = useCallback(
    (event: ClipboardEvent) => {
      const range = rangeOf(selection)
      event.preventDefault()
      if (rowsOf(range) > MOST_COPIED_ROWS)
        return toast({ text: t(ledgerTexts.copyTooMany, { count: MOST_COPIED_ROWS }) })
      const rows = Array.from({ length: rowsOf(range) }, (_, index) => rowAt(range.top + index))
      if (rows.includes(null)) return toast({ text: t(ledgerTexts.copyLoading) })
      const columns = view.columns.slice(range.left, range.right + 1)
      const texts = rows.map((row) => columns.map((column) => copyText(column, row!, view.playbook, context)))
      event.clipboardData.setData('text/plain', writeTsv(texts))
      toast({ text: t(ledgerTexts.copied, { count: rows.length * columns.length }) })
    },
    [view, context, selection, rowAt, t],
  )
  const onPaste = useCallback(
    (event: ClipboardEvent) => {
      event.preventDefault()
      const range = rangeOf(selection)
      const matrix = tile(readTsv(event.clipboardData.getData('text/plain')), rowsOf(range), columnsOf(range))
      if (matrix.length > MOST_ITEMS)
        return toast({ text: t(ledgerTexts.pasteTooMany, { count: MOST_ITEMS }), tone: 'failed' })
      const start = { row: range.top, column: range.left }
      const reached = Array.from({ length: Math.min(matrix.length, total - start.row) }, (_, index) =>
        rowAt(start.row + index),
      )
      if (reached.includes(null)) return toast({ text: t(ledgerTexts.pasteLoading), tone: 'failed' })
      const columns = view.columns.map((column) => pasteColumn(column, context))
      const { writes, refusals } = planPaste(matrix, start, rowAt, columns)
      if (refusals.length === 0) return void acts.act(writes)
      edits.mark(refusals.flatMap(refusedCell))
      toast({ text: t(ledgerTexts.pasteRefused, { count: refusals.length }), tone: 'failed' })
    },
    [view, context, selection, rowAt, total, edits, acts, t],
  )
  return { onCopy, onPaste }
}
