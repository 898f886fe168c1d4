import type { Day } from '@guatu/schedule'
import { dayAtX, type TimeScale } from './time-scale.ts'

/** The days that are drawn: those in view and a margin, in steps, so that most scroll events change nothing. */
export interface DayWindow {
  readonly fromDay: Day
  readonly untilDay: Day
}

const STEP_PX = 400

/** The window that covers a viewport of `width` pixels at `scrollLeft`, cut to the time line. */
export function dayWindow(scale: TimeScale, scrollLeft: number, width: number): DayWindow {
  const left = Math.floor(scrollLeft / STEP_PX - 1) * STEP_PX
  const right = Math.ceil((scrollLeft + width) / STEP_PX + 1) * STEP_PX
  return {
    fromDay: Math.max(scale.firstDay, Math.floor(dayAtX(scale, left))),
    untilDay: Math.min(scale.endDay, Math.ceil(dayAtX(scale, right))),
  }
}

/** Whether a span of days, both inclusive, is at least partly drawn. */
export const touches = (window: DayWindow, firstDay: Day, lastDay: Day): boolean =>
  lastDay >= window.fromDay && firstDay < window.untilDay
