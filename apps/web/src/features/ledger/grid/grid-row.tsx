// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot hold rows that are placed by a virtualizer
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names the cell by aria-activedescendant
import type { ItemRow } from '@guatu/contract'
import { lampFaces } from '@guatu/kernel'
import type { Playbook } from '@guatu/playbook'
import { Link } from '@tanstack/react-router'
import { memo, type ReactNode } from 'react'
import type { FieldContext } from '../../../forms/context.ts'
import { cellText, valueText } from '../columns/cell-text.ts'
import type { Placed } from '../columns/layout.ts'
import { type LedgerColumn, reasonText } from '../columns/ledger-columns.ts'
import type { CellState } from '../edit/cell-state.ts'

export interface GridShape {
  readonly columns: readonly LedgerColumn[]
  readonly placed: readonly Placed[]
  readonly frozen: number
  readonly playbook: Playbook
  readonly context: FieldContext
}

export interface RowMarks {
  /** Column of the cursor, -1 where it is in another row. */
  readonly cursor: number
  /** Columns of the selected range, `left > right` where none. */
  readonly left: number
  readonly right: number
}

interface GridRowProps {
  readonly row: ItemRow | null
  readonly index: number
  readonly topPx: number
  readonly shape: GridShape
  readonly marks: RowMarks
  /** States of this row's cells by column key; null where all is at rest. */
  readonly states: ReadonlyMap<string, CellState> | null
  readonly editorAt: number
  readonly editor: ReactNode
}

/** Room at the left for the row's number. */
export const GUTTER_PX = 44

export const cellId = (row: number, column: number): string => `cell-${row}-${column}`

function lampCell(row: ItemRow, { context: { language } }: GridShape): ReactNode {
  const { glyph, title } = lampFaces[row.lamp]
  return (
    <span className={`lamp is-${row.lamp}`}>
      <span className="lamp-glyph" aria-hidden="true">
        {glyph}
      </span>
      <span className="lamp-word">{title[language]}</span>
    </span>
  )
}

function content(column: LedgerColumn, row: ItemRow, shape: GridShape, state: CellState | undefined): ReactNode {
  if (column.key === 'lamp' && !column.field) return lampCell(row, shape)
  const text =
    state && column.field
      ? state.kind === 'refused'
        ? state.write.text
        : valueText(column.field, state.write.value, shape.context)
      : cellText(column, row, shape.playbook, shape.context)
  if (column.key !== shape.playbook.roles.title) return text
  return (
    <Link to="/item/$itemId" params={{ itemId: row.itemId }} tabIndex={-1} draggable={false} className="grid-title">
      {text}
    </Link>
  )
}

function hintOf(
  column: LedgerColumn,
  row: ItemRow,
  { context }: GridShape,
  state: CellState | undefined,
): string | undefined {
  if (state?.kind === 'refused') return state.messages.map((message) => message[context.language]).join('\n')
  if (column.key === 'lamp') return reasonText(row.lampReasons, context.language) || undefined
  return undefined
}

const classOf = (column: LedgerColumn, at: number, marks: RowMarks, state: CellState | undefined) =>
  [
    'grid-cell',
    column.align === 'end' ? 'is-end' : '',
    at >= marks.left && at <= marks.right ? 'is-selected' : '',
    at === marks.cursor ? 'is-cursor' : '',
    state ? `is-${state.kind}-cell` : '',
  ]
    .filter(Boolean)
    .join(' ')

/** Frozen cells stand in one sticky box: a layer of the row, not one for each cell. */
function GridRowOf(props: GridRowProps) {
  const { index, topPx, shape } = props
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={`grid-row ${props.editorAt >= 0 ? 'is-edited-row' : ''}`}
      style={{ transform: `translateY(${topPx}px)` }}
      data-row={index}
    >
      <div role="presentation" className="grid-frozen">
        <div role="rowheader" aria-colindex={1} className="grid-number">
          {index + 1}
        </div>
        {shape.columns.slice(0, shape.frozen).map((column, at) => (
          <GridCell key={column.key} {...props} column={column} at={at} />
        ))}
      </div>
      {shape.columns.slice(shape.frozen).map((column, at) => (
        <GridCell key={column.key} {...props} column={column} at={shape.frozen + at} />
      ))}
    </div>
  )
}

interface GridCellProps extends GridRowProps {
  readonly column: LedgerColumn
  readonly at: number
}

function GridCell({ column, at, row, index, shape, marks, states, editorAt, editor }: GridCellProps) {
  const state = states?.get(column.key)
  return (
    <div
      id={cellId(index, at)}
      role="gridcell"
      aria-colindex={at + 2}
      aria-selected={at >= marks.left && at <= marks.right}
      aria-readonly={column.field === null || undefined}
      aria-invalid={state?.kind === 'refused' || undefined}
      className={`${classOf(column, at, marks, state)} ${at === editorAt ? 'is-edited' : ''}`}
      title={row ? hintOf(column, row, shape, state) : undefined}
      data-column={at}
    >
      {row ? <span className="grid-text">{content(column, row, shape, state)}</span> : <span className="grid-bone" />}
      {at === editorAt ? editor : null}
    </div>
  )
}

export const GridRow = memo(GridRowOf)
