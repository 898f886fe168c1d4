import type { FactDraft } from '../../store/items/compose.ts'
import type { FactRow, FactVerificationRow } from '../../store/schema.ts'
import { asKeeper, type Tx } from '../../store/store.ts'
import { placeOf } from './standing-facts.ts'
import type { Trace } from './trace.ts'
import type { UndoContext } from './undo-context.ts'

export type Withdrawn = Pick<FactRow, 'factId' | 'itemId' | 'metric' | 'period' | 'value' | 'currency'>

interface RestoredFigure {
  readonly draft: FactDraft
  readonly verified: Pick<FactVerificationRow, 'verifiedBy' | 'verifiedAt' | 'evidence'> | null
}

/** What becomes of the figures that an import reported of one item. Facts are only ever added. */
export interface FiguresBefore {
  /** Reported again with the source that they had. */
  readonly restored: readonly RestoredFigure[]
  /** Where nothing stood before, nothing stands again. */
  readonly withdrawn: readonly Withdrawn[]
}

interface ReportedItem {
  readonly itemId: string
  readonly trace: Trace
}

export async function figuresBefore(
  tx: Tx,
  items: readonly ReportedItem[],
  { record, deps, now }: UndoContext,
): Promise<Map<string, FiguresBefore>> {
  const stood = await factsById(
    tx,
    items.flatMap(({ trace }) => Object.values(trace.stood).filter((factId) => factId !== null)),
  )
  const reported = await factsOfInstant(
    tx,
    items.map(({ itemId }) => itemId),
    record.committedAt,
  )
  const stamp = { reportedBy: deps.actor.name, reportedAt: now }
  return new Map(
    items.map(({ itemId, trace }) => {
      const places = Object.entries(trace.stood)
      const restored = places.flatMap(([, factId]) => (factId === null ? [] : [again(stood.get(factId)!, stamp)]))
      const empty = new Set(places.filter(([, factId]) => factId === null).map(([place]) => place))
      const withdrawn = reported.filter((fact) => fact.itemId === itemId && empty.has(placeOf(fact)))
      return [itemId, { restored, withdrawn }]
    }),
  )
}

type StoodFact = Omit<FactRow, 'districtId' | 'reportedBy' | 'reportedById' | 'reportedAt' | 'reportId'> & {
  readonly verifiedBy: string | null
  readonly verifiedAt: string | null
  readonly verifiedEvidence: string | null
}

function again(fact: StoodFact, stamp: Pick<FactDraft, 'reportedBy' | 'reportedAt'>): RestoredFigure {
  const { metric, period, value, currency, evidence, source, verifiedBy, verifiedAt, verifiedEvidence } = fact
  const draft = { metric, period, value, currency, evidence, source, ...stamp }
  if (verifiedBy === null || verifiedAt === null) return { draft, verified: null }
  return { draft, verified: { verifiedBy, verifiedAt, evidence: verifiedEvidence } }
}

async function factsById(tx: Tx, factIds: readonly string[]): Promise<Map<string, StoodFact>> {
  const { rows } = await tx.client.query<StoodFact>(
    `select f.fact_id as "factId", f.item_id as "itemId", f.metric, f.period, f.value, f.currency, f.evidence, f.source,
       v.verified_by as "verifiedBy", v.verified_at as "verifiedAt", v.evidence as "verifiedEvidence"
     from fact f left join fact_verification v on v.district_id = $1 and v.fact_id = f.fact_id
     where f.district_id = $1 and f.fact_id = any($2::uuid[])`,
    [tx.districtId, factIds],
  )
  return new Map(rows.map((row) => [row.factId, row]))
}

/** The items are as the import left them, so that no other fact of theirs has its instant. */
async function factsOfInstant(tx: Tx, itemIds: readonly string[], reportedAt: string): Promise<Withdrawn[]> {
  const { rows } = await tx.client.query<Withdrawn>(
    `select fact_id as "factId", item_id as "itemId", metric, period, value, currency from fact
     where district_id = $1 and item_id = any($2::uuid[]) and reported_at = $3::timestamptz`,
    [tx.districtId, itemIds, reportedAt],
  )
  return rows
}

/** Facts stay in the history; the projection of what counts loses them. */
export async function withdraw(tx: Tx, facts: readonly Withdrawn[]): Promise<void> {
  const text = `delete from fact_current
    where district_id = $1 and item_id = any($2::uuid[]) and fact_id = any($3::uuid[])`
  const places = [tx.districtId, facts.map(({ itemId }) => itemId), facts.map(({ factId }) => factId)]
  await asKeeper(tx, (keeper) => keeper.client.query(text, places))
}
