import { createHmac, timingSafeEqual } from 'node:crypto'
import { type SignInPolicy, type SignInStep, unattendedHeader } from '@guatu/contract'
import type { Visit } from '../http/visit.ts'
import type { Actor } from '../store/actor.ts'
import type { Tx } from '../store/store.ts'
import { type Account, accountColumns, accountTables, isAdministrator, type PostInForce, postWords } from './account.ts'
import { standardPolicy } from './policy.ts'
import { type SignIn, type SignInDeps, signInOf } from './service.ts'
import { changeAccounts, recently, rowsOf } from './transaction.ts'

/** A session that has not timed out. */
export interface Session extends Account {
  readonly sessionId: string
  readonly token: string
  readonly startedAt: string
  readonly lastSeenAt: string
  readonly secondFactorAt: string | null
  readonly postId: string | null
  readonly demonstration: boolean
  readonly openId: boolean
  readonly policy: SignInPolicy
}

const minute = 60_000
const day = 24 * 60 * minute
/** A request tells that somebody is there; it is written down no oftener. */
const seenEvery = minute

/** Undefined for what no program of ours has written. */
function decoded(value: string): string | undefined {
  try {
    return value.length <= 500 ? decodeURIComponent(value) : undefined
  } catch {
    return undefined
  }
}

/** The value of a cookie that the library has signed (HMAC-SHA-256 in base 64 behind the last dot), undefined for a forged one. */
export async function signedCookie({ auth, settings }: SignIn, name: string, cookies: Headers) {
  const { name: cookieName } = (await auth.$context).createAuthCookie(name)
  const parts = (cookies.get('cookie') ?? '').split(/; */)
  const found = parts.find((part) => part.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1)
  const text = found && decoded(found)
  if (!text) return undefined
  const dot = text.lastIndexOf('.')
  const expected = createHmac('sha256', settings.secret).update(text.slice(0, dot)).digest()
  const signature = Buffer.from(text.slice(dot + 1), 'base64')
  const genuine = signature.length === expected.length && timingSafeEqual(signature, expected)
  return genuine ? text.slice(0, dot) : undefined
}

const sessionText = `
  select s.id as "sessionId", s.token, s.created_at as "startedAt", s.last_seen_at as "lastSeenAt",
    s.second_factor_at as "secondFactorAt", s.post_id as "postId", s.demonstration, s.open_id as "openId",
    t.demonstration as "districtIsDemonstration", (select policy from sign_in.policy) as policy, ${accountColumns}
  from sign_in.session s join ${accountTables} on a.id = s.user_id join district t on t.district_id = a.district_id
  where s.district_id = $1 and s.token = $3`

type SessionRow = Omit<Session, 'policy'> & {
  readonly policy: SignInPolicy | null
  readonly districtIsDemonstration: boolean
}

/** How long a session lasts, from its policy and its person's posts, in milliseconds. */
export function sessionBounds(policy: SignInPolicy, administrator: boolean): { idle: number; whole: number } {
  return administrator
    ? { idle: policy.administratorIdleMinutes * minute, whole: policy.administratorHours * 60 * minute }
    : { idle: policy.sessionIdleMinutes * minute, whole: policy.sessionHours * 60 * minute }
}

function hasTimedOut(session: Session, now: number): boolean {
  const { idle, whole } = sessionBounds(session.policy, isAdministrator(session))
  return Date.parse(session.lastSeenAt) + idle <= now || Date.parse(session.startedAt) + whole <= now
}

/**
 * The session of a request, null where there is none that still opens anything. A person's request keeps it from timing
 * out; one that a screen sends by itself does not.
 */
export async function sessionOf(deps: SignInDeps, cookies: Headers): Promise<Session | null> {
  const signIn = signInOf(deps)
  const token = await signedCookie(signIn, 'session_token', cookies)
  if (!token) return null
  const row = await recently(deps.store, `session ${deps.today()} ${token}`, async (tx) => {
    return (await rowsOf<SessionRow>(tx, sessionText, [tx.districtId, deps.today(), token]))[0]
  })
  if (!row || (row.demonstration && !row.districtIsDemonstration)) return null
  const session: Session = { ...row, policy: row.policy ?? standardPolicy }
  const now = Date.parse(deps.now())
  if (hasTimedOut(session, now)) return null
  if (!cookies.has(unattendedHeader) && Date.parse(session.lastSeenAt) + seenEvery <= now) {
    await changeAccounts(deps.store, (tx) =>
      tx.client.query('update sign_in.session set last_seen_at = $2 where id = $1', [session.sessionId, deps.now()]),
    )
  }
  return session
}

/** What still stands between the session and the work. */
export function stepOf(session: Session, now: string): SignInStep {
  if (session.demonstration) return 'done'
  if (session.secondFactor && !session.secondFactorAt) return 'secondFactor'
  if (!session.secondFactor && isAdministrator(session)) return 'enrolSecondFactor'
  const { passwordMaxAgeDays: days } = session.policy
  const tooOld = days !== null && Date.parse(session.passwordChangedAt ?? now) + days * day <= Date.parse(now)
  return tooOld && !session.openId ? 'changePassword' : 'done'
}

/** The post acted from: the chosen one while it is in force, else the first. */
export const postOf = ({ posts, postId }: Pick<Session, 'posts' | 'postId'>): PostInForce | undefined =>
  posts.find((post) => post.postId === postId) ?? posts[0]

/** Who acts in a session, as the record tells it. */
export function actorOf(session: Pick<Session, 'personId' | 'name' | 'posts' | 'postId'>, origin: string): Actor {
  const post = postOf(session)
  return { personId: session.personId, name: session.name, post: post ? postWords(post) : null, origin }
}

export const webOrigin = ({ address }: Pick<Visit, 'address'>) => `web ${address}`

/** Tells a session that the library has just made where it comes from; answers its row. */
export async function markSession(
  tx: Tx,
  token: string,
  {
    visit,
    now,
    today,
    ...marks
  }: { visit: Visit; now: string; today: string } & Partial<
    Pick<Session, 'postId' | 'demonstration' | 'openId' | 'secondFactorAt'>
  >,
): Promise<Session> {
  await tx.client.query(
    `update sign_in.session set ip_address = $2, user_agent = $3, last_seen_at = $4, created_at = $4,
       second_factor_at = $5, post_id = $6, demonstration = $7, open_id = $8 where token = $1`,
    [
      token,
      visit.address,
      visit.browser,
      now,
      marks.secondFactorAt ?? null,
      marks.postId ?? null,
      marks.demonstration ?? false,
      marks.openId ?? false,
    ],
  )
  const [row] = await rowsOf<SessionRow>(tx, sessionText, [tx.districtId, today, token])
  if (!row) throw new Error('a session that was just made is not there')
  return { ...row, policy: row.policy ?? standardPolicy }
}
