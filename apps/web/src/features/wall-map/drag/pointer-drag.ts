import { type PointerEvent, type RefObject, useCallback, useRef } from 'react'

interface PointerDragInput {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly dayWidth: number
}

/** Told with every move: calendar days from where the pointer went down, null while the move is still a click. */
type OnDays = (days: number | null) => void

/** Shorter moves are clicks. */
const LEAST_PX = 4
const EDGE_PX = 36
const EDGE_STEP_PX = 14

/** Follows the pointer from a press to its release, in days. Near the edges of the map the time line moves along. */
export function usePointerDrag(input: PointerDragInput): (event: PointerEvent, onDays: OnDays) => void {
  const live = useRef(input)
  live.current = input
  return useCallback((event, onDays) => {
    const box = live.current.scroller.current
    if (box === null) return
    event.preventDefault()
    const from = event.clientX + box.scrollLeft
    const edges = box.getBoundingClientRect()
    const follow = ({ clientX }: globalThis.PointerEvent) => {
      if (clientX > edges.right - EDGE_PX) box.scrollLeft += EDGE_STEP_PX
      if (clientX < edges.left + EDGE_PX) box.scrollLeft -= EDGE_STEP_PX
      const px = clientX + box.scrollLeft - from
      onDays(Math.abs(px) < LEAST_PX ? null : Math.round(px / live.current.dayWidth))
    }
    listenUntilReleased(follow)
  }, [])
}

/** A press alone selects; what speaks against a move is told once the pointer asks for one. */
export function onceMoved({ clientX }: PointerEvent, tell: () => void): void {
  const stop = listenUntilReleased((moved) => {
    if (Math.abs(moved.clientX - clientX) < LEAST_PX) return
    stop()
    tell()
  })
}

function listenUntilReleased(move: (event: globalThis.PointerEvent) => void): () => void {
  const stop = () => {
    removeEventListener('pointermove', move)
    removeEventListener('pointerup', stop)
    removeEventListener('pointercancel', stop)
  }
  addEventListener('pointermove', move)
  addEventListener('pointerup', stop)
  addEventListener('pointercancel', stop)
  return stop
}
