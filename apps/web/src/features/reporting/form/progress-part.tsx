import type { DueNode } from '@guatu/contract'
import { useId } from 'react'
import { useLanguage, useText } from '../../../app/language.ts'
import { dayText } from '../../../ui/format.ts'
import { reportingTexts as texts } from '../texts.ts'
import { type FormState, withDone, withPercent } from './state.ts'

interface ProgressProps {
  readonly node: DueNode
  readonly state: FormState
  readonly today: string
  readonly onChange: (next: FormState) => void
}

const step = 5

/** Percent by slider, by steps and by number; done by one box, with its day. */
export function ProgressPart({ node, state, today, onChange }: ProgressProps) {
  const t = useText()
  const language = useLanguage()
  const shown = state.percent ?? node.percentDone ?? 0
  const say = (percent: number) => onChange(withPercent(state, percent, node, today))
  const before = node.percentDone === null ? t(texts.neverReported) : t(texts.before, { percent: node.percentDone })
  const due = node.plannedFinish ? ` · ${t(texts.due, { day: dayText(node.plannedFinish, { language, today }) })}` : ''
  return (
    <fieldset className="rep-part">
      <legend>{t(texts.progress)}</legend>
      <p className="rep-note">
        {before}
        {due}
      </p>
      {state.done ? null : <PercentInput shown={shown} isSaid={state.percent !== null} onSay={say} />}
      <label className="rep-check">
        <input
          type="checkbox"
          checked={state.done}
          onChange={(event) => onChange(withDone(state, event.currentTarget.checked, today))}
        />
        {t(texts.finished)}
      </label>
      {state.done ? (
        <DayInput
          label={t(texts.finishedOn)}
          value={state.finishedOn}
          today={today}
          onDay={(finishedOn) => onChange({ ...state, finishedOn })}
        />
      ) : null}
      {state.done && node.evidence ? (
        <p className={node.hasEvidence ? 'rep-note' : 'rep-need'}>
          {t(node.hasEvidence ? texts.hasEvidence : texts.needsEvidence, { what: t(node.evidence) })}
        </p>
      ) : null}
      {node.actualStart === null && (state.done || (state.percent ?? 0) > 0) ? (
        <DayInput
          label={t(texts.startedOn)}
          value={state.startedOn}
          today={today}
          onDay={(startedOn) => onChange({ ...state, startedOn })}
        />
      ) : null}
    </fieldset>
  )
}

interface PercentProps {
  readonly shown: number
  /** Somebody has said it; else it is what was reported last. */
  readonly isSaid: boolean
  readonly onSay: (percent: number) => void
}

function PercentInput({ shown, isSaid, onSay }: PercentProps) {
  const t = useText()
  return (
    <div className={`rep-percent ${isSaid ? 'is-said' : ''}`}>
      <button type="button" aria-label={t(texts.less)} onClick={() => onSay(shown - step)}>
        −
      </button>
      <label className="rep-number">
        <span className="aside-text">{t(texts.progress)}</span>
        <input
          type="number"
          inputMode="numeric"
          min={0}
          max={100}
          value={shown}
          onChange={(event) => onSay(Number(event.currentTarget.value))}
        />
        <span aria-hidden="true">%</span>
      </label>
      <button type="button" aria-label={t(texts.more)} onClick={() => onSay(shown + step)}>
        +
      </button>
      <input
        type="range"
        min={0}
        max={100}
        step={step}
        value={shown}
        aria-label={t(texts.progress)}
        onChange={(event) => onSay(Number(event.currentTarget.value))}
      />
    </div>
  )
}

interface DayProps {
  readonly label: string
  readonly value: string
  readonly today: string
  readonly onDay: (day: string) => void
}

function DayInput({ label, value, today, onDay }: DayProps) {
  const id = useId()
  return (
    <p className="rep-line">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="date" max={today} value={value} onChange={(event) => onDay(event.currentTarget.value)} />
    </p>
  )
}
