import type { Tx } from '../store/store.ts'
import { type ChainVerdict, verifyChain } from '../store/verify/verify-chain.ts'
import type { Head } from './signed-head.ts'

export type HeadVerdict =
  | { readonly kind: 'holds'; readonly events: number }
  /** A link does not hold by itself. */
  | { readonly kind: 'broken'; readonly verdict: Extract<ChainVerdict, { kind: 'broken' }> }
  /** The chain ends before the head. */
  | { readonly kind: 'shorter'; readonly events: number }
  /** Every link holds, but they are not those that were signed: somebody made the chain anew up to here. */
  | { readonly kind: 'rewritten' }
  | { readonly kind: 'otherDistrict' }

/** The last event of a chain that has been walked. */
export async function lastEvent(tx: Tx): Promise<{ seq: number; hash: string; at: string } | undefined> {
  return await tx.db
    .selectFrom('event')
    .select(['seq', 'hash', 'at'])
    .where('districtId', '=', tx.districtId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Walks the whole chain and tells whether it still runs through a head that was signed before. */
export async function checkHead(tx: Tx, head: Head): Promise<HeadVerdict> {
  if (head.districtId !== tx.districtId) return { kind: 'otherDistrict' }
  const verdict = await verifyChain(tx)
  if (verdict.kind === 'broken') return { kind: 'broken', verdict }
  if (verdict.events < head.seq) return { kind: 'shorter', events: verdict.events }
  const event = await tx.db
    .selectFrom('event')
    .select('hash')
    .where('districtId', '=', tx.districtId)
    .where('seq', '=', head.seq)
    .executeTakeFirst()
  return event?.hash === head.hash ? { kind: 'holds', events: verdict.events } : { kind: 'rewritten' }
}
