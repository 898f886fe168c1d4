// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot hold rows that are placed by a virtualizer
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useMay } from '../../../api/session.tsx'
import { useText } from '../../../app/language.ts'
import type { FieldContext } from '../../../forms/context.ts'
import { ErrorState } from '../../../ui/states.tsx'
import { ColumnMenu } from '../columns/column-menu.tsx'
import type { CellState } from '../edit/cell-state.ts'
import type { CellWrite } from '../edit/paste.ts'
import { useActs } from '../edit/use-acts.ts'
import { useClipboard } from '../edit/use-clipboard.ts'
import { useEdits } from '../edit/use-edits.ts'
import { ledgerTexts } from '../texts.ts'
import { toggleSort } from '../view/sort.ts'
import { choicesOf, type LedgerView, type LedgerViewActions } from '../view/use-ledger-view.ts'
import { CellEditor, type EditorEnd, usePreloadedInput } from './cell-editor.tsx'
import { cellId, GridRow, GUTTER_PX, type RowMarks } from './grid-row.tsx'
import { type HeaderActions, HeaderRow } from './header-row.tsx'
import { NoticeBar } from './notice-bar.tsx'
import { rangeOf, selectCell } from './selection.ts'
import { StatusLine } from './status-line.tsx'
import { useCursor } from './use-cursor.ts'
import { useEditing } from './use-editing.ts'
import { useGridColumns, useListScroll, useWidth } from './use-grid.ts'
import { useGridKeys } from './use-grid-keys.ts'
import { usePointer } from './use-pointer.ts'
import { useRows } from './use-rows.ts'

const ROW_PX = 32
/** Two lines of a head. */
const HEAD_PX = 44

interface LedgerGridProps {
  readonly view: LedgerView
  readonly actions: LedgerViewActions
  readonly context: FieldContext
  readonly total: number
}

function useLedgerGrid({ view, actions, context, total }: LedgerGridProps) {
  const scroll = useListScroll({ count: total, rowPx: ROW_PX, headPx: HEAD_PX, view, actions, overscan: OVERSCAN })
  const { box, virtualizer, firstRow } = scroll
  const viewPx = useWidth(box)
  const columns = useGridColumns(view, context, viewPx)
  const items = virtualizer.getVirtualItems()
  const rows = useRows(view.query, { first: items[0]?.index ?? firstRow, last: items.at(-1)?.index ?? firstRow }, total)
  const edits = useEdits(rows.rowOf)
  const may = useMay()
  const editable = may('item.edit')
  const acts = useActs(edits, rows.rowOf, editable)
  const { shape } = columns
  const revealColumn = useCallback(
    (at: number) => {
      const element = box.current
      const placed = shape.placed[at]
      if (!element || !placed || at < shape.frozen) return
      const frozenPx = GUTTER_PX + (shape.placed[shape.frozen]?.leftPx ?? 0)
      const left = GUTTER_PX + placed.leftPx
      if (left < element.scrollLeft + frozenPx) element.scrollLeft = left - frozenPx
      else if (left + placed.widthPx > element.scrollLeft + element.clientWidth)
        element.scrollLeft = left + placed.widthPx - element.clientWidth
    },
    [box, shape],
  )
  const cursor = useCursor({ rows: total, columns: view.columns.length, firstRow, virtualizer, revealColumn })
  const editor = useEditing(edits.states, context, editable)
  return { box, virtualizer, items, columns, rows, edits, acts, cursor, editor }
}

const OVERSCAN = 8

const noMarks: RowMarks = { cursor: -1, left: 1, right: 0 }

/** States by item, so that a row that nothing happens to stays the same. */
function statesByItem(states: ReadonlyMap<string, CellState>) {
  const items = new Map<string, Map<string, CellState>>()
  for (const state of states.values()) {
    const own = items.get(state.write.itemId) ?? new Map<string, CellState>()
    own.set(state.write.key, state)
    items.set(state.write.itemId, own)
  }
  return items
}

