import type { SignInPolicy } from '@guatu/contract'
import type { Tx } from '../store/store.ts'
import { rowsOf } from './transaction.ts'

/** What a district starts with; its security administrator changes it. */
export const standardPolicy: SignInPolicy = {
  passwordMaxAgeDays: null,
  sessionIdleMinutes: 8 * 60,
  administratorIdleMinutes: 30,
  sessionHours: 7 * 24,
  administratorHours: 24,
}

export async function policyOf(tx: Tx): Promise<SignInPolicy> {
  const [row] = await rowsOf<{ policy: SignInPolicy }>(tx, 'select policy from sign_in.policy', [])
  return row?.policy ?? standardPolicy
}

export async function savePolicy(tx: Tx, policy: SignInPolicy): Promise<void> {
  await tx.client.query(
    `insert into sign_in.policy (policy) values ($1) on conflict (district_id) do update set policy = excluded.policy`,
    [JSON.stringify(policy)],
  )
}
