import type { WorkCalendar } from '@guatu/schedule'
import { type PointerEvent, type RefObject, useCallback, useRef } from 'react'
import { useText } from '../../../app/language.ts'
import { toast } from '../../../ui/toast.tsx'
import type { NodeRow } from '../rows/row-model.ts'
import { savedItem } from './draft.ts'
import { dragChange, type Grip, whyImmovable } from './drag-model.ts'
import { onceMoved, usePointerDrag } from './pointer-drag.ts'
import { immovableTexts } from './texts.ts'
import type { DraftState } from './use-draft.ts'

export interface DragInput {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly dayWidth: number
  readonly calendar: WorkCalendar
  readonly draft: DraftState
}

/** Dragging bars by the pointer. */
export function useBarDrag(input: DragInput) {
  const t = useText()
  const live = useRef(input)
  live.current = input
  const drag = usePointerDrag(input)
  return useCallback(
    (row: NodeRow, grip: Grip, event: PointerEvent) => {
      if (event.button !== 0) return
      const { draft, calendar } = live.current
      // The node as it is shown, which an earlier drag may have moved; the project as it is saved.
      const { node } = row
      const item = savedItem(draft.draft, row.item)
      const asked = draft.draft?.changes.find((change) => change.nodeKey === node.nodeKey)
      const why = whyImmovable(node, grip)
      if (why !== null || !draft.admits(row.item)) {
        onceMoved(event, () => toast({ text: why ? t(immovableTexts[why]) : draft.busyText(row.item), tone: 'failed' }))
        return
      }
      drag(event, (days) => {
        const change = days === null ? null : dragChange(node, grip, days, calendar)
        live.current.draft.put(item, node.nodeKey, change ? { ...asked, ...change } : (asked ?? null))
      })
    },
    [t, drag],
  )
}
