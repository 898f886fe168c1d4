import { type Outcome, refused } from '@guatu/kernel'
import { refusal } from '../http/refuse.ts'
import type { Visit } from '../http/visit.ts'
import type { Tx } from '../store/store.ts'
import { type Account, findAccount, isAdministrator } from './account.ts'
import { attempt, type Proof } from './attempt.ts'
import { secretHash } from './hash.ts'
import { ask } from './library.ts'
import type { StepReply } from './lockout.ts'
import { type SignInDeps, signInOf } from './service.ts'
import { actorOf, markSession, type Session, sessionOf, signedCookie, stepOf, webOrigin } from './session.ts'
import { accountActor, beginSession } from './sign-in.ts'
import { changeAccounts, readAccounts, rowsOf, tell } from './transaction.ts'

/** A code stands in an authenticator for half a minute and is taken half a minute before and after. */
const codeLives = 3 * 60_000

/** Notes that a code has opened; false: it has before. */
async function useCode(tx: Tx, accountId: string, code: string, now: string): Promise<boolean> {
  const past = new Date(Date.parse(now) - codeLives).toISOString()
  await tx.client.query('delete from sign_in.used_code where account_id = $1 and used_at < $2', [accountId, past])
  const used = await tx.client.query(
    'insert into sign_in.used_code (account_id, code_hash, used_at) values ($1, $2, $3) on conflict do nothing',
    [accountId, secretHash(code), now],
  )
  return used.rowCount === 1
}

const wrong = { kind: 'failed', verb: 'secondFactor.failed', refusal: refusal('SECOND_FACTOR_WRONG') } as const

/** What failures of an account are counted by. */
export const attemptName = ({ userName, accountId }: Pick<Account, 'userName' | 'accountId'>) => userName ?? accountId

/** The account whose password was right a moment ago, by the library's cookie. */
async function pendingAccount(deps: SignInDeps, visit: Visit): Promise<Account | undefined> {
  const identifier = await signedCookie(signInOf(deps), 'two_factor', visit.cookies)
  if (!identifier) return undefined
  return await readAccounts(deps.store, async (tx) => {
    const [row] = await rowsOf<{ value: string }>(
      tx,
      'select value from sign_in.verification where identifier = $1 and expires_at > now()',
      [identifier],
    )
    return row && (await findAccount(tx, deps.today(), { accountId: row.value }))
  })
}

const isTotp = (code: string) => /^\d{6}$/.test(code)

/** The cookies without that of a session: the library would ask its bearer for the code, not whoever just gave a password. */
function withoutSession(cookies: Headers): Headers {
  const parts = (cookies.get('cookie') ?? '').split(/; */)
  return new Headers({ cookie: parts.filter((part) => !/^[^=]*session_token=/.test(part)).join('; ') })
}

async function askCode(deps: SignInDeps, cookies: Headers, code: string) {
  const { auth } = signInOf(deps)
  const sent = { body: { code }, headers: cookies, returnHeaders: true } as const
  return await ask(isTotp(code) ? auth.api.verifyTOTP(sent) : auth.api.verifyBackupCode(sent))
}

async function proveCode(
  tx: Tx,
  deps: SignInDeps,
  { account, session, visit, code }: { account: Account; session: Session | null; visit: Visit; code: string },
): Promise<Proof<StepReply>> {
  const now = deps.now()
  const who = accountActor(account, visit)
  if (!(await useCode(tx, account.accountId, code, now))) return { ...wrong, who }
  const outcome = await askCode(deps, session ? visit.cookies : withoutSession(visit.cookies), code)
  if (outcome.kind === 'refused') {
    await tx.client.query('delete from sign_in.used_code where account_id = $1 and code_hash = $2', [
      account.accountId,
      secretHash(code),
    ])
    return { ...wrong, who }
  }
  if (!isTotp(code)) await tell(tx, now, who, { verb: 'recoveryCode.used', data: {} })
  visit.setCookies(outcome.cookies)
  if (session) {
    await tx.client.query('update sign_in.session set second_factor_at = $2 where id = $1', [session.sessionId, now])
    return { kind: 'proven', value: { next: stepOf({ ...session, secondFactorAt: now }, now) } }
  }
  const token = outcome.value.token as string
  const how = isTotp(code) ? 'secondFactor' : 'recoveryCode'
  const begun = await beginSession(tx, deps, { token, visit, how, secondFactorAt: now })
  return { kind: 'proven', value: { next: stepOf(begun, now) } }
}

