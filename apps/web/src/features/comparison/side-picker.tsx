import type { BaselinesReply } from '@guatu/contract'
import { useId } from 'react'
import { useSession } from '../../api/session.tsx'
import { useText } from '../../app/language.ts'
import { comparisonTexts as texts } from './texts.ts'
import { isDay, lastMonthEnd } from './view.ts'

interface SidePickerProps {
  readonly label: string
  readonly side: string
  readonly baselines: BaselinesReply['baselines']
  readonly onSide: (side: string) => void
}

/** One of the two plans: now, a day, or a baseline. */
export function SidePicker({ label, side, baselines, onSide }: SidePickerProps) {
  const t = useText()
  const id = useId()
  const { today } = useSession()
  const day = isDay(side)
  return (
    <span className="compare-side">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="field-input"
        value={day ? 'day' : side}
        onChange={({ target }) => onSide(target.value === 'day' ? lastMonthEnd(today) : target.value)}
      >
        <optgroup label={t(texts.moments)}>
          <option value="now">{t(texts.now)}</option>
          <option value="day">{t(texts.onDay)}</option>
        </optgroup>
        <optgroup label={t(texts.baselines)}>
          <option value="first">{t(texts.first)}</option>
          <option value="latest">{t(texts.latest)}</option>
          {baselines.map(({ baselineId, name }) => (
            <option key={baselineId} value={baselineId}>
              {name}
            </option>
          ))}
        </optgroup>
      </select>
      {day ? (
        <input
          type="date"
          className="field-input"
          aria-label={`${label} ${t(texts.day)}`}
          max={today}
          value={side}
          onChange={({ target }) => isDay(target.value) && target.value <= today && onSide(target.value)}
        />
      ) : null}
    </span>
  )
}
