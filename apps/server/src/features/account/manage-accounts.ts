import { closeAccount, endAccountSessions, inviteAccount, reopenAccount } from '@guatu/contract'
import { done } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { invitationLink, makeLink, withdrawLinks } from '../../sign-in/links.ts'
import { endSessions, forAccount, forPerson, ofOperator, stateRefusal } from '../../sign-in/managed.ts'
import { tell } from '../../sign-in/transaction.ts'

export const inviteAccountFeature = feature(
  inviteAccount,
  async (deps, { params, visit }) =>
    await forPerson(deps, params.personId, async (tx, { personId, name, hasCredential, closedAt }) => {
      const separated = await ofOperator(tx, deps, personId)
      if (separated) return separated
      if (closedAt) return stateRefusal('账号已停用，请先恢复', 'The account is closed: reopen it first')
      if (hasCredential) {
        return stateRefusal(
          '已有账号；重置密码请找安全管理员',
          'There is an account: the security administrator resets it',
        )
      }
      const link = await makeLink(tx, 'invitation', personId, deps.now())
      await tell(tx, deps.now(), deps.actor, { verb: 'account.invited', data: { personId, name } })
      return done({ link: invitationLink(deps, visit, link), expiresAt: link.expiresAt })
    }),
)

export const closeAccountFeature = feature(
  closeAccount,
  async (deps, { params, body }) =>
    await forAccount(deps, params.personId, async (tx, { personId, name, accountId, closedAt }) => {
      if (closedAt) return stateRefusal('账号已停用', 'The account is closed already')
      if (personId === deps.actor.personId) return stateRefusal('不能停用自己的账号', 'Nobody closes his own account')
      const now = deps.now()
      await tx.client.query('update sign_in.account set closed_at = $2 where id = $1', [accountId, now])
      await tx.client.query(
        'update sign_in.api_token set revoked_at = coalesce(revoked_at, $2) where account_id = $1',
        [accountId, now],
      )
      await withdrawLinks(tx, personId, now)
      const sessions = await endSessions(tx, accountId)
      const event = { verb: 'account.closed', data: { personId, name, sessions }, reason: body.reason }
      await tell(tx, now, deps.actor, event)
      return done({ done: true })
    }),
)

export const reopenAccountFeature = feature(
  reopenAccount,
  async (deps, { params, body }) =>
    await forAccount(deps, params.personId, async (tx, { personId, name, accountId, closedAt }) => {
      if (!closedAt) return stateRefusal('账号没有停用', 'The account is not closed')
      await tx.client.query('update sign_in.account set closed_at = null where id = $1', [accountId])
      const event = { verb: 'account.reopened', data: { personId, name }, reason: body.reason }
      await tell(tx, deps.now(), deps.actor, event)
      return done({ done: true })
    }),
)

export const endAccountSessionsFeature = feature(
  endAccountSessions,
  async (deps, { params }) =>
    await forPerson(deps, params.personId, async (tx, { personId, name, accountId }) => {
      const ended = accountId ? await endSessions(tx, accountId) : 0
      const event = { verb: 'account.sessionsEnded', data: { personId, name, sessions: ended } }
      await tell(tx, deps.now(), deps.actor, event)
      return done({ ended })
    }),
)
