import type { LampReason } from '@guatu/kernel'
import { chinaCalendar } from '@guatu/schedule'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useDirectory, useSession } from '../../api/session.tsx'
import { useText } from '../../app/language.ts'
import { DateText } from '../../ui/date-text.tsx'
import { percentText, pointsText } from '../../ui/format.ts'
import { LampMark } from '../../ui/lamp-mark.tsx'
import { MoneyText } from '../../ui/money-text.tsx'
import { Sentence } from '../../ui/section.tsx'
import { OrderLink } from './loop/order-link.tsx'
import { RaiseLink } from './loop/raise-link.tsx'
import type { Project } from './project.ts'
import { donePercent, moneyByRole, textByRole } from './role-values.ts'
import { sourceText } from './source-text.ts'
import { texts } from './texts.ts'

const calendar = chinaCalendar()

/** Name, lamp with its grounds, and the few figures that a leader asks for first. */
export function ProjectHead(project: Project) {
  const t = useText()
  const { item, source, allowed } = project.reply
  return (
    <header className="project-head">
      <Sentence>{item.title}</Sentence>
      <LampLine level={item.lamp} reasons={item.lampReasons} />
      <dl className="project-figures">
        <Investment {...project} />
        <Duties {...project} />
      </dl>
      <p className="project-muted">
        {t(texts.source)}：{sourceText(source)}{' '}
        {project.playbook.capabilities.includes('schedule') ? (
          <Link
            className="project-link no-print"
            to="/wall/$playbook"
            params={{ playbook: item.playbookKey }}
            search={{ q: item.title } as never}
          >
            {t(texts.toWall)}
          </Link>
        ) : null}{' '}
        {project.playbook.capabilities.includes('schedule') ? <RaiseLink itemId={item.itemId} /> : null}{' '}
        <OrderLink itemId={item.itemId} />{' '}
        <Link className="project-link no-print" to={'/access' as never} search={{ item: item.itemId } as never}>
          {t(allowed.some((action) => action !== 'item.read') ? texts.whatMayI : texts.readOnly)}
        </Link>
      </p>
    </header>
  )
}

/** The year's investment, where the list has one. */
function Investment(project: Project) {
  const t = useText()
  const { roles } = project.playbook
  const behind = project.reply.item.behindPoints
  const percent = donePercent(project)
  return (
    <>
      {roles.annualPlan && roles.annualDone ? (
        <Figure
          title={t(texts.donePercent)}
          note={behind === null ? null : t(texts.behind, { points: pointsText(-behind) })}
          dominant
        >
          {percent === null ? '—' : percentText(percent)}
        </Figure>
      ) : null}
      {(['amount', 'annualPlan', 'annualDone'] as const).map((role) =>
        roles[role] ? (
          <Figure key={role} title={t(moneyTitles[role])}>
            <MoneyText {...moneyByRole(project, role)} />
          </Figure>
        ) : null,
      )}
    </>
  )
}

const moneyTitles = { amount: texts.amount, annualPlan: texts.plan, annualDone: texts.done }

/** Until when, by whom, where: each by the list's own word for it. */
function Duties(project: Project) {
  const t = useText()
  const directory = useDirectory()
  const { item } = project.reply
  const { roles, fields, stages } = project.playbook
  const settled = stages.find(({ key }) => key === item.stage)?.final === true
  const titleOf = (key: string | undefined) => (key && fields[key] ? t(fields[key].title) : '')
  const named = [
    [roles.leadOrg, directory.orgName(item.leadOrgId)],
    [roles.raiserOrg, directory.orgName(textByRole(project, 'raiserOrg'))],
    [roles.leader, directory.personName(textByRole(project, 'leader'))],
    [roles.area, directory.areaName(item.areaCode)],
  ] as const
  return (
    <>
      {roles.finish ? (
        <Figure
          title={titleOf(roles.finish)}
          note={settled && !roles.annualDone ? null : <DeadlineNote deadline={item.deadline} />}
        >
          <DateText date={item.deadline} />
        </Figure>
      ) : null}
      {named.map(([key, text]) =>
        key ? (
          <Figure key={key} title={titleOf(key)}>
            {text || t(texts.unset)}
          </Figure>
        ) : null,
      )}
    </>
  )
}

interface FigureProps {
  readonly title: string
  readonly note?: ReactNode
  /** The one number of the screen. */
  readonly dominant?: boolean
  readonly children: ReactNode
}

function Figure({ title, note, dominant, children }: FigureProps) {
  return (
    <div className={dominant ? 'is-dominant' : ''}>
      <dt>{title}</dt>
      <dd>
        {children}
        {note ? <span className="project-muted">{note}</span> : null}
      </dd>
    </div>
  )
}

/** Workdays while there is time, calendar days once it is past, as the lamp rules count. */
function DeadlineNote({ deadline }: { readonly deadline: string | null }) {
  const t = useText()
  const { today } = useSession()
  if (deadline === null) return null
  if (deadline < today) {
    const days = Math.round((Date.parse(today) - Date.parse(deadline)) / 86_400_000)
    return t(texts.daysPast, { count: days })
  }
  return t(texts.workdaysLeft, { count: calendar.workdaysBetween(today, deadline) })
}

function LampLine({
  level,
  reasons,
}: {
  readonly level: Project['reply']['item']['lamp']
  readonly reasons: readonly LampReason[]
}) {
  const t = useText()
  return (
    <div className="project-lamp">
      <LampMark level={level} />
      {reasons.length === 0 ? (
        <span className="project-muted">{t(texts.noReasons)}</span>
      ) : (
        <ul aria-label={t(texts.lampReasons)}>
          {reasons.map((reason) => (
            <li key={`${reason.rule}${reason.nodeKey ?? ''}`}>{t(reason.text)}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
