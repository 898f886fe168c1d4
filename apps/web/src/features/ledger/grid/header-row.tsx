// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot hold rows that are placed by a virtualizer
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names the cell by aria-activedescendant
import { memo, type PointerEvent, useRef, useState } from 'react'
import { useText } from '../../../app/language.ts'
import { clampWidth, moveColumn } from '../columns/layout.ts'
import type { LedgerColumn } from '../columns/ledger-columns.ts'
import { ledgerTexts } from '../texts.ts'
import type { SortKey } from '../view/sort.ts'
import type { GridShape } from './grid-row.tsx'

export interface HeaderActions {
  readonly onSort: (key: string, add: boolean) => void
  readonly onMenu: (column: number, anchor: Element) => void
  readonly onWidth: (column: number, px: number, done: boolean) => void
  readonly onMove: (columns: readonly LedgerColumn[]) => void
}

interface HeaderRowProps extends HeaderActions {
  readonly shape: GridShape
  readonly sort: readonly SortKey[]
  readonly filtered: ReadonlySet<string>
}

interface HeaderCellProps extends HeaderRowProps {
  readonly column: LedgerColumn
  readonly at: number
  readonly dragged: { current: number | null }
}

const ariaSort = (sort: SortKey | undefined) => (sort ? (sort.descending ? 'descending' : 'ascending') : undefined)

export const HeaderRow = memo(function HeaderRow(props: HeaderRowProps) {
  const dragged = useRef<number | null>(null)
  const { columns, frozen } = props.shape
  return (
    <div role="row" aria-rowindex={1} className="grid-row grid-head">
      <div role="presentation" className="grid-frozen">
        <div role="columnheader" aria-colindex={1} className="grid-number">
          #
        </div>
        {columns.slice(0, frozen).map((column, at) => (
          <HeaderCell key={column.key} {...props} column={column} at={at} dragged={dragged} />
        ))}
      </div>
      {columns.slice(frozen).map((column, at) => (
        <HeaderCell key={column.key} {...props} column={column} at={frozen + at} dragged={dragged} />
      ))}
    </div>
  )
})

function HeaderCell({ shape, sort, filtered, column, at, dragged, onSort, onMenu, onWidth, onMove }: HeaderCellProps) {
  const t = useText()
  const place = sort.findIndex(({ key }) => key === column.key)
  const own = sort[place]
  const title = t(column.title)
  const [over, setOver] = useState(false)
  return (
    <div
      role="columnheader"
      aria-colindex={at + 2}
      aria-sort={ariaSort(own)}
      className={`grid-cell grid-title-cell ${column.align === 'end' ? 'is-end' : ''} ${over ? 'is-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={() => {
        setOver(false)
        if (dragged.current !== null) onMove(moveColumn(shape.columns, dragged.current, at))
        dragged.current = null
      }}
    >
      <button
        type="button"
        tabIndex={-1}
        className="grid-sort"
        title={title}
        draggable={column.sortable}
        onDragStart={() => {
          dragged.current = at
        }}
        disabled={!column.sortable}
        onClick={(event) => onSort(column.key, event.shiftKey)}
      >
        <span>{title}</span>
        {own ? (
          <span className="grid-sort-mark" aria-hidden="true">
            {own.descending ? '↓' : '↑'}
            {sort.length > 1 ? place + 1 : ''}
          </span>
        ) : null}
      </button>
      <button
        type="button"
        tabIndex={-1}
        className={`grid-menu-open ${filtered.has(column.key) ? 'is-on' : ''}`}
        aria-label={t(ledgerTexts.columnMenu, { title })}
        aria-haspopup="dialog"
        onClick={(event) => onMenu(at, event.currentTarget)}
      >
        ▾
      </button>
      <ResizeHandle widthPx={column.widthPx} onWidth={(px, done) => onWidth(at, px, done)} />
    </div>
  )
}

interface ResizeProps {
  readonly widthPx: number
  readonly onWidth: (px: number, done: boolean) => void
}

function ResizeHandle({ widthPx, onWidth }: ResizeProps) {
  const from = useRef<{ readonly x: number; readonly widthPx: number } | null>(null)
  const follow = (event: PointerEvent, done: boolean) => {
    if (!from.current) return
    onWidth(clampWidth(from.current.widthPx + event.clientX - from.current.x), done)
    if (done) from.current = null
  }
  return (
    <span
      className="grid-resize"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        from.current = { x: event.clientX, widthPx }
      }}
      onPointerMove={(event) => follow(event, false)}
      onPointerUp={(event) => follow(event, true)}
      onPointerCancel={(event) => follow(event, true)}
    />
  )
}

export type Widths = ReadonlyMap<string, number>

/** Columns with the widths of a drag that is still going on. */
export const withWidths = (columns: readonly LedgerColumn[], widths: Widths): readonly LedgerColumn[] =>
  widths.size === 0
    ? columns
    : columns.map((column) => ({ ...column, widthPx: widths.get(column.key) ?? column.widthPx }))
