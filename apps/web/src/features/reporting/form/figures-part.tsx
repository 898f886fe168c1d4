import type { DueItem } from '@guatu/contract'
import { type Playbook, type ReportMetric, reportMetrics, wanOfYuan } from '@guatu/playbook'
import { useId } from 'react'
import { useText } from '../../../app/language.ts'
import { reportingTexts as texts } from '../texts.ts'
import { type FormState, unreadFigures, withFigure } from './state.ts'

interface FiguresProps {
  readonly playbook: Playbook
  readonly item: DueItem
  readonly month: string
  readonly state: FormState
  readonly onChange: (next: FormState) => void
}

const shown = ({ unit }: ReportMetric, value: string) =>
  (unit === 'CNY' ? wanOfYuan(value) : value).replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')

/** The month's figures, each with what stood last; the sum of the year follows by itself. */
export function FiguresPart({ playbook, item, month, state, onChange }: FiguresProps) {
  const t = useText()
  const id = useId()
  const unread = unreadFigures(state, playbook)
  return (
    <fieldset className="rep-part">
      <legend>{t(texts.figures)}</legend>
      {reportMetrics(playbook).map((metric) => {
        const course = item.figures.find((figure) => figure.metric === metric.key)
        const last = course?.last ? t(texts.lastFigure, { value: shown(metric, course.last) }) : t(texts.noLastFigure)
        const current = course?.current ? t(texts.standing, { value: shown(metric, course.current) }) : last
        const isWrong = unread.includes(metric.key)
        return (
          <p className="rep-line" key={metric.key}>
            <label htmlFor={`${id}${metric.key}`}>
              {t(metric.title)}
              <small>
                {current}
                {metric.sumsUp === null ? '' : ` · ${t(texts.sumFollows)}`}
              </small>
            </label>
            <input
              id={`${id}${metric.key}`}
              className="is-figure"
              inputMode="decimal"
              autoComplete="off"
              aria-invalid={isWrong || undefined}
              value={state.figures[metric.key] ?? ''}
              onChange={(event) =>
                onChange(withFigure(state, { playbook, item, month }, metric.key, event.currentTarget.value))
              }
            />
            {isWrong ? <span className="rep-need">{t(texts.notNumber)}</span> : null}
          </p>
        )
      })}
    </fieldset>
  )
}
