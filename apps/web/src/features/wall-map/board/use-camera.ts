import { fromDay, toDay } from '@guatu/schedule'
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { WallRow } from '../rows/row-model.ts'
import { dayAtX, type TimeScale, xOfDay } from '../scale/time-scale.ts'
import { type DayWindow, dayWindow } from '../scale/visible-window.ts'
import { clampDayWidth, stepDayWidth, wheelFactor } from '../scale/zoom.ts'
import type { ChangeView } from '../view/use-wall-view.ts'
import type { WallView } from '../view/wall-view.ts'
import { ROW_PX } from './sizes.ts'

interface CameraInput {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly scale: TimeScale
  readonly rows: readonly WallRow[]
  readonly rowIndex: ReadonlyMap<string, number>
  readonly view: WallView
  readonly change: ChangeView
  readonly today: string
}

export interface Camera {
  readonly window: DayWindow
  readonly toToday: () => void
  /** Scrolls the time line by a share of what is in view; negative is back in time. */
  readonly pan: (share: number) => void
  readonly zoom: (direction: 1 | -1) => void
  readonly zoomTo: (dayWidth: number) => void
  readonly onScroll: () => void
}

/** Where on the time line today stands when the map opens: a third of the way in, more ahead than behind. */
const TODAY_SHARE = 0.33
const SETTLE_MS = 200

/** What part of the map is in view: scroll position and zoom, kept in the view and restored from it. */
export function useCamera({ scroller, scale, rows, rowIndex, view, change, today }: CameraInput): Camera {
  const { tableWidth } = view
  const [window, setWindow] = useState<DayWindow>({ fromDay: scale.firstDay, untilDay: scale.firstDay })
  const anchor = useRef<{ day: number; offsetX: number } | null>(null)
  const leftDay = useRef<number | null>(view.at === null ? null : toDay(view.at))
  const live = useRef({ scale, rows, tableWidth })
  live.current = { scale, rows, tableWidth }
  const settled = useRef({ at: view.at, top: view.top })
  const trackWidth = useCallback(() => (scroller.current?.clientWidth ?? 1200) - live.current.tableWidth, [scroller])

  const onScroll = useCallback(() => {
    const box = scroller.current
    if (box === null) return
    leftDay.current = dayAtX(live.current.scale, box.scrollLeft)
    setWindow((before) => {
      const next = dayWindow(live.current.scale, box.scrollLeft, trackWidth())
      return next.fromDay === before.fromDay && next.untilDay === before.untilDay ? before : next
    })
  }, [scroller, trackWidth])

  useLayoutEffect(() => {
    const box = scroller.current
    if (box === null) return
    const todayAnchor = { day: toDay(today), offsetX: trackWidth() * TODAY_SHARE }
    const held = anchor.current ?? (leftDay.current === null ? todayAnchor : { day: leftDay.current, offsetX: 0 })
    anchor.current = null
    box.scrollLeft = Math.max(0, Math.round(xOfDay(scale, held.day) - held.offsetX))
    onScroll()
  }, [scroller, scale, today, trackWidth, onScroll])

  useSettledScroll({ scroller, live, leftDay, settled, change })
  useRestoredScroll({ scroller, scale, rowIndex, view, settled, leftDay })

  const zoomAt = useCallback(
    (dayWidth: number, offsetX: number) => {
      const box = scroller.current
      const next = clampDayWidth(dayWidth)
      if (box === null || next === live.current.scale.dayWidth) return
      anchor.current = { day: dayAtX(live.current.scale, box.scrollLeft + offsetX), offsetX }
      change({ dayWidth: next })
    },
    [scroller, change],
  )
  useWheelZoom(scroller, live, zoomAt)

  const zoomTo = useCallback((dayWidth: number) => zoomAt(dayWidth, trackWidth() * TODAY_SHARE), [zoomAt, trackWidth])
  return {
    window,
    onScroll,
    zoomTo,
    zoom: useCallback((direction) => zoomTo(stepDayWidth(live.current.scale.dayWidth, direction)), [zoomTo]),
    toToday: useCallback(() => {
      const left = xOfDay(live.current.scale, toDay(today)) - trackWidth() * TODAY_SHARE
      scroller.current?.scrollTo({ left: Math.max(0, left), behavior: 'smooth' })
    }, [scroller, today, trackWidth]),
    pan: useCallback(
      (share) => scroller.current?.scrollBy({ left: trackWidth() * share, behavior: 'smooth' }),
      [scroller, trackWidth],
    ),
  }
}

type Live = RefObject<{ scale: TimeScale; rows: readonly WallRow[]; tableWidth: number }>
type Settled = RefObject<{ at: string | null; top: string | null }>

interface SettledInput {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly live: Live
  readonly leftDay: RefObject<number | null>
  readonly settled: Settled
  readonly change: ChangeView
}

/** Notes the place in the view once the scrolling has come to rest. */
function useSettledScroll({ scroller, live, leftDay, settled, change }: SettledInput): void {
  useEffect(() => {
    const box = scroller.current
    if (box === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const note = () => {
      const row = live.current.rows[Math.round(box.scrollTop / ROW_PX)]
      const at = leftDay.current === null ? null : fromDay(Math.round(leftDay.current))
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
  }, [scroller, live, leftDay, settled, change])
}

interface RestoredInput {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly scale: TimeScale
  readonly rowIndex: ReadonlyMap<string, number>
  readonly view: WallView
  readonly settled: Settled
  readonly leftDay: RefObject<number | null>
}

/** Goes to the place that the address names: when the map opens, and on the way back. */
function useRestoredScroll({ scroller, scale, rowIndex, view, settled, leftDay }: RestoredInput): void {
  const pendingTop = useRef(view.top)
  useLayoutEffect(() => {
    const box = scroller.current
    if (box === null) return
    if (view.at !== settled.current.at && view.at !== null) {
      leftDay.current = toDay(view.at)
      box.scrollLeft = xOfDay(scale, toDay(view.at))
    }
    if (view.top !== settled.current.top) pendingTop.current = view.top
    settled.current = { at: view.at, top: view.top }
    if (pendingTop.current === null) return
    // The row may arrive with a later page.
    const index = rowIndex.get(pendingTop.current)
    if (index === undefined) return
    box.scrollTop = index * ROW_PX
    pendingTop.current = null
  }, [scroller, scale, rowIndex, view.at, view.top, settled, leftDay])
}

function useWheelZoom(
  scroller: RefObject<HTMLDivElement | null>,
  live: Live,
  zoomAt: (dayWidth: number, offsetX: number) => void,
): void {
  useEffect(() => {
    const box = scroller.current
    if (box === null) return
    const zoom = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      const offsetX = Math.max(0, event.clientX - box.getBoundingClientRect().left - live.current.tableWidth)
      zoomAt(live.current.scale.dayWidth * wheelFactor(event.deltaY), offsetX)
    }
    // React listens passively to the wheel; the browser's own zoom must be held off.
    box.addEventListener('wheel', zoom, { passive: false })
    return () => box.removeEventListener('wheel', zoom)
  }, [scroller, live, zoomAt])
}
