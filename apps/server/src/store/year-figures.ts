import { amountOfCents, centsOf, type Money } from '@guatu/kernel'
import type { Metric, Playbook } from '@guatu/playbook'
import type { FactCurrentRow } from './schema.ts'

type Figure = Pick<FactCurrentRow, 'metric' | 'period' | 'value' | 'currency' | 'verifiedValue'>

/** Field that plays `role`, with its metric. */
function metricOfRole(playbook: Playbook, role: 'annualDone' | 'monthDone'): { key: string; metric: Metric } | null {
  const fieldKey = playbook.roles[role]
  const key = fieldKey && playbook.fields[fieldKey]?.metric
  const metric = key ? playbook.metrics[key] : undefined
  return key && metric ? { key, metric } : null
}

type Read = (figure: Figure) => string | null

/** The year so far of one metric, in cents: the last period's figure where it is cumulative, else their sum. */
function yearCents(figures: readonly Figure[], key: string, metric: Metric, year: string, read: Read): bigint | null {
  const values = figures
    .filter((figure) => figure.metric === key && figure.period.startsWith(year) && (figure.currency ?? 'CNY') === 'CNY')
    .sort((a, b) => (a.period < b.period ? -1 : 1))
    .map(read)
    .filter((value) => value !== null)
  if (values.length === 0) return null
  if (metric.aggregation === 'latest') return centsOf(values.at(-1) as string)
  return values.reduce((sum, value) => sum + centsOf(value), 0n)
}

/** What is done of a year's plan: the cumulative figure where one was reported, else the months added up. */
function doneCents(playbook: Playbook, figures: readonly Figure[], year: string, read: Read): bigint | null {
  for (const role of ['annualDone', 'monthDone'] as const) {
    const found = metricOfRole(playbook, role)
    const cents = found && yearCents(figures, found.key, found.metric, year, read)
    if (cents !== null) return cents
  }
  return null
}

const amount = (cents: bigint | null) => (cents === null ? null : amountOfCents(cents))

/** Reported and verified investment of the year in yuan; null without any figure. */
export function yearFigures(playbook: Playbook, figures: readonly Figure[], year: string) {
  return {
    doneCny: amount(doneCents(playbook, figures, year, (figure) => figure.value)),
    verifiedCny: amount(doneCents(playbook, figures, year, (figure) => figure.verifiedValue)),
  }
}

/**
 * The fields that show facts, as of a day: of a yearly metric this year's figure, of a monthly one the year's latest.
 * The field of the year's done shows the months added up where only these were reported.
 */
export function figureFields(playbook: Playbook, figures: readonly Figure[], today: string): Record<string, unknown> {
  const year = today.slice(0, 4)
  const shown: Record<string, unknown> = {}
  for (const [fieldKey, field] of Object.entries(playbook.fields)) {
    if (!field.metric) continue
    const latest = figures
      .filter((figure) => figure.metric === field.metric && figure.period.startsWith(year))
      .sort((a, b) => (a.period < b.period ? 1 : -1))[0]
    shown[fieldKey] = latest ? fieldValue(field.kind, latest) : null
  }
  const doneKey = playbook.roles.annualDone
  if (doneKey && doneKey in shown && shown[doneKey] === null) {
    const { doneCny } = yearFigures(playbook, figures, year)
    shown[doneKey] = doneCny === null ? null : ({ amount: doneCny, currency: 'CNY' } satisfies Money)
  }
  return shown
}

function fieldValue(kind: string, figure: Figure): unknown {
  if (kind !== 'money') return Number(figure.value)
  return { amount: figure.value, currency: figure.currency ?? 'CNY' }
}
