import type { Day } from '@guatu/schedule'
import { type RefObject, useMemo } from 'react'
import { xOfDay } from '../scale/time-scale.ts'
import { stepDayWidth } from '../scale/zoom.ts'
import type { LiveCamera } from './camera-input.ts'

export interface CameraMoves {
  readonly toToday: () => void
  /** Brings a day into view, unless it is there already. */
  readonly reveal: (day: Day) => void
  /** Scrolls the time line by a share of what is in view; negative is back in time. */
  readonly pan: (share: number) => void
  /** To the next wider or narrower button. */
  readonly zoom: (direction: 1 | -1) => void
  readonly zoomTo: (dayWidth: number) => void
}

/** Where today stands when the map opens: a third of the way in, more ahead than behind. */
export const TODAY_SHARE = 0.33

/** What buttons and keys do to the camera. The object stays the same. */
export function useCameraMoves(
  scroller: RefObject<HTMLDivElement | null>,
  live: RefObject<LiveCamera>,
  zoomAt: (dayWidth: number, offsetX: number) => void,
): CameraMoves {
  return useMemo(() => {
    const share = () => live.current.trackWidth() * TODAY_SHARE
    const place = (day: Day) => xOfDay(live.current.scale, day)
    const zoomTo = (dayWidth: number) => zoomAt(dayWidth, share())
    return {
      zoomTo,
      zoom: (direction) => zoomTo(stepDayWidth(live.current.scale.dayWidth, direction)),
      toToday: () => scroller.current?.scrollTo({ left: live.current.openingLeft(), behavior: 'smooth' }),
      reveal: (day) => {
        const box = scroller.current
        const x = place(day) - (box?.scrollLeft ?? 0)
        if (x < 0 || x > live.current.trackWidth()) box?.scrollBy({ left: x - share() })
      },
      pan: (part) => scroller.current?.scrollBy({ left: live.current.trackWidth() * part, behavior: 'smooth' }),
    }
  }, [scroller, live, zoomAt])
}
