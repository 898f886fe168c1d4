import { endSession, listSessions } from '@guatu/contract'
import { done, refused } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { isAdministrator } from '../../sign-in/account.ts'
import { sessionBounds, sessionOf } from '../../sign-in/session.ts'
import { changeAccounts, readAccounts, rowsOf, tell } from '../../sign-in/transaction.ts'

interface Row {
  readonly sessionId: string
  readonly address: string
  readonly browser: string
  readonly startedAt: string
  readonly lastSeenAt: string
}

export const listSessionsFeature = feature(listSessions, async (deps, { visit }) => {
  const session = await sessionOf(deps, visit.cookies)
  if (!session) return done({ sessions: [] })
  const { idle, whole } = sessionBounds(session.policy, isAdministrator(session))
  const rows = await readAccounts(deps.store, (tx) =>
    rowsOf<Row>(
      tx,
      `select id as "sessionId", coalesce(ip_address, '') as address, coalesce(user_agent, '') as browser,
         created_at as "startedAt", last_seen_at as "lastSeenAt"
       from sign_in.session where user_id = $1 order by created_at desc, id desc`,
      [session.accountId],
    ),
  )
  const now = Date.parse(deps.now())
  const sessions = rows
    .map((row) => {
      const ends = Math.min(Date.parse(row.lastSeenAt) + idle, Date.parse(row.startedAt) + whole)
      return { ...row, current: row.sessionId === session.sessionId, expiresAt: new Date(ends).toISOString() }
    })
    .filter(({ expiresAt }) => Date.parse(expiresAt) > now)
  return done({ sessions })
})

export const endSessionFeature = feature(endSession, async (deps, { params, visit }) => {
  const session = await sessionOf(deps, visit.cookies)
  if (!session) return refused(refusal('NOT_FOUND'))
  return await changeAccounts(deps.store, async (tx) => {
    const ended = await tx.client.query('delete from sign_in.session where id = $1 and user_id = $2', [
      params.sessionId,
      session.accountId,
    ])
    if (ended.rowCount === 0) return refused(refusal('NOT_FOUND'))
    await tell(tx, deps.now(), deps.actor, { verb: 'session.ended', data: { session: params.sessionId } })
    return done({ done: true })
  })
})
