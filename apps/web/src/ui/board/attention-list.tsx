import type { Cockpit } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { is } from '../../api/filter.ts'
import { nodeTitle } from '../../api/playbook.ts'
import { useDirectory } from '../../api/session.tsx'
import { type Translate, useText } from '../../app/language.ts'
import { LampMark } from '../lamp-mark.tsx'
import { Section } from '../section.tsx'
import { useAreaName } from './area-name.ts'
import { useBoardScope } from './board-context.ts'
import { FigureLink } from './figure-link.tsx'
import { boardTexts } from './texts.ts'

type Entry = Cockpit['attention'][number]

interface AttentionProps {
  readonly entries: readonly Entry[]
  readonly total: number
  readonly limit: number
  /** Keys of entries that have just come (see `attentionKey`): a red one blinks once. */
  readonly fresh?: ReadonlySet<string>
}

export const attentionKey = (entry: Entry): string => `${entry.itemId} ${entry.nodeKey ?? ''} ${entry.lamp}`

/** Where somebody has to act today, gravest first. */
export function AttentionList({ entries, total, limit, fresh }: AttentionProps) {
  const t = useText()
  const all = (
    <FigureLink wanted={[is('lamp', 'red', 'orange')]}>{t(boardTexts.attentionAll, { count: total })}</FigureLink>
  )
  return (
    <Section title={t(boardTexts.attention)} aside={total > 0 ? all : null} className="attention">
      {entries.length === 0 ? <p className="quiet">{t(boardTexts.attentionNone)}</p> : null}
      <ol>
        {entries.slice(0, limit).map((entry) => (
          <AttentionLine key={attentionKey(entry)} entry={entry} fresh={fresh?.has(attentionKey(entry)) ?? false} />
        ))}
      </ol>
    </Section>
  )
}

function daysText(t: Translate, lateDays: number): string {
  if (lateDays === 0) return t(boardTexts.dueToday)
  return t(lateDays > 0 ? boardTexts.lateDays : boardTexts.leftDays, { count: Math.abs(lateDays) })
}

function AttentionLine({ entry, fresh }: { readonly entry: Entry; readonly fresh: boolean }) {
  const t = useText()
  const directory = useDirectory()
  const areaName = useAreaName()
  const { playbook } = useBoardScope()
  const { nodeKey, nodeTitle: title } = entry
  const node = nodeKey && title ? t(nodeTitle(playbook, { nodeKey, title })) : title
  // A town that leads a project of its own is said once.
  const where = new Set([node, directory.orgName(entry.leadOrgId), areaName(entry.areaCode)])
  const reason = t(entry.reason)
  return (
    <li className={fresh ? 'is-fresh' : ''}>
      <Link
        to="/item/$itemId"
        params={{ itemId: entry.itemId }}
        search={entry.nodeKey ? { node: entry.nodeKey } : {}}
        className={`attention-line is-${entry.lamp}`}
        preload={false}
        title={reason}
      >
        <LampMark level={entry.lamp} glyphOnly />
        <span className="attention-title">{entry.title}</span>
        <span className="attention-days">{entry.lateDays === null ? '' : daysText(t, entry.lateDays)}</span>
        <span className="attention-note">{node ? [...where].filter(Boolean).join(' · ') : reason}</span>
      </Link>
    </li>
  )
}
