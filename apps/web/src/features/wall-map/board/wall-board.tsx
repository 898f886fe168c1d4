// biome-ignore-all lint/a11y/useSemanticElements: a table cannot carry rows that exist only while they are in view
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid itself has the focus and names the active row
import type { Replanned } from '@guatu/playbook'
import { toDay } from '@guatu/schedule'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef } from 'react'
import { useText } from '../../../app/language.ts'
import type { Draft } from '../drag/draft.ts'
import type { DraftState } from '../drag/use-draft.ts'
import type { WallRow } from '../rows/row-model.ts'
import { nodeSpan, type Span } from '../rows/span.ts'
import { type TimeScale, widthOf, xOfDay } from '../scale/time-scale.ts'
import { wallTexts } from '../texts.ts'
import type { ChangeView } from '../view/use-wall-view.ts'
import type { WallView } from '../view/wall-view.ts'
import { Links } from './links.tsx'
import { Shading } from './shading.tsx'
import { HEAD_PX, ROW_PX } from './sizes.ts'
import { tableColumns } from './table-columns.ts'
import { TableHead } from './table-head.tsx'
import { TimeHeader } from './time-header.tsx'
import type { Camera } from './use-camera.ts'
import { useWallKeys } from './use-wall-keys.ts'
import { useWall } from './wall-context.ts'
import { rowDomId, WallRowLine } from './wall-row.tsx'

interface WallBoardProps {
  readonly scroller: React.RefObject<HTMLDivElement | null>
  readonly rows: readonly WallRow[]
  readonly rowIndex: ReadonlyMap<string, number>
  readonly scale: TimeScale
  readonly view: WallView
  readonly change: ChangeView
  readonly camera: Camera
  readonly draft: DraftState
}

/** The treegrid itself: rows are virtual, days outside the view are not drawn. */
export function WallBoard({ scroller, rows, rowIndex, scale, view, change, camera, draft }: WallBoardProps) {
  const t = useText()
  const { today, actions, calendar } = useWall()
  const { tableWidth, selected } = view
  const { columns, template } = useMemo(() => tableColumns(tableWidth), [tableWidth])
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
  const onKeyDown = useWallKeys({
    rows,
    activeIndex: Math.max(0, activeIndex),
    pageRows: () => Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 600) - HEAD_PX) / ROW_PX) - 1),
    camera,
    draft,
    actions,
    calendar,
    onFoldAll: () =>
      change(({ fold }) => ({ fold: { mode: fold.mode === 'all' ? 'focus' : 'all', flipped: new Set() } })),
    onEscape: () => change({ panel: false }),
  })
  const shown = virtual.getVirtualItems()
  const todayX = xOfDay(scale, toDay(today)) + scale.dayWidth / 2
  const ghosts = useMemo(() => ghostsOf(draft.draft, draft.plan), [draft.draft, draft.plan])
  return (
    <div
      ref={scroller}
      className="wall-scroller"
      role="treegrid"
      tabIndex={0}
      aria-label={t(wallTexts.grid)}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      aria-activedescendant={activeIndex < 0 ? undefined : rowDomId(selected!)}
      onKeyDown={onKeyDown}
      onScroll={camera.onScroll}
    >
      <div
        className="wall-canvas"
        role="presentation"
        style={{ width: tableWidth + widthOf(scale), ['--wall-table' as string]: `${tableWidth}px` }}
      >
        <div className="wall-head" role="row" aria-rowindex={1}>
          <TableHead columns={columns} template={template} tableWidth={tableWidth} change={change} />
          <div role="columnheader" className="wall-time-cell" aria-label={t(wallTexts.timeline)}>
            <TimeHeader scale={scale} window={camera.window} todayX={todayX} />
          </div>
        </div>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the grid do the same */}
        <div
          className="wall-body"
          role="rowgroup"
          style={{ height: rows.length * ROW_PX }}
          onClick={(event) => pointed(event, rows, actions.select)}
          onDoubleClick={(event) => pointed(event, rows, actions.toggle)}
        >
          <div className="wall-ground" role="presentation" style={{ left: tableWidth }}>
            <Shading scale={scale} window={camera.window} todayX={todayX} />
          </div>
          {shown.map(({ index }) => {
            const row = rows[index]!
            return (
              <WallRowLine
                key={row.key}
                row={row}
                index={index}
                scale={scale}
                window={camera.window}
                tableWidth={tableWidth}
                columns={columns}
                template={template}
                active={index === activeIndex}
                ghost={row.kind === 'node' ? (ghosts.get(row.key) ?? null) : null}
              />
            )
          })}
          <div className="wall-ground" role="presentation" style={{ left: tableWidth }}>
            <Links
              rows={rows}
              rowIndex={rowIndex}
              scale={scale}
              window={camera.window}
              firstRow={virtual.range?.startIndex ?? 0}
              lastRow={Math.min(rows.length - 1, (virtual.range?.endIndex ?? 0) + 1)}
              selectedItemId={selected?.split('/')[0] ?? null}
            />
          </div>
        </div>
      </div>
    </div>
  )
}

/** The row under the pointer: between bars it is the ground that is hit, so that holidays tell their names. */
function pointed(event: React.MouseEvent, rows: readonly WallRow[], act: (row: WallRow) => void): void {
  if (event.target instanceof Element && event.target.closest('button, a')) return
  const row = rows[Math.floor((event.clientY - event.currentTarget.getBoundingClientRect().top) / ROW_PX)]
  if (row) act(row)
}

/** Where the nodes stood that the draft moves, by row key. */
function ghostsOf(draft: Draft | null, plan: Replanned | null): ReadonlyMap<string, Span> {
  const ghosts = new Map<string, Span>()
  if (draft === null || plan === null) return ghosts
  const moved = new Set(plan.moved.map((node) => node.nodeKey))
  for (const node of draft.item.nodes) {
    const span = moved.has(node.nodeKey) ? nodeSpan(node) : null
    if (span) ghosts.set(`${draft.item.itemId}/${node.nodeKey}`, span)
  }
  return ghosts
}

/** Keeps the active row in sight when it changes, not while one scrolls away from it. */
function useFollowSelection(
  selected: string | null,
  activeIndex: number,
  virtual: { readonly scrollToIndex: (index: number, options: { align: 'auto' }) => void },
): void {
  const followed = useRef(selected)
  useEffect(() => {
    if (selected === followed.current || activeIndex < 0) return
    followed.current = selected
    virtual.scrollToIndex(activeIndex, { align: 'auto' })
  }, [selected, activeIndex, virtual])
}
