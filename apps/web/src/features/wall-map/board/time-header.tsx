import { fromDay, toDay } from '@guatu/schedule'
import { memo, useMemo } from 'react'
import { useLanguage, useText } from '../../../app/language.ts'
import { daysOff } from '../scale/days-off.ts'
import { type TickUnit, ticksOf, tiersOf } from '../scale/ticks.ts'
import { type TimeScale, xOfDay } from '../scale/time-scale.ts'
import type { DayWindow } from '../scale/visible-window.ts'
import { levelOf } from '../scale/zoom.ts'
import { wallTexts } from '../texts.ts'
import { useWall } from './wall-context.ts'

interface TimeHeaderProps {
  readonly scale: TimeScale
  readonly window: DayWindow
}

/** Months, weeks and days above the bars. It is scenery: every bar says its dates in words. */
export const TimeHeader = memo(function TimeHeader({ scale, window }: TimeHeaderProps) {
  const t = useText()
  const { today } = useWall()
  const todayX = xOfDay(scale, toDay(today)) + scale.dayWidth / 2
  const level = levelOf(scale.dayWidth)
  return (
    <div className="wall-time-head" aria-hidden="true">
      {tiersOf[level].map((unit) => (
        <Tier key={unit} unit={unit} scale={scale} window={window} />
      ))}
      <HolidayMarks scale={scale} window={window} />
      <span className="wall-today-flag" style={{ left: todayX }}>
        {t(wallTexts.today)}
      </span>
    </div>
  )
})

interface TierProps {
  readonly unit: TickUnit
  readonly scale: TimeScale
  readonly window: DayWindow
}

const LEAST_LABEL_PX = 18
const MOST_DAYS_FOR_DAY_TICKS = 200

function Tier({ unit, scale, window }: TierProps) {
  const language = useLanguage()
  const { calendar } = useWall()
  const ticks = useMemo(
    () => ticksOf(unit, window, levelOf(scale.dayWidth), language),
    [unit, window, scale.dayWidth, language],
  )
  const marksDaysOff = unit === 'day' && window.untilDay - window.fromDay < MOST_DAYS_FOR_DAY_TICKS
  return (
    <div className={`wall-tier is-${unit}`}>
      {ticks.map(({ day, endDay, label }) => (
        <span
          key={day}
          className={`wall-tick ${marksDaysOff && !calendar.table.isWorkday(day) ? 'is-off' : ''}`}
          style={{ left: xOfDay(scale, day), width: (endDay - day) * scale.dayWidth }}
        >
          <span className="wall-tick-label">{(endDay - day) * scale.dayWidth < LEAST_LABEL_PX ? '' : label}</span>
        </span>
      ))}
    </div>
  )
}

const LEAST_MARK_PX = 3
const LEAST_NAME_PX = 46

function HolidayMarks({ scale, window }: Pick<TimeHeaderProps, 'scale' | 'window'>) {
  const { calendar } = useWall()
  const holidays = useMemo(
    () => daysOff(calendar, window.fromDay, window.untilDay).filter((strip) => strip.holiday !== null),
    [calendar, window],
  )
  return holidays.map(({ day, endDay, holiday }) => {
    const width = (endDay - day) * scale.dayWidth
    if (width < LEAST_MARK_PX) return null
    return (
      <span
        key={day}
        className="wall-holiday-mark"
        title={`${holiday} ${fromDay(day)} – ${fromDay(endDay - 1)}`}
        style={{ left: xOfDay(scale, day), width }}
      >
        {width >= LEAST_NAME_PX ? holiday : ''}
      </span>
    )
  })
}
