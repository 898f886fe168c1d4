import { getSignInPolicy, saveSignInPolicy } from '@guatu/contract'
import { done } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { policyOf, savePolicy } from '../../sign-in/policy.ts'
import { changeAccounts, readAccounts, tell } from '../../sign-in/transaction.ts'

export const getSignInPolicyFeature = feature(getSignInPolicy, async ({ store }) =>
  done(await readAccounts(store, policyOf)),
)

export const saveSignInPolicyFeature = feature(saveSignInPolicy, async (deps, { body }) => {
  await changeAccounts(deps.store, async (tx) => {
    const before = await policyOf(tx)
    await savePolicy(tx, body)
    await tell(tx, deps.now(), deps.actor, { verb: 'signIn.policySaved', data: { before, after: body } })
  })
  return done(body)
})
