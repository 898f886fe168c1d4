import type { DueItem } from '@guatu/contract'
import { searchText } from '@guatu/kernel'
import { useMemo, useState } from 'react'
import { nodeTitle, playbookOf } from '../../api/playbook.ts'
import { useLanguage, useText } from '../../app/language.ts'
import { dayText } from '../../ui/format.ts'
import { LampMark } from '../../ui/lamp-mark.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { reportingTexts as texts } from './texts.ts'

interface DueListProps {
  readonly items: readonly DueItem[]
  readonly today: string
  /** Items that have a draft or a report waiting on this device. */
  readonly drafts: ReadonlySet<string>
  readonly waiting: ReadonlySet<string>
  readonly onOpen: (itemId: string, nodeKey: string | null) => void
}

/** What has to be reported, what was sent back first; by title, by pinyin or by its first letters. */
export function DueList({ items, today, drafts, waiting, onOpen }: DueListProps) {
  const t = useText()
  const [wanted, setWanted] = useState('')
  const texted = useMemo(() => items.map((item) => ({ item, found: searchText(item.title) })), [items])
  const shown = texted.filter(({ found }) => found.includes(wanted.trim().toLowerCase())).map(({ item }) => item)
  return (
    <section className="rep-list">
      {items.length > 6 ? (
        <input
          type="search"
          className="rep-find"
          placeholder={t(texts.find)}
          aria-label={t(texts.find)}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
      ) : null}
      {shown.length === 0 && items.length > 0 ? <EmptyState title={t(texts.noMatch)} /> : null}
      <ul>
        {shown.map((item) => (
          <DueLine
            key={item.itemId}
            {...{ item, today, onOpen }}
            hasDraft={drafts.has(item.itemId)}
            isWaiting={waiting.has(item.itemId)}
          />
        ))}
      </ul>
    </section>
  )
}

interface LineProps {
  readonly item: DueItem
  readonly today: string
  readonly hasDraft: boolean
  readonly isWaiting: boolean
  readonly onOpen: DueListProps['onOpen']
}

/** More nodes stand in the form. */
const shownNodes = 3

function DueLine({ item, today, hasDraft, isWaiting, onOpen }: LineProps) {
  const t = useText()
  const language = useLanguage()
  const playbook = playbookOf(item.playbookKey)
  const own = item.nodes.filter((node) => node.own)
  const nodes = (own.length > 0 ? own : item.nodes).slice(0, shownNodes)
  return (
    <li className="rep-item">
      <button type="button" className="rep-title" onClick={() => onOpen(item.itemId, nodes[0]?.nodeKey ?? null)}>
        <LampMark level={item.lamp} glyphOnly />
        <strong>{item.title}</strong>
        <Marks {...{ item, hasDraft, isWaiting }} />
      </button>
      {item.returned.map(({ reportId, decidedBy, reason }) => (
        <p key={reportId} className="rep-need">
          {t(texts.returnedBy, { who: decidedBy, reason })}
        </p>
      ))}
      <ul className="rep-nodes">
        {nodes.map((node) => (
          <li key={node.nodeKey}>
            <button type="button" onClick={() => onOpen(item.itemId, node.nodeKey)}>
              <LampMark level={node.lamp} glyphOnly />
              <span>{playbook ? t(nodeTitle(playbook, node)) : node.title}</span>
              <meter min={0} max={100} value={node.percentDone ?? 0} aria-label={t(texts.progress)} />
              <small>
                {node.percentDone === null ? '—' : `${node.percentDone}%`}
                {node.plannedFinish ? ` · ${dayText(node.plannedFinish, { language, today })}` : ''}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </li>
  )
}

function Marks({ item, hasDraft, isWaiting }: Pick<LineProps, 'item' | 'hasDraft' | 'isWaiting'>) {
  const t = useText()
  const marks: [string, string][] = [
    ...(isWaiting ? [['is-waiting', t(texts.waiting)] as [string, string]] : []),
    ...(hasDraft ? [['is-draft', t(texts.hasDraft)] as [string, string]] : []),
    ...(item.returned.length > 0 ? [['is-returned', t(texts.returned)] as [string, string]] : []),
    item.missing.includes('report')
      ? ['is-missing', t(texts.missing)]
      : item.missing.includes('figures')
        ? ['is-missing', t(texts.missingFigures)]
        : ['is-reported', `✓ ${t(texts.reported)}`],
  ]
  return (
    <span className="rep-marks">
      {marks.map(([kind, word]) => (
        <span key={kind} className={kind}>
          {word}
        </span>
      ))}
    </span>
  )
}
