import { type DirectoryPerson, getPerson, type PersonReply } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { playbookOf } from '../../api/playbook.ts'
import { useRoute } from '../../api/query.ts'
import { useMay, useSession } from '../../api/session.tsx'
import { useText } from '../../app/language.ts'
import { Section } from '../../ui/section.tsx'
import { EmptyState, ErrorState } from '../../ui/states.tsx'
import type { Act } from './act.ts'
import { ActForm } from './act-form.tsx'
import { ChargeList } from './charge-list.tsx'
import { type Entries, nowAndBefore } from './entries.ts'
import { assign, charge, editPerson } from './post-acts.ts'
import { PostTable } from './post-table.tsx'
import { directoryTexts as texts } from './texts.ts'

interface PersonDetailProps {
  readonly person: DirectoryPerson
  readonly entries: Entries
}

/** A person: the posts in time, what a leader is in charge of, and what the person answers for. */
export function PersonDetail({ person, entries }: PersonDetailProps) {
  const t = useText()
  const { today } = useSession()
  const [act, setAct] = useState<Act | null>(null)
  const asked = useRoute(getPerson, { params: { personId: person.personId } })
  const { now, before } = nowAndBefore(entries.postsOfPerson(person.personId), today)
  const charges = entries.chargesOf(person.personId)
  const isLeader = entries.postsOfPerson(person.personId).some(({ role }) => role === 'leader')
  const isInTable = act?.key.includes(' ') === true
  return (
    <article className="directory-entry">
      <PersonHead {...{ person, entries, isLeader }} reply={asked.data} onAct={setAct} />
      {act && (!isInTable || act.key.startsWith('assignCharge')) ? (
        <ActForm key={act.key} act={act} onDone={() => setAct(null)} />
      ) : null}
      {asked.error ? <ErrorState error={asked.error} onRetry={() => void asked.refetch()} /> : null}
      {asked.data ? <Contact reply={asked.data} /> : null}
      <Section title={t(texts.postsNow)}>
        {now.length > 0 ? (
          <PostTable posts={now} names="unit" {...{ entries, act }} onAct={setAct} />
        ) : (
          <EmptyState title={t(texts.noPostsOfPerson)} />
        )}
      </Section>
      {before.length > 0 ? (
        <Section title={t(texts.postsBefore)}>
          <PostTable posts={before} names="unit" entries={entries} act={null} />
        </Section>
      ) : null}
      {isLeader || charges.length > 0 ? (
        <Section title={t(texts.charges)}>
          <ChargeList {...{ charges, act }} onAct={setAct} />
        </Section>
      ) : null}
      {asked.data ? <AnswersFor person={person} reply={asked.data} /> : null}
    </article>
  )
}

interface PersonHeadProps extends PersonDetailProps {
  readonly reply: PersonReply | undefined
  readonly isLeader: boolean
  readonly onAct: (act: Act) => void
}

function PersonHead({ person, entries, reply, isLeader, onAct }: PersonHeadProps) {
  const t = useText()
  const may = useMay()
  const { today } = useSession()
  const acts = [
    ...(may('post.manage') ? [assign(today, { person })] : []),
    ...(may('directory.manage') && reply ? [editPerson(reply)] : []),
    ...(may('charge.manage') && isLeader
      ? (['area', 'item', 'org'] as const).map((kind) =>
          charge(today, { personId: person.personId, kind }, person.name),
        )
      : []),
  ]
  const unit = entries.units.get(person.orgId ?? '')?.name
  return (
    <header className="directory-entry-head">
      <h2>
        {person.name}
        <small>{[unit, person.post].filter(Boolean).join(' ')}</small>
      </h2>
      <div className="directory-acts no-print">
        {acts.map((act) => (
          <button key={act.key} type="button" className="button" onClick={() => onAct(act)}>
            {t(act.title)}
          </button>
        ))}
        {may('access.explain') ? (
          <Link className="button" to="/access" search={{ person: person.personId }}>
            {t(texts.access)}
          </Link>
        ) : null}
      </div>
    </header>
  )
}

function Contact({ reply: { contact } }: { readonly reply: PersonReply }) {
  const t = useText()
  if (!contact) return <p className="directory-muted">{t(texts.hidden)}</p>
  return (
    <dl className="directory-facts">
      <div>
        <dt>{t(texts.phone)}</dt>
        <dd>{contact.phone ? <a href={`tel:${contact.phone}`}>{contact.phone}</a> : t(texts.none)}</dd>
      </div>
      <div>
        <dt>{t(texts.email)}</dt>
        <dd>{contact.email ?? t(texts.none)}</dd>
      </div>
    </dl>
  )
}

function AnswersFor({ person, reply }: { readonly person: DirectoryPerson; readonly reply: PersonReply }) {
  const t = useText()
  return (
    <Section title={t(texts.answersFor)}>
      {reply.answersFor.length === 0 ? <p className="directory-muted">{t(texts.none)}</p> : null}
      <ul className="directory-list">
        {reply.answersFor.flatMap(({ playbook: key, owned, led }) => {
          const playbook = playbookOf(key)
          if (!playbook) return []
          const { owner, leader } = playbook.roles
          const counts = [
            { text: texts.owned, field: owner, count: owned },
            { text: texts.led, field: leader, count: led },
          ]
          return counts
            .filter(({ count }) => count > 0)
            .map(({ text, field, count }) => (
              <li key={`${key} ${field}`}>
                <Link
                  to="/list/$playbook"
                  params={{ playbook: key }}
                  search={{ filter: field ? `${field}:in:${person.personId}` : undefined }}
                >
                  {t(text, { list: t(playbook.title) })} <strong>{count}</strong>
                </Link>
              </li>
            ))
        })}
      </ul>
    </Section>
  )
}
