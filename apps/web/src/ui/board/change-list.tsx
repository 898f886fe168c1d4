import type { Cockpit } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { is } from '../../api/filter.ts'
import { useText } from '../../app/language.ts'
import { clockText, dayOfInstant } from '../format.ts'
import { Section } from '../section.tsx'
import { FigureLink } from './figure-link.tsx'
import { boardTexts } from './texts.ts'

type Change = Cockpit['changes'][number]

interface ChangeListProps {
  readonly changes: readonly Change[]
  readonly today: string
  readonly limit: number
  /** Numbers of changes that have just come: they glide in. */
  readonly fresh?: ReadonlySet<number>
}

/** What happened since the start of yesterday, newest first. */
export function ChangeList({ changes, today, limit, fresh }: ChangeListProps) {
  const t = useText()
  return (
    <Section title={t(boardTexts.changes)} className="changes">
      {changes.length === 0 ? <p className="quiet">{t(boardTexts.changesNone)}</p> : null}
      <ol>
        {changes.slice(0, limit).map((change) => (
          <li key={change.seq} className={fresh?.has(change.seq) ? 'is-fresh' : ''}>
            <time dateTime={change.at}>
              {dayOfInstant(change.at) === today ? '' : `${t(boardTexts.yesterday)} `}
              {clockText(change.at)}
            </time>
            <ChangeWords change={change} />
          </li>
        ))}
      </ol>
    </Section>
  )
}

function ChangeWords({ change }: { readonly change: Change }) {
  const t = useText()
  if (change.importId !== null)
    return <FigureLink wanted={[is('import', change.importId)]}>{t(change.text)}</FigureLink>
  if (change.itemId === null) return <span>{t(change.text)}</span>
  return (
    <Link to="/item/$itemId" params={{ itemId: change.itemId }} preload={false}>
      {change.title ? <strong>{change.title}</strong> : null} {t(change.text)}
    </Link>
  )
}
