import { type DueItem, reportsDue } from '@guatu/contract'
import { useState } from 'react'
import { call } from '../../api/call.ts'
import { useLanguage, useText } from '../../app/language.ts'
import { draftKeyOf, keepDraft } from '../../offline/drafts.ts'
import type { LineState, Waiting } from '../../offline/queue.ts'
import { instantText } from '../../ui/format.ts'
import { Section } from '../../ui/section.tsx'
import { dueNode, seenOf } from './form/state.ts'
import { reportingTexts as texts } from './texts.ts'

interface WaitingPartProps {
  readonly waiting: readonly Waiting[]
  readonly state: LineState
  readonly owner: string
  readonly onEdit: (itemId: string, nodeKey: string | null) => void
}

const lineTexts: Readonly<Record<LineState, keyof typeof texts>> = {
  idle: 'lineIdle',
  sending: 'lineSending',
  offline: 'lineOffline',
  signedOut: 'lineSignedOut',
}

/** What this device has not handed in yet, and what the server said to it. */
export function WaitingPart({ waiting, state, owner, onEdit }: WaitingPartProps) {
  const t = useText()
  if (waiting.length === 0) return null
  const tryNow = () => void import('../../offline/queue.ts').then(({ sendNow }) => sendNow(owner))
  return (
    <Section
      className="rep-waiting"
      title={t(texts.waitingCount, { count: waiting.length })}
      aside={
        <button type="button" className="button" disabled={state === 'sending'} onClick={tryNow}>
          {t(texts.tryNow)}
        </button>
      }
    >
      <p className="rep-note" role="status">
        {t(texts[lineTexts[state]])}
      </p>
      <ul>
        {waiting.map((one) => (
          <WaitingLine key={one.report.reportId} waiting={one} onEdit={onEdit} />
        ))}
      </ul>
    </Section>
  )
}

function WaitingLine({ waiting, onEdit }: { readonly waiting: Waiting; readonly onEdit: WaitingPartProps['onEdit'] }) {
  const t = useText()
  const language = useLanguage()
  const [busy, setBusy] = useState(false)
  const { report, photos } = waiting
  const { reportId, owner, body } = report
  const giveUp = async () => {
    if (!confirm(t(texts.giveUpAsk))) return
    await (await import('../../offline/queue.ts')).dropWaiting(reportId)
  }
  const edit = async () => {
    const key = draftKeyOf(owner, body.itemId, body.month)
    await keepDraft({ key, owner, reportId, state: report.form })
    await (await import('../../offline/queue.ts')).withdraw(reportId)
    onEdit(body.itemId, body.nodeKey)
  }
  const sendMine = async () => {
    setBusy(true)
    try {
      const { items } = await call(reportsDue, { query: { month: body.month } }, { once: true })
      const item = items.find((one: DueItem) => one.itemId === body.itemId)
      const node = item && dueNode(item, body.nodeKey)
      const { resume, sendNow } = await import('../../offline/queue.ts')
      await resume(report, node ? seenOf(node) : undefined)
      await sendNow(owner)
    } finally {
      setBusy(false)
    }
  }
  return (
    <li className={`is-${report.state}`}>
      <strong>{report.itemTitle}</strong>
      <span className="rep-note">
        {report.nodeTitle ?? t(texts.whole)} ·{' '}
        {body.done ? t(texts.finished) : body.percent === null ? '' : `${body.percent}%`}{' '}
        {t(texts.savedAt, { time: instantText(report.savedAt, language) })}
        {photos.length > 0 ? ` · ${t(texts.withPhotos, { count: photos.length })}` : ''}
      </span>
      {report.state === 'waiting' ? null : (
        <p className="rep-need">
          {t(report.state === 'conflict' ? texts.conflict : texts.refused)}：
          {report.refusals.map(({ message }) => t(message)).join('；')}
        </p>
      )}
      <span className="rep-acts">
        {report.state === 'conflict' ? (
          <button type="button" className="button is-primary" disabled={busy} onClick={() => void sendMine()}>
            {t(texts.sendAnyway)}
          </button>
        ) : null}
        <button type="button" className="button" onClick={() => void edit()}>
          {t(texts.edit)}
        </button>
        <button type="button" className="button" onClick={() => void giveUp()}>
          {t(texts.giveUp)}
        </button>
      </span>
    </li>
  )
}
