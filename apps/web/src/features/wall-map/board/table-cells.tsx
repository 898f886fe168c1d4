// biome-ignore-all lint/a11y/useSemanticElements: a table cannot carry rows that exist only while they are in view
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid itself has the focus and names the active row
import { useText } from '../../../app/language.ts'
import { LampMark } from '../../../ui/lamp-mark.tsx'
import type { WallRow } from '../rows/row-model.ts'
import { projectFloat, projectWorkdays } from '../rows/span.ts'
import { wallTexts } from '../texts.ts'
import type { TableColumn } from './table-columns.ts'
import { useWall } from './wall-context.ts'

interface TableCellsProps {
  readonly row: WallRow
  readonly columns: readonly TableColumn[]
}

/** The row in words and figures, left of the time line. */
export function TableCells({ row, columns }: TableCellsProps) {
  return columns.map((column) => (
    <span key={column} role="gridcell" className={`wall-cell is-${column}`}>
      {column === 'name' ? <NameCell row={row} /> : <FigureCell row={row} column={column} />}
    </span>
  ))
}

function NameCell({ row }: { readonly row: WallRow }) {
  const t = useText()
  const { actions } = useWall()
  if (row.kind === 'node') {
    return (
      <button
        type="button"
        className="wall-node-name"
        tabIndex={-1}
        title={row.node.title}
        onClick={() => actions.show(row)}
      >
        {row.node.title}
      </button>
    )
  }
  const { item } = row
  const open = row.mode === 'all'
  const done = item.nodes.filter((node) => node.done).length
  return (
    <>
      <button
        type="button"
        className={open ? 'wall-twisty is-open' : 'wall-twisty'}
        tabIndex={-1}
        aria-label={t(open ? wallTexts.collapse : wallTexts.expand, { title: item.title })}
        onClick={() => actions.toggle(row)}
      />
      {/* The router's own link works out its address on every render, which scrolling cannot wait for. */}
      <a
        href={`/item/${item.itemId}`}
        className="wall-item-name"
        tabIndex={-1}
        title={item.title}
        onClick={(event) => {
          // A new tab or window is the browser's affair.
          if (event.metaKey || event.ctrlKey || event.shiftKey) return
          event.preventDefault()
          actions.open(row)
        }}
      >
        {item.title}
      </a>
      <span className="wall-tally">{t(wallTexts.nodesDone, { done, all: item.nodes.length })}</span>
    </>
  )
}

function FigureCell({ row, column }: { readonly row: WallRow; readonly column: Exclude<TableColumn, 'name'> }) {
  const t = useText()
  const { directory, calendar } = useWall()
  const of = row.kind === 'node' ? row.node : row.item
  if (column === 'lamp') return <LampMark level={of.lamp} />
  if (column === 'leadOrg') {
    const name = directory.orgName(of.leadOrgId)
    return name ? <span title={name}>{name}</span> : <span className="figure-absent">{t(wallTexts.noOrg)}</span>
  }
  if (column === 'workdays') {
    return row.kind === 'node' ? row.node.durationWorkdays : (projectWorkdays(row.item, calendar) ?? '')
  }
  const float = row.kind === 'project' ? projectFloat(row.item) : row.node.done ? null : row.node.floatWorkdays
  return float !== null && float < 0 ? <span className="wall-short">{float}</span> : float
}
