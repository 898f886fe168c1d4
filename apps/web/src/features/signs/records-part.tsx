import type { SignBoard, SignRecordReply } from '@guatu/contract'
import { signs } from '@guatu/kernel'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useDirectory, useSession } from '../../api/session.tsx'
import { useLanguage, useText } from '../../app/language.ts'
import type { ViewState } from '../../app/search.ts'
import { dayOfInstant, dayText } from '../../ui/format.ts'
import { Section } from '../../ui/section.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { SayForm } from './say-form.tsx'
import { signTexts as texts } from './texts.ts'
import { isNarrowed, type SignView } from './view.ts'

interface RecordsPartProps {
  readonly board: SignBoard
  readonly view: SignView
  readonly onChange: (patch: ViewState) => void
}

/** The records behind the numbers, each with its item and with what is said against it. */
export function RecordsPart({ board: { records, total }, view, onChange }: RecordsPartProps) {
  const t = useText()
  const wide = { sign: undefined, unit: undefined, item: undefined }
  return (
    <Section
      title={t(texts.records)}
      aside={
        <>
          {t(texts.recordsOf, { count: total })}
          {records.length < total ? ` · ${t(texts.shownOnly, { count: records.length })}` : ''}
          {isNarrowed(view) ? (
            <button type="button" className="button no-print" onClick={() => onChange(wide)}>
              {t(texts.everything)}
            </button>
          ) : null}
        </>
      }
    >
      {records.length === 0 ? <EmptyState title={t(texts.emptyTitle)} hint={t(texts.emptyHint)} /> : null}
      <ul className="signs-records">
        {records.map((record) => (
          <RecordLine key={`${record.sign}${record.itemId}${record.record}`} record={record} />
        ))}
      </ul>
    </Section>
  )
}

function RecordLine({ record }: { readonly record: SignRecordReply }) {
  const t = useText()
  const { orgName } = useDirectory()
  const [saying, setSaying] = useState<'contest' | 'answer' | null>(null)
  const { sign, itemId, itemTitle, text, unitId, contestable, answerable } = record
  return (
    <li>
      <span className="signs-mark">{t(signs[sign].title)}</span>
      <div>
        <p>
          {t(text)}
          {saying === null && (contestable || answerable) ? (
            <button
              type="button"
              className="link-button no-print"
              onClick={() => setSaying(answerable ? 'answer' : 'contest')}
            >
              {t(answerable ? texts.answer : texts.contest)}
            </button>
          ) : null}
        </p>
        <p className="signs-muted">
          <Link to="/item/$itemId" params={{ itemId }} preload={false}>
            {itemTitle}
          </Link>{' '}
          {unitId ? orgName(unitId) : t(texts.noUnit)}
        </p>
        <Contest contest={record.contest} />
        {saying ? <SayForm record={record} saying={saying} onClose={() => setSaying(null)} /> : null}
      </div>
    </li>
  )
}

function Contest({ contest }: Pick<SignRecordReply, 'contest'>) {
  const t = useText()
  const language = useLanguage()
  const { today } = useSession()
  if (!contest) return null
  const day = dayText(dayOfInstant(contest.at), { language, today })
  return (
    <p className="signs-contest">
      {t(texts.contested, { by: contest.by, day, text: contest.text })}{' '}
      {contest.answer ? (
        t(texts.answered, { by: contest.answer.by, text: contest.answer.text })
      ) : (
        <em>{t(texts.waits)}</em>
      )}
    </p>
  )
}
