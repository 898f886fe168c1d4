import { type Outcome, type Refused, refused } from '@guatu/kernel'
import { refusal } from '../http/refuse.ts'
import type { Visit } from '../http/visit.ts'
import { isAdministrator } from './account.ts'
import { hashPassword } from './hash.ts'
import type { StepReply } from './lockout.ts'
import { newPasswordProblems, setPassword } from './password.ts'
import { passwordRules } from './password-rules.ts'
import { isOwnPassword, withPassword } from './second-factor.ts'
import type { SignInDeps } from './service.ts'
import { actorOf, type Session, stepOf, webOrigin } from './session.ts'
import { tell } from './transaction.ts'

const noPassword = refused(
  refusal('FORBIDDEN', { zh: '这个账号没有密码', en: 'This account has no password to change' }),
)

/** Sets a new password and ends every other session of the account. */
export async function changeOwnPassword(
  deps: SignInDeps,
  visit: Visit,
  session: Session,
  { current, password }: { readonly current: string; readonly password: string },
): Promise<Outcome<StepReply>> {
  const { accountId, userName, name: personName } = session
  if (userName === null) return noPassword
  const now = deps.now()
  const changed = await withPassword<StepReply | Refused>(deps, { session, visit }, async (tx) => {
    if (!(await isOwnPassword(deps, visit, session, current))) return 'wrongPassword'
    const rules = passwordRules(isAdministrator(session))
    const bearer = { userName, personName }
    const problems = await newPasswordProblems(tx, { accountId, password, rules, bearer })
    if (problems.length > 0) return refused(...problems)
    await setPassword(tx, accountId, await hashPassword(password), now)
    await tx.client.query('delete from sign_in.session where user_id = $1 and id <> $2', [accountId, session.sessionId])
    await tell(tx, now, actorOf(session, webOrigin(visit)), { verb: 'password.changed', data: {} })
    return { next: stepOf({ ...session, passwordChangedAt: now }, now) }
  })
  if (changed.kind === 'refused') return changed
  return 'kind' in changed.value ? changed.value : { kind: 'done', value: changed.value }
}
