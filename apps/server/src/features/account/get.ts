import type { Action } from '@guatu/access'
import { choosePost, getAccount } from '@guatu/contract'
import { done, refused } from '@guatu/kernel'
import type { Deps } from '../../http/deps.ts'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { findAccount, isAdministrator, postWords } from '../../sign-in/account.ts'
import { passwordRules } from '../../sign-in/password-rules.ts'
import { policyOf } from '../../sign-in/policy.ts'
import { codesLeft } from '../../sign-in/second-factor.ts'
import { postOf, sessionOf } from '../../sign-in/session.ts'
import { changeAccounts, readAccounts, rowsOf, tell } from '../../sign-in/transaction.ts'

/** Actions that a rule grants to one of the roles in some relation, narrowed to a token's scope. */
async function grantedActions({ store, actor }: Deps, roles: readonly string[]): Promise<Action[]> {
  const granted = await store.read((tx) =>
    rowsOf<{ action: Action }>(
      tx,
      'select distinct action from access_rule where district_id = $1 and role = any($2) order by action',
      [tx.districtId, roles],
    ),
  )
  return granted.map(({ action }) => action).filter((action) => actor.scope?.includes(action) ?? true)
}

const addDays = (instant: string, days: number) =>
  new Date(Date.parse(instant) + days * 86_400_000).toISOString().slice(0, 10)

export const getAccountFeature = feature(getAccount, async (deps, { visit }) => {
  const { actor } = deps
  const session = await sessionOf(deps, visit.cookies)
  const { account, policy } = await readAccounts(deps.store, async (tx) => ({
    account:
      session ?? (actor.personId ? await findAccount(tx, deps.today(), { personId: actor.personId }) : undefined),
    policy: await policyOf(tx),
  }))
  const posts = account?.posts ?? []
  const post = account && postOf({ posts, postId: session?.postId ?? null })
  const administrator = isAdministrator({ posts })
  const { passwordMaxAgeDays: maxAgeDays } = policy
  const changedAt = account?.passwordChangedAt ?? null
  return done({
    personId: actor.personId,
    name: actor.name,
    userName: account?.userName ?? null,
    post: post ? postWords(post) : null,
    postId: post?.postId ?? null,
    posts: [...posts],
    actions: await grantedActions(
      deps,
      posts.map(({ role }) => role),
    ),
    demonstration: session?.demonstration ?? false,
    secondFactor: {
      enrolled: account?.secondFactor ?? false,
      required: administrator,
      recoveryCodes: account ? await codesLeft(deps, account) : 0,
    },
    password: { ...passwordRules(administrator), maxAgeDays },
    passwordExpiresOn: maxAgeDays !== null && changedAt ? addDays(changedAt, maxAgeDays) : null,
  })
})

export const choosePostFeature = feature(choosePost, async (deps, { body, visit }) => {
  const session = await sessionOf(deps, visit.cookies)
  const post = session?.posts.find(({ postId }) => postId === body.postId)
  if (!session || !post) return refused(refusal('NOT_FOUND'))
  const words = postWords(post)
  await changeAccounts(deps.store, async (tx) => {
    await tx.client.query('update sign_in.session set post_id = $2 where id = $1', [session.sessionId, post.postId])
    await tell(tx, deps.now(), { ...deps.actor, post: words }, { verb: 'post.chosen', data: { post: words } })
  })
  return done({ post: words })
})
