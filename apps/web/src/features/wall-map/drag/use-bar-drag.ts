import type { NodeChange, WallItem, WallNode } from '@guatu/contract'
import type { WorkCalendar } from '@guatu/schedule'
import { type PointerEvent, type RefObject, useCallback, useRef } from 'react'
import { useText } from '../../../app/language.ts'
import { toast } from '../../../ui/toast.tsx'
import type { NodeRow } from '../rows/row-model.ts'
import { dragChange, type Grip, whyImmovable } from './drag-model.ts'
import { immovableTexts } from './texts.ts'
import type { DraftState } from './use-draft.ts'

interface Held {
  /** The project as it is saved; the node as it is shown, which an earlier drag may have moved. */
  readonly item: WallItem
  readonly node: WallNode
  /** What was asked of the node before this drag. */
  readonly asked: NodeChange | undefined
  readonly grip: Grip
  readonly pointerX: number
  readonly scrollLeft: number
}

interface BarDragInput {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly dayWidth: number
  readonly calendar: WorkCalendar
  readonly draft: DraftState
}

/** Shorter moves are clicks. */
const LEAST_PX = 4
const EDGE_PX = 36
const EDGE_STEP_PX = 14

/** Dragging bars by the pointer. Near the edges of the map the time line moves along. */
export function useBarDrag(input: BarDragInput) {
  const t = useText()
  const live = useRef(input)
  live.current = input
  const held = useRef<Held | null>(null)

  const follow = useCallback((clientX: number) => {
    const { scroller, dayWidth, calendar, draft } = live.current
    const hold = held.current
    const box = scroller.current
    if (hold === null || box === null) return
    const edges = box.getBoundingClientRect()
    if (clientX > edges.right - EDGE_PX) box.scrollLeft += EDGE_STEP_PX
    if (clientX < edges.left + EDGE_PX) box.scrollLeft -= EDGE_STEP_PX
    const px = clientX - hold.pointerX + box.scrollLeft - hold.scrollLeft
    const { item, node, asked, grip } = hold
    const change = Math.abs(px) < LEAST_PX ? null : dragChange(node, grip, Math.round(px / dayWidth), calendar)
    draft.put(item, node.nodeKey, change ? { ...asked, ...change } : (asked ?? null))
  }, [])

  const grab = useCallback(
    (row: NodeRow, grip: Grip, event: PointerEvent) => {
      const { draft, scroller } = live.current
      if (event.button !== 0 || scroller.current === null) return
      const { node } = row
      const pending = draft.draft
      const item = pending?.item.itemId === row.item.itemId ? pending.item : row.item
      const asked = pending?.changes.find((change) => change.nodeKey === node.nodeKey)
      const why = whyImmovable(node, grip)
      // A press alone selects; the reason is told once the pointer asks for a move.
      if (why !== null || !draft.admits(row.item)) {
        onceMoved(event, () => toast({ text: why ? t(immovableTexts[why]) : draft.busyText(), tone: 'failed' }))
        return
      }
      event.preventDefault()
      const { scrollLeft } = scroller.current
      held.current = { item, node, asked, grip, pointerX: event.clientX, scrollLeft }
      const move = (moved: globalThis.PointerEvent) => follow(moved.clientX)
      const drop = () => {
        held.current = null
        removeEventListener('pointermove', move)
        removeEventListener('pointerup', drop)
        removeEventListener('pointercancel', drop)
      }
      addEventListener('pointermove', move)
      addEventListener('pointerup', drop)
      addEventListener('pointercancel', drop)
    },
    [t, follow],
  )
  return grab
}

function onceMoved({ clientX }: PointerEvent, tell: () => void): void {
  const move = (moved: globalThis.PointerEvent) => {
    if (Math.abs(moved.clientX - clientX) < LEAST_PX) return
    stop()
    tell()
  }
  const stop = () => {
    removeEventListener('pointermove', move)
    removeEventListener('pointerup', stop)
  }
  addEventListener('pointermove', move)
  addEventListener('pointerup', stop)
}
