import { type FactReply, verifyFact } from '@guatu/contract'
import type { Currency } from '@guatu/kernel'
import type { Metric } from '@guatu/playbook'
import { useMutation } from '@tanstack/react-query'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query.ts'
import { messageOf, RefusedError } from '../../api/refused.ts'
import { useSession } from '../../api/session.tsx'
import { type Translate, useLanguage, useText } from '../../app/language.ts'
import { dayOfInstant, dayText } from '../../ui/format.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { Section } from '../../ui/section.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { FigureLink } from './evidence/figure-link.tsx'
import { type FactPeriod, factSeries } from './fact-series.ts'
import type { Project } from './project.ts'
import { ReportForm } from './report-form.tsx'
import { sourceText } from './source-text.ts'
import { texts } from './texts.ts'

/** Figures as a time line: reported and verified kept apart, each with its source, its evidence and what it replaced. */
export function FactsPart(project: Project) {
  const t = useText()
  const { reply, playbook } = project
  const series = factSeries(reply.facts)
  return (
    <>
      {reply.allowed.includes('fact.report') ? <ReportForm {...project} /> : null}
      {series.length === 0 ? <EmptyState title={t(texts.noFacts)} hint={t(texts.noFactsHint)} /> : null}
      {series.map(({ metric, periods }) => (
        <Section key={metric} title={titleOf(playbook.metrics[metric], metric, t)}>
          <ol className="project-facts">
            {periods.map((period) => (
              <PeriodLine
                key={period.period}
                project={project}
                period={period}
                unit={playbook.metrics[metric]?.unit}
                verifies={reply.allowed.includes('fact.verify')}
              />
            ))}
          </ol>
        </Section>
      ))}
    </>
  )
}

const titleOf = (metric: Metric | undefined, key: string, t: ReturnType<typeof useText>): string =>
  metric ? t(metric.title) : key

interface PeriodLineProps {
  readonly project: Project
  readonly period: FactPeriod
  readonly unit: Metric['unit'] | undefined
  /** The reader may verify figures of this item. */
  readonly verifies: boolean
}

function PeriodLine({ project, period, unit, verifies }: PeriodLineProps) {
  const t = useText()
  const day = useDay()
  const { current, replaced } = period
  return (
    <li>
      <span className="project-fact-period">{period.period}</span>
      <span className="project-fact-value">
        <FactValue fact={current} unit={unit} />
      </span>
      <span className={current.state === 'verified' ? 'project-verified' : 'project-muted'}>
        {current.state === 'verified' ? `✓ ${t(texts.factVerified)}` : t(texts.factReported)}
      </span>
      <span className="project-muted">
        {t(texts.by, { who: current.reportedBy, day: day(current.reportedAt) })} · {sourceText(current.source)}
        {current.evidence ? ` · ${t(texts.evidence)}：${current.evidence}` : ''}
        {current.verifiedBy && current.verifiedAt
          ? ` · ${t(texts.factVerified)} ${t(texts.by, { who: current.verifiedBy, day: day(current.verifiedAt) })}`
          : ''}
        {replaced.map((fact) => (
          <s key={fact.factId}>{t(texts.replaced, { value: fact.value, day: day(fact.reportedAt) })}</s>
        ))}
        <FigureLink
          itemId={project.reply.item.itemId}
          factId={current.factId}
          adds={project.reply.allowed.includes('evidence.add')}
        />
      </span>
      {current.state === 'reported' && verifies ? <VerifyButton fact={current} /> : null}
    </li>
  )
}

function FactValue({ fact, unit }: { readonly fact: FactReply; readonly unit: Metric['unit'] | undefined }) {
  if (unit === 'count') return fact.value
  return <MoneyText amount={fact.value} currency={(fact.currency ?? 'CNY') as Currency} />
}

const refusalText = (error: unknown, t: Translate): string =>
  t(error instanceof RefusedError ? (error.reply.refusals[0]?.message ?? error.reply.message) : messageOf(error))

function VerifyButton({ fact }: { readonly fact: FactReply }) {
  const t = useText()
  const verify = useMutation({
    mutationFn: () => call(verifyFact, { params: { factId: fact.factId }, body: {} }),
    onSuccess: async () => {
      toast({ text: t(texts.verified) })
      await refresh()
    },
    // Nobody verifies his own figure: the refusal says so.
    onError: (error) => toast({ text: refusalText(error, t), tone: 'failed', error }),
  })
  return (
    <button type="button" className="button no-print" disabled={verify.isPending} onClick={() => verify.mutate()}>
      {t(texts.verify)}
    </button>
  )
}

function useDay(): (instant: string) => string {
  const language = useLanguage()
  const { today } = useSession()
  return (instant) => dayText(dayOfInstant(instant), { language, today })
}
