// biome-ignore-all lint/a11y/useSemanticElements: a table cannot carry rows that exist only while they are in view
import type { Replanned } from '@guatu/playbook'
import { toDay } from '@guatu/schedule'
import { type MouseEvent, useMemo } from 'react'
import type { Draft } from '../drag/draft.ts'
import type { WallRow } from '../rows/row-model.ts'
import { nodeSpan, type Span } from '../rows/span.ts'
import type { WallBoardProps } from './board-props.ts'
import { Links } from './links.tsx'
import { Shading } from './shading.tsx'
import { ROW_PX } from './sizes.ts'
import type { TableColumn } from './table-columns.ts'
import { useWall } from './wall-context.ts'
import { WallRowLine } from './wall-row.tsx'

interface BoardBodyProps extends WallBoardProps {
  readonly columns: readonly TableColumn[]
  readonly activeIndex: number
  /** Row numbers that are drawn. */
  readonly shown: readonly number[]
  /** Rows in view, both inclusive. */
  readonly firstRow: number
  readonly lastRow: number
}

/** More rows than any screen shows at once. */
const POOL_ROWS = 256

/** Everything below the head: days off behind, rows upon them, links on top. */
export function BoardBody(props: BoardBodyProps) {
  const { rows, rowIndex, scale, view, camera, draft, columns, activeIndex, shown } = props
  const { actions } = useWall()
  const { tableWidth, selected } = view
  const { window } = camera
  const { firstDay } = scale
  const ghosts = useMemo(() => ghostsOf(draft.draft, draft.plan), [draft.draft, draft.plan])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the grid do the same
    <div
      className="wall-body"
      role="rowgroup"
      style={{ height: rows.length * ROW_PX }}
      onClick={(event) => pointed(event, rows, actions.select)}
      onDoubleClick={(event) => pointed(event, rows, actions.toggle)}
    >
      <div className="wall-ground" role="presentation" style={{ left: tableWidth }}>
        <Shading scale={scale} window={window} />
      </div>
      {shown.map((index) => {
        const row = rows[index]
        if (row === undefined) return null
        const ghost = ghosts.get(row.key) ?? null
        const active = index === activeIndex
        // Rows that scroll out lend their elements to those that scroll in; the active one may stand far away.
        const key = active ? 'active' : index % POOL_ROWS
        return <WallRowLine key={key} {...{ row, index, firstDay, window, columns, active, ghost }} />
      })}
      <div className="wall-ground" role="presentation" style={{ left: tableWidth }}>
        <Links
          {...{ rows, rowIndex, scale, window }}
          firstRow={props.firstRow}
          lastRow={props.lastRow}
          selectedItemId={selected?.split('/')[0] ?? null}
        />
      </div>
    </div>
  )
}

/** The row under the pointer: between bars it is the ground that is hit, so that holidays tell their names. */
function pointed(event: MouseEvent, rows: readonly WallRow[], act: (row: WallRow) => void): void {
  if (event.target instanceof Element && event.target.closest('button, a')) return
  const row = rows[Math.floor((event.clientY - event.currentTarget.getBoundingClientRect().top) / ROW_PX)]
  if (row) act(row)
}

/** Where the nodes and the deadline stood that the draft moves, by row key. */
function ghostsOf(draft: Draft | null, plan: Replanned | null): ReadonlyMap<string, Span> {
  const ghosts = new Map<string, Span>()
  if (draft === null || plan === null) return ghosts
  const { itemId, deadline } = draft.item
  if (draft.finish !== undefined && deadline !== null) {
    ghosts.set(itemId, { start: toDay(deadline), finish: toDay(deadline) })
  }
  const moved = new Set(plan.moved.map((node) => node.nodeKey))
  for (const node of draft.item.nodes) {
    const span = moved.has(node.nodeKey) ? nodeSpan(node) : null
    if (span) ghosts.set(`${itemId}/${node.nodeKey}`, span)
  }
  return ghosts
}
