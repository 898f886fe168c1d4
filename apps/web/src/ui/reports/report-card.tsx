import { evidenceKinds, getEvidenceFile, getEvidenceImage, type Report, shownKinds } from '@guatu/contract'
import { amountOfCents, type Currency, centsOf, moneyFigure } from '@guatu/kernel'
import { addressOf } from '../../api/call.ts'
import { nodeTitle, playbookOf } from '../../api/playbook.ts'
import { useSession } from '../../api/session.tsx'
import { useLanguage, useText } from '../../app/language.ts'
import { dayText, instantText } from '../format.ts'
import { MoneyText } from '../money-text.tsx'
import { reportStateTitles, reportTexts as texts } from './texts.ts'
import './reports.css'

/** What a report says, beside what the month before said, and what became of it. */
export function ReportBodyPart({ report }: { readonly report: Report }) {
  return (
    <>
      <ProgressLine report={report} />
      <Figures report={report} />
      <Words report={report} />
      <Photos report={report} />
      <Fate report={report} />
    </>
  )
}

function ProgressLine({ report }: { readonly report: Report }) {
  const t = useText()
  const language = useLanguage()
  const { today } = useSession()
  const { nodeKey, nodeTitle: title, percent, done, finishedOn, previous } = report
  const playbook = playbookOf(report.playbookKey)
  if (nodeKey === null || title === null) return null
  const from = previous?.percent === null || previous?.percent === undefined ? '—' : `${previous.percent}%`
  return (
    <p className="report-progress">
      <strong>{playbook ? t(nodeTitle(playbook, { nodeKey, title })) : title}</strong>
      {done ? <span>{t(texts.done, { day: finishedOn ? dayText(finishedOn, { language, today }) : '' })}</span> : null}
      {!done && percent !== null ? <span>{t(texts.progress, { from, to: `${percent}%` })}</span> : null}
    </p>
  )
}

const signed = (cents: bigint, currency: Currency, language: 'zh' | 'en') => {
  const { number, unit } = moneyFigure(amountOfCents(cents), currency, language)
  return `${cents > 0n ? '+' : ''}${number} ${unit}`
}

/** Each figure with what it is worth: reported, verified, or replaced since. */
function Figures({ report }: { readonly report: Report }) {
  const t = useText()
  const language = useLanguage()
  const playbook = playbookOf(report.playbookKey)
  if (report.figures.length === 0) return null
  return (
    <ul className="report-figures">
      {report.figures.map(({ metric, value, currency, verified, superseded }) => {
        const before = report.previous?.figures.find((figure) => figure.metric === metric)?.value
        const money = currency as Currency | null
        const difference = before === undefined ? null : centsOf(value) - centsOf(before)
        return (
          <li key={metric}>
            <span>{t(playbook?.metrics[metric]?.title ?? { zh: metric, en: metric })}</span>
            <strong>{money ? <MoneyText amount={value} currency={money} /> : value}</strong>
            <small>
              {difference !== null && money ? t(texts.difference, { value: signed(difference, money, language) }) : ''}
            </small>
            <small className={verified ? 'is-verified' : ''}>
              {verified ? `✓ ${t(texts.verified)}` : t(superseded ? texts.superseded : texts.reported)}
            </small>
          </li>
        )
      })}
    </ul>
  )
}

function Words({ report }: { readonly report: Report }) {
  const t = useText()
  const { text, previous, sameAsPrevious, explanation } = report
  return (
    <>
      {text ? <p className="report-text">{text}</p> : null}
      {sameAsPrevious ? (
        <p className="report-same">⚠ {t(texts.samePrevious)}</p>
      ) : (
        <p className="report-was">
          {previous ? (previous.text ? t(texts.was, { text: previous.text }) : '') : t(texts.wasNothing)}
        </p>
      )}
      {explanation ? <p className="report-was">{t(texts.explanation, { text: explanation })}</p> : null}
    </>
  )
}

function Photos({ report }: { readonly report: Report }) {
  const t = useText()
  const language = useLanguage()
  if (report.photos.length === 0) return null
  return (
    <ul className="report-photos">
      {report.photos.map(({ evidenceId, fileName, kind, takenAt }) => {
        const isShown = (shownKinds as readonly string[]).includes(kind)
        const name = takenAt ? t(texts.photo, { name: fileName, time: instantText(takenAt, language) }) : fileName
        return (
          <li key={evidenceId}>
            <a href={addressOf(getEvidenceFile, { params: { evidenceId } })} title={name}>
              {isShown ? (
                <img src={addressOf(getEvidenceImage, { params: { evidenceId } })} alt={name} loading="lazy" />
              ) : (
                t(evidenceKinds[kind].title)
              )}
              <small>{takenAt ? instantText(takenAt, language) : fileName}</small>
            </a>
          </li>
        )
      })}
    </ul>
  )
}

/** Who sent it when, and what was decided on it. */
function Fate({ report }: { readonly report: Report }) {
  const t = useText()
  const language = useLanguage()
  const { reportedBy, receivedAt, madeAt, place, state, decidedBy, decidedAt, reason } = report
  const time = instantText(receivedAt, language)
  const made = instantText(madeAt, language)
  const decided = decidedBy && decidedAt ? { who: decidedBy, time: instantText(decidedAt, language) } : null
  return (
    <p className="report-was">
      {t(texts.by, { who: reportedBy, time })}
      {made === time ? '' : ` · ${t(texts.madeAt, { time: made })}`}
      {place ? ` · ${t(texts.place, { place: `${place.lat.toFixed(4)}, ${place.lon.toFixed(4)}` })}` : ''}
      {decided && state !== 'returned'
        ? ` · ${t(texts.decided, { ...decided, state: t(reportStateTitles[state]) })}`
        : ''}
      {decided && state === 'returned' ? (
        <span className="report-returned"> · {t(texts.returned, { ...decided, reason: reason ?? '' })}</span>
      ) : null}
    </p>
  )
}

export function ReportStateMark({ report }: { readonly report: Report }) {
  const t = useText()
  return (
    <span className={`report-state is-${report.state}`}>
      {t(reportStateTitles[report.state])}
      {report.replaced ? ` · ${t(texts.replaced)}` : ''}
      {report.sameAsPrevious ? <em> ⚠ {t(texts.same)}</em> : null}
    </span>
  )
}
