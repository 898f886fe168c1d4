import { dayAtX, type TimeScale, xOfDay } from './time-scale.ts'

export const zoomLevels = ['day', 'week', 'month', 'quarter', 'year'] as const
export type ZoomLevel = (typeof zoomLevels)[number]

/** Pixels of a day when a level's button is pressed. */
export const dayWidths: Record<ZoomLevel, number> = { day: 30, week: 14, month: 5, quarter: 2.4, year: 0.7 }

export const MIN_DAY_WIDTH = 0.3
export const MAX_DAY_WIDTH = 48

/** From which width on a level's header is shown: halfway, as ratios go, between neighbouring buttons. */
const levelFloors = zoomLevels.map((level, place) => {
  const wider = dayWidths[level]
  const narrower = dayWidths[zoomLevels[place + 1] ?? level]
  return { level, floor: place === zoomLevels.length - 1 ? 0 : Math.sqrt(wider * narrower) }
})

export const levelOf = (dayWidth: number): ZoomLevel =>
  levelFloors.find(({ floor }) => dayWidth >= floor)?.level ?? 'year'

// Hundredths keep the URL short, and the same link gives the same picture.
export const clampDayWidth = (dayWidth: number): number =>
  Math.round(Math.min(MAX_DAY_WIDTH, Math.max(MIN_DAY_WIDTH, dayWidth)) * 100) / 100

/** The next wider (+1) or narrower (-1) button width from here. */
export function stepDayWidth(dayWidth: number, direction: 1 | -1): number {
  const widths = zoomLevels.map((level) => dayWidths[level])
  const next =
    direction > 0 ? widths.filter((width) => width > dayWidth).at(-1) : widths.find((width) => width < dayWidth)
  return next ?? clampDayWidth(dayWidth * (direction > 0 ? 1.4 : 1 / 1.4))
}

/** Wheel pixels to a factor; one notch of a common wheel is 100 pixels. */
export const wheelFactor = (deltaY: number): number => Math.exp(-Math.max(-300, Math.min(300, deltaY)) / 400)

/** Another day width under which the day at `anchorX` (pixels from the viewport's left edge) stays where it is. */
export function zoomAbout(scale: TimeScale, scrollLeft: number, anchorX: number, dayWidth: number) {
  const day = dayAtX(scale, scrollLeft + anchorX)
  const zoomed = { ...scale, dayWidth: clampDayWidth(dayWidth) }
  return { scale: zoomed, scrollLeft: Math.max(0, xOfDay(zoomed, day) - anchorX) }
}