export function LedgerGrid(props: LedgerGridProps) {
  const { view, actions, context, total } = props
  const t = useText()
  const navigate = useNavigate()
  const grid = useLedgerGrid(props)
  const { box, virtualizer, columns, rows, edits, acts, cursor, editor } = grid
  const [menu, setMenu] = useState<Menu | null>(null)
  usePreloadedInput()
  const onOpen = useCallback((itemId: string) => void navigate({ to: '/item/$itemId', params: { itemId } }), [navigate])
  const focus = useCallback(() => box.current?.focus({ preventScroll: true }), [box])
  const handlers = useHandlers(props, grid, onOpen, setMenu)
  const commit = useCommit(grid, view, focus)
  const heads = useHeads(view, actions, columns.dragWidth, setMenu)
  const filtered = useMemo(() => new Set(view.conditions.map(({ key }) => key)), [view.conditions])
  const cancel = () => {
    editor.stop()
    focus()
  }
  return (
    <div className="ledger-body">
      <div
        ref={box}
        role="grid"
        tabIndex={0}
        className="grid"
        aria-label={t(ledgerTexts.grid, { list: t(view.playbook.title) })}
        aria-rowcount={total + 1}
        aria-colcount={view.columns.length + 1}
        aria-multiselectable="true"
        aria-activedescendant={cellId(cursor.selection.cell.row, cursor.selection.cell.column)}
        {...handlers}
      >
        <div
          className="grid-sheet"
          style={
            {
              width: columns.widthPx,
              height: virtualizer.getTotalSize() + HEAD_PX,
              '--columns': columns.template,
              '--frozen': columns.frozenTemplate,
            } as object
          }
        >
          <HeaderRow shape={columns.shape} sort={view.sort} filtered={filtered} {...heads} />
          <GridRows grid={grid} context={context} onCommit={commit} onCancel={cancel} />
        </div>
      </div>
      {rows.error ? <ErrorState error={rows.error} onRetry={rows.retry} /> : null}
      <NoticeBar
        {...{ view, context, edits, acts }}
        nameOf={(itemId) => rows.rowOf(itemId)?.title ?? ''}
        onShow={(itemId, key) => showCell(grid, view, itemId, key)}
      />
      <StatusLine {...{ view, context, total }} selection={cursor.selection} rowAt={rows.rowAt} states={edits.states} />
      {menu ? <ColumnMenu {...{ view, actions, context, ...menu }} onClose={() => setMenu(null)} /> : null}
    </div>
  )
}

type Grid = ReturnType<typeof useLedgerGrid>

/** Keys, pointer and clipboard of the grid's box. */
function useHandlers(
  { view, context, total }: LedgerGridProps,
  { box, rows, edits, acts, cursor, editor }: Grid,
  onOpen: (itemId: string) => void,
  setMenu: (menu: Menu) => void,
) {
  const openMenu = (at: number) =>
    setMenu({ at, anchor: box.current?.querySelectorAll('.grid-head [role=columnheader]')[at + 1] ?? null })
  const onKeyDown = useGridKeys({
    ...{ view, cursor, editor, edits, acts, onOpen },
    rowAt: rows.rowAt,
    pageRows: Math.max(1, Math.floor((box.current?.clientHeight ?? 640) / ROW_PX) - 2),
    onMenu: openMenu,
  })
  const pointer = usePointer({ view, cursor, editor, rowAt: rows.rowAt, onOpen })
  const clipboard = useClipboard({ view, context, selection: cursor.selection, rowAt: rows.rowAt, total, edits, acts })
  return { onKeyDown, ...pointer, ...clipboard }
}

interface GridRowsProps extends EditorEnd {
  readonly grid: Grid
  readonly context: FieldContext
}

