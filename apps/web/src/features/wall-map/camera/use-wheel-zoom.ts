import { type RefObject, useEffect } from 'react'
import { wheelFactor } from '../scale/zoom.ts'
import type { LiveCamera } from './camera-input.ts'

/** Ctrl and the wheel zoom about the pointer. */
export function useWheelZoom(
  scroller: RefObject<HTMLDivElement | null>,
  live: RefObject<LiveCamera>,
  zoomAt: (dayWidth: number, offsetX: number) => void,
): void {
  useEffect(() => {
    const box = scroller.current
    if (box === null) return
    const zoom = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      const tableWidth = box.clientWidth - live.current.trackWidth()
      const offsetX = Math.max(0, event.clientX - box.getBoundingClientRect().left - tableWidth)
      zoomAt(live.current.scale.dayWidth * wheelFactor(event.deltaY), offsetX)
    }
    // React listens passively to the wheel; the browser's own zoom must be held off.
    box.addEventListener('wheel', zoom, { passive: false })
    return () => box.removeEventListener('wheel', zoom)
  }, [scroller, live, zoomAt])
}
