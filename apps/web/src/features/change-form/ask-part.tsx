import type { AskedNode, ItemReply, NodeReply } from '@guatu/contract'
import type { Playbook } from '@guatu/playbook'
import { useState } from 'react'
import { nodeTitle } from '../../api/playbook.ts'
import { useSession } from '../../api/session.tsx'
import { useLanguage, useText } from '../../app/language.ts'
import { dayText } from '../../ui/format.ts'
import { Section } from '../../ui/section.tsx'
import { openNodes, withAsked } from './ask-form.ts'
import { changeFormTexts as texts } from './texts.ts'

export interface Ask {
  readonly changes: readonly AskedNode[]
  readonly finish: string | undefined
}

interface AskPartProps {
  readonly playbook: Playbook
  readonly reply: ItemReply
  readonly ask: Ask
  readonly onAsk: (ask: Ask) => void
}

/** Another deadline, other starts and durations: only what is to change is filled in. */
export function AskPart({ playbook, reply, ask, onAsk }: AskPartProps) {
  const t = useText()
  const language = useLanguage()
  const { today } = useSession()
  const { deadline } = reply.item
  const day = deadline === null ? '—' : dayText(deadline, { language, today })
  const set = (changes: readonly AskedNode[]) => onAsk({ ...ask, changes })
  // What one comes with stands first; nothing changes its place while it is typed.
  const [first] = useState(() => new Set(ask.changes.map(({ nodeKey }) => nodeKey)))
  const open = openNodes(reply.plan.nodes)
  const isFirst = ({ nodeKey }: NodeReply) => first.has(nodeKey)
  const line = (node: NodeReply) => (
    <NodeAsk
      key={node.nodeKey}
      node={node}
      title={t(nodeTitle(playbook, node))}
      asked={ask.changes.find(({ nodeKey }) => nodeKey === node.nodeKey)}
      onPatch={(patch) => set(withAsked(ask.changes, node, patch))}
      onUndo={() => set(ask.changes.filter(({ nodeKey }) => nodeKey !== node.nodeKey))}
    />
  )
  return (
    <Section title={t(texts.what)}>
      <p className="change-hint">{t(texts.whatHint)}</p>
      {deadline === null ? null : (
        <label className="change-deadline">
          {t(texts.deadline)}
          <input
            type="date"
            className="field-input"
            min={today}
            value={ask.finish ?? deadline}
            onChange={({ target }) => {
              const finish = target.value === deadline || target.value < today ? undefined : target.value
              onAsk({ ...ask, finish })
            }}
          />
          <span className="change-hint">{t(texts.deadlineNow, { day })}</span>
        </label>
      )}
      <div className="change-nodes">
        <div className="change-node is-head" aria-hidden="true">
          <span>{t(texts.node)}</span>
          <span>{t(texts.planned)}</span>
          <span>{t(texts.start)}</span>
          <span>{t(texts.duration)}</span>
          <span />
        </div>
        {open.filter(isFirst).map(line)}
        <details open={first.size === 0}>
          <summary>{t(texts.others, { count: open.filter((node) => !isFirst(node)).length })}</summary>
          {open.filter((node) => !isFirst(node)).map(line)}
        </details>
      </div>
    </Section>
  )
}

interface NodeAskProps {
  readonly node: NodeReply
  readonly title: string
  readonly asked: AskedNode | undefined
  readonly onPatch: (patch: Parameters<typeof withAsked>[2]) => void
  readonly onUndo: () => void
}

function NodeAsk({ node, title, asked, onPatch, onUndo }: NodeAskProps) {
  const t = useText()
  const language = useLanguage()
  const { today } = useSession()
  const day = (iso: string | null) => (iso === null ? '…' : dayText(iso, { language, today }))
  const workdays = asked?.durationWorkdays ?? node.durationWorkdays
  return (
    <div className={`change-node ${asked ? 'is-asked' : ''}`}>
      <span>{title}</span>
      <span className="change-dates">
        {day(node.plannedStart)} — {day(node.plannedFinish)}
      </span>
      <span className="change-cell" data-label={t(texts.start)}>
        <input
          type="date"
          className="field-input"
          aria-label={t(texts.startOf, { node: title })}
          min={today}
          disabled={node.actualStart !== null}
          value={asked?.notBefore ?? node.notBefore ?? ''}
          onChange={({ target }) => onPatch({ notBefore: target.value >= today ? target.value : undefined })}
        />
      </span>
      <span className="change-cell" data-label={t(texts.duration)}>
        <input
          type="number"
          className="field-input"
          aria-label={t(texts.durationOf, { node: title })}
          min={0}
          max={5000}
          value={workdays}
          onChange={({ target }) => {
            const days = target.valueAsNumber
            onPatch({ durationWorkdays: Number.isInteger(days) && days >= 0 && days <= 5000 ? days : undefined })
          }}
        />
      </span>
      {asked ? (
        <button type="button" className="link-button" aria-label={t(texts.undoOf, { node: title })} onClick={onUndo}>
          {t(texts.undo)}
        </button>
      ) : (
        <span />
      )}
    </div>
  )
}
