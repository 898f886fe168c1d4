import type { WallItem } from '@guatu/contract'
import { type Playbook, planTemplateOf, type Replanned } from '@guatu/playbook'
import { chinaCalendar } from '@guatu/schedule'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useRef } from 'react'
import { useDirectory, useSession } from '../../api/session.tsx'
import { useText } from '../../app/language.ts'
import { useViewState } from '../../app/search.ts'
import { EmptyState } from '../../ui/states.tsx'
import { Legend } from './board/legend.tsx'
import { Toolbar } from './board/toolbar.tsx'
import { useCamera } from './board/use-camera.ts'
import { WallBoard } from './board/wall-board.tsx'
import { type WallActions, WallContext } from './board/wall-context.ts'
import { WallSentence } from './board/wall-sentence.tsx'
import type { Draft } from './drag/draft.ts'
import { DraftBar } from './drag/draft-bar.tsx'
import { withPlan } from './drag/preview.ts'
import { useBarDrag } from './drag/use-bar-drag.ts'
import { useDraft } from './drag/use-draft.ts'
import { FilterBar } from './filter/filter-bar.tsx'
import { LoadNote } from './load-note.tsx'
import { DetailPanel } from './panel/detail-panel.tsx'
import { PrintSheet } from './print/print-sheet.tsx'
import { usePrinting } from './print/use-printing.ts'
import { flip } from './rows/fold.ts'
import { wallFigures } from './rows/lateness.ts'
import { indexRows, wallRows } from './rows/row-model.ts'
import { type TimeScale, timeRange } from './scale/time-scale.ts'
import { wallTexts } from './texts.ts'
import type { WallItems } from './view/use-wall-items.ts'
import { type ChangeView, useWallView } from './view/use-wall-view.ts'

interface WallMapProps {
  readonly playbook: Playbook
  readonly loaded: WallItems
  readonly title: string
}

const calendar = chinaCalendar()

/** The whole screen: sentence, filters, tools, the map, and what stands beside it. */
export function WallMap({ playbook, loaded, title }: WallMapProps) {
  const t = useText()
  const { today } = useSession()
  const directory = useDirectory()
  const [params, changeParams] = useViewState()
  const { view, change, flush } = useWallView()
  const scroller = useRef<HTMLDivElement>(null)
  const template = useMemo(() => planTemplateOf(playbook), [playbook])
  const draft = useDraft(useMemo(() => ({ template, calendar, today }), [template, today]))
  const items = useMemo(() => previewed(loaded.items, draft.draft, draft.plan), [loaded.items, draft.draft, draft.plan])
  const rows = useMemo(() => wallRows(items, view.fold, view.only, today), [items, view.fold, view.only, today])
  const rowIndex = useMemo(() => indexRows(rows), [rows])
  const scale = useScale(loaded.items, today, view.dayWidth)
  const figures = useMemo(() => wallFigures(loaded.items, today), [loaded.items, today])
  const camera = useCamera({ scroller, scale, rows, rowIndex, view, change, today })
  const grab = useBarDrag({ scroller, dayWidth: view.dayWidth, calendar, draft })
  const actions = useActions({ change, flush, grab })
  const wall = useMemo(() => ({ calendar, today, directory, actions }), [today, directory, actions])
  const printing = usePrinting()
  const active = rows[rowIndex.get(view.selected ?? '') ?? -1]
  const go = (key: string) => {
    change(({ fold }) => ({
      selected: key,
      panel: true,
      only: { critical: false, late: false },
      fold: rowIndex.has(key) ? fold : flip(fold, key.split('/')[0]!),
    }))
  }
  return (
    <WallContext value={wall}>
      <div className="wall-page">
        <header className="wall-top">
          <WallSentence
            figures={figures}
            total={loaded.total}
            onLate={() => change({ only: { critical: false, late: true }, top: null })}
            onGo={go}
          />
          <div className="wall-controls">
            <FilterBar {...{ params, changeParams, playbook, view, change }} />
            <Toolbar view={view} change={change} camera={camera} onPrint={() => window.print()} />
          </div>
        </header>
        <div className={view.panel && active ? 'wall-main has-panel' : 'wall-main'}>
          {rows.length === 0 ? (
            <EmptyState title={t(wallTexts.nothingTitle)} hint={t(wallTexts.nothingHint)} />
          ) : (
            <WallBoard {...{ scroller, rows, rowIndex, scale, view, change, camera, draft }} />
          )}
          {view.panel && active ? (
            <DetailPanel
              row={active}
              playbook={playbook}
              onClose={() => change({ panel: false })}
              onGo={go}
              onLiftFixed={() => {
                if (active.kind === 'node')
                  draft.put(active.item, active.node.nodeKey, { nodeKey: active.node.nodeKey, notBefore: null })
              }}
            />
          ) : null}
        </div>
        <DraftBar draft={draft} today={today} />
        <footer className="wall-foot">
          <Legend />
          <LoadNote loaded={loaded} />
        </footer>
        {printing ? <PrintSheet title={title} rows={rows} range={scale} /> : null}
      </div>
    </WallContext>
  )
}

/** The projects as they would be after the draft. */
function previewed(items: readonly WallItem[], draft: Draft | null, plan: Replanned | null): readonly WallItem[] {
  if (draft === null || plan === null) return items
  return items.map((item) => (item.itemId === draft.item.itemId ? withPlan(item, plan.nodes) : item))
}

function useScale(items: readonly WallItem[], today: string, dayWidth: number): TimeScale {
  const range = useMemo(() => {
    const dates = items.flatMap(({ nodes, start, deadline }) => [
      start,
      deadline,
      ...nodes.flatMap((node) => [
        node.plannedStart,
        node.plannedFinish,
        node.actualStart,
        node.baselineStart,
        node.baselineFinish,
      ]),
    ])
    return timeRange(dates, today)
  }, [items, today])
  return useMemo(() => ({ ...range, dayWidth }), [range, dayWidth])
}

interface ActionsInput {
  readonly change: ChangeView
  readonly flush: () => Promise<void>
  readonly grab: WallActions['grab']
}

function useActions({ change, flush, grab }: ActionsInput): WallActions {
  const navigate = useNavigate()
  return useMemo(
    () => ({
      select: (row) => change({ selected: row.key }),
      show: (row) => change({ selected: row.key, panel: true }),
      toggle: (row) =>
        change((view) => {
          if (row.kind === 'project') return { selected: row.key, fold: flip(view.fold, row.item.itemId) }
          return { selected: row.key, panel: !(view.panel && view.selected === row.key) }
        }),
      open: async (row) => {
        // The address must tell the place before one leaves it, so that back leads there.
        await flush()
        void navigate({ to: '/item/$itemId', params: { itemId: row.item.itemId } })
      },
      grab: (row, grip, event) => {
        change({ selected: row.key })
        grab(row, grip, event)
      },
    }),
    [change, flush, grab, navigate],
  )
}
