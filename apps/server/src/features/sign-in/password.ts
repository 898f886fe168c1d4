import { signIn, signOut, verifySecondFactor } from '@guatu/contract'
import { done } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { verifyCode } from '../../sign-in/second-factor.ts'
import { sessionOf } from '../../sign-in/session.ts'
import { endSessionOf, signInByPassword } from '../../sign-in/sign-in.ts'
import { changeAccounts } from '../../sign-in/transaction.ts'

export const signInFeature = feature(signIn, async (deps, { body, visit }) => await signInByPassword(deps, visit, body))

export const verifySecondFactorFeature = feature(
  verifySecondFactor,
  async (deps, { body, visit }) => await verifyCode(deps, visit, body.code.trim()),
)

export const signOutFeature = feature(signOut, async (deps, { visit }) => {
  const session = await sessionOf(deps, visit.cookies)
  if (!session) return done({ ended: false })
  await changeAccounts(deps.store, (tx) => endSessionOf(tx, deps, visit, session))
  return done({ ended: true })
})
