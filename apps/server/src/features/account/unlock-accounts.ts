import { resetCredentials, unlockAccount } from '@guatu/contract'
import { done } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { unusableHash } from '../../sign-in/hash.ts'
import { invitationLink, makeLink } from '../../sign-in/links.ts'
import { clearFailures, nameSubject } from '../../sign-in/lockout.ts'
import { endSessions, forAccount, ofOperator, stateRefusal } from '../../sign-in/managed.ts'
import { attemptName, forgetSecondFactor } from '../../sign-in/second-factor.ts'
import { tell } from '../../sign-in/transaction.ts'

export const unlockAccountFeature = feature(
  unlockAccount,
  async (deps, { params }) =>
    await forAccount(deps, params.personId, async (tx, { personId, name, ...account }) => {
      await clearFailures(tx, [nameSubject(attemptName(account))])
      await tell(tx, deps.now(), deps.actor, { verb: 'account.unlocked', data: { personId, name } })
      return done({ done: true })
    }),
)

export const resetCredentialsFeature = feature(
  resetCredentials,
  async (deps, { params, body, visit }) =>
    await forAccount(deps, params.personId, async (tx, { personId, name, accountId, closedAt, ...account }) => {
      const separated = await ofOperator(tx, deps, personId)
      if (separated) return separated
      if (closedAt) return stateRefusal('账号已停用，请先恢复', 'The account is closed: reopen it first')
      const now = deps.now()
      await tx.client.query(
        `update sign_in.credential set password = $2 where user_id = $1 and provider_id = 'credential'`,
        [accountId, await unusableHash()],
      )
      await tx.client.query(
        'update sign_in.api_token set revoked_at = coalesce(revoked_at, $2) where account_id = $1',
        [accountId, now],
      )
      await forgetSecondFactor(tx, accountId)
      await endSessions(tx, accountId)
      await clearFailures(tx, [nameSubject(attemptName({ accountId, ...account }))])
      const link = await makeLink(tx, 'reset', personId, now)
      const event = { verb: 'account.reset', data: { personId, name }, reason: body.reason }
      await tell(tx, now, deps.actor, event)
      return done({ link: invitationLink(deps, visit, link), expiresAt: link.expiresAt })
    }),
)
