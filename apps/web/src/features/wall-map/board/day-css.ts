import type { Day } from '@guatu/schedule'
import type { CSSProperties } from 'react'
import type { Span } from '../rows/span.ts'
import { type TimeScale, widthOf } from '../scale/time-scale.ts'

/**
 * Places in days instead of pixels: the board carries the width of a day as a CSS variable, so that zooming moves every
 * bar without drawing a single row anew.
 */
export const boardVariables = (scale: TimeScale, tableWidth: number, template: string): CSSProperties =>
  ({
    '--day': `${scale.dayWidth}px`,
    '--wall-track': `${widthOf(scale)}px`,
    '--wall-table': `${tableWidth}px`,
    '--wall-template': template,
  }) as CSSProperties

/** Left edge of a day. */
export const cssOfDay = (firstDay: Day, day: Day): string => `calc(var(--day) * ${day - firstDay})`

/** Left edge and width of a span; what lasts a day is seen at any zoom. */
export const cssOfSpan = (firstDay: Day, { start, finish }: Span) => ({
  left: cssOfDay(firstDay, start),
  width: `max(2px, var(--day) * ${finish - start + 1})`,
})
