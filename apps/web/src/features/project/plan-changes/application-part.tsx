import { type ChangeReply, type EffectReply, getChange, seeChange } from '@guatu/contract'
import { showValue } from '@guatu/derive'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { use } from 'react'
import { call } from '../../../api/call.ts'
import { refresh, useRoute } from '../../../api/query.ts'
import { RefusedError } from '../../../api/refused.ts'
import { PastContext, useSession } from '../../../api/session.tsx'
import { useLanguage, useText } from '../../../app/language.ts'
import { showContext } from '../../../forms/show-context.ts'
import { useFieldContext } from '../../../forms/use-field-context.ts'
import { FormRefusal } from '../../../ui/form-refusal.tsx'
import { askText } from '../../../ui/plan-effect/ask-text.ts'
import type { BarRow } from '../../../ui/plan-effect/bar-scale.ts'
import { EffectTable } from '../../../ui/plan-effect/effect-table.tsx'
import { effectWords, shiftWords } from '../../../ui/plan-effect/effect-words.ts'
import { PlanBars } from '../../../ui/plan-effect/plan-bars.tsx'
import { Section } from '../../../ui/section.tsx'
import { ErrorState, Skeleton } from '../../../ui/states.tsx'
import { toast } from '../../../ui/toast.tsx'
import type { Project } from '../project.ts'
import { ChangeLines } from './change-lines.tsx'
import { planChangeTexts as texts } from './texts.ts'
import './plan-changes.css'

/** What an application asks of a plan, what that moves, and what was changed before: what one needs to decide. */
export function ApplicationPart({ reply, playbook }: Project) {
  const t = useText()
  const { itemId } = reply.item
  const isPast = use(PastContext)
  const found = useRoute(getChange, { params: { itemId } })
  // An application that was made by hand asks nothing of a plan.
  if (found.error instanceof RefusedError && found.error.reply.code === 'NOT_FOUND') return null
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Skeleton label={t(texts.loading)} lines={6} />
  const change = found.data
  const shown = change.approvedEffect ?? change.effect ?? change.askedEffect
  const title = change.approvedEffect ? texts.effectApproved : change.effect ? texts.effectNow : texts.effectAsked
  return (
    <div className="plan-application">
      {isPast ? <p className="project-muted">{t(texts.ofNow)}</p> : null}
      <p className="plan-target">
        {t(texts.target)}{' '}
        <Link to="/item/$itemId" params={{ itemId: change.target.itemId }}>
          {change.target.title}
        </Link>
        <small>{t(change.asked.rebaseline ? texts.rebaseline : texts.keepsBaseline)}</small>
        {change.mayRevise ? <Revise itemId={itemId} change={change} /> : null}
      </p>
      <Why {...{ reply, playbook }} />
      <Overtaken itemId={itemId} change={change} />
      <Section title={t(title)}>
        <Effect effect={shown} />
      </Section>
      <Section title={t(texts.earlier)} aside={<Approved change={change} />}>
        {change.earlier.length > 0 ? (
          <ChangeLines changes={change.earlier} />
        ) : (
          <p className="project-muted">{t(texts.noEarlier)}</p>
        )}
      </Section>
    </div>
  )
}

/** Kind, reason and evidence in the applicant's words, before any date: what the decision is about. */
function Why({ reply, playbook }: Project) {
  const t = useText()
  const context = showContext(useFieldContext())
  const { fields, roles } = playbook
  const group = fields[roles.title ?? '']?.group
  const said = Object.entries(fields).filter(([key, field]) => {
    return field.group === group && key !== roles.title && reply.item.fields[key] !== undefined
  })
  if (said.length === 0) return null
  return (
    <dl className="plan-why">
      {said.map(([key, field]) => (
        <div key={key}>
          <dt>{t(field.title)}</dt>
          <dd>{showValue(field, reply.item.fields[key], context)}</dd>
        </div>
      ))}
    </dl>
  )
}

const barOf = ({ nodeKey, title, ...node }: EffectReply['nodes'][number]): BarRow => ({
  key: nodeKey,
  title,
  from: { start: node.fromStart, finish: node.fromFinish },
  to: { start: node.toStart, finish: node.toFinish },
  tone: node.workdays > 0 ? 'later' : node.workdays < 0 ? 'earlier' : 'same',
})

function Effect({ effect }: { readonly effect: EffectReply }) {
  const t = useText()
  const language = useLanguage()
  const { today } = useSession()
  return (
    <>
      <p className="plan-words">{effectWords(effect, t, { language, today })}</p>
      <EffectTable effect={effect} />
      <PlanBars rows={effect.nodes.map(barOf)} />
    </>
  )
}

interface ChangeProps {
  readonly itemId: string
  readonly change: ChangeReply
}

/** The way back to the form, with what is asked so far. */
function Revise({ itemId, change }: ChangeProps) {
  const t = useText()
  const { changes, finish, rebaseline } = change.asked
  const search = {
    ask: askText(changes) || undefined,
    finish: finish ?? undefined,
    revises: itemId,
    rebaseline: rebaseline ? '1' : undefined,
  }
  return (
    <Link
      className="button no-print"
      to={'/change/$itemId' as never}
      params={{ itemId: change.target.itemId } as never}
      search={search as never}
    >
      {t(texts.revise)}
    </Link>
  )
}

/** The plan has moved on since: said before anybody decides, who then decides on what is shown. */
function Overtaken({ itemId, change }: ChangeProps) {
  const t = useText()
  const { since, obstacles, mayApprove, target } = change
  const see = useMutation({
    mutationFn: () => call(seeChange, { params: { itemId }, body: { revision: target.revision } }),
    onSuccess: async () => {
      toast({ text: t(texts.seenDone) })
      await refresh()
    },
  })
  if (since === null && obstacles.length === 0) return null
  return (
    <div className="plan-overtaken" role="status">
      <strong>{t(obstacles.length > 0 ? texts.obstacles : texts.since)}</strong>
      {obstacles.map((obstacle) => (
        <p key={obstacle.zh}>{t(obstacle)}</p>
      ))}
      {since ? <p>{t(since)}</p> : null}
      {mayApprove && obstacles.length === 0 ? (
        <button type="button" className="button no-print" disabled={see.isPending} onClick={() => see.mutate()}>
          {t(texts.seen)}
        </button>
      ) : null}
      <FormRefusal error={see.error} />
    </div>
  )
}

function Approved({ change: { approved } }: { readonly change: ChangeReply }) {
  const t = useText()
  if (approved.changes === 0) return null
  return t(texts.sentence, { count: approved.changes, shift: shiftWords(approved.workdays, t) })
}
