import type { DueItem } from '@guatu/contract'
import type { Refusal } from '@guatu/kernel'
import type { Playbook } from '@guatu/playbook'
import { useId, useState } from 'react'
import { nodeStandard, nodeTitle } from '../../../api/playbook.ts'
import { useText } from '../../../app/language.ts'
import type { WaitingReport } from '../../../offline/database.ts'
import { keepPhoto } from '../../../offline/drafts.ts'
import { newId } from '../../../offline/new-id.ts'
import type { Owner } from '../../../offline/owner.ts'
import { LampMark } from '../../../ui/lamp-mark.tsx'
import { toast } from '../../../ui/toast.tsx'
import { reportingTexts as texts } from '../texts.ts'
import { FiguresPart } from './figures-part.tsx'
import { PhotosPart } from './photos-part.tsx'
import { PlacePart } from './place-part.tsx'
import { ProgressPart } from './progress-part.tsx'
import { bodyOf, dueNode, firstState, isTouched, problemsOf, unreadFigures, withNode } from './state.ts'
import { type ReportForm, useReportForm } from './use-form.ts'
import './form.css'

export interface FormPageProps {
  readonly playbook: Playbook
  readonly item: DueItem
  readonly month: string
  readonly today: string
  readonly owner: Owner
  /** The node that the person came for. */
  readonly nodeKey: string | null
  readonly onLeave: () => void
}

const keys = ['percent', 'startedOn', 'finishedOn', 'figures', 'nodeKey', 'month', 'text', 'evidence'] as const

/** One page for one report: node, progress, figures, words, photos, send. */
export function FormPage(props: FormPageProps) {
  const { item, nodeKey, owner, month } = props
  const returned = item.returned.find((one) => one.nodeKey === nodeKey) ?? item.returned[0]
  const form = useReportForm({
    ...{ owner, itemId: item.itemId, month },
    first: () => firstState(newId(Date.now()), returned ? returned.nodeKey : nodeKey, returned),
  })
  return form ? <Form {...props} form={form} /> : null
}

async function enqueueForm({ item, owner, ...ground }: FormPageProps, form: ReportForm): Promise<boolean> {
  const { enqueue, sendNow, waitingOf } = await import('../../../offline/queue.ts')
  const { state, photos } = form
  const place = state.place ? `${state.place.lat.toFixed(5)}, ${state.place.lon.toFixed(5)}` : null
  for (const photo of photos) await keepPhoto({ ...photo, nodeKey: state.nodeKey, place })
  const savedAt = new Date().toISOString()
  const report: WaitingReport = {
    ...{ reportId: state.reportId, owner, itemTitle: item.title, savedAt },
    nodeTitle: dueNode(item, state.nodeKey)?.title ?? null,
    body: bodyOf(state, { item, ...ground }, savedAt),
    form: state,
    ...{ state: 'waiting', refusals: [] },
  }
  await enqueue(report, form.draftKey)
  await sendNow(owner)
  return !(await waitingOf(owner)).some((one) => one.report.reportId === state.reportId)
}

function Form({ form, ...props }: FormPageProps & { readonly form: ReportForm }) {
  const t = useText()
  const { playbook, item, month, today, onLeave } = props
  const { state, photos, change } = form
  const [problems, setProblems] = useState<readonly Refusal[]>([])
  const [sending, setSending] = useState(false)
  const send = async () => {
    const wrong = problemsOf(state, { playbook, item, month, today }, photos.length)
    setProblems(wrong)
    if (wrong.length > 0 || unreadFigures(state, playbook).length > 0) return
    setSending(true)
    const isSent = await enqueueForm(props, form).finally(() => setSending(false))
    toast({ text: t(isSent ? texts.sent : texts.queued) })
    onLeave()
  }
  const node = dueNode(item, state.nodeKey)
  return (
    <form
      className="rep-form"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <FormHead item={item} onLeave={onLeave} />
      <NodePick
        playbook={playbook}
        item={item}
        nodeKey={state.nodeKey}
        onNode={(nodeKey) => change(withNode(state, nodeKey))}
      />
      {node ? <ProgressPart {...{ node, state, today }} onChange={change} /> : null}
      <PhotosPart photos={photos} onAdd={form.addPhotos} onRemove={form.removePhoto} />
      <FiguresPart {...{ playbook, item, month, state }} onChange={change} />
      <WordsPart item={item} text={state.text} onText={(text) => change({ ...state, text })} />
      <Explanation
        isNeeded={problems.some(({ code }) => code === 'REASON_REQUIRED')}
        value={state.explanation}
        onValue={(explanation) => change({ ...state, explanation })}
      />
      <PlacePart place={state.place} onPlace={(place) => change({ ...state, place })} />
      <Problems problems={problems} />
      <div className="rep-send">
        <button type="submit" className="button is-primary" disabled={sending}>
          {t(sending ? texts.sending : texts.send)}
        </button>
        {isTouched(state) || photos.length > 0 ? (
          <button type="button" className="button" onClick={() => void form.discard()}>
            {t(texts.dropDraft)}
          </button>
        ) : null}
        <span className="rep-note">{form.isDraft || isTouched(state) ? t(texts.draftKept) : ''}</span>
      </div>
    </form>
  )
}

