import { amountOfCents, centsOf } from '@guatu/kernel'
import { monthBefore } from '../lamp/months.ts'
import type { Metric, Playbook } from '../playbook.ts'

/** A metric that a monthly report says something of. */
export interface ReportMetric extends Metric {
  readonly key: string
  /** The metric whose months this one adds up in the year; null: it stands for itself. */
  readonly sumsUp: string | null
}

/** A figure that stands. `verifiedValue` is what counts in assessments. */
export interface StandingFigure {
  readonly metric: string
  readonly period: string
  readonly value: string
  readonly verifiedValue?: string | null
}

const metricOfRole = (playbook: Playbook, role: 'monthDone' | 'annualDone') =>
  playbook.fields[playbook.roles[role] ?? '']?.metric

/** What is asked for month by month: figures by month, and the year's sum of them whatever its period. */
export function reportMetrics(playbook: Playbook): readonly ReportMetric[] {
  const [part, whole] = [metricOfRole(playbook, 'monthDone'), metricOfRole(playbook, 'annualDone')]
  const asked = Object.entries(playbook.metrics).filter(([key, { period }]) => period === 'month' || key === whole)
  const metrics = asked.map(([key, metric]): ReportMetric => {
    return { ...metric, key, sumsUp: key === whole && part !== undefined && part !== key ? part : null }
  })
  // What is added up comes before its sum.
  return metrics.toSorted((a, b) => Number(a.sumsUp !== null) - Number(b.sumsUp !== null))
}

/** The period that a report of a month speaks of: the month, or its year. */
export const metricPeriod = ({ period }: Pick<Metric, 'period'>, month: string): string =>
  period === 'year' ? month.slice(0, 4) : month

export interface FigureCourse {
  /** Standing for the month that is reported. */
  readonly current: StandingFigure | null
  /** Of the latest month before it in the same year; null for metrics by year. */
  readonly last: StandingFigure | null
}

/** What stands of a metric when a month is reported. */
export function figureCourse(metric: ReportMetric, figures: readonly StandingFigure[], month: string): FigureCourse {
  const own = figures.filter((figure) => figure.metric === metric.key)
  const period = metricPeriod(metric, month)
  const current = own.find((figure) => figure.period === period) ?? null
  if (metric.period === 'year') return { current, last: null }
  const before = own.filter((figure) => figure.period < period && figure.period.startsWith(period.slice(0, 5)))
  const last = before.reduce<StandingFigure | null>((a, b) => (a === null || b.period > a.period ? b : a), null)
  return { current, last }
}

/** A figure's course as it travels to a device or a sheet. */
export interface ToldCourse {
  readonly metric: string
  readonly current: string | null
  readonly last: string | null
  readonly lastPeriod: string | null
}

/** Courses as the figures that they tell of, so that a device judges by them as the server does by its own. */
export function figuresTold(playbook: Playbook, courses: readonly ToldCourse[], month: string): StandingFigure[] {
  const metrics = new Map(reportMetrics(playbook).map((metric) => [metric.key, metric]))
  return courses.flatMap(({ metric, current, last, lastPeriod }) => {
    const known = metrics.get(metric)
    if (!known) return []
    return [
      ...(last === null || lastPeriod === null ? [] : [{ metric, period: lastPeriod, value: last }]),
      ...(current === null ? [] : [{ metric, period: metricPeriod(known, month), value: current }]),
    ]
  })
}

/**
 * What the year had come to before the month: the sum's own latest figure, else the months added up. Null: nothing of the
 * year is known yet, which leaves nothing to add to.
 */
export function sumBefore(sum: ReportMetric, figures: readonly StandingFigure[], month: string): string | null {
  if (sum.sumsUp === null) return null
  const { current, last } = figureCourse(sum, figures, month)
  const year = month.slice(0, 5)
  const parts = figures.filter(({ metric, period }) => metric === sum.sumsUp && period.startsWith(year))
  if (sum.period === 'year' && current) {
    const own = parts.find(({ period }) => period === month)
    return amountOfCents(centsOf(current.value) - (own ? centsOf(own.value) : 0n))
  }
  if (last) return amountOfCents(centsOf(last.value))
  const earlier = parts.filter(({ period }) => period < month)
  if (earlier.length === 0) return null
  return amountOfCents(earlier.reduce((total, { value }) => total + centsOf(value), 0n))
}

/** What the year comes to with a month's figure. A year of which nothing is known begins with it in January only. */
export function expectedSum(
  sum: ReportMetric,
  figures: readonly StandingFigure[],
  month: string,
  value: string,
): string | null {
  const before = sumBefore(sum, figures, month)
  if (before === null && month.slice(5) !== '01') return null
  return amountOfCents(centsOf(before ?? '0') + centsOf(value))
}

interface SaidThing {
  readonly text: string
  readonly figures: readonly { readonly metric: string; readonly value: string }[]
}

const plain = (text: string) => text.replace(/[\s\p{P}]+/gu, '')

/**
 * Whether a report says word for word and figure for figure what the month before said: spaces and punctuation aside, and
 * without the sums, which grow by themselves. Nothing said twice is no copy.
 */
export function saysTheSame(metrics: readonly ReportMetric[], before: SaidThing, after: SaidThing): boolean {
  const sums = new Set(metrics.filter(({ sumsUp }) => sumsUp !== null).map(({ key }) => key))
  const own = ({ figures }: SaidThing) =>
    figures
      .filter(({ metric }) => !sums.has(metric))
      .map(({ metric, value }) => `${metric} ${centsOf(value)}`)
      .sort()
      .join(';')
  const [text, figures] = [plain(after.text), own(after)]
  return text + figures !== '' && text === plain(before.text) && figures === own(before)
}

/** Months that may still be reported: this one and those that are corrected, up to a year back. */
export const isReportable = (month: string, today: string): boolean =>
  month <= today.slice(0, 7) && month >= monthBefore(today.slice(0, 7), 12)
