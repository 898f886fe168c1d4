import type { SignInStep } from '@guatu/contract'
import { type Refused, refused } from '@guatu/kernel'
import { refusal } from '../http/refuse.ts'
import type { Visit } from '../http/visit.ts'
import type { Tx } from '../store/store.ts'
import { secretHash } from './hash.ts'
import { rowsOf } from './transaction.ts'

/** So many failures in a row are forgiven. */
const forgiven = 5
const minute = 60_000
const longestDelay = 60 * minute
/** Failures so long ago do not count. */
const forgottenAfter = 24 * 60 * minute

/** How long nothing is tried after the nth failure in a row: a minute after the fifth, twice as long after each, at most an hour. */
export const delayAfter = (failures: number): number =>
  failures < forgiven ? 0 : Math.min(longestDelay, minute * 2 ** (failures - forgiven))

/** A name is kept by its hash: people type passwords into the wrong field. */
export const nameSubject = (userName: string) => `name:${secretHash(userName.toLowerCase())}`
export const addressSubject = (address: string) => `address:${address}`

interface Count {
  /** Set: the subject was locked already, and nothing was counted. */
  readonly wasLocked: boolean
  readonly lockedUntil: string | null
}

/** Until when one of the subjects is locked, null: none is. */
export async function lockedUntil(tx: Tx, subjects: readonly string[], now: string): Promise<string | null> {
  const [row] = await rowsOf<{ until: string | null }>(
    tx,
    'select max(locked_until) as until from sign_in.failure where subject = any($1) and locked_until > $2',
    [subjects, now],
  )
  return row?.until ?? null
}

/** Counts one failure more and locks the subject where they are too many. */
export async function countFailure(tx: Tx, subject: string, now: string): Promise<Count> {
  // Whoever tries at the same time waits here for the row, and sees what the one before has left.
  const [before] = await rowsOf<{ failures: number; lastAt: string; lockedUntil: string | null }>(
    tx,
    `insert into sign_in.failure (subject, failures, last_at) values ($1, 0, $2)
       on conflict (district_id, subject) do update set subject = excluded.subject
       returning failures, last_at as "lastAt", locked_until as "lockedUntil"`,
    [subject, now],
  )
  const { lockedUntil: locked = null } = before ?? {}
  if (locked && locked > now) return { wasLocked: true, lockedUntil: locked }
  const recent = before && Date.parse(before.lastAt) + forgottenAfter > Date.parse(now)
  const failures = (recent ? before.failures : 0) + 1
  const delay = delayAfter(failures)
  const until = delay > 0 ? new Date(Date.parse(now) + delay).toISOString() : null
  await tx.client.query(
    'update sign_in.failure set failures = $2, last_at = $3, locked_until = $4 where subject = $1',
    [subject, failures, now, until],
  )
  return { wasLocked: false, lockedUntil: until }
}

/** Takes a try back that {@link countFailure} has counted, and with it the lock that it put on. */
export async function forgiveFailure(tx: Tx, subject: string): Promise<void> {
  await tx.client.query(
    'update sign_in.failure set failures = greatest(failures - 1, 0), locked_until = null where subject = $1',
    [subject],
  )
}

export async function clearFailures(tx: Tx, subjects: readonly string[]): Promise<void> {
  await tx.client.query('delete from sign_in.failure where subject = any($1)', [subjects])
}

/** The refusal of a locked account or address: the same whether the account exists or not. */
export function refuseLocked(visit: Visit, until: string, now: string): Refused {
  const seconds = Math.max(1, Math.ceil((Date.parse(until) - Date.parse(now)) / 1000))
  visit.retryAfter(seconds)
  const minutes = Math.ceil(seconds / 60)
  return refused(
    refusal('SIGN_IN_LOCKED', {
      zh: `失败次数过多，请 ${minutes} 分钟后再试，或请安全管理员解锁`,
      en: `Too many failures: try again in ${minutes} min, or ask the security administrator to unlock`,
    }),
  )
}

export type StepReply = { readonly next: SignInStep }
