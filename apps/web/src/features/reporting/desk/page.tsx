import { listReports, type QueryOf, type Report, type ReportList } from '@guatu/contract'
import { monthBefore } from '@guatu/playbook'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useRoute } from '../../../api/query.ts'
import { useDirectory, useSession } from '../../../api/session.tsx'
import { useText } from '../../../app/language.ts'
import { usePageTitle } from '../../../app/print-head.tsx'
import { useViewState } from '../../../app/search.ts'
import { countText } from '../../../ui/format.ts'
import { ReportBodyPart, ReportStateMark } from '../../../ui/reports/report-card.tsx'
import { Sentence } from '../../../ui/section.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../../ui/states.tsx'
import { DecideBar } from './decide-bar.tsx'
import { deskTexts as texts } from './texts.ts'
import './desk.css'

const tabs = ['open', 'returned', 'verified'] as const
type Tab = (typeof tabs)[number]
const statesOf: Readonly<Record<Tab, string>> = { open: 'sent,received', returned: 'returned', verified: 'verified' }
const monthsBack = 11
const shown = 200

/** 收报台: what waits to be received, returned or verified, beside what the month before said. */
export default function ReportDeskPage() {
  const t = useText()
  const [view] = useViewState()
  const tab = tabs.find((one) => one === view.tab) ?? 'open'
  const query: QueryOf<typeof listReports> = {
    ...{ state: statesOf[tab], limit: shown },
    ...(tab === 'open' ? { mine: 'decide' as const } : {}),
    ...(view.month ? { month: view.month } : {}),
    ...(view.unit ? { unit: view.unit } : {}),
    ...(view.same ? { same: 'yes' as const } : {}),
  }
  const found = useRoute(listReports, { query }, { keepLast: true })
  usePageTitle(t(texts.pageTitle))
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Skeleton label={t(texts.loading)} lines={10} />
  return (
    <div className="desk" aria-busy={found.isPlaceholderData}>
      <Head reply={found.data} tab={tab} />
      <Filters reply={found.data} tab={tab} />
      <List key={JSON.stringify(query)} reply={found.data} />
    </div>
  )
}

function Head({ reply, tab }: { readonly reply: ReportList; readonly tab: Tab }) {
  const t = useText()
  if (tab !== 'open')
    return (
      <Sentence>
        {t(texts[tab])} · {countText(reply.total)}
      </Sentence>
    )
  const same = reply.reports.filter(({ sameAsPrevious }) => sameAsPrevious).length
  const sentence = reply.total === 0 ? texts.sentenceNone : same === 0 ? texts.sentencePlain : texts.sentence
  return <Sentence>{t(sentence, { open: countText(reply.total), same })}</Sentence>
}

function Filters({ reply, tab }: { readonly reply: ReportList; readonly tab: Tab }) {
  const t = useText()
  const { today } = useSession()
  const { orgName } = useDirectory()
  const [view, change] = useViewState()
  const months = Array.from({ length: monthsBack + 1 }, (_, back) => monthBefore(today.slice(0, 7), back))
  return (
    <div className="desk-filters no-print">
      <span role="tablist">
        {tabs.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            aria-selected={one === tab}
            onClick={() => void change({ tab: one })}
          >
            {t(texts[one])}
          </button>
        ))}
      </span>
      <label>
        {t(texts.month)}
        <select value={view.month ?? ''} onChange={(event) => void change({ month: event.currentTarget.value })}>
          <option value="">{t(texts.allMonths)}</option>
          {months.map((month) => (
            <option key={month}>{month}</option>
          ))}
        </select>
      </label>
      <label>
        {t(texts.unit)}
        <select value={view.unit ?? ''} onChange={(event) => void change({ unit: event.currentTarget.value })}>
          <option value="">{t(texts.allUnits)}</option>
          {reply.units.flatMap(({ orgId, reports }) =>
            orgId === null
              ? []
              : [
                  <option key={orgId} value={orgId}>
                    {orgName(orgId)}（{reports}）
                  </option>,
                ],
          )}
        </select>
      </label>
      <label>
        <input
          type="checkbox"
          checked={view.same === 'yes'}
          onChange={(event) => void change({ same: event.currentTarget.checked ? 'yes' : undefined })}
        />
        {t(texts.onlySame)}
      </label>
    </div>
  )
}

function List({ reply }: { readonly reply: ReportList }) {
  const t = useText()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const open = reply.reports.filter(({ mayDecide }) => mayDecide).map(({ reportId }) => reportId)
  const toggle = (reportId: string) =>
    setChosen((last) => {
      const next = new Set(last)
      if (!next.delete(reportId)) next.add(reportId)
      return next
    })
  if (reply.reports.length === 0) return <EmptyState title={t(texts.empty)} hint={t(texts.emptyHint)} />
  const ids = open.filter((id) => chosen.has(id))
  return (
    <>
      {open.length > 0 ? (
        <DecideBar
          {...{ ids }}
          isAll={ids.length === open.length}
          onAll={(all) => setChosen(new Set(all ? open : []))}
          onDone={() => setChosen(new Set())}
        />
      ) : null}
      {reply.total > reply.reports.length ? (
        <p className="desk-note">{t(texts.first, { shown: reply.reports.length, total: reply.total })}</p>
      ) : null}
      <ul className="desk-list">
        {reply.reports.map((report) => (
          <Line key={report.reportId} report={report} isChosen={chosen.has(report.reportId)} onToggle={toggle} />
        ))}
      </ul>
    </>
  )
}

interface LineProps {
  readonly report: Report
  readonly isChosen: boolean
  readonly onToggle: (reportId: string) => void
}

function Line({ report, isChosen, onToggle }: LineProps) {
  const t = useText()
  const { orgName } = useDirectory()
  const { reportId, itemId, itemTitle, month, leadOrgId, mayDecide, own } = report
  return (
    <li className="report">
      <p className="desk-title">
        {mayDecide ? (
          <input
            type="checkbox"
            aria-label={`${itemTitle} ${month}`}
            checked={isChosen}
            onChange={() => onToggle(reportId)}
          />
        ) : null}
        <Link to="/item/$itemId" params={{ itemId }}>
          {itemTitle}
        </Link>
        <span>{month}</span>
        <span>{orgName(leadOrgId)}</span>
        <ReportStateMark report={report} />
        {own ? <small>{t(texts.own)}</small> : null}
      </p>
      <ReportBodyPart report={report} />
    </li>
  )
}
