import type { FactRow } from '../schema.ts'
import type { Tx } from '../store.ts'

export interface KnownFact extends FactRow {
  readonly verifiedBy: string | null
  readonly verifiedAt: string | null
  readonly verifiedEvidence: string | null
  /** The fact that stands for its metric and period; null where an import that brought it has been taken back. */
  readonly standingFactId: string | null
}

/** Facts that were taken back by a moment. */
async function withdrawnBy(tx: Tx, itemId: string, at: string): Promise<Set<string>> {
  const { rows } = await tx.client.query<{ factId: string }>(
    `select data->>'factId' as "factId" from event
       where district_id = $1 and item_id = $2 and verb = 'fact.withdrawn' and at <= $3::timestamptz`,
    [tx.districtId, itemId, at],
  )
  return new Set(rows.map((row) => row.factId))
}

/**
 * The figures of an item as they were known at a moment, of all that were ever reported, newest first: what was reported
 * and verified by then; for each metric and period the latest that had not been taken back stood.
 */
export async function factsKnownAt(
  tx: Tx,
  itemId: string,
  facts: readonly KnownFact[],
  at: string,
): Promise<KnownFact[]> {
  const withdrawn = await withdrawnBy(tx, itemId, at)
  const standing = new Map<string, string>()
  const known = facts.filter((fact) => fact.reportedAt <= at)
  for (const { metric, period, factId } of known) {
    const place = `${metric} ${period}`
    if (!withdrawn.has(factId) && !standing.has(place)) standing.set(place, factId)
  }
  return known.map((fact) => ({
    ...fact,
    ...(fact.verifiedAt === null || fact.verifiedAt <= at ? {} : unverified),
    standingFactId: standing.get(`${fact.metric} ${fact.period}`) ?? null,
  }))
}

const unverified = { verifiedBy: null, verifiedAt: null, verifiedEvidence: null }
