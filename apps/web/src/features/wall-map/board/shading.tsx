import { toDay } from '@guatu/schedule'
import { memo, useMemo } from 'react'
import { useLanguage } from '../../../app/language.ts'
import { daysOff } from '../scale/days-off.ts'
import { ticksOf, tiersOf } from '../scale/ticks.ts'
import { type TimeScale, xOfDay } from '../scale/time-scale.ts'
import type { DayWindow } from '../scale/visible-window.ts'
import { levelOf } from '../scale/zoom.ts'
import { useWall } from './wall-context.ts'

interface ShadingProps {
  readonly scale: TimeScale
  readonly window: DayWindow
}

/** Below this width of a day weekends melt into a grey that says nothing. */
const LEAST_WEEKEND_DAY_PX = 3
const LEAST_HOLIDAY_DAY_PX = 0.6

/** Behind the bars: days off, the lines of the header's upper row, and today. */
export const Shading = memo(function Shading({ scale, window }: ShadingProps) {
  const { calendar, today } = useWall()
  const todayX = xOfDay(scale, toDay(today)) + scale.dayWidth / 2
  const language = useLanguage()
  const strips = useMemo(() => {
    if (scale.dayWidth < LEAST_HOLIDAY_DAY_PX) return []
    const all = daysOff(calendar, window.fromDay, window.untilDay)
    return scale.dayWidth < LEAST_WEEKEND_DAY_PX ? all.filter((strip) => strip.holiday !== null) : all
  }, [calendar, scale.dayWidth, window])
  const lines = useMemo(() => {
    const level = levelOf(scale.dayWidth)
    const unit = tiersOf[level].at(level === 'day' ? 1 : level === 'month' ? -2 : -1)!
    return ticksOf(unit, window, level, language)
  }, [scale.dayWidth, window, language])
  return (
    <div className="wall-shading" aria-hidden="true">
      {strips.map(({ day, endDay, holiday }) => (
        <span
          key={day}
          className={holiday === null ? 'wall-off' : 'wall-off is-holiday'}
          title={holiday ?? undefined}
          style={{ left: xOfDay(scale, day), width: (endDay - day) * scale.dayWidth }}
        />
      ))}
      {lines.map(({ day }) => (
        <span key={day} className="wall-line" style={{ left: xOfDay(scale, day) }} />
      ))}
      <span className="wall-today" style={{ left: todayX }} />
    </div>
  )
})
