import { done, type Outcome, refused } from '@guatu/kernel'
import { refusal } from '../http/refuse.ts'
import type { Visit } from '../http/visit.ts'
import type { Actor } from '../store/actor.ts'
import type { Tx } from '../store/store.ts'
import { type Account, findAccount } from './account.ts'
import { attempt, type Proof } from './attempt.ts'
import { isUserName } from './auth.ts'
import { hashPassword } from './hash.ts'
import { ask } from './library.ts'
import type { StepReply } from './lockout.ts'
import { type SignIn, type SignInDeps, signInOf } from './service.ts'
import { actorOf, markSession, type Session, stepOf, webOrigin } from './session.ts'
import { tell } from './transaction.ts'

/** Somebody who has not said who he is, or said it wrongly. */
export const strangerAt = (visit: Visit): Actor => ({
  personId: null,
  name: '未登录',
  post: null,
  origin: webOrigin(visit),
})

export const accountActor = (account: Account, visit: Visit): Actor =>
  actorOf({ ...account, postId: null }, webOrigin(visit))

/** Whoever has an account that was closed, or no post in force, is told so, once the password was right. */
export function barredReason({ closedAt, posts }: Pick<Account, 'closedAt' | 'posts'>) {
  if (closedAt) {
    return refusal('FORBIDDEN', {
      zh: '账号已停用，请联系系统管理员',
      en: 'The account is closed: ask the administrator',
    })
  }
  if (posts.length > 0) return undefined
  return refusal('FORBIDDEN', {
    zh: '您目前没有在任岗位，请联系安全管理员',
    en: 'You hold no post at present: ask the security administrator',
  })
}

/** A session that may begin: what it still needs, told in the chain. */
export async function beginSession(
  tx: Tx,
  deps: SignInDeps,
  { token, visit, how, ...marks }: BeginSession,
): Promise<Session> {
  const now = deps.now()
  const session = await markSession(tx, token, { visit, now, today: deps.today(), ...marks })
  await tx.client.query('update sign_in.account set last_sign_in_at = $2 where id = $1', [session.accountId, now])
  await tell(tx, now, actorOf(session, webOrigin(visit)), { verb: 'session.began', data: { by: how } })
  return session
}

interface BeginSession {
  readonly token: string
  readonly visit: Visit
  /** The way in: `password`, `secondFactor`, `recoveryCode`, `openId`, `demonstration`, `link`. */
  readonly how: string
  readonly demonstration?: boolean
  readonly openId?: boolean
  readonly secondFactorAt?: string
}

async function provePassword(
  tx: Tx,
  { deps, signIn, visit }: { deps: SignInDeps; signIn: SignIn; visit: Visit },
  { userName, password }: { userName: string; password: string },
): Promise<Proof<StepReply>> {
  const failed = { kind: 'failed', verb: 'signIn.failed', refusal: refusal('SIGN_IN_FAILED') } as const
  // A name that no account can have costs the same work.
  if (!isUserName(userName)) {
    await hashPassword(password)
    return failed
  }
  const { auth } = signIn
  const body = { username: userName, password }
  const outcome = await ask(auth.api.signInUsername({ body, headers: visit.cookies, returnHeaders: true }))
  const account = await findAccount(tx, deps.today(), { userName })
  if (outcome.kind === 'refused') return { ...failed, who: account && accountActor(account, visit) }
  if (!account) throw new Error('signed in without an account')
  const barred = barredReason(account)
  if (barred) {
    await tx.client.query('delete from sign_in.session where user_id = $1', [account.accountId])
    await tell(tx, deps.now(), accountActor(account, visit), { verb: 'signIn.refused', data: {} })
    return { kind: 'stopped', outcome: refused(barred) }
  }
  visit.setCookies(outcome.cookies)
  if (!('token' in outcome.value) || !outcome.value.token) {
    return { kind: 'stopped', outcome: done({ next: 'secondFactor' }) }
  }
  const session = await beginSession(tx, deps, { token: outcome.value.token, visit, how: 'password' })
  return { kind: 'proven', value: { next: stepOf(session, deps.now()) } }
}

/** By user name and password. An unknown name and a wrong password get the same answer for the same work. */
export async function signInByPassword(
  deps: SignInDeps,
  visit: Visit,
  credentials: { readonly userName: string; readonly password: string },
): Promise<Outcome<StepReply>> {
  const signIn = signInOf(deps)
  const tried = { name: credentials.userName, visit, who: strangerAt(visit) }
  return await attempt(deps, tried, (tx) => provePassword(tx, { deps, signIn, visit }, credentials))
}

/** Ends the session of a request, if there is one. */
export async function endSessionOf(tx: Tx, deps: SignInDeps, visit: Visit, session: Session): Promise<void> {
  const { auth } = signInOf(deps)
  const outcome = await ask(auth.api.signOut({ headers: visit.cookies, returnHeaders: true }))
  if (outcome.kind === 'ok') visit.setCookies(outcome.cookies)
  await tx.client.query('delete from sign_in.session where id = $1', [session.sessionId])
  await tell(tx, deps.now(), actorOf(session, webOrigin(visit)), { verb: 'session.ended', data: {} })
}
