import type { FactReply } from '@guatu/contract'

export interface FactPeriod {
  readonly period: string
  /** The fact that stands, and before it what it replaced, newest first. */
  readonly current: FactReply
  readonly replaced: readonly FactReply[]
}

export interface FactSeries {
  readonly metric: string
  /** Newest period first. */
  readonly periods: readonly FactPeriod[]
}

/** Facts as a person reads them: by metric, by period, corrections behind the figure that stands. */
export function factSeries(facts: readonly FactReply[]): readonly FactSeries[] {
  const metrics = new Map<string, Map<string, FactReply[]>>()
  for (const fact of facts) {
    const periods = metrics.get(fact.metric) ?? new Map<string, FactReply[]>()
    metrics.set(fact.metric, periods)
    periods.set(fact.period, [...(periods.get(fact.period) ?? []), fact])
  }
  return [...metrics].map(([metric, periods]) => ({ metric, periods: [...periods].map(periodOf).sort(newestFirst) }))
}

function periodOf([period, facts]: readonly [string, readonly FactReply[]]): FactPeriod {
  const [current, ...replaced] = [...facts].sort(
    (a, b) => Number(a.superseded) - Number(b.superseded) || b.reportedAt.localeCompare(a.reportedAt),
  )
  if (!current) throw new Error(`no fact for ${period}`)
  return { period, current, replaced }
}

const newestFirst = (a: FactPeriod, b: FactPeriod): number => b.period.localeCompare(a.period)
