import type { BoardCard } from '@guatu/contract'
import type { Playbook } from '@guatu/playbook'
import { Link } from '@tanstack/react-router'
import { useDirectory, useSession } from '../../api/session.tsx'
import { useLanguage, useText } from '../../app/language.ts'
import { ClockMark } from '../../ui/clock/clock-mark.tsx'
import { dayOfInstant, dayText } from '../../ui/format.ts'
import { LampMark } from '../../ui/lamp-mark.tsx'
import { boardTexts as texts } from './texts.ts'
import { choicesOf } from './view.ts'

interface ProblemCardProps {
  readonly playbook: Playbook
  readonly card: BoardCard
  readonly minutesPerDay: number
  /** Workdays that it costs the project whose node it holds. */
  readonly costWorkdays: number
}

/** One problem: what is stuck, whose turn it is, how long that one has. */
export function ProblemCard({ playbook, card, minutesPerDay, costWorkdays }: ProblemCardProps) {
  const t = useText()
  const { orgName } = useDirectory()
  const clock = card.clock
  const title = playbook.clocks?.find(({ key }) => key === clock?.key)?.title
  const raiser = playbook.roles.raiserOrg && card.fields[playbook.roles.raiserOrg]
  return (
    <li>
      <Link
        to="/item/$itemId"
        params={{ itemId: card.itemId }}
        preload={false}
        data-card={card.itemId}
        className={`problem-card is-${card.lamp}`}
      >
        <span className="problem-title">
          <LampMark level={card.lamp} glyphOnly />
          <span>{card.title}</span>
        </span>
        <Tags playbook={playbook} card={card} />
        <span className="problem-who">
          {card.leadOrgId ? orgName(card.leadOrgId) : ''}
          {typeof raiser === 'string' ? (
            <span className="problem-muted"> {t(texts.from, { who: orgName(raiser) })}</span>
          ) : null}
        </span>
        {clock && title ? (
          <ClockMark clock={clock} title={title} minutesPerDay={minutesPerDay} />
        ) : (
          <Settled card={card} />
        )}
        <Notes card={card} playbook={playbook} costWorkdays={costWorkdays} />
      </Link>
    </li>
  )
}

function Tags({ playbook, card }: Pick<ProblemCardProps, 'playbook' | 'card'>) {
  const t = useText()
  const tags = (['urgency', 'matterType'] as const).flatMap((role) => {
    const found = choicesOf(playbook, role)
    const value = found ? card.fields[found.key] : undefined
    if (!found || typeof value !== 'string') return []
    const place = Object.keys(found.choices).indexOf(value)
    const choice = found.choices[value]
    return [{ role, text: choice ? t(choice.title) : value, isGrave: role === 'urgency' && place === 0 }]
  })
  return (
    <span className="problem-tags">
      {tags.map(({ role, text, isGrave }) => (
        <span key={role} className={isGrave ? 'is-grave' : ''}>
          {text}
        </span>
      ))}
    </span>
  )
}

function Settled({ card }: Pick<ProblemCardProps, 'card'>) {
  const language = useLanguage()
  const { today } = useSession()
  return card.enteredAt ? (
    <span className="problem-muted">{dayText(dayOfInstant(card.enteredAt), { language, today })}</span>
  ) : null
}

/** What else must be known at a glance: what it blocks, how often it was passed on, how high it has climbed. */
function Notes({ card, playbook, costWorkdays }: Pick<ProblemCardProps, 'card' | 'playbook' | 'costWorkdays'>) {
  const t = useText()
  const rung = playbook.ladder?.find(({ level }) => level === card.escalatedTo)
  const notes = [
    ...(rung ? [t(rung.title)] : []),
    ...(card.blocks > 0 ? [t(texts.blocks, { count: card.blocks })] : []),
    ...(card.handOvers > 1 ? [t(texts.handOvers, { count: card.handOvers })] : []),
    ...(card.reopenings > 0 ? [t(texts.reopenings, { count: card.reopenings })] : []),
  ]
  if (notes.length === 0 && costWorkdays === 0) return null
  return (
    <span className="problem-notes">
      {notes.join(' · ')}
      {costWorkdays > 0 ? <strong> {t(texts.cost, { count: costWorkdays })}</strong> : null}
    </span>
  )
}
