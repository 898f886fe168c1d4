import { cancelVerification, getVerification, startVerification, type Verification } from '@guatu/contract'
import { done } from '@guatu/kernel'
import { asSystem, type Deps } from '../../http/deps.ts'
import { feature } from '../../http/feature.ts'
import { chainProblems } from '../../store/verify/name-fault.ts'
import { verifyChain } from '../../store/verify/verify-chain.ts'

/** One walk at a time; the last verdict stays until the next walk. */
interface Walk {
  verification: Verification
  readonly cancel: AbortController
}

const keptAs = 'audit.verification'
const none: Verification = { state: 'none', walked: 0, total: 0, startedAt: null, endedAt: null, fault: null }

const walkOf = ({ store }: Deps) => store.kept.get(keptAs) as Walk | undefined

async function run(deps: Deps, walk: Walk): Promise<void> {
  const end = (part: Partial<Verification>) => {
    walk.verification = { ...walk.verification, ...part, endedAt: deps.now() }
  }
  try {
    const { signal } = walk.cancel
    const onProgress = (walked: number, total: number) => {
      walk.verification = { ...walk.verification, walked, total }
    }
    const verdict = await asSystem(deps).store.read((tx) => verifyChain(tx, { onProgress, signal }))
    if (verdict.kind === 'whole') return end({ state: 'whole', walked: verdict.events, total: verdict.events })
    const { seq, problem } = verdict
    end({ state: 'broken', fault: { seq, problem, title: { ...chainProblems[problem] } } })
  } catch {
    end({ state: walk.cancel.signal.aborted ? 'cancelled' : 'failed' })
  }
}

export const getVerificationFeature = feature(getVerification, async (deps) => {
  return done(walkOf(deps)?.verification ?? none)
})

export const startVerificationFeature = feature(startVerification, async (deps) => {
  const under = walkOf(deps)
  if (under?.verification.state === 'running') return done(under.verification)
  const walk: Walk = {
    verification: { ...none, state: 'running', startedAt: deps.now() },
    cancel: new AbortController(),
  }
  deps.store.kept.set(keptAs, walk)
  void run(deps, walk)
  return done(walk.verification)
})

export const cancelVerificationFeature = feature(cancelVerification, async (deps) => {
  const walk = walkOf(deps)
  walk?.cancel.abort()
  return done(walk?.verification ?? none)
})
