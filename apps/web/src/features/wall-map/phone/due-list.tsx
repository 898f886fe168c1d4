import { toDay } from '@guatu/schedule'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useDirectory } from '../../../api/session.tsx'
import { useLanguage, useText } from '../../../app/language.ts'
import { dayText } from '../../../ui/format.ts'
import { LampMark } from '../../../ui/lamp-mark.tsx'
import { Sentence } from '../../../ui/section.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { barTexts } from '../bar-texts.ts'
import { LoadNote } from '../load-note.tsx'
import { lateDays } from '../rows/lateness.ts'
import type { WallItems } from '../view/use-wall-items.ts'
import { type DueNode, type DueWeek, dueByWeek } from './by-week.ts'
import { phoneTexts } from './texts.ts'

interface DueListProps {
  readonly loaded: WallItems
  readonly today: string
}

const WEEKS = 8
const FIRST_SHOWN = 12

/** The map for one hand: what is late and what comes due, week by week. */
export function DueList({ loaded, today }: DueListProps) {
  const t = useText()
  const weeks = useMemo(() => dueByWeek(loaded.items, today, WEEKS), [loaded.items, today])
  const late = weeks.find(({ monday }) => monday === null)
  const due = weeks.reduce((sum, { monday, nodes }) => (monday === null ? sum : sum + nodes.length), 0)
  if (weeks.length === 0) return <EmptyState title={t(phoneTexts.nothing)} hint={t(phoneTexts.nothingHint)} />
  return (
    <div className="wall-weeks">
      <Sentence>{t(phoneTexts.sentence, { late: late?.nodes.length ?? 0, due })}</Sentence>
      {weeks.map((week) => (
        <Week key={week.monday ?? 'late'} week={week} today={today} />
      ))}
      <LoadNote loaded={loaded} />
    </div>
  )
}

function Week({ week, today }: { readonly week: DueWeek; readonly today: string }) {
  const t = useText()
  const language = useLanguage()
  const [shown, setShown] = useState(FIRST_SHOWN)
  const { monday, nodes } = week
  const title =
    monday === null
      ? t(phoneTexts.late)
      : monday <= today
        ? t(phoneTexts.thisWeek)
        : t(phoneTexts.week, { day: dayText(monday, { language, today }) })
  const rest = nodes.length - shown
  return (
    <section className="wall-week">
      <h2>
        {title}
        <span>{t(phoneTexts.count, { count: nodes.length })}</span>
      </h2>
      <ul>
        {nodes.slice(0, shown).map((due) => (
          <DueRow key={`${due.item.itemId}/${due.node.nodeKey}`} due={due} today={today} />
        ))}
      </ul>
      {rest > 0 ? (
        <button type="button" className="button" onClick={() => setShown(shown + 3 * FIRST_SHOWN)}>
          {t(phoneTexts.more, { count: Math.min(rest, 3 * FIRST_SHOWN) })}
        </button>
      ) : null}
    </section>
  )
}

function DueRow({ due, today }: { readonly due: DueNode; readonly today: string }) {
  const t = useText()
  const language = useLanguage()
  const directory = useDirectory()
  const { item, node, finish } = due
  const late = lateDays(node, today)
  const left = toDay(finish) - toDay(today)
  return (
    <li>
      <Link to="/item/$itemId" params={{ itemId: item.itemId }} className="wall-due">
        <LampMark level={node.lamp} />
        <span className="wall-due-name">{node.title}</span>
        <span className={late > 0 ? 'wall-due-when is-late' : 'wall-due-when'}>
          {late > 0
            ? t(barTexts.late, { days: late, count: late })
            : left === 0
              ? t({ zh: '今天到期', en: 'due today' })
              : t(phoneTexts.dueOn, { day: dayText(finish, { language, today }) })}
        </span>
        <span className="wall-due-item">{item.title}</span>
        <span className="wall-due-org">{directory.orgName(node.leadOrgId ?? item.leadOrgId)}</span>
      </Link>
    </li>
  )
}
