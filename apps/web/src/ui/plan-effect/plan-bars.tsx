import { useSession } from '../../api/session.tsx'
import { useLanguage, useText } from '../../app/language.ts'
import { dayText, partialDateText } from '../format.ts'
import { type BarDates, type BarRow, type BarScale, monthTicks, placeOf, scaleOf } from './bar-scale.ts'
import { effectTexts as texts } from './texts.ts'
import './plan-effect.css'

/** Two plans under one another: for each node the bar that was, hollow, and the bar that is. */
export function PlanBars({ rows }: { readonly rows: readonly BarRow[] }) {
  const t = useText()
  const language = useLanguage()
  const { today } = useSession()
  const scale = scaleOf(rows)
  if (!scale) return null
  const ticks = monthTicks(scale)
  const month = (iso: string) => partialDateText({ date: iso, precision: 'month' }, { language, today })
  return (
    <figure className="plan-bars" aria-label={t(texts.chart)}>
      <figcaption>
        <span className="plan-key is-from">{t(texts.was)}</span>
        <span className="plan-key is-to">{t(texts.is)}</span>
      </figcaption>
      <div className="plan-months" aria-hidden="true">
        {ticks.map((tick) => (
          <span key={tick} style={{ left: `${placeOf({ start: tick, finish: tick }, scale)?.left}%` }}>
            {month(tick)}
          </span>
        ))}
      </div>
      <ul>
        {rows.map((row) => (
          <li key={row.key} className={`is-${row.tone}`}>
            <span className="plan-title">{row.title}</span>
            <span className="plan-track">
              <Bar className="is-from" label={t(texts.was)} dates={row.from} scale={scale} />
              <Bar className="is-to" label={t(texts.is)} dates={row.to} scale={scale} />
            </span>
          </li>
        ))}
      </ul>
    </figure>
  )
}

interface BarProps {
  readonly className: string
  readonly label: string
  readonly dates: BarDates | null
  readonly scale: BarScale
}

function Bar({ className, label, dates, scale }: BarProps) {
  const language = useLanguage()
  const { today } = useSession()
  const place = placeOf(dates, scale)
  if (!place) return null
  const day = (iso: string | null | undefined) => (iso ? dayText(iso, { language, today }) : '…')
  const words = `${label} ${day(dates?.start)} — ${day(dates?.finish)}`
  return (
    <span
      className={`plan-bar ${className}`}
      role="img"
      aria-label={words}
      title={words}
      style={{ left: `${place.left}%`, width: `${place.width}%` }}
    />
  )
}
