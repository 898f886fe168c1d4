import { separatedRoles } from '@guatu/access'
import { type Outcome, type Refused, refused } from '@guatu/kernel'
import { refusal } from '../http/refuse.ts'
import type { Tx } from '../store/store.ts'
import type { SignInDeps } from './service.ts'
import { changeAccounts, rowsOf } from './transaction.ts'

/** A person with the account that an administrator acts on. */
export interface Managed {
  readonly personId: string
  readonly name: string
  readonly accountId: string | null
  readonly userName: string | null
  readonly closedAt: string | null
  /** There is something to sign in by. */
  readonly hasCredential: boolean
}

export const stateRefusal = (zh: string, en: string): Refused => refused(refusal('ACCOUNT_STATE', { zh, en }))

/** Runs `use` for a person of the district, whose account is locked meanwhile. */
export async function forPerson<T>(
  deps: SignInDeps,
  personId: string,
  use: (tx: Tx, managed: Managed) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return await changeAccounts(deps.store, async (tx) => {
    await tx.client.query('select from sign_in.account where person_id = $1 for update', [personId])
    const [managed] = await rowsOf<Managed>(
      tx,
      `select n.person_id as "personId", n.name, a.id as "accountId", a.username as "userName",
         a.closed_at as "closedAt", exists (select from sign_in.credential c where c.user_id = a.id) as "hasCredential"
       from person n left join sign_in.account a on a.district_id = n.district_id and a.person_id = n.person_id
       where n.district_id = $1 and n.person_id = $2`,
      [tx.districtId, personId],
    )
    return managed ? await use(tx, managed) : refused(refusal('NOT_FOUND'))
  })
}

/** The same for a person who has an account. */
export const forAccount = <T>(
  deps: SignInDeps,
  personId: string,
  use: (tx: Tx, managed: Managed & { readonly accountId: string }) => Promise<Outcome<T>>,
): Promise<Outcome<T>> =>
  forPerson(deps, personId, async (tx, managed) =>
    managed.accountId === null
      ? stateRefusal('还没有账号', 'There is no account yet')
      : await use(tx, { ...managed, accountId: managed.accountId }),
  )

/**
 * Whoever hands out a way into an administrator's account could take it himself: none of the three gives one to another,
 * or by accident to himself. Undefined: the person is no administrator, nor about to be.
 */
export async function ofOperator(tx: Tx, deps: SignInDeps, personId: string): Promise<Refused | undefined> {
  const [post] = await rowsOf(
    tx,
    `select post_id from post where district_id = $1 and person_id = $2 and role = any($3)
       and (to_day is null or to_day >= $4::date) limit 1`,
    [tx.districtId, personId, [...separatedRoles], deps.today()],
  )
  if (!post) return undefined
  return stateRefusal(
    '管理员的账号只能在服务器上用 npx guatu set-up-link 开通和重置',
    'Accounts of administrators are opened and reset on the machine itself: npx guatu set-up-link',
  )
}

/** Ends all sessions of an account; answers how many there were. */
export async function endSessions(tx: Tx, accountId: string): Promise<number> {
  return (await tx.client.query('delete from sign_in.session where user_id = $1', [accountId])).rowCount ?? 0
}
