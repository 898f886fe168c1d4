import { getWorkingHours, saveWorkingHours, type WorkingHoursReply } from '@guatu/contract'
import { type WorkingHours, workingHoursProblems } from '@guatu/playbook'
import { type FormEvent, useState } from 'react'
import { call } from '../../api/call.ts'
import { refresh, useRoute } from '../../api/query.ts'
import { useText } from '../../app/language.ts'
import { FormRefusal } from '../../ui/form-refusal.tsx'
import { Section } from '../../ui/section.tsx'
import { toast } from '../../ui/toast.tsx'
import { hoursTexts } from './hours-texts.ts'

type Spans = WorkingHours['spans']

const perDay = (minutes: number) => String(Math.round((minutes / 60) * 10) / 10)

/** The hours that every clock counts by; who configures the list sets them here, for all lists of the district. */
export function HoursPart({ open }: { readonly open: boolean }) {
  const t = useText()
  const hours = useRoute(getWorkingHours, {})
  if (!hours.data) return null
  const { spans, minutesPerDay, own } = hours.data
  const key = spans.map(({ from, to }) => `${from}${to}`).join()
  return (
    <Section title={t(hoursTexts.title)} aside={t(hoursTexts.note)}>
      <p>
        <b className="rules-figure">{spans.map(({ from, to }) => `${from}–${to}`).join(t(hoursTexts.and))}</b>{' '}
        <span className="rules-muted">
          {t(hoursTexts.perDay, { hours: perDay(minutesPerDay) })}
          {t(own ? hoursTexts.own : hoursTexts.usual)}
        </span>
      </p>
      {open ? <HoursForm key={key} reply={hours.data} /> : null}
    </Section>
  )
}

/** What is being set, and its way to the server. */
function useHours(reply: WorkingHoursReply) {
  const t = useText()
  const [spans, setSpans] = useState<Spans>(reply.spans)
  const [reason, setReason] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [saving, setSaving] = useState(false)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setSaving(true)
    setError(null)
    try {
      const body = { before: reply.spans, spans: spans.map((span) => ({ ...span })), reason }
      const { items } = await call(saveWorkingHours, { body })
      await refresh()
      toast({ text: t(hoursTexts.saved, { count: items }) })
    } catch (refusal) {
      setError(refusal)
    } finally {
      setSaving(false)
    }
  }
  return { spans, setSpans, reason, setReason, error, saving, save }
}

function HoursForm({ reply }: { readonly reply: WorkingHoursReply }) {
  const t = useText()
  const { spans, setSpans, reason, setReason, error, saving, save } = useHours(reply)
  const problems = workingHoursProblems(spans)
  const still = JSON.stringify(spans) === JSON.stringify(reply.spans)
  const isReady = !saving && problems.length === 0 && reason.trim() !== ''
  return (
    <form className="rules-hours no-print" onSubmit={(event) => void save(event)}>
      {spans.map((span, place) => (
        <SpanRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is told by its place alone
          key={place}
          {...{ span, place }}
          onSpan={(next) => setSpans(spans.flatMap((one, index) => (index === place ? (next ?? []) : one)))}
        />
      ))}
      <button type="button" className="button" onClick={() => setSpans([...spans, { from: '', to: '' }])}>
        {t(hoursTexts.add)}
      </button>
      {still ? null : (
        <>
          <ul className="rules-fault">
            {problems.map(({ path, message }) => (
              <li key={path + message.en}>{t(message)}</li>
            ))}
          </ul>
          <label className="rules-hours-reason">
            {t(hoursTexts.reason)}
            <input
              className="rules-input"
              value={reason}
              maxLength={500}
              onChange={(event) => setReason(event.target.value)}
            />
          </label>
          <button type="submit" className="button is-primary" disabled={!isReady}>
            {t(hoursTexts.save)}
          </button>
        </>
      )}
      {error ? <FormRefusal error={error} /> : null}
    </form>
  )
}

interface SpanRowProps {
  readonly span: Spans[number]
  readonly place: number
  /** Null takes it away. */
  readonly onSpan: (span: Spans[number] | null) => void
}

function SpanRow({ span, place, onSpan }: SpanRowProps) {
  const t = useText()
  const words = { place: place + 1 }
  return (
    <div className="rules-hours-span">
      <TimeCell label={t(hoursTexts.from, words)} value={span.from} onValue={(from) => onSpan({ ...span, from })} />
      –
      <TimeCell label={t(hoursTexts.to, words)} value={span.to} onValue={(to) => onSpan({ ...span, to })} />
      <button type="button" className="button" aria-label={t(hoursTexts.removeOf, words)} onClick={() => onSpan(null)}>
        {t(hoursTexts.remove)}
      </button>
    </div>
  )
}

interface TimeCellProps {
  readonly label: string
  readonly value: string
  readonly onValue: (value: string) => void
}

const TimeCell = ({ label, value, onValue }: TimeCellProps) => (
  <input
    className="rules-input is-time"
    inputMode="numeric"
    placeholder="08:30"
    maxLength={5}
    aria-label={label}
    value={value}
    onChange={(event) => onValue(event.target.value.normalize('NFKC').trim())}
  />
)
