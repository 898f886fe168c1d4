import { exportReportSheet, type ReadSheet, reportSheet, type SheetReply } from '@guatu/contract'
import { monthBefore, type Playbook } from '@guatu/playbook'
import { useMutation } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { addressOf } from '../../../api/call.ts'
import { usePlaybook } from '../../../api/playbook.ts'
import { useRoute } from '../../../api/query.ts'
import { useDirectory, useSession } from '../../../api/session.tsx'
import { useText } from '../../../app/language.ts'
import { usePageTitle } from '../../../app/print-head.tsx'
import { useViewState } from '../../../app/search.ts'
import { FormRefusal } from '../../../ui/form-refusal.tsx'
import { Sentence } from '../../../ui/section.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../../ui/states.tsx'
import { toast } from '../../../ui/toast.tsx'
import { SheetGrid } from './sheet-grid.tsx'
import { sheetTexts as texts } from './texts.ts'
import { type Sheet, useSheet } from './use-sheet.ts'
import './sheet.css'

const monthsBack = 5

/** 月报表: a unit's whole month in one sheet, by hand, by pasting, or by way of Excel. */
export default function ReportSheetPage() {
  const t = useText()
  const { me, today, orgs } = useSession()
  const { playbook: key } = useParams({ strict: false })
  const playbook = usePlaybook(key ?? '')
  const [view] = useViewState()
  const unit = orgs.find(({ orgId }) => orgId === view.unit)?.orgId ?? me?.posts[0]?.orgId ?? orgs[0]?.orgId ?? ''
  const months = Array.from({ length: monthsBack + 1 }, (_, back) => monthBefore(today.slice(0, 7), back))
  const month = months.find((one) => one === view.month) ?? months[0]!
  const query = { playbook: playbook.key, unit, month }
  const found = useRoute(reportSheet, { query })
  usePageTitle(t(texts.pageTitle))
  const picks = <Picks {...{ unit, month, months }} />
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Skeleton label={t(texts.loading)} lines={12} />
  return (
    <div className="sheet-page">
      {found.data.total === 0 ? (
        <>
          {picks}
          <EmptyState title={t(texts.none)} hint={t(texts.noneHint)} />
        </>
      ) : (
        <Loaded key={`${unit} ${month}`} {...{ playbook, unit, picks }} reply={found.data} />
      )}
    </div>
  )
}

interface PicksProps {
  readonly unit: string
  readonly month: string
  readonly months: readonly string[]
}

function Picks({ unit, month, months }: PicksProps) {
  const t = useText()
  const { orgs } = useSession()
  const [, change] = useViewState()
  return (
    <span className="sheet-picks no-print">
      <label>
        {t(texts.unit)}
        <select value={unit} onChange={(event) => void change({ unit: event.currentTarget.value })}>
          {orgs.map((org) => (
            <option key={org.orgId} value={org.orgId}>
              {org.shortName ?? org.name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t(texts.month)}
        <select value={month} onChange={(event) => void change({ month: event.currentTarget.value })}>
          {months.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
    </span>
  )
}

interface LoadedProps {
  readonly playbook: Playbook
  readonly unit: string
  readonly reply: SheetReply
  readonly picks: React.ReactNode
}

function Loaded({ playbook, unit, reply, picks }: LoadedProps) {
  const t = useText()
  const { orgName } = useDirectory()
  const sheet = useSheet(playbook, unit, reply)
  const due = reply.items.filter(({ missing }) => missing.includes('report')).length
  const said = { unit: orgName(unit), month: reply.month, total: reply.total, due, done: reply.items.length - due }
  return (
    <>
      <Sentence>{t(texts.sentence, said)}</Sentence>
      <Bar
        {...{ sheet, picks }}
        address={addressOf(exportReportSheet, { query: { playbook: playbook.key, unit, month: reply.month } })}
      />
      {reply.total > reply.items.length ? (
        <p className="sheet-note">{t(texts.more, { shown: reply.items.length, total: reply.total })}</p>
      ) : null}
      <SheetGrid sheet={sheet} playbook={playbook} />
    </>
  )
}

interface BarProps {
  readonly sheet: Sheet
  readonly picks: React.ReactNode
  /** Of the workbook. */
  readonly address: string
}

function Bar({ sheet, picks, address }: BarProps) {
  const t = useText()
  const save = useMutation({
    mutationFn: sheet.save,
    onSuccess: (sent) => {
      if (sent !== null) toast({ text: t(texts.saved, { count: sent }) })
    },
  })
  const { mutate } = save
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return
      event.preventDefault()
      mutate()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [mutate])
  const wrong = sheet.lines.filter(({ problems }) => problems.length > 0).length
  const count = sheet.changed.length
  return (
    <>
      <div className="sheet-bar no-print">
        {picks}
        <button
          type="button"
          className="button is-primary"
          disabled={count === 0 || save.isPending}
          onClick={() => mutate()}
        >
          {t(save.isPending ? texts.saving : count === 0 ? texts.nothing : texts.save, { count })}
        </button>
        {count > 0 ? (
          <button type="button" className="button" onClick={sheet.reset}>
            {t(texts.reset)}
          </button>
        ) : null}
        <a className="button" href={address} download>
          {t(texts.exportFile)}
        </a>
        <FileIn sheet={sheet} />
      </div>
      {wrong > 0 ? <p className="sheet-wrong">{t(texts.wrong, { count: wrong })}</p> : null}
      <FormRefusal error={save.error} />
    </>
  )
}

/** A filled workbook is laid over the sheet to be checked; what is wrong in it is said by row and column. */
function FileIn({ sheet }: { readonly sheet: Sheet }) {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  const [problems, setProblems] = useState<ReadSheet['problems']>([])
  const read = useMutation({
    mutationFn: sheet.read,
    onSuccess: (reply) => {
      setProblems(reply.problems)
      if (reply.problems.length > 0) return
      toast({ text: reply.rows.length > 0 ? t(texts.imported, { count: reply.rows.length }) : t(texts.importNothing) })
    },
  })
  return (
    <>
      <button type="button" className="button" disabled={read.isPending} onClick={() => input.current?.click()}>
        {t(texts.importFile)}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t(texts.importFile)}
        accept=".xlsx"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          if (file) read.mutate(file)
          event.currentTarget.value = ''
        }}
      />
      <FormRefusal error={read.error} />
      {problems.length > 0 ? (
        <div className="sheet-file-problems" role="alert">
          <strong>{t(texts.importWrong, { count: problems.length })}</strong>
          <ul>
            {problems.map(({ row, column, message }) => (
              <li key={`${row} ${column} ${message.zh}`}>
                {t(texts.place, { row, column })}：{t(message)}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  )
}
