import { type Day, toDay } from '@guatu/schedule'
import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import { dayAtX, xOfDay } from '../scale/time-scale.ts'
import { type DayWindow, dayWindow } from '../scale/visible-window.ts'
import { clampDayWidth } from '../scale/zoom.ts'
import type { CameraInput, LiveCamera } from './camera-input.ts'
import { type CameraMoves, TODAY_SHARE, useCameraMoves } from './use-camera-moves.ts'
import { useKeptPlace } from './use-kept-place.ts'
import { useWheelZoom } from './use-wheel-zoom.ts'

export interface Camera extends CameraMoves {
  readonly window: DayWindow
  readonly onScroll: () => void
}

/** What part of the map is in view: scroll position and zoom, kept in the view and restored from it. */
export function useCamera(input: CameraInput): Camera {
  const { scroller, scale, rows, view, change, today } = input
  const [window, setWindow] = useState<DayWindow>({ fromDay: scale.firstDay, untilDay: scale.firstDay })
  const held = useRef<{ readonly day: Day; readonly offsetX: number } | null>(null)
  const leftDay = useRef<Day | null>(view.at === null ? null : toDay(view.at))
  const trackWidth = () => (scroller.current?.clientWidth ?? 0) - view.tableWidth
  const openingLeft = () => Math.max(0, Math.round(xOfDay(scale, toDay(today)) - trackWidth() * TODAY_SHARE))
  const live = useRef<LiveCamera>({ scale, rows, trackWidth, openingLeft })
  live.current = { scale, rows, trackWidth, openingLeft }

  const onScroll = useCallback(() => {
    const box = scroller.current
    if (box === null) return
    leftDay.current = dayAtX(live.current.scale, box.scrollLeft)
    setWindow((before) => {
      const next = dayWindow(live.current.scale, box.scrollLeft, live.current.trackWidth())
      return next.fromDay === before.fromDay && next.untilDay === before.untilDay ? before : next
    })
  }, [scroller])

  // Another scale puts every day elsewhere: the day that was held goes back to its place before anything is seen.
  useLayoutEffect(() => {
    const box = scroller.current
    if (box === null) return
    const kept = held.current ?? (leftDay.current === null ? null : { day: leftDay.current, offsetX: 0 })
    held.current = null
    box.scrollLeft =
      kept === null ? live.current.openingLeft() : Math.max(0, Math.round(xOfDay(scale, kept.day) - kept.offsetX))
    onScroll()
  }, [scroller, scale, onScroll])

  const zoomAt = useCallback(
    (dayWidth: number, offsetX: number) => {
      const box = scroller.current
      const next = clampDayWidth(dayWidth)
      if (box === null || next === live.current.scale.dayWidth) return
      held.current = { day: dayAtX(live.current.scale, box.scrollLeft + offsetX), offsetX }
      change({ dayWidth: next })
    },
    [scroller, change],
  )
  useKeptPlace(input, live, leftDay)
  useWheelZoom(scroller, live, zoomAt)
  return { window, onScroll, ...useCameraMoves(scroller, live, zoomAt) }
}
