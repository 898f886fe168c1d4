import type { WallItem } from '@guatu/contract'
import { type PointerEvent, useCallback, useRef } from 'react'
import { useText } from '../../../app/language.ts'
import { toast } from '../../../ui/toast.tsx'
import { dragDeadline, whyDeadlineFixed } from './deadline-model.ts'
import { savedItem } from './draft.ts'
import { onceMoved, usePointerDrag } from './pointer-drag.ts'
import { immovableTexts } from './texts.ts'
import type { DragInput } from './use-bar-drag.ts'

interface DeadlineInput extends DragInput {
  readonly today: string
}

/** Moving the deadline of a project: by its flag on the map, or to a date that is given. */
export function useDeadline(input: DeadlineInput) {
  const t = useText()
  const live = useRef(input)
  live.current = input
  const drag = usePointerDrag(input)
  const refusal = useCallback(
    (item: WallItem) => {
      const { draft } = live.current
      const why = whyDeadlineFixed(item)
      if (why !== null) return t(immovableTexts[why])
      return draft.admits(item) ? null : draft.busyText(item)
    },
    [t],
  )
  const grab = useCallback(
    (shown: WallItem, event: PointerEvent) => {
      if (event.button !== 0) return
      const text = refusal(shown)
      if (text !== null) {
        onceMoved(event, () => toast({ text, tone: 'failed' }))
        return
      }
      const { draft, calendar, today } = live.current
      const asked = draft.draft?.finish ?? null
      const item = savedItem(draft.draft, shown)
      drag(event, (days) => {
        const finish = days === null ? null : dragDeadline(shown.deadline!, days, calendar, today)
        live.current.draft.putFinish(item, finish ?? asked)
      })
    },
    [drag, refusal],
  )
  const set = (shown: WallItem, finish: string) => {
    const text = refusal(shown)
    if (text === null) input.draft.putFinish(savedItem(input.draft.draft, shown), finish)
    else toast({ text, tone: 'failed' })
  }
  return { grab, set }
}
