import { completeSetUp, openSetUp } from '@guatu/contract'
import { done, refused } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { openLink } from '../../sign-in/links.ts'
import { completeSetUpWith } from '../../sign-in/set-up.ts'
import { changeAccounts, rowsOf } from '../../sign-in/transaction.ts'

export const openSetUpFeature = feature(
  openSetUp,
  async (deps, { body }) =>
    await changeAccounts(deps.store, async (tx) => {
      const link = await openLink(tx, body.token, ['setUp'], deps.now())
      if (!link) return refused(refusal('LINK_INVALID'))
      const [district] = await rowsOf<{ name: string }>(tx, 'select name from district where district_id = $1', [
        tx.districtId,
      ])
      return done({ district: { name: district?.name ?? '' }, expiresAt: link.expiresAt })
    }),
)

export const completeSetUpFeature = feature(
  completeSetUp,
  async (deps, { body: { token, ...named }, visit }) => await completeSetUpWith(deps, visit, token, named),
)