function GridRows({ grid, context, onCommit, onCancel }: GridRowsProps) {
  const { box, items, columns, rows, edits, cursor, editor } = grid
  const range = rangeOf(cursor.selection)
  const states = useMemo(() => statesByItem(edits.states), [edits.states])
  const { editing } = editor
  // A row that leaves at one end is the same element that comes in at the other.
  const recycled = Math.max(16, Math.ceil((box.current?.clientHeight ?? 900) / ROW_PX) + 2 * OVERSCAN + 2)
  const marksOf = (index: number): RowMarks =>
    index < range.top || index > range.bottom
      ? noMarks
      : {
          cursor: index === cursor.selection.cell.row ? cursor.selection.cell.column : -1,
          left: range.left,
          right: range.right,
        }
  return (
    <div role="rowgroup" className="grid-rows">
      {items.map(({ index, start }) => {
        const row = rows.rowAt(index)
        const edited = editing !== null && row?.itemId === editing.itemId
        return (
          <GridRow
            key={index % recycled}
            row={row}
            index={index}
            topPx={start}
            shape={columns.shape}
            marks={marksOf(index)}
            states={(row && states.get(row.itemId)) ?? null}
            editorAt={edited ? columns.shape.columns.findIndex(({ key }) => key === editing.column.key) : -1}
            editor={edited ? <CellEditor {...{ editor, context }} onCommit={onCommit} onCancel={onCancel} /> : null}
          />
        )
      })}
    </div>
  )
}

type Menu = { readonly at: number; readonly anchor: Element | null }

/** What the heads do; the same from frame to frame, so that scrolling leaves them alone. */
function useHeads(
  view: LedgerView,
  actions: LedgerViewActions,
  dragWidth: Grid['columns']['dragWidth'],
  setMenu: (menu: Menu) => void,
): HeaderActions {
  return useMemo(() => {
    const put = (columns: typeof view.columns) => actions.setColumns(choicesOf(columns, view.all))
    return {
      onSort: (key, add) => actions.setSort(toggleSort(view.sort, key, add)),
      onMenu: (at, anchor) => setMenu({ at, anchor }),
      onMove: put,
      onWidth: (at, widthPx, done) => {
        const { key } = view.columns[at]!
        dragWidth(key, done ? null : widthPx)
        if (done) put(view.columns.map((own) => (own.key === key ? { ...own, widthPx } : own)))
      },
    }
  }, [view, actions, dragWidth, setMenu])
}

function showCell({ items, rows, cursor }: Grid, view: LedgerView, itemId: string, key: string): void {
  const seen = items.find(({ index }) => rows.rowAt(index)?.itemId === itemId)
  const column = view.columns.findIndex((own) => own.key === key)
  if (seen && column >= 0) cursor.select(selectCell({ row: seen.index, column }, cursor.bounds))
}

/** Ends the editing: writes what was typed, moves on, and gives the keyboard back to the grid. */
function useCommit(grid: Grid, view: LedgerView, focus: () => void) {
  const newest = useRef(grid)
  useEffect(() => {
    newest.current = grid
  })
  return useCallback(
    (down: number, right: number, fill = false) => {
      const { editor, rows, cursor, acts } = newest.current
      const { editing } = editor
      const row = editing && rows.rowAt(editing.row)
      if (!editing || !row) return
      const write = editor.take(row)
      if (write === null) return
      editor.stop()
      focus()
      const { top, bottom } = rangeOf(cursor.selection)
      const others = fill && write !== 'same' ? filled(write, top, bottom, editing.row, rows.rowAt) : []
      if (write !== 'same') void acts.act([write, ...others])
      if (down === 0 && right === 0) return
      const at = view.columns.findIndex(({ key }) => key === editing.column.key)
      cursor.select(selectCell({ row: editing.row + down, column: at + right }, cursor.bounds))
    },
    [view, focus],
  )
}

/** The same value for the other rows of the selection, as Ctrl+Enter does it. */
function filled(
  write: CellWrite,
  top: number,
  bottom: number,
  own: number,
  rowAt: Grid['rows']['rowAt'],
): readonly CellWrite[] {
  const rows = Array.from({ length: Math.min(bottom - top + 1, 500) }, (_, index) =>
    top + index === own ? null : rowAt(top + index),
  )
  return rows.flatMap((row) => (row ? [{ ...write, itemId: row.itemId }] : []))
}