/** The second step of signing in: after the password, or after the OpenID provider. */
export async function verifyCode(deps: SignInDeps, visit: Visit, code: string): Promise<Outcome<StepReply>> {
  const known = await sessionOf(deps, visit.cookies)
  const session = known?.secondFactor && !known.secondFactorAt ? known : null
  const account = session ?? (await pendingAccount(deps, visit))
  if (!account) return refused(refusal('SIGN_IN_REQUIRED'))
  const tried = { name: attemptName(account), visit, who: accountActor(account, visit) }
  return await attempt(deps, tried, (tx) => proveCode(tx, deps, { account, session, visit, code }))
}

const passwordWrong = { kind: 'failed', verb: 'password.failed', refusal: refusal('PASSWORD_WRONG') } as const
const stateRefusal = refused(refusal('SECOND_FACTOR_STATE'))

interface Enrolment {
  readonly uri: string
  readonly secret: string
  readonly recoveryCodes: string[]
}

/** Tries the person's own password before something about the account changes. */
export async function withPassword<T>(
  deps: SignInDeps,
  { session, visit }: { session: Session; visit: Visit },
  use: (tx: Tx) => Promise<T | 'wrongPassword'>,
): Promise<Outcome<T>> {
  const who = actorOf(session, webOrigin(visit))
  return await attempt(deps, { name: attemptName(session), visit, who }, async (tx) => {
    const value = await use(tx)
    if (value !== 'wrongPassword') return { kind: 'proven', value }
    return passwordWrong
  })
}

/** A secret and recovery codes, in force once a code confirms them. */
export async function startEnrolment(
  deps: SignInDeps,
  visit: Visit,
  session: Session,
  password: string | undefined,
): Promise<Outcome<Enrolment>> {
  if (session.secondFactor || session.demonstration) return stateRefusal
  const { auth } = signInOf(deps)
  const who = actorOf(session, webOrigin(visit))
  return await attempt(deps, { name: attemptName(session), visit, who }, async (tx): Promise<Proof<Enrolment>> => {
    // One at a time: of two at once the later secret stands, as it does of two after each other.
    const [account] = await rowsOf<{ enrolled: boolean }>(
      tx,
      'select two_factor_enabled as enrolled from sign_in.account where id = $1 for update',
      [session.accountId],
    )
    if (account?.enrolled) return { kind: 'stopped', outcome: stateRefusal }
    const body = { password: password ?? '', method: 'totp' as const }
    const outcome = await ask(auth.api.enableTwoFactor({ body, headers: visit.cookies, returnHeaders: true }))
    if (outcome.kind === 'refused') return passwordWrong
    const { totpURI, backupCodes } = outcome.value as { totpURI: string; backupCodes: string[] }
    const uri = namedUri(totpURI, session)
    const secret = new URL(uri).searchParams.get('secret') ?? ''
    return { kind: 'proven', value: { uri, secret, recoveryCodes: backupCodes } }
  })
}

/** The library names the entry by its address, which nobody knows: people look for their user name. */
function namedUri(uri: string, { userName, name }: Session): string {
  const parsed = new URL(uri)
  const issuer = parsed.searchParams.get('issuer') ?? ''
  return `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(userName ?? name)}${parsed.search}`
}

