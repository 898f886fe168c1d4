import { type Outcome, type Refusal, refused } from '@guatu/kernel'
import type { Visit } from '../http/visit.ts'
import type { Actor } from '../store/actor.ts'
import type { Tx } from '../store/store.ts'
import {
  addressSubject,
  clearFailures,
  countFailure,
  forgiveFailure,
  lockedUntil,
  nameSubject,
  refuseLocked,
} from './lockout.ts'
import type { SignInDeps } from './service.ts'
import { changeAccounts, tell } from './transaction.ts'

/** What somebody tries to prove, and for which account. */
export interface Attempt {
  /** What failures are counted by: the user name, or the account itself where it has none. */
  readonly name: string
  readonly visit: Visit
  /** As whom the record tells of a failure. */
  readonly who: Actor
}

export type Proof<T> =
  | { readonly kind: 'proven'; readonly value: T }
  /** Proven or not, something else refuses; nothing is counted. */
  | { readonly kind: 'stopped'; readonly outcome: Outcome<T> }
  | { readonly kind: 'failed'; readonly refusal: Refusal; readonly who?: Actor | undefined; readonly verb: string }

/**
 * Tries a password or a code. The try counts as a failure before it is made and is forgiven when it succeeds, so that
 * many at once cannot outrun the count; the address counts only failures, for many people may share one.
 */
export async function attempt<T>(
  deps: SignInDeps,
  { name, visit, who }: Attempt,
  prove: (tx: Tx) => Promise<Proof<T>>,
): Promise<Outcome<T>> {
  const now = deps.now()
  const byName = nameSubject(name)
  const byAddress = addressSubject(visit.address)
  const begun = await changeAccounts(deps.store, async (tx) => {
    const until = await lockedUntil(tx, [byAddress], now)
    return until ? { wasLocked: true, lockedUntil: until } : await countFailure(tx, byName, now)
  })
  if (begun.wasLocked) return refuseLocked(visit, begun.lockedUntil ?? now, now)
  return await changeAccounts(deps.store, async (tx) => {
    const proof = await prove(tx)
    if (proof.kind === 'stopped') {
      // No more than this try is forgiven: a password that is right must not wipe out the codes that were wrong.
      await forgiveFailure(tx, byName)
      return proof.outcome
    }
    if (proof.kind === 'proven') {
      await clearFailures(tx, [byName, byAddress])
      return { kind: 'done', value: proof.value }
    }
    const actor = proof.who ?? who
    const address = await countFailure(tx, byAddress, now)
    await tell(tx, now, actor, { verb: proof.verb, data: {} })
    const until = begun.lockedUntil ?? address.lockedUntil
    if (until) await tell(tx, now, actor, { verb: 'signIn.locked', data: { until } })
    return refused(proof.refusal)
  })
}
