import type { Tx } from '../store/store.ts'
import type { Fault } from '../store/verify/name-fault.ts'
import { verifyChain } from '../store/verify/verify-chain.ts'
import { lastEvent } from './check-head.ts'
import type { Head } from './signed-head.ts'

export type ChainEndReading =
  | { readonly kind: 'end'; readonly head: Omit<Head, 'signedAt'> }
  | ({ readonly kind: 'broken' } & Fault)

/** Where the chain ends, after it was walked: one that does not hold is not signed. */
export async function readChainEnd(tx: Tx): Promise<ChainEndReading> {
  const verdict = await verifyChain(tx)
  if (verdict.kind === 'broken') return verdict
  const last = await lastEvent(tx)
  if (!last) return { kind: 'broken', seq: 0, problem: 'missing' }
  return { kind: 'end', head: { districtId: tx.districtId, ...last } }
}
