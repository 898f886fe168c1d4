import { type Day, fromDay, toDay } from '@guatu/schedule'
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { ROW_PX } from '../board/sizes.ts'
import { xOfDay } from '../scale/time-scale.ts'
import type { CameraInput, LiveCamera } from './camera-input.ts'

const SETTLE_MS = 200

/** Notes the place in the view once scrolling comes to rest, and goes to the place that an address names. */
export function useKeptPlace(input: CameraInput, live: RefObject<LiveCamera>, leftDay: RefObject<Day | null>): void {
  const { scroller, scale, rowIndex, view, change } = input
  const settled = useRef({ at: view.at, top: view.top })
  const pendingTop = useRef(view.top)

  useEffect(() => {
    const box = scroller.current
    if (box === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const note = () => {
      const row = live.current.rows[Math.round(box.scrollTop / ROW_PX)]
      const opening = Math.abs(box.scrollLeft - live.current.openingLeft()) < 2
      const at = opening || leftDay.current === null ? null : fromDay(Math.round(leftDay.current))
      settled.current = { at, top: box.scrollTop < ROW_PX / 2 ? null : (row?.key ?? null) }
      change(settled.current)
    }
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(note, SETTLE_MS)
    }
    box.addEventListener('scroll', later, { passive: true })
    return () => {
      clearTimeout(timer)
      box.removeEventListener('scroll', later)
    }
  }, [scroller, live, leftDay, change])

  useLayoutEffect(() => {
    const box = scroller.current
    if (box === null) return
    if (view.at !== settled.current.at && view.at !== null) {
      leftDay.current = toDay(view.at)
      box.scrollLeft = xOfDay(scale, toDay(view.at))
    }
    if (view.top !== settled.current.top) {
      pendingTop.current = view.top
      if (view.top === null) box.scrollTop = 0
    }
    settled.current = { at: view.at, top: view.top }
    if (pendingTop.current === null) return
    // The row may arrive with a later page.
    const index = rowIndex.get(pendingTop.current)
    if (index === undefined) return
    box.scrollTop = index * ROW_PX
    pendingTop.current = null
  }, [scroller, scale, rowIndex, view.at, view.top, leftDay])
}
