// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot hold rows that are placed by a virtualizer
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names the cell by aria-activedescendant
import { type PointerEvent, useRef, useState } from 'react'
import { useText } from '../../../app/language.ts'
import { type ColumnChoice, clampWidth, moveColumn } from '../columns/layout.ts'
import type { LedgerColumn } from '../columns/ledger-columns.ts'
import { ledgerTexts } from '../texts.ts'
import type { SortKey } from '../view/sort.ts'
import { type GridShape, GUTTER_PX } from './grid-row.tsx'

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

export function HeaderRow(props: HeaderRowProps) {
  const dragged = useRef<number | null>(null)
  return (
    <div role="row" aria-rowindex={1} className="grid-row grid-head">
      <div role="columnheader" aria-colindex={1} className="grid-number is-frozen">
        #
      </div>
      {props.shape.columns.map((column, at) => (
        <HeaderCell key={column.key} {...props} column={column} at={at} dragged={dragged} />
      ))}
    </div>
  )
}

function HeaderCell({ shape, sort, filtered, column, at, dragged, onSort, onMenu, onWidth, onMove }: HeaderCellProps) {
  const t = useText()
  const place = sort.findIndex(({ key }) => key === column.key)
  const own = sort[place]
  const title = t(column.title)
  const frozen = at < shape.frozen
  const [over, setOver] = useState(false)
  return (
    <div
      role="columnheader"
      aria-colindex={at + 2}
      aria-sort={ariaSort(own)}
      className={`grid-cell grid-title-cell ${column.align === 'end' ? 'is-end' : ''} ${frozen ? 'is-frozen' : ''} ${at === shape.frozen - 1 ? 'is-last-frozen' : ''} ${over ? 'is-over' : ''}`}
      style={frozen ? { left: GUTTER_PX + shape.placed[at]!.leftPx } : undefined}
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

export const withWidth = (columns: readonly ColumnChoice[], key: string, widthPx: number): readonly ColumnChoice[] =>
  columns.map((column) => (column.key === key ? { key, widthPx } : column))