function FormHead({ item, onLeave }: { readonly item: DueItem; readonly onLeave: () => void }) {
  const t = useText()
  return (
    <header className="rep-head">
      <button type="button" className="rep-back" onClick={onLeave}>
        {t(texts.back)}
      </button>
      <h1>
        {item.title} <LampMark level={item.lamp} />
      </h1>
      {item.returned.map(({ reportId, decidedBy, reason }) => (
        <p key={reportId} className="rep-need">
          {t(texts.returnedBy, { who: decidedBy, reason })}
        </p>
      ))}
      <p className="rep-note">
        {item.last ? t(texts.lastTime, { month: item.last.month, text: item.last.text }) : t(texts.noLast)}
      </p>
    </header>
  )
}

interface NodePickProps {
  readonly playbook: Playbook
  readonly item: DueItem
  readonly nodeKey: string | null
  readonly onNode: (nodeKey: string | null) => void
}

function NodePick({ playbook, item, nodeKey, onNode }: NodePickProps) {
  const t = useText()
  const id = useId()
  const node = dueNode(item, nodeKey)
  return (
    <div className="rep-part">
      <p className="rep-line">
        <label htmlFor={id}>{t(texts.node)}</label>
        <select id={id} value={nodeKey ?? ''} onChange={(event) => onNode(event.currentTarget.value || null)}>
          {item.nodes.map((one) => (
            <option key={one.nodeKey} value={one.nodeKey}>
              {t(nodeTitle(playbook, one))}
            </option>
          ))}
          <option value="">{t(texts.whole)}</option>
        </select>
      </p>
      {node?.standard ? (
        <p className="rep-note">
          {t(texts.standard)}：{t(nodeStandard(playbook, node))}
        </p>
      ) : null}
    </div>
  )
}

interface WordsProps {
  readonly item: DueItem
  readonly text: string
  readonly onText: (text: string) => void
}

function WordsPart({ item, text, onText }: WordsProps) {
  const t = useText()
  const isSame = text.trim() !== '' && text.trim() === item.last?.text.trim()
  return (
    <label className="rep-part rep-words">
      <span className="rep-legend">{t(texts.words)}</span>
      <textarea
        rows={4}
        maxLength={2000}
        placeholder={t(texts.wordsHint)}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      {isSame ? <span className="rep-need">{t(texts.sameWarning)}</span> : null}
    </label>
  )
}

interface ExplanationProps {
  readonly isNeeded: boolean
  readonly value: string
  readonly onValue: (value: string) => void
}

/** Asked for only where something has to be explained. */
function Explanation({ isNeeded, value, onValue }: ExplanationProps) {
  const t = useText()
  if (!isNeeded && value === '') return null
  return (
    <label className="rep-part rep-words">
      <span className="rep-legend">{t(texts.explanation)}</span>
      <input
        maxLength={500}
        placeholder={t(texts.explanationHint)}
        value={value}
        onChange={(event) => onValue(event.currentTarget.value)}
      />
    </label>
  )
}

function Problems({ problems }: { readonly problems: readonly Refusal[] }) {
  const t = useText()
  if (problems.length === 0) return null
  const place = ({ path = '' }: Refusal) => keys.findIndex((key) => path.startsWith(key))
  return (
    <ul className="rep-problems" role="alert">
      {problems
        .toSorted((a, b) => place(a) - place(b))
        .map((one) => (
          <li key={`${one.path}${one.message.zh}`}>{t(one.message)}</li>
        ))}
    </ul>
  )
}
