import type { Title } from '@guatu/kernel'
import type { Typed } from '../../../forms/typed.ts'
import type { TextMatrix } from '../../../ui/clipboard.ts'
import type { CellAt } from '../grid/selection.ts'

/** A column as pasting sees it: `read` null for one that is not filled in by hand. */
export interface PasteColumn {
  readonly key: string
  readonly title: Title
  readonly required: boolean
  readonly read: ((text: string) => Typed<unknown>) | null
}

export interface PasteRow {
  readonly itemId: string
  readonly revision: number
}

export interface CellWrite {
  readonly itemId: string
  readonly key: string
  readonly text: string
  /** Null empties the field. */
  readonly value: unknown
}

export interface CellRefusal {
  readonly at: CellAt
  readonly itemId: string | null
  readonly key: string | null
  readonly text: string
  readonly message: Title
}

interface PastePlan {
  readonly writes: readonly CellWrite[]
  readonly refusals: readonly CellRefusal[]
}

/** The most items that one request changes. */
export const MOST_ITEMS = 500

const beyondRows: Title = { zh: '超出清单最后一行', en: 'Beyond the last row of the list' }
const beyondColumns: Title = { zh: '超出最后一列', en: 'Beyond the last column' }
const readOnly: Title = { zh: '这一列不能在清单中填写', en: 'This column cannot be filled in here' }
const missing: Title = { zh: '必填，不能清空', en: 'Required; it cannot be emptied' }

interface Target {
  readonly row: PasteRow | null
  readonly column: PasteColumn | undefined
}

function writeOf({ row, column }: Target, text: string): { readonly write?: CellWrite; readonly message?: Title } {
  if (!row) return { message: beyondRows }
  if (!column) return { message: beyondColumns }
  if (!column.read) return { message: readOnly }
  const typed = column.read(text)
  if (typed.kind === 'fault') return { message: typed.message }
  if (typed.kind === 'empty' && column.required) return { message: missing }
  return { write: { itemId: row.itemId, key: column.key, text, value: typed.kind === 'value' ? typed.value : null } }
}

/**
 * What pasting a matrix at a cell would write, and every cell that refuses its text: nothing is written while one does.
 * An empty text beyond the last column is no loss: spreadsheets copy empty cells along.
 */
export function planPaste(
  matrix: TextMatrix,
  start: CellAt,
  rowAt: (index: number) => PasteRow | null,
  columns: readonly PasteColumn[],
): PastePlan {
  const writes: CellWrite[] = []
  const refusals: CellRefusal[] = []
  matrix.forEach((texts, down) => {
    const row = rowAt(start.row + down)
    texts.forEach((text, right) => {
      const at = { row: start.row + down, column: start.column + right }
      const column = columns[at.column]
      if (text.trim() === '' && (!column || !row)) return
      const { write, message } = writeOf({ row, column }, text)
      if (write) writes.push(write)
      if (message) refusals.push({ at, itemId: row?.itemId ?? null, key: column?.key ?? null, text, message })
    })
  })
  return { writes, refusals }
}

/** Writes gathered by item, in the order in which the items first appear: the body of one request. */
export function changesOf(
  writes: readonly CellWrite[],
  revisionOf: (itemId: string) => number,
): { itemId: string; revision: number; fields: Record<string, unknown> }[] {
  const items = new Map<string, Record<string, unknown>>()
  for (const { itemId, key, value } of writes) {
    const fields = items.get(itemId) ?? {}
    fields[key] = value
    items.set(itemId, fields)
  }
  return [...items].map(([itemId, fields]) => ({ itemId, revision: revisionOf(itemId), fields }))
}
