import type { FactReply } from '@guatu/contract'
import type { FactRow } from '../schema.ts'
import type { Tx } from '../store.ts'

interface VerifiedFact extends FactRow {
  readonly verifiedBy: string | null
  readonly verifiedAt: string | null
  readonly verifiedEvidence: string | null
}

function verifiedFacts(tx: Tx) {
  return tx.db
    .selectFrom('fact')
    .leftJoin('factVerification as v', (join) =>
      join.on('v.districtId', '=', tx.districtId).onRef('v.factId', '=', 'fact.factId'),
    )
    .where('fact.districtId', '=', tx.districtId)
    .selectAll('fact')
    .select(['v.verifiedBy', 'v.verifiedAt', 'v.evidence as verifiedEvidence'])
}

/** Every figure of an item, newest first. */
export async function factsOfItem(tx: Tx, itemId: string): Promise<VerifiedFact[]> {
  return await verifiedFacts(tx).where('fact.itemId', '=', itemId).orderBy('fact.factId', 'desc').execute()
}

/** Facts of one item, newest first: the first of a metric and period stands, the others are superseded. */
export function factReplies(facts: readonly VerifiedFact[]): FactReply[] {
  const seen = new Set<string>()
  return facts.map((fact) => {
    const place = `${fact.metric} ${fact.period}`
    const superseded = seen.has(place)
    seen.add(place)
    const { factId, metric, period, value, currency, source, reportedBy, reportedAt, verifiedBy, verifiedAt } = fact
    const state = verifiedBy === null ? 'reported' : 'verified'
    const evidence = fact.verifiedEvidence ?? fact.evidence
    const said = { factId, metric, period, value, currency, source, evidence, reportedBy, reportedAt }
    return { ...said, state, verifiedBy, verifiedAt, superseded }
  })
}
