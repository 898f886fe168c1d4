import type { PatrolVisit } from '@guatu/contract'
import type { Playbook } from '@guatu/playbook'
import { Link } from '@tanstack/react-router'
import { stageTitle } from '../../api/playbook.ts'
import { useDirectory, useSession } from '../../api/session.tsx'
import { useLanguage, useText } from '../../app/language.ts'
import { dayText } from '../../ui/format.ts'
import { patrolTexts as texts } from './texts.ts'

interface ListProps {
  readonly playbook: Playbook
  readonly visits: readonly PatrolVisit[]
}

export function VisitList({ playbook, visits }: ListProps) {
  const t = useText()
  if (visits.length === 0) return <p className="patrol-muted">{t(texts.none)}</p>
  return (
    <ul className="patrol-visits">
      {visits.map((visit) => (
        <Visit key={visit.itemId} {...{ playbook, visit }} />
      ))}
    </ul>
  )
}

function Visit({ playbook, visit }: { readonly playbook: Playbook; readonly visit: PatrolVisit }) {
  const t = useText()
  const language = useLanguage()
  const { today } = useSession()
  const directory = useDirectory()
  const day = (iso: string) => dayText(iso, { language, today })
  const { itemId, title, stage, areaCode, visitorId, plannedOn, visitedOn, findings, promises, followUpOn } = visit
  const when = visitedOn ?? plannedOn
  return (
    <li>
      <span className="patrol-day">{when ? day(when) : ''}</span>
      <span className="patrol-what">
        <Link to="/item/$itemId" params={{ itemId }}>
          {title}
        </Link>
        {findings ? <small>{t(texts.findings, { text: findings })}</small> : null}
        {promises ? (
          <small>
            {t(texts.promises, { text: promises })}
            {followUpOn
              ? ` · ${t(visit.followedUp ? texts.followedUp : texts.followUp, { day: day(followUpOn) })}`
              : ''}
          </small>
        ) : null}
      </span>
      <span>{directory.personName(visitorId)}</span>
      <span className="patrol-muted">{directory.areaName(areaCode)}</span>
      {visit.missed ? (
        <span className="patrol-missed">◆ {t(texts.missed)}</span>
      ) : (
        <span className="patrol-muted">{t(stageTitle(playbook, stage))}</span>
      )}
    </li>
  )
}
