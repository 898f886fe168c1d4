import { policyOf } from './policy.ts'
import type { SignInDeps } from './service.ts'
import { sessionBounds } from './session.ts'
import { changeAccounts } from './transaction.ts'

/**
 * Removes what opens nothing any more: sessions past their time, the library's passing notes, links and starts that have
 * run out. Nobody's act, and told by no event: what they opened was told when it happened.
 */
export async function purgeSignIn(deps: SignInDeps): Promise<void> {
  const now = deps.now()
  const before = (ms: number) => new Date(Date.parse(now) - ms).toISOString()
  await changeAccounts(deps.store, async (tx) => {
    const { idle, whole } = sessionBounds(await policyOf(tx), false)
    const own = [tx.districtId, now]
    await tx.client.query(
      `delete from sign_in.session where district_id = $1
         and (expires_at <= $2 or last_seen_at <= $3 or created_at <= $4)`,
      [...own, before(idle), before(whole)],
    )
    await tx.client.query('delete from sign_in.verification where district_id = $1 and expires_at <= $2', own)
    await tx.client.query('delete from sign_in.open_id_start where district_id = $1 and expires_at <= $2', own)
    // That a set-up link has been used tells that the district is set up.
    await tx.client.query(
      `delete from sign_in.link where district_id = $1 and expires_at <= $2 and (kind <> 'setUp' or used_at is null)`,
      own,
    )
  })
}