/** The first code: from then on each sign-in asks for one. The session goes on under a new token. */
export async function confirmEnrolment(
  deps: SignInDeps,
  visit: Visit,
  session: Session,
  code: string,
): Promise<Outcome<StepReply>> {
  if (session.secondFactor || session.demonstration) return stateRefusal
  const now = deps.now()
  const who = actorOf(session, webOrigin(visit))
  return await attempt(deps, { name: attemptName(session), visit, who }, async (tx): Promise<Proof<StepReply>> => {
    const outcome = await askCode(deps, visit.cookies, code)
    if (outcome.kind === 'refused') {
      return outcome.code === 'TOTP_NOT_ENABLED' ? { kind: 'stopped', outcome: stateRefusal } : wrong
    }
    await useCode(tx, session.accountId, code, now)
    visit.setCookies(outcome.cookies)
    const { postId, openId } = session
    const [row] = await rowsOf<{ token: string }>(
      tx,
      'select token from sign_in.session where user_id = $1 order by created_at desc, id desc limit 1',
      [session.accountId],
    )
    const marks = { visit, now, today: deps.today(), postId, openId, secondFactorAt: now }
    const next = await markSession(tx, row?.token as string, marks)
    await tell(tx, now, who, { verb: 'secondFactor.enrolled', data: {} })
    return { kind: 'proven', value: { next: stepOf(next, now) } }
  })
}

/** Gives the second factor up; administrators may not. */
export async function endEnrolment(deps: SignInDeps, visit: Visit, session: Session, password: string | undefined) {
  if (!session.secondFactor) return stateRefusal
  if (isAdministrator(session)) {
    return refused(
      refusal('FORBIDDEN', { zh: '管理员必须使用动态验证码', en: 'Administrators have to have a second factor' }),
    )
  }
  return await withPassword(deps, { session, visit }, async (tx) => {
    const checked = await isOwnPassword(deps, visit, session, password)
    if (!checked) return 'wrongPassword'
    await forgetSecondFactor(tx, session.accountId)
    await tell(tx, deps.now(), actorOf(session, webOrigin(visit)), { verb: 'secondFactor.ended', data: {} })
    return { done: true }
  })
}

/** Whether a password is that of the session's account; one without a password has nothing to show. */
export async function isOwnPassword(deps: SignInDeps, visit: Visit, { userName }: Session, password = '') {
  if (userName === null) return true
  const { auth } = signInOf(deps)
  const outcome = await ask(
    auth.api.verifyPassword({ body: { password }, headers: visit.cookies, returnHeaders: true }),
  )
  return outcome.kind === 'ok'
}

export async function forgetSecondFactor(tx: Tx, accountId: string): Promise<void> {
  await tx.client.query('delete from sign_in.second_factor where user_id = $1', [accountId])
  await tx.client.query('update sign_in.account set two_factor_enabled = false where id = $1', [accountId])
}

/** New recovery codes; the old ones open nothing any more. */
export async function renewCodes(deps: SignInDeps, visit: Visit, session: Session, password: string | undefined) {
  if (!session.secondFactor) return stateRefusal
  const { auth } = signInOf(deps)
  return await withPassword(deps, { session, visit }, async (tx) => {
    const body = { password: password ?? '' }
    const outcome = await ask(auth.api.generateBackupCodes({ body, headers: visit.cookies, returnHeaders: true }))
    if (outcome.kind === 'refused') return 'wrongPassword'
    await tell(tx, deps.now(), actorOf(session, webOrigin(visit)), { verb: 'recoveryCodes.renewed', data: {} })
    return { recoveryCodes: outcome.value.backupCodes }
  })
}

/** How many recovery codes are left. */
export async function codesLeft(
  deps: SignInDeps,
  { accountId, secondFactor }: Pick<Account, 'accountId' | 'secondFactor'>,
) {
  if (!secondFactor) return 0
  const { auth } = signInOf(deps)
  return await changeAccounts(deps.store, async () => {
    const outcome = await ask(auth.api.viewBackupCodes({ body: { userId: accountId }, returnHeaders: true }))
    return outcome.kind === 'ok' ? outcome.value.backupCodes.length : 0
  })
}
