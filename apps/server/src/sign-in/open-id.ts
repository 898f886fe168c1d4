import { done, type Outcome, refused } from '@guatu/kernel'
import { refusal } from '../http/refuse.ts'
import type { Visit } from '../http/visit.ts'
import type { Tx } from '../store/store.ts'
import { findAccount, isAdministrator } from './account.ts'
import { openIdProvider } from './auth.ts'
import { secretHash } from './hash.ts'
import { createAccount, invitationKinds, invitee } from './invitation.ts'
import { type Link, openLink, useLink } from './links.ts'
import { openIdLookup } from './open-id-user.ts'
import { type SignInDeps, signInOf } from './service.ts'
import { accountActor, barredReason, beginSession, strangerAt } from './sign-in.ts'
import { changeAccounts, rowsOf, tell } from './transaction.ts'

const startLives = 10 * 60_000

/** The provider's address to go to. An invitation is remembered by the state that comes back with the answer. */
export async function startAtProvider(
  deps: SignInDeps,
  visit: Visit,
  invitation: string | undefined,
): Promise<Outcome<{ url: string }>> {
  const { auth, settings } = signInOf(deps)
  if (!settings.openId) return refused(refusal('OPENID_FAILED'))
  const now = deps.now()
  return await changeAccounts(deps.store, async (tx) => {
    const link = invitation === undefined ? null : await openLink(tx, invitation, invitationKinds, now)
    if (link === undefined) return refused(refusal('LINK_INVALID'))
    const body = {
      provider: openIdProvider,
      callbackURL: '/',
      errorCallbackURL: '/sign-in',
      disableRedirect: true,
    }
    const { response, headers } = await auth.api.signInSocial({ body, headers: visit.cookies, returnHeaders: true })
    if (!response.url) return refused(refusal('OPENID_FAILED'))
    visit.setCookies(headers.getSetCookie())
    if (link) await rememberStart(tx, response.url, link, now)
    return done({ url: response.url })
  })
}

async function rememberStart(tx: Tx, url: string, { linkId }: Link, now: string): Promise<void> {
  const state = new URL(url).searchParams.get('state') ?? ''
  await tx.client.query('insert into sign_in.open_id_start (state_hash, link_id, expires_at) values ($1, $2, $3)', [
    secretHash(state),
    linkId,
    new Date(Date.parse(now) + startLives).toISOString(),
  ])
}

/** The invitation that a state was begun with, if it still opens. */
async function startedWith(tx: Tx, state: string, now: string): Promise<Link | undefined> {
  const [link] = await rowsOf<Link>(
    tx,
    `select k.link_id as "linkId", k.kind, k.person_id as "personId", k.expires_at as "expiresAt"
       from sign_in.open_id_start s join sign_in.link k on k.link_id = s.link_id
       where s.state_hash = $1 and s.expires_at > $2 and k.expires_at > $2 and k.used_at is null
         and k.withdrawn_at is null for update of k`,
    [secretHash(state), now],
  )
  return link
}

/** The account that an invitation ties the identity to; made where the person has none. */
async function invitedAddress(tx: Tx, deps: SignInDeps, visit: Visit, link: Link): Promise<string> {
  const { personId, name, account } = await invitee(tx, deps.today(), link)
  const accountId = account?.accountId ?? (await createAccount(tx, deps, { personId, name }))
  const made = await findAccount(tx, deps.today(), { accountId })
  if (!made) throw new Error('an account that was just made is not there')
  if (!account)
    await tell(tx, deps.now(), accountActor(made, visit), { verb: 'account.opened', data: { by: 'openId' } })
  return made.email
}

/** An answer that opens nothing takes back whatever it has written on the way. */
class Unanswered extends Error {}

async function finish(tx: Tx, deps: SignInDeps, visit: Visit, query: Readonly<Record<string, string>>) {
  const { auth } = signInOf(deps)
  const link = await startedWith(tx, query.state ?? '', deps.now())
  const lookup = {
    invited: link ? await invitedAddress(tx, deps, visit, link) : null,
    addressOf: async (userName: string) => {
      const account = await findAccount(tx, deps.today(), { userName })
      return account && !account.closedAt ? account.email : null
    },
  }
  const response = await openIdLookup.run(lookup, () =>
    auth.api.callbackOAuth({
      method: 'GET',
      params: { id: openIdProvider },
      query,
      headers: visit.cookies,
      asResponse: true,
    }),
  )
  const cookies = response.headers.getSetCookie()
  visit.setCookies(cookies)
  const location = response.headers.get('location') ?? ''
  if (response.status >= 400 || location.includes('error=')) throw new Unanswered()
  const { newSession } = await newestSession(tx, cookies)
  const session = await beginSession(tx, deps, { token: newSession, visit, how: 'openId', openId: true })
  if (link) await useLink(tx, link, deps.now())
  const barred = barredReason(session)
  if (barred) throw new Unanswered()
  return isAdministrator(session) || session.secondFactor ? ('/sign-in' as const) : ('/' as const)
}

/** The session that the library's cookie names. */
async function newestSession(tx: Tx, cookies: readonly string[]): Promise<{ newSession: string }> {
  const cookie = cookies.find((text) => /^(?:__Secure-)?guatu\.session_token=[^;]/.test(text)) ?? ''
  const token = decodeURIComponent(cookie.split(';')[0]?.split('=').slice(1).join('=') ?? '').split('.')[0] ?? ''
  const [row] = await rowsOf<{ token: string }>(tx, 'select token from sign_in.session where token = $1', [token])
  if (!row) throw new Unanswered()
  return { newSession: row.token }
}

/** The provider's answer: a session, or the sign-in page with the reason. */
export async function finishAtProvider(
  deps: SignInDeps,
  visit: Visit,
  query: Readonly<Record<string, string>>,
): Promise<{ readonly location: `/${string}` }> {
  try {
    return { location: await changeAccounts(deps.store, (tx) => finish(tx, deps, visit, query)) }
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error
    visit.setCookies([])
    await changeAccounts(deps.store, (tx) =>
      tell(tx, deps.now(), strangerAt(visit), { verb: 'signIn.failed', data: { by: 'openId' } }),
    )
    return { location: '/sign-in?problem=OPENID_FAILED' }
  }
}
