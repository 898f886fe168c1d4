import { getSignIn } from '@guatu/contract'
import { done } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { isAdministrator } from '../../sign-in/account.ts'
import { mayEnter } from '../../sign-in/demonstration.ts'
import { passwordRules } from '../../sign-in/password-rules.ts'
import { signInOf } from '../../sign-in/service.ts'
import { sessionOf, stepOf } from '../../sign-in/session.ts'
import { isSetUpNeeded } from '../../sign-in/set-up.ts'
import { readAccounts, rowsOf } from '../../sign-in/transaction.ts'

export const getSignInFeature = feature(getSignIn, async (deps, { visit }) => {
  const session = await sessionOf(deps, visit.cookies)
  return await readAccounts(deps.store, async (tx) => {
    const [district] = await rowsOf<{ name: string; shortName: string }>(
      tx,
      'select name, short_name as "shortName" from district where district_id = $1',
      [tx.districtId],
    )
    return done({
      district: district ?? { name: '', shortName: '' },
      setUpNeeded: await isSetUpNeeded(tx),
      demonstration: await mayEnter(tx, deps, visit),
      openId: signInOf(deps).settings.openId !== null,
      session: session && {
        name: session.name,
        userName: session.userName,
        next: stepOf(session, deps.now()),
        password: {
          ...passwordRules(isAdministrator(session)),
          maxAgeDays: session.policy.passwordMaxAgeDays,
        },
      },
    })
  })
})
