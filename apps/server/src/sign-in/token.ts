import type { Action } from '@guatu/access'
import type { Barred } from '../http/identify.ts'
import { refusal } from '../http/refuse.ts'
import type { Actor } from '../store/actor.ts'
import { type Account, accountColumns, accountTables, isAdministrator } from './account.ts'
import { secretHash } from './hash.ts'
import type { SignInDeps } from './service.ts'
import { actorOf } from './session.ts'
import { barredReason } from './sign-in.ts'
import { changeAccounts, recently, rowsOf } from './transaction.ts'

/** Tokens are known as such when they turn up in a log or a repository. */
export const tokenMark = 'guatu_'

interface TokenRow extends Account {
  readonly tokenId: string
  readonly tokenName: string
  readonly postId: string | null
  readonly actions: readonly Action[]
  readonly lastUsedAt: string | null
  readonly expiresAt: string
}

const usedEvery = 60_000

const tokenText = `
  select k.token_id as "tokenId", k.name as "tokenName", k.post_id as "postId", k.actions, k.last_used_at as "lastUsedAt",
    k.expires_at as "expiresAt", ${accountColumns}
  from sign_in.api_token k join ${accountTables} on a.id = k.account_id
    join district t on t.district_id = k.district_id and (t.demonstration or not k.demonstration)
  where k.district_id = $1 and k.token_hash = $3 and k.revoked_at is null`

/** A token shows no second factor; one may be older than its bearer's post. */
export const notForAdministrators = refusal('FORBIDDEN', {
  zh: '管理员不能使用令牌，须用动态验证码登录',
  en: 'Administrators sign in with a second factor and have no tokens',
})

/** Who a program's token stands for, null for one that is unknown, expired or revoked. */
export async function tokenActor(deps: SignInDeps, token: string, address: string): Promise<Actor | Barred | null> {
  const now = deps.now()
  const hash = secretHash(token)
  const row = await recently(deps.store, `token ${deps.today()} ${hash}`, async (tx) => {
    return (await rowsOf<TokenRow>(tx, tokenText, [tx.districtId, deps.today(), hash]))[0]
  })
  if (!row || row.expiresAt <= now) return null
  const barred = barredReason(row) ?? (isAdministrator(row) ? notForAdministrators : undefined)
  if (barred) return { barred: [barred] }
  if (Date.parse(row.lastUsedAt ?? '1970-01-01') + usedEvery <= Date.parse(now)) {
    await changeAccounts(deps.store, (tx) =>
      tx.client.query('update sign_in.api_token set last_used_at = $2 where token_id = $1', [row.tokenId, now]),
    )
  }
  return { ...actorOf(row, `token ${row.tokenName} ${address}`), scope: row.actions }
}
