import type { Block, BoardCard } from '@guatu/contract'
import type { Playbook } from '@guatu/playbook'
import { Link } from '@tanstack/react-router'
import { nodeTitle, playbookOf } from '../../api/playbook.ts'
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
  /** Nodes that it holds, as far as they are known yet. */
  readonly blocks: readonly Block[]
}

/** One problem: what is stuck, whose turn it is, how long that one has. */
export function ProblemCard({ playbook, card, minutesPerDay, blocks }: ProblemCardProps) {
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
        <Held blocks={blocks} />
        <Notes card={card} playbook={playbook} />
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

/** The project and the node that it holds, and the days that this costs. */
function Held({ blocks }: Pick<ProblemCardProps, 'blocks'>) {
  const t = useText()
  return blocks.map((block) => {
    const held = playbookOf(block.playbookKey)
    const { nodeKey, nodeTitle: title } = block
    return (
      <span key={block.linkId} className="problem-notes">
        {t(texts.blocks)} {block.itemTitle}
        {nodeKey && title ? ` · ${held ? t(nodeTitle(held, { nodeKey, title })) : title}` : ''}
        {block.finishShiftWorkdays > 0 ? <strong> {t(texts.cost, { count: block.finishShiftWorkdays })}</strong> : null}
      </span>
    )
  })
}

/** What else must be known at a glance: how often it was passed on, how high it has climbed. */
function Notes({ card, playbook }: Pick<ProblemCardProps, 'card' | 'playbook'>) {
  const t = useText()
  const rung = playbook.ladder?.find(({ level }) => level === card.escalatedTo)
  const notes = [
    ...(card.handOvers > 1 ? [t(texts.handOvers, { count: card.handOvers })] : []),
    ...(card.reopenings > 0 ? [t(texts.reopenings, { count: card.reopenings })] : []),
  ]
  if (notes.length === 0 && !rung) return null
  return (
    <span className="problem-notes">
      {rung ? <strong>▲ {t(rung.title)} </strong> : null}
      {notes.join(' · ')}
    </span>
  )
}
