import { getPatrol, type PatrolReply } from '@guatu/contract'
import type { Playbook } from '@guatu/playbook'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useIssues } from '../../api/issues.ts'
import { usePlaybook } from '../../api/playbook.ts'
import { refresh, useRoute } from '../../api/query.ts'
import { useDirectory, useMay } from '../../api/session.tsx'
import { useText } from '../../app/language.ts'
import { usePageTitle } from '../../app/print-head.tsx'
import { useViewState } from '../../app/search.ts'
import { Section, Sentence } from '../../ui/section.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { MonthBoard } from './month-board.tsx'
import { PlanDialog } from './plan-dialog.tsx'
import { RecordDialog } from './record-dialog.tsx'
import { patrolTexts as texts } from './texts.ts'
import { patrolView, shownVisits } from './view.ts'
import { VisitList } from './visit-list.tsx'
import './patrol.css'

/** 督导走访: visits planned against made, by month, town and leader; a visit recorded in a minute. */
export default function PatrolPage() {
  const t = useText()
  const { playbook: key } = useParams({ strict: false })
  const playbook = usePlaybook(key ?? '')
  const [state, change] = useViewState()
  const query = { playbook: playbook.key, ...(Number(state.year) ? { year: Number(state.year) } : {}) }
  const { data, error } = useRoute(getPatrol, { query })
  usePageTitle(t(texts.pageTitle))
  if (error) return <ErrorState error={error} onRetry={() => void refresh(getPatrol)} />
  if (!data) return <Skeleton label={t(texts.loading)} lines={12} />
  const view = patrolView(state)
  const narrowed = view.month !== undefined || view.area !== undefined || view.visitor !== undefined || view.missedOnly
  const visits = shownVisits(data.visits, view)
  return (
    <div className="patrol">
      <Head {...{ playbook, reply: data }} />
      {data.visits.length === 0 ? (
        <EmptyState title={t(texts.emptyTitle)} hint={t(texts.emptyHint)} />
      ) : (
        <>
          <MonthBoard reply={data} view={view} />
          <Visitors reply={data} />
          <Section
            title={t(texts.visits)}
            aside={
              narrowed ? (
                <button
                  type="button"
                  className="link-button"
                  onClick={() =>
                    void change({ month: undefined, area: undefined, visitor: undefined, show: undefined })
                  }
                >
                  {t(texts.showAll)}
                </button>
              ) : (
                visits.length
              )
            }
          >
            <VisitList playbook={playbook} visits={visits} />
          </Section>
        </>
      )}
    </div>
  )
}

function Head({ playbook, reply }: { readonly playbook: Playbook; readonly reply: PatrolReply }) {
  const t = useText()
  const may = useMay()
  const issues = useIssues()
  const directory = useDirectory()
  const [, change] = useViewState()
  const [open, setOpen] = useState<'record' | 'plan' | null>(null)
  const { year, planned, made, missed } = reply
  const [worst] = reply.visitors
  const who = worst?.personId ? directory.personName(worst.personId) : t(texts.noVisitor)
  return (
    <header className="patrol-head">
      <div>
        <Sentence>{t(texts.sentence, { year, planned, made, missed })}</Sentence>
        {worst && worst.missed > 0 ? (
          <button
            type="button"
            className="link-button"
            onClick={() => void change({ show: 'missed', visitor: worst.personId ?? 'none' })}
          >
            {t(texts.worst, { who, count: worst.missed })}
          </button>
        ) : null}
      </div>
      <span className="patrol-acts no-print">
        <Link className="button" to="/list/$playbook" params={{ playbook: playbook.key }}>
          {t(texts.ledger)}
        </Link>
        {issues && may('item.create') ? (
          <>
            <button type="button" className="button" onClick={() => setOpen('plan')}>
              {t(texts.plan)}
            </button>
            <button type="button" className="button is-primary" onClick={() => setOpen('record')}>
              {t(texts.record)}
            </button>
          </>
        ) : null}
      </span>
      {open === 'record' ? <RecordDialog playbook={playbook} onClose={() => setOpen(null)} /> : null}
      {open === 'plan' ? <PlanDialog playbook={playbook} onClose={() => setOpen(null)} /> : null}
    </header>
  )
}

/** Whose plan is kept and whose is not; a leader opens his visits. */
function Visitors({ reply }: { readonly reply: PatrolReply }) {
  const t = useText()
  const directory = useDirectory()
  const [{ visitor }, change] = useViewState()
  return (
    <Section title={t(texts.visitors)}>
      <ul className="patrol-visitors">
        {reply.visitors.map(({ personId, planned, made, missed }) => {
          const key = personId ?? 'none'
          return (
            <li key={key}>
              <button
                type="button"
                aria-pressed={visitor === key}
                onClick={() => void change({ visitor: visitor === key ? undefined : key })}
              >
                <span>{personId ? directory.personName(personId) : t(texts.noVisitor)}</span>
                <strong>{t(texts.visitorLine, { made, planned })}</strong>
                {missed > 0 ? <em>◆ {t(texts.missedShort, { count: missed })}</em> : null}
              </button>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
