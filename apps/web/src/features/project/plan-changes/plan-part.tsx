import { type ItemChangesReply, listChanges } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useRoute } from '../../../api/query.ts'
import { useSession } from '../../../api/session.tsx'
import { useLanguage, useText } from '../../../app/language.ts'
import { dayText, instantText } from '../../../ui/format.ts'
import { shiftWords } from '../../../ui/plan-effect/effect-words.ts'
import { Section } from '../../../ui/section.tsx'
import { ErrorState, Skeleton } from '../../../ui/states.tsx'
import type { Project } from '../project.ts'
import { ChangeLines } from './change-lines.tsx'
import { FreezeForm } from './freeze-form.tsx'
import { planChangeTexts as texts } from './texts.ts'
import '../../../forms/forms.css'
import './plan-changes.css'

/** What was promised of the plan, and how often it was changed since. */
export function PlanPart({ reply }: Project) {
  const t = useText()
  const { item } = reply
  const [freezing, setFreezing] = useState(false)
  const found = useRoute(listChanges, { params: { itemId: item.itemId }, query: {} })
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Skeleton label={t(texts.loading)} lines={5} />
  const { baselines, changes, mayFreeze, mayApply } = found.data
  return (
    <>
      <p className="project-sentence">
        <Said known={found.data} />
      </p>
      <p className="plan-acts no-print">
        {mayApply && baselines.length > 0 ? (
          <Link className="button is-primary" to={'/change/$itemId' as never} params={{ itemId: item.itemId } as never}>
            {t(texts.apply)}
          </Link>
        ) : null}
        {mayFreeze ? (
          <button type="button" className="button" onClick={() => setFreezing(!freezing)}>
            {t(texts.freeze)}
          </button>
        ) : null}
        <CompareLink item={item} from={undefined} words={t(texts.compareAll)} />
      </p>
      {freezing ? <FreezeForm item={item} frozen={baselines.length} onClose={() => setFreezing(false)} /> : null}
      {baselines.length > 0 ? (
        <Section title={t(texts.baselines)}>
          <ul className="plan-lines">
            {baselines.map((baseline) => (
              <BaselineLine key={baseline.number} item={item} baseline={baseline} />
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title={t(texts.changes)}>
        {changes.length > 0 ? <ChangeLines changes={changes} /> : <p className="project-muted">{t(texts.noChanges)}</p>}
      </Section>
    </>
  )
}

function Said({ known }: { readonly known: ItemChangesReply }) {
  const t = useText()
  const { baselines, approved } = known
  if (baselines.length === 0) return t(texts.notFrozen)
  if (approved.changes === 0) return t(texts.sentenceNone)
  return t(texts.sentence, { count: approved.changes, shift: shiftWords(approved.workdays, t) })
}

interface CompareLinkProps {
  readonly item: Project['reply']['item']
  readonly from: string | undefined
  readonly words: string
}

function CompareLink({ item, from, words }: CompareLinkProps) {
  return (
    <Link
      className={from === undefined ? 'button' : 'project-link no-print'}
      to={'/compare/$playbook' as never}
      params={{ playbook: item.playbookKey } as never}
      search={{ item: item.itemId, from } as never}
    >
      {words}
    </Link>
  )
}

interface BaselineLineProps {
  readonly item: Project['reply']['item']
  readonly baseline: ItemChangesReply['baselines'][number]
}

function BaselineLine({ item, baseline }: BaselineLineProps) {
  const t = useText()
  const language = useLanguage()
  const { today } = useSession()
  const { number, baselineId, name, reason, frozenAt, frozenBy, finish, changeItemId } = baseline
  return (
    <li>
      <strong>
        {t(texts.number, { count: number })} · {name}
      </strong>
      {finish ? <span>{t(texts.finish, { day: dayText(finish, { language, today }) })}</span> : null}
      <CompareLink item={item} from={baselineId} words={t(texts.compare)} />
      <small>
        {t(texts.frozen, { when: instantText(frozenAt, language), by: frozenBy })}
        {reason ? ` · ${reason}` : ''}{' '}
        {changeItemId ? (
          <Link to="/item/$itemId" params={{ itemId: changeItemId }}>
            {t(texts.withChange)}
          </Link>
        ) : null}
      </small>
    </li>
  )
}
