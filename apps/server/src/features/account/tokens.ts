import { createToken, listTokens, revokeToken, type Tokens } from '@guatu/contract'
import { done, type Refusal, refused } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { findAccount, isAdministrator, postWords } from '../../sign-in/account.ts'
import { newSecret, secretHash } from '../../sign-in/hash.ts'
import { postOf, sessionOf } from '../../sign-in/session.ts'
import { notForAdministrators, tokenMark } from '../../sign-in/token.ts'
import { changeAccounts, readAccounts, rowsOf, tell } from '../../sign-in/transaction.ts'
import { uuidv7 } from '../../store/uuid.ts'

const longestDays = 366

const ownAccount = 'account_id = (select id from sign_in.account where person_id = $1)'

export const listTokensFeature = feature(listTokens, async (deps) => {
  const { personId } = deps.actor
  if (personId === null) return done({ tokens: [] })
  const tokens = await readAccounts(deps.store, async (tx) => {
    const { posts = [] } = (await findAccount(tx, deps.today(), { personId })) ?? {}
    const rows = await rowsOf<Omit<Tokens[number], 'post'> & { readonly postId: string | null }>(
      tx,
      `select token_id as "tokenId", name, actions, post_id as "postId", created_at as "createdAt", expires_at as "expiresAt",
         last_used_at as "lastUsedAt", revoked_at as "revokedAt"
       from sign_in.api_token where ${ownAccount} order by created_at desc`,
      [personId],
    )
    return rows.map(({ postId, ...row }) => {
      const post = postOf({ posts, postId })
      return { ...row, post: post ? postWords(post) : null }
    })
  })
  return done({ tokens })
})

/** The end of the day in the country's time, null for one that is past or too far. */
function endOf(day: string, now: string): string | null {
  const end = Date.parse(`${day}T23:59:59+08:00`)
  const ahead = end - Date.parse(now)
  return ahead > 0 && ahead <= longestDays * 86_400_000 ? new Date(end).toISOString() : null
}

const expiryProblem: Refusal = {
  code: 'INPUT_INVALID',
  path: 'expiresOn',
  message: { zh: '到期日须在今天至一年之内', en: 'The last day has to lie within a year from today' },
}

export const createTokenFeature = feature(createToken, async (deps, { body, visit }) => {
  const session = await sessionOf(deps, visit.cookies)
  if (!session || isAdministrator(session)) {
    return refused(notForAdministrators)
  }
  const now = deps.now()
  const expiresAt = endOf(body.expiresOn, now)
  if (!expiresAt) return refused(expiryProblem)
  const post = postOf({ posts: session.posts, postId: body.postId ?? session.postId })
  if (body.postId !== undefined && post?.postId !== body.postId)
    return refused({ ...refusal('NOT_FOUND'), path: 'postId' })
  const tokenId = uuidv7()
  const token = `${tokenMark}${newSecret()}`
  const { name, actions } = body
  await changeAccounts(deps.store, async (tx) => {
    await tx.client.query(
      `insert into sign_in.api_token (token_id, account_id, name, actions, token_hash, created_at, expires_at,
         post_id, demonstration) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[tokenId, session.accountId, name, actions, secretHash(token), now, expiresAt],
        post?.postId ?? null,
        session.demonstration,
      ],
    )
    const data = { tokenId, name, actions, expiresAt, post: post ? postWords(post) : null }
    await tell(tx, now, deps.actor, { verb: 'token.created', data })
  })
  return done({ tokenId, token, expiresAt })
})

export const revokeTokenFeature = feature(
  revokeToken,
  async (deps, { params }) =>
    await changeAccounts(deps.store, async (tx) => {
      const [revoked] = await rowsOf<{ name: string }>(
        tx,
        `update sign_in.api_token set revoked_at = $3 where ${ownAccount} and token_id = $2 and revoked_at is null
           returning name`,
        [deps.actor.personId, params.tokenId, deps.now()],
      )
      if (!revoked) return refused(refusal('NOT_FOUND'))
      const data = { tokenId: params.tokenId, name: revoked.name }
      await tell(tx, deps.now(), deps.actor, { verb: 'token.revoked', data })
      return done({ done: true })
    }),
)
