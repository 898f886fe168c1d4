// biome-ignore-all lint/a11y/useSemanticElements: a table cannot carry rows that exist only while they are in view
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid itself has the focus and names the active row
import type { Day } from '@guatu/schedule'
import { memo } from 'react'
import { useLanguage, useText } from '../../../app/language.ts'
import { barTexts } from '../bar-texts.ts'
import { dragTexts } from '../drag/texts.ts'
import { floatWindow } from '../rows/float-window.ts'
import { blockersOf, type NodeRow, type ProjectRow, type WallRow } from '../rows/row-model.ts'
import type { Span } from '../rows/span.ts'
import type { DayWindow } from '../scale/visible-window.ts'
import { nodeBarText, projectBarText } from './bar-text.ts'
import { NodeBar } from './node-bar.tsx'
import { ProjectBar } from './project-bar.tsx'
import { ROW_PX } from './sizes.ts'
import { TableCells } from './table-cells.tsx'
import type { TableColumn } from './table-columns.ts'
import { useWall } from './wall-context.ts'

interface WallRowProps {
  readonly row: WallRow
  readonly index: number
  readonly firstDay: Day
  readonly window: DayWindow
  readonly columns: readonly TableColumn[]
  readonly active: boolean
  readonly ghost: Span | null
}

/** The id that the grid points to as its active descendant. */
export const rowDomId = (key: string): string => `wall-row-${key.replace(/[^\w-]/g, '-')}`

/** Rows are made anew with every preview of a drag; a row is drawn anew only where it shows something else. */
function sameRow(a: WallRow, b: WallRow): boolean {
  if (a === b) return true
  if (a.key !== b.key) return false
  if (a.kind === 'node') {
    return b.kind === 'node' && a.item === b.item && a.position === b.position && a.siblings === b.siblings
  }
  return b.kind === 'project' && a.item === b.item && a.mode === b.mode && a.shownNodes === b.shownNodes
}

function sameProps(a: WallRowProps, b: WallRowProps): boolean {
  const { row: _a, window: windowA, ...restA } = a
  const { row: _b, window: windowB, ...restB } = b
  // The window only decides which beads of a project are drawn.
  if (a.row.kind === 'project' && windowA !== windowB) return false
  const keys = Object.keys(restA) as (keyof typeof restA)[]
  return sameRow(a.row, b.row) && keys.every((key) => restA[key] === restB[key])
}

const treePlace = (row: WallRow) =>
  row.kind === 'node'
    ? { 'aria-level': 2, 'aria-posinset': row.position, 'aria-setsize': row.siblings }
    : { 'aria-level': 1, 'aria-expanded': row.shownNodes > 0 }

export const WallRowLine = memo(function WallRowLine(props: WallRowProps) {
  const { row, index, firstDay, window, columns, active, ghost } = props
  const t = useText()
  const language = useLanguage()
  const { today, calendar, actions } = useWall()
  const context = { t, language, today, calendar }
  const blocked = row.kind === 'node' ? blockersOf(row) : []
  const said = row.kind === 'node' ? nodeBarText(row.node, context) : projectBarText(row, context)
  const list = blocked.map(({ title }) => title).join('”“')
  const words = blocked.length > 0 ? `${said}${t(barTexts.separator)}${t(barTexts.blockedBy, { list })}` : said
  return (
    <div
      role="row"
      id={rowDomId(row.key)}
      className={`wall-row is-${row.kind}${active ? ' is-active' : ''}${row.item.mayPlan ? '' : ' is-reading'}`}
      aria-rowindex={index + 2}
      aria-selected={active}
      {...treePlace(row)}
      style={{ top: index * ROW_PX }}
    >
      <div className="wall-cells" role="presentation">
        <TableCells row={row} columns={columns} />
      </div>
      <div role="gridcell" className="wall-track" aria-label={words}>
        {row.kind === 'node' ? (
          <NodeBar
            node={row.node}
            float={floatWindow(row.item, row.node, calendar)}
            words={row.item.mayPlan ? words : `${words}\n${t(dragTexts.notYours)}`}
            firstDay={firstDay}
            ghost={ghost}
            isBlocked={blocked.length > 0}
            onGrab={(grip, event) => actions.grab(row as NodeRow, grip, event)}
          />
        ) : (
          <ProjectBar
            {...{ item: row.item, ghost, firstDay, window }}
            onGrabDeadline={(event) => actions.grabDeadline(row as ProjectRow, event)}
          />
        )}
      </div>
    </div>
  )
}, sameProps)
