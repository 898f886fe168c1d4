import { reportFact } from '@guatu/contract'
import type { Field, Metric, Playbook } from '@guatu/playbook'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query.ts'
import { useSession } from '../../api/session.tsx'
import { useText } from '../../app/language.ts'
import { type Entry, typedOf } from '../../forms/entry.ts'
import { FieldRow } from '../../forms/field-row.tsx'
import { useFieldContext } from '../../forms/use-field-context.ts'
import { ErrorState } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { factValue } from './fact-value.ts'
import type { Project } from './project.ts'
import { texts } from './texts.ts'

const valueFields: Record<Metric['unit'], Field> = {
  CNY: { kind: 'money', unit: '万元', title: texts.value, group: 'fact' },
  count: { kind: 'number', unit: 'unit', title: texts.value, group: 'fact' },
}
const evidenceField: Field = {
  kind: 'text',
  title: texts.evidence,
  group: 'fact',
  hint: texts.evidenceHint,
  maxLength: 500,
}
const empty: Entry = { text: '' }

/** Report a figure of a metric and a period. It waits for verification; an earlier one of that period stays in sight. */
export function ReportForm({ reply, playbook }: Project) {
  const t = useText()
  const context = useFieldContext()
  const { today } = useSession()
  const [metric, setMetric] = useState(Object.keys(playbook.metrics)[0] ?? '')
  const [period, setPeriod] = useState<string | null>(null)
  const [value, setValue] = useState(empty)
  const [evidence, setEvidence] = useState(empty)
  const chosen = playbook.metrics[metric]
  const wanted = period ?? (chosen?.period === 'year' ? today.slice(0, 4) : today.slice(0, 7))
  const field = valueFields[chosen?.unit ?? 'CNY']
  const typed = typedOf(field, value, context)
  const report = useReport(reply.item.itemId, () => {
    setValue(empty)
    setEvidence(empty)
  })
  const send = () => {
    if (typed.kind !== 'value') return
    const note = evidence.text.trim()
    report.mutate({ metric, period: wanted, value: factValue(typed.value), ...(note ? { evidence: note } : {}) })
  }
  if (!chosen) return null
  return (
    <form
      className="project-report no-print"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <MetricChoice
        metrics={playbook.metrics}
        metric={metric}
        period={wanted}
        onMetric={(key) => {
          setMetric(key)
          setPeriod(null)
        }}
        onPeriod={setPeriod}
      />
      <FieldRow field={field} entry={value} onEntry={setValue} context={context} />
      <FieldRow field={evidenceField} entry={evidence} onEntry={setEvidence} context={context} />
      <button type="submit" className="button is-primary" disabled={typed.kind !== 'value' || report.isPending}>
        {t(texts.report)}
      </button>
      {report.error ? <ErrorState error={report.error} /> : null}
    </form>
  )
}

interface MetricChoiceProps {
  readonly metrics: Playbook['metrics']
  readonly metric: string
  readonly period: string
  readonly onMetric: (key: string) => void
  readonly onPeriod: (period: string) => void
}

function MetricChoice({ metrics, metric, period, onMetric, onPeriod }: MetricChoiceProps) {
  const t = useText()
  return (
    <>
      <label>
        {t(texts.metric)}
        <select value={metric} onChange={(event) => onMetric(event.currentTarget.value)}>
          {Object.entries(metrics).map(([key, { title }]) => (
            <option key={key} value={key}>
              {t(title)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t(texts.period)}
        <input
          type={metrics[metric]?.period === 'year' ? 'number' : 'month'}
          value={period}
          title={t(texts.periodHint)}
          onChange={(event) => onPeriod(event.currentTarget.value)}
        />
      </label>
    </>
  )
}

interface Report {
  readonly metric: string
  readonly period: string
  readonly value: string
  readonly evidence?: string
}

function useReport(itemId: string, onReported: () => void) {
  const t = useText()
  return useMutation({
    mutationFn: (body: Report) => call(reportFact, { params: { itemId }, body }),
    onSuccess: async () => {
      toast({ text: t(texts.reported) })
      onReported()
      await refresh()
    },
  })
}
