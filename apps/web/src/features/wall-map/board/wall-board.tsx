// biome-ignore-all lint/a11y/useSemanticElements: a table cannot carry rows that exist only while they are in view
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid itself has the focus and names the active row
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef } from 'react'
import { useText } from '../../../app/language.ts'
import { wallTexts } from '../texts.ts'
import { BoardBody } from './board-body.tsx'
import type { WallBoardProps } from './board-props.ts'
import { boardVariables } from './day-css.ts'
import { HEAD_PX, ROW_PX } from './sizes.ts'
import { tableColumns } from './table-columns.ts'
import { TableHead } from './table-head.tsx'
import { TimeHeader } from './time-header.tsx'
import { useWallKeys } from './use-wall-keys.ts'
import { useWall } from './wall-context.ts'
import { rowDomId } from './wall-row.tsx'

/** The treegrid itself: rows are virtual, days outside the view are not drawn. */
export function WallBoard(props: WallBoardProps) {
  const { scroller, rows, rowIndex, scale, view, change, camera } = props
  const t = useText()
  const { selected, tableWidth } = view
  const table = useMemo(() => tableColumns(tableWidth), [tableWidth])
  const activeIndex = selected === null ? -1 : (rowIndex.get(selected) ?? -1)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 6,
    scrollPaddingEnd: HEAD_PX + ROW_PX,
    // The active row stays in the document wherever one scrolls: the grid points to it.
    rangeExtractor: (range) => [
      ...new Set([...defaultRangeExtractor(range), ...(activeIndex < 0 ? [] : [activeIndex])]),
    ],
  })
  useFollowSelection(selected, activeIndex, virtual)
  const onKeyDown = useBoardKeys(props, activeIndex)
  const first = virtual.range?.startIndex ?? 0
  const last = Math.min(rows.length - 1, (virtual.range?.endIndex ?? 0) + 1)
  return (
    <div
      ref={scroller}
      className={props.draft.readOnly ? 'wall-scroller is-reading' : 'wall-scroller'}
      role="treegrid"
      tabIndex={0}
      aria-label={t(wallTexts.grid)}
      aria-rowcount={rows.length + 1}
      aria-colcount={table.columns.length + 1}
      aria-activedescendant={activeIndex < 0 ? undefined : rowDomId(selected!)}
      onKeyDown={onKeyDown}
      onScroll={camera.onScroll}
    >
      <div className="wall-canvas" role="presentation" style={boardVariables(scale, tableWidth, table.template)}>
        <div className="wall-head" role="row" aria-rowindex={1}>
          <TableHead columns={table.columns} tableWidth={tableWidth} change={change} />
          <div role="columnheader" className="wall-time-cell">
            <span className="aside-text">{t(wallTexts.timeline)}</span>
            <TimeHeader scale={scale} window={camera.window} />
          </div>
        </div>
        <BoardBody
          {...props}
          columns={table.columns}
          activeIndex={activeIndex}
          shown={virtual.getVirtualItems().map(({ index }) => index)}
          firstRow={first}
          lastRow={last}
        />
      </div>
    </div>
  )
}

function useBoardKeys({ scroller, rows, change, camera, draft }: WallBoardProps, activeIndex: number) {
  const { actions, calendar } = useWall()
  return useWallKeys({
    rows,
    activeIndex,
    pageRows: () => Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 600) - HEAD_PX) / ROW_PX) - 1),
    camera,
    draft,
    actions,
    calendar,
    onFoldAll: () =>
      change(({ fold }) => ({ fold: { mode: fold.mode === 'all' ? 'focus' : 'all', flipped: new Set() } })),
    onEscape: () => change({ panel: false }),
  })
}

interface RowScroller {
  readonly scrollToIndex: (index: number, options: { align: 'auto' }) => void
}

/** Keeps the active row in sight when it changes, not while one scrolls away from it. */
function useFollowSelection(selected: string | null, activeIndex: number, virtual: RowScroller): void {
  const followed = useRef(selected)
  useEffect(() => {
    if (selected === followed.current || activeIndex < 0) return
    followed.current = selected
    virtual.scrollToIndex(activeIndex, { align: 'auto' })
  }, [selected, activeIndex, virtual])
}
