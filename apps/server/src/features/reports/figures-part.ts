import type { ReportBody } from '@guatu/contract'
import { amountOfCents, centsOf } from '@guatu/kernel'
import { metricPeriod, type Playbook, reportMetrics } from '@guatu/playbook'
import type { FactDraft } from '../../store/items/compose.ts'
import type { StoredFigure } from '../../store/report-rows.ts'
import type { FactCurrentRow, FactRow } from '../../store/schema.ts'
import type { Tx } from '../../store/store.ts'

type Stamp = Pick<FactDraft, 'source' | 'reportedBy' | 'reportedAt' | 'reportId'>

/** The figures of a report as facts to write, and those among them that stand already as they are. */
export interface FigureParts {
  readonly drafts: readonly FactDraft[]
  readonly standing: readonly StoredFigure[]
}

export async function standingFacts(tx: Tx, itemId: string): Promise<FactCurrentRow[]> {
  const query = tx.db.selectFrom('factCurrent').selectAll().where('districtId', '=', tx.districtId)
  return await query.where('itemId', '=', itemId).execute()
}

/** What stands already is not said twice: the report names the fact that says it. */
export function figureParts(
  playbook: Playbook,
  { figures, month }: Pick<ReportBody, 'figures' | 'month'>,
  current: readonly FactCurrentRow[],
  stamp: Stamp,
): FigureParts {
  const drafts: FactDraft[] = []
  const standing: StoredFigure[] = []
  for (const { metric, value: sent } of figures) {
    const asked = reportMetrics(playbook).find(({ key }) => key === metric)!
    const period = metricPeriod(asked, month)
    const currency = asked.unit === 'CNY' ? 'CNY' : null
    const value = amountOfCents(centsOf(sent))
    const stands = current.find((fact) => fact.metric === metric && fact.period === period)
    if (stands && stands.value === value && (stands.currency ?? 'CNY') === (currency ?? 'CNY'))
      standing.push({ metric, period, value, currency, factId: stands.factId })
    else drafts.push({ metric, period, value, currency, ...stamp })
  }
  return { drafts, standing }
}

/** Figures as the report keeps them, in the order of the list's metrics. */
export function storedFigures(
  playbook: Playbook,
  standing: readonly StoredFigure[],
  facts: readonly FactRow[],
): StoredFigure[] {
  const written = facts.map(({ metric, period, value, currency, factId }) => ({
    metric,
    period,
    value,
    currency,
    factId,
  }))
  const all = [...standing, ...written]
  return reportMetrics(playbook).flatMap(({ key }) => all.filter(({ metric }) => metric === key))
}
