import type { Refusal } from '@guatu/kernel'
import type { Tx } from '../store/store.ts'
import { verifyPassword } from './hash.ts'
import { type Bearer, type PasswordRules, passwordProblems, passwordReused } from './password-rules.ts'
import { rowsOf } from './transaction.ts'

async function isReused(tx: Tx, accountId: string, password: string, { historyLength }: PasswordRules) {
  const rows = await rowsOf<{ hash: string }>(
    tx,
    'select hash from sign_in.password_history where account_id = $1 order by set_at desc limit $2',
    [accountId, historyLength],
  )
  const same = await Promise.all(rows.map(({ hash }) => verifyPassword({ hash, password })))
  return same.includes(true)
}

/** All that speaks against a new password, the person's earlier ones included. */
export async function newPasswordProblems(
  tx: Tx,
  { accountId, password, rules, bearer }: NewPassword,
): Promise<Refusal[]> {
  const problems = passwordProblems(password, rules, bearer)
  const reused = accountId !== null && (await isReused(tx, accountId, password, rules))
  return reused ? [...problems, passwordReused(rules)] : problems
}

interface NewPassword {
  /** Null: the account is just being opened. */
  readonly accountId: string | null
  readonly password: string
  readonly rules: PasswordRules
  readonly bearer: Bearer
}

/** Sets the password of an account that has a user name, and keeps it among those that may not come again. */
export async function setPassword(tx: Tx, accountId: string, hash: string, now: string): Promise<void> {
  await tx.client.query(
    `update sign_in.credential set password = $2, updated_at = $3 where user_id = $1 and provider_id = 'credential'`,
    [accountId, hash, now],
  )
  await rememberPassword(tx, accountId, hash, now)
}

export async function rememberPassword(tx: Tx, accountId: string, hash: string, now: string): Promise<void> {
  await tx.client.query('insert into sign_in.password_history (account_id, set_at, hash) values ($1, $2, $3)', [
    accountId,
    now,
    hash,
  ])
  await tx.client.query('update sign_in.account set password_changed_at = $2 where id = $1', [accountId, now])
}
