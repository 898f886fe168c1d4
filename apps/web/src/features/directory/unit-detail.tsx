import type { Unit } from '@guatu/contract'
import { useState } from 'react'
import { useDirectory, useMay, useSession } from '../../api/session.tsx'
import { useText } from '../../app/language.ts'
import { useViewState } from '../../app/search.ts'
import { Section } from '../../ui/section.tsx'
import { EmptyState } from '../../ui/states.tsx'
import type { Act } from './act.ts'
import { ActForm } from './act-form.tsx'
import { type Entries, isNow, nowAndBefore } from './entries.ts'
import { kindTitle } from './finder.tsx'
import { PeriodText, useDay } from './period-text.tsx'
import { assign, charge } from './post-acts.ts'
import { PostTable } from './post-table.tsx'
import { directoryTexts as texts } from './texts.ts'
import { pathTo } from './tree.ts'
import { addPerson, addUnit, closeTheUnit, editUnit, reopenTheUnit } from './unit-acts.ts'

interface UnitDetailProps {
  readonly unit: Unit
  readonly entries: Entries
}

/** A unit: where it stands, who holds its posts and who held them, and which leader is in charge of it. */
export function UnitDetail({ unit, entries }: UnitDetailProps) {
  const t = useText()
  const { today } = useSession()
  const [act, setAct] = useState<Act | null>(null)
  const { now, before } = nowAndBefore(entries.postsOfUnit(unit.orgId), today)
  const isInTable = act?.key.includes(' ') === true
  return (
    <article className="directory-entry">
      <UnitHead {...{ unit, entries }} onAct={setAct} />
      {act && !isInTable ? <ActForm key={act.key} act={act} onDone={() => setAct(null)} /> : null}
      <UnitFacts {...{ unit, entries }} />
      <Section title={t(texts.postsNow)} aside={now.length > 0 ? now.length : null}>
        {now.length > 0 ? (
          <PostTable posts={now} names="person" {...{ entries, act }} onAct={setAct} />
        ) : (
          <EmptyState title={t(texts.noPosts)} hint={t(texts.noPostsHint)} />
        )}
      </Section>
      {before.length > 0 ? (
        <Section title={t(texts.postsBefore)} aside={before.length}>
          <PostTable posts={before} names="person" entries={entries} act={null} />
        </Section>
      ) : null}
      <UnitCharges {...{ unit, entries, act }} onAct={setAct} />
    </article>
  )
}

function UnitHead({ unit, entries, onAct }: UnitDetailProps & { readonly onAct: (act: Act) => void }) {
  const t = useText()
  const day = useDay()
  const may = useMay()
  const { today } = useSession()
  const [, change] = useViewState()
  const acts = [
    ...(may('post.manage') && unit.closedOn === null ? [assign(today, { unit })] : []),
    ...(may('directory.manage')
      ? [
          editUnit(unit),
          ...(unit.closedOn === null
            ? [addUnit(unit), addPerson(unit), closeTheUnit(unit, today)]
            : [reopenTheUnit(unit)]),
        ]
      : []),
  ]
  return (
    <header className="directory-entry-head">
      <p className="directory-path">
        {pathTo([...entries.units.values()], unit.orgId).map(({ orgId, name }) => (
          <span key={orgId}>
            <button type="button" className="directory-link" onClick={() => void change({ unit: orgId })}>
              {name}
            </button>
            {' / '}
          </span>
        ))}
      </p>
      <h2>
        {unit.name}
        <small>
          {[
            t(kindTitle(unit.kind)),
            unit.shortName,
            unit.closedOn ? t(texts.closed, { day: day(unit.closedOn) }) : null,
          ]
            .filter(Boolean)
            .join('，')}
        </small>
      </h2>
      <div className="directory-acts no-print">
        {acts.map((act) => (
          <button key={act.key} type="button" className="button" onClick={() => onAct(act)}>
            {t(act.title)}
          </button>
        ))}
      </div>
    </header>
  )
}

function UnitFacts({ unit, entries }: UnitDetailProps) {
  const t = useText()
  const day = useDay()
  const { areaName } = useDirectory()
  const below = [...entries.units.values()].filter(({ parentId }) => parentId === unit.orgId)
  const facts = [
    [texts.assessed, t(unit.assessed ? texts.yes : texts.no)],
    ...(unit.areaCode ? [[texts.area, areaName(unit.areaCode)] as const] : []),
    ...(unit.openedOn ? [[texts.from, day(unit.openedOn)] as const] : []),
    ...(below.length > 0 ? [[texts.below, String(below.length)] as const] : []),
    ...(unit.formerNames.length > 0
      ? [
          [
            texts.former,
            unit.formerNames.map(({ name, until }) => t(texts.until, { name, day: day(until) })).join('、'),
          ] as const,
        ]
      : []),
  ] as const
  return (
    <dl className="directory-facts">
      {facts.map(([title, value]) => (
        <div key={title.zh}>
          <dt>{t(title)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function UnitCharges({
  unit,
  entries,
  act,
  onAct,
}: UnitDetailProps & { readonly act: Act | null; readonly onAct: (act: Act | null) => void }) {
  const t = useText()
  const may = useMay()
  const { today } = useSession()
  const [, change] = useViewState()
  const charges = entries.chargesOver(unit).filter((entry) => isNow(entry, today))
  if (!unit.areaCode && charges.length === 0 && !may('charge.manage')) return null
  const over =
    unit.areaCode === null
      ? ({ kind: 'org', target: unit.orgId } as const)
      : ({ kind: 'area', target: unit.areaCode } as const)
  const isOpen = act?.key.startsWith('assignCharge') === true
  return (
    <Section title={t(texts.chargedBy)}>
      {charges.length === 0 ? <p className="directory-muted">{t(texts.noCharges)}</p> : null}
      <ul className="directory-list">
        {charges.map(({ chargeId, personId, from, to }) => (
          <li key={chargeId}>
            <button
              type="button"
              className="directory-link"
              onClick={() => void change({ person: personId, unit: undefined })}
            >
              {entries.persons.get(personId)?.name ?? ''}
            </button>
            <small>
              <PeriodText from={from} to={to} />
            </small>
          </li>
        ))}
      </ul>
      {may('charge.manage') ? (
        <button type="button" className="button no-print" onClick={() => onAct(charge(today, over, unit.name))}>
          {t(texts.assignCharge)}
        </button>
      ) : null}
      {isOpen && act ? <ActForm key={act.key} act={act} onDone={() => onAct(null)} /> : null}
    </Section>
  )
}
