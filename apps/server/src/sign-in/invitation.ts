import { done, type Outcome, type Refusal, refused } from '@guatu/kernel'
import { refusal } from '../http/refuse.ts'
import type { Visit } from '../http/visit.ts'
import type { Tx } from '../store/store.ts'
import { type Account, accountAddress, findAccount, isAdministrator, postsOf } from './account.ts'
import { isUserName } from './auth.ts'
import { hashPassword } from './hash.ts'
import { ask } from './library.ts'
import { type Link, openLink, useLink } from './links.ts'
import { clearFailures, nameSubject, type StepReply } from './lockout.ts'
import { endSessions } from './managed.ts'
import { newPasswordProblems, rememberPassword, setPassword } from './password.ts'
import { passwordRules } from './password-rules.ts'
import { attemptName, forgetSecondFactor } from './second-factor.ts'
import { type SignInDeps, signInOf } from './service.ts'
import { stepOf } from './session.ts'
import { accountActor, barredReason, beginSession } from './sign-in.ts'
import { changeAccounts, rowsOf, tell } from './transaction.ts'

export const invitationKinds = ['invitation', 'reset'] as const

interface Chosen {
  readonly token: string
  readonly userName: string
  readonly password: string
}

/** Whom a link is for: the person, and the account where there is one. */
export async function invitee(tx: Tx, day: string, link: Link) {
  const personId = link.personId as string
  const account = await findAccount(tx, day, { personId })
  const [person] = await rowsOf<{ name: string }>(
    tx,
    'select name from person where district_id = $1 and person_id = $2',
    [tx.districtId, personId],
  )
  if (!person) throw new Error('a link for a person who is not there')
  const posts = account?.posts ?? (await postsOf(tx, day, personId))
  return { personId, name: person.name, posts, account }
}

export type Invitee = Awaited<ReturnType<typeof invitee>>

async function userNameProblems(tx: Tx, userName: string, account: Account | undefined): Promise<Refusal[]> {
  if (!isUserName(userName)) {
    const message = {
      zh: '用户名须为 2 至 64 个文字、字母、数字或 . _ @ -，以文字、字母或数字开头',
      en: 'A user name has 2 to 64 letters, digits or . _ @ -, and starts with a letter or digit',
    }
    return [{ code: 'INPUT_INVALID', path: 'userName', message }]
  }
  const others = await rowsOf<{ id: string }>(tx, 'select id from sign_in.account where username = $1 and id <> $2', [
    userName.toLowerCase(),
    account?.accountId ?? '00000000-0000-0000-0000-000000000000',
  ])
  return others.length > 0 ? [{ ...refusal('USER_NAME_TAKEN'), path: 'userName' }] : []
}

/** An account of a person, without a proof yet. */
export async function createAccount(
  tx: Tx,
  deps: SignInDeps,
  { personId, name, userName }: { personId: string; name: string; userName?: string },
): Promise<string> {
  const { internalAdapter } = await signInOf(deps).auth.$context
  const user = { personId, name, email: accountAddress(tx.districtId, personId), emailVerified: true }
  const created = await internalAdapter.createUser(userName ? { ...user, username: userName } : user, {
    method: 'invitation',
  } as never)
  return created.id
}

/** Gives an account its user name and password; makes the account where the person has none. */
async function setCredentials(tx: Tx, deps: SignInDeps, { personId, name, account }: Invitee, chosen: Chosen) {
  const now = deps.now()
  const { userName } = chosen
  const hash = await hashPassword(chosen.password)
  const accountId = account?.accountId ?? (await createAccount(tx, deps, { personId, name, userName }))
  const { internalAdapter } = await signInOf(deps).auth.$context
  if (await internalAdapter.findCredentialAccount(accountId)) {
    await setPassword(tx, accountId, hash, now)
  } else {
    const credential = { userId: accountId, providerId: 'credential', accountId, password: hash }
    await internalAdapter.createAccount(credential)
    await rememberPassword(tx, accountId, hash, now)
  }
  await tx.client.query('update sign_in.account set username = $2 where id = $1', [accountId, userName.toLowerCase()])
  return accountId
}

/** Whoever needs a new password has lost the old one, or somebody else has it: nothing that it opened stays open. */
async function forgetProofs(tx: Tx, { accountId, userName }: Account): Promise<void> {
  await endSessions(tx, accountId)
  await forgetSecondFactor(tx, accountId)
  await clearFailures(tx, [nameSubject(attemptName({ accountId, userName }))])
}

async function signInNewly(tx: Tx, deps: SignInDeps, visit: Visit, chosen: Chosen): Promise<StepReply> {
  const { auth } = signInOf(deps)
  const body = { username: chosen.userName, password: chosen.password }
  const outcome = await ask(auth.api.signInUsername({ body, headers: new Headers(), returnHeaders: true }))
  if (outcome.kind === 'refused' || !outcome.value.token) throw new Error('a new password does not open')
  visit.setCookies(outcome.cookies)
  const session = await beginSession(tx, deps, { token: outcome.value.token, visit, how: 'link' })
  return { next: stepOf(session, deps.now()) }
}

/** Opens the account of an invitation, or sets the credentials of one anew, and signs in. */
export async function acceptLink(deps: SignInDeps, visit: Visit, chosen: Chosen): Promise<Outcome<StepReply>> {
  const now = deps.now()
  return await changeAccounts(deps.store, async (tx) => {
    const link = await openLink(tx, chosen.token, invitationKinds, now)
    if (!link) return refused(refusal('LINK_INVALID'))
    const person = await invitee(tx, deps.today(), link)
    const barred = barredReason({ closedAt: person.account?.closedAt ?? null, posts: person.posts })
    if (barred) return refused(barred)
    const problems = [
      ...(await userNameProblems(tx, chosen.userName, person.account)),
      ...(await newPasswordProblems(tx, {
        accountId: person.account?.accountId ?? null,
        password: chosen.password,
        rules: passwordRules(isAdministrator(person)),
        bearer: { userName: chosen.userName, personName: person.name },
      })),
    ]
    if (problems.length > 0) return refused(...problems)
    await useLink(tx, link, now)
    if (person.account) await forgetProofs(tx, person.account)
    const accountId = await setCredentials(tx, deps, person, chosen)
    const account = await findAccount(tx, deps.today(), { accountId })
    if (!account) throw new Error('an account that was just made is not there')
    const verb = person.account ? 'password.reset' : 'account.opened'
    await tell(tx, now, accountActor(account, visit), { verb, data: { by: 'link' } })
    return done(await signInNewly(tx, deps, visit, chosen))
  })
}
