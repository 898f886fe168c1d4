import type { FactReply } from '@guatu/contract'
import { factsKnownAt, type KnownFact } from '../past/facts.ts'
import type { Tx } from '../store.ts'

function verifiedFacts(tx: Tx) {
  return tx.db
    .selectFrom('fact')
    .leftJoin('factVerification as v', (join) =>
      join.on('v.districtId', '=', tx.districtId).onRef('v.factId', '=', 'fact.factId'),
    )
    .leftJoin('factCurrent as c', (join) =>
      join
        .on('c.districtId', '=', tx.districtId)
        .onRef('c.itemId', '=', 'fact.itemId')
        .onRef('c.metric', '=', 'fact.metric')
        .onRef('c.period', '=', 'fact.period'),
    )
    .where('fact.districtId', '=', tx.districtId)
    .selectAll('fact')
    .select(['v.verifiedBy', 'v.verifiedAt', 'v.evidence as verifiedEvidence', 'c.factId as standingFactId'])
}

/** Every figure of an item, newest first; as of a moment, those that were known then. */
export async function factsOfItem(tx: Tx, itemId: string): Promise<KnownFact[]> {
  const facts = await verifiedFacts(tx).where('fact.itemId', '=', itemId).orderBy('fact.factId', 'desc').execute()
  return tx.asOf ? await factsKnownAt(tx, itemId, facts, tx.asOf.at) : facts
}

/** Facts as they travel: one stands for its metric and period, the others are superseded or withdrawn. */
export const factReplies = (facts: readonly KnownFact[]): FactReply[] =>
  facts.map((fact) => {
    const { factId, metric, period, value, currency, source, reportedBy, reportedAt, verifiedBy, verifiedAt } = fact
    const state = verifiedBy === null ? 'reported' : 'verified'
    const evidence = fact.verifiedEvidence ?? fact.evidence
    const said = { factId, metric, period, value, currency, source, evidence, reportedBy, reportedAt }
    return { ...said, state, verifiedBy, verifiedAt, superseded: fact.standingFactId !== factId }
  })
