import type { WallItem } from '@guatu/contract'
import { type Playbook, planTemplateOf, type Replanned } from '@guatu/playbook'
import { chinaCalendar } from '@guatu/schedule'
import { useMemo, useRef } from 'react'
import { useDirectory, useSession } from '../../api/session.tsx'
import { useViewState } from '../../app/search.ts'
import { useCamera } from './camera/use-camera.ts'
import { type Draft, savedItem } from './drag/draft.ts'
import { withPlan } from './drag/preview.ts'
import { useBarDrag } from './drag/use-bar-drag.ts'
import { useDeadline } from './drag/use-deadline.ts'
import { useDraft } from './drag/use-draft.ts'
import { flip } from './rows/fold.ts'
import { wallFigures } from './rows/lateness.ts'
import { indexRows, rowKey, wallRows } from './rows/row-model.ts'
import { nodeSpan } from './rows/span.ts'
import { type TimeScale, timeRange } from './scale/time-scale.ts'
import { useWallActions } from './use-wall-actions.ts'
import type { WallItems } from './view/use-wall-items.ts'
import { useWallView } from './view/use-wall-view.ts'

const calendar = chinaCalendar()

/** Everything that the screen shows and does, put together from its parts. */
export function useWallMap(playbook: Playbook, loaded: WallItems) {
  const { today } = useSession()
  const directory = useDirectory()
  const [params, changeParams] = useViewState()
  const { view, change, flush } = useWallView()
  const scroller = useRef<HTMLDivElement>(null)
  const ground = useMemo(() => ({ template: planTemplateOf(playbook), calendar, today }), [playbook, today])
  const draft = useDraft(ground)
  const { draft: asked, plan } = draft
  const items = useMemo(() => previewed(loaded.items, asked, plan), [loaded.items, asked, plan])
  const rows = useMemo(() => wallRows(items, view.fold, view.only, today), [items, view.fold, view.only, today])
  const rowIndex = useMemo(() => indexRows(rows), [rows])
  const scale = useScale(loaded.items, today, view.dayWidth)
  const figures = useMemo(() => wallFigures(loaded.items, today), [loaded.items, today])
  const camera = useCamera({ scroller, scale, rows, rowIndex, view, change, today })
  const grab = useBarDrag({ scroller, dayWidth: view.dayWidth, calendar, draft })
  const deadline = useDeadline({ scroller, dayWidth: view.dayWidth, calendar, draft, today })
  const actions = useWallActions({ change, flush, grab, grabDeadline: deadline.grab, reveal: camera.reveal })
  const wall = useMemo(() => ({ calendar, today, directory, actions }), [today, directory, actions])
  const active = rows[rowIndex.get(view.selected ?? '') ?? -1]

  /** Shows a row wherever it is: unfolded, past the node filters, in view, with its details. */
  const go = (key: string) => {
    const [itemId = ''] = key.split('/')
    const item = items.find((entry) => entry.itemId === itemId)
    const node = item?.nodes.find(({ nodeKey }) => key === rowKey(itemId, nodeKey))
    const span = node ? nodeSpan(node) : null
    if (span) camera.reveal(span.finish)
    change(({ fold }) => ({
      selected: key,
      panel: true,
      only: { critical: false, late: false },
      fold: rowIndex.has(key) ? fold : flip(fold, itemId),
    }))
  }
  const liftFixed = () => {
    if (active?.kind !== 'node') return
    const { nodeKey } = active.node
    draft.put(savedItem(asked, active.item), nodeKey, { nodeKey, notBefore: null })
  }
  const moveDeadline = (finish: string) => {
    if (active) deadline.set(active.item, finish)
  }
  const edits = { liftFixed, moveDeadline }
  const address = { params, changeParams }
  return { address, wall, view, change, scroller, rows, rowIndex, scale, figures, camera, draft, active, go, edits }
}

/** The projects as they would be after the draft. */
function previewed(items: readonly WallItem[], draft: Draft | null, plan: Replanned | null): readonly WallItem[] {
  if (draft === null || plan === null) return items
  return items.map((item) => (item.itemId === draft.item.itemId ? withPlan(item, plan.nodes, draft.finish) : item))
}

function useScale(items: readonly WallItem[], today: string, dayWidth: number): TimeScale {
  const range = useMemo(() => timeRange(datesOf(items), today), [items, today])
  return useMemo(() => ({ ...range, dayWidth }), [range, dayWidth])
}

function* datesOf(items: readonly WallItem[]): Iterable<string | null> {
  for (const { nodes, start, deadline } of items) {
    yield start
    yield deadline
    for (const node of nodes) {
      yield node.plannedStart
      yield node.plannedFinish
      yield node.actualStart
      yield node.actualFinish
      yield node.baselineStart
      yield node.baselineFinish
    }
  }
}
