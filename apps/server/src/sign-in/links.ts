import type { Visit } from '../http/visit.ts'
import type { Tx } from '../store/store.ts'
import { uuidv7 } from '../store/uuid.ts'
import { newSecret, secretHash } from './hash.ts'
import { type SignInDeps, signInOf } from './service.ts'
import { rowsOf } from './transaction.ts'

export type LinkKind = 'setUp' | 'invitation' | 'reset'

const hour = 3_600_000
const lifeHours: Readonly<Record<LinkKind, number>> = { setUp: 24, invitation: 72, reset: 72 }

export interface NewLink {
  /** Stands behind the `#` of the link; only its hash is kept. */
  readonly token: string
  readonly expiresAt: string
}

export interface Link {
  readonly linkId: string
  readonly kind: LinkKind
  readonly personId: string | null
  readonly expiresAt: string
}

/** The whole link, at the published address or at the one that the request came to. */
export const invitationLink = (deps: SignInDeps, visit: Visit, { token }: NewLink): string => {
  const { shared, origin } = signInOf(deps).settings
  return `${shared ? origin : visit.origin}/invitation#${token}`
}

/** Makes a one-time link; earlier ones of the same person, or of the same kind without one, no longer open. */
export async function makeLink(tx: Tx, kind: LinkKind, personId: string | null, now: string): Promise<NewLink> {
  await withdrawLinks(tx, personId, now)
  const token = newSecret()
  const expiresAt = new Date(Date.parse(now) + lifeHours[kind] * hour).toISOString()
  await tx.client.query(
    `insert into sign_in.link (link_id, kind, token_hash, person_id, made_at, expires_at) values ($1, $2, $3, $4, $5, $6)`,
    [uuidv7(), kind, secretHash(token), personId, now, expiresAt],
  )
  return { token, expiresAt }
}

export async function withdrawLinks(tx: Tx, personId: string | null, now: string): Promise<void> {
  await tx.client.query(
    `update sign_in.link set withdrawn_at = $2
       where person_id is not distinct from $1 and used_at is null and withdrawn_at is null`,
    [personId, now],
  )
}

/** A link that still opens, locked until the transaction ends, so that it opens once. */
export async function openLink(
  tx: Tx,
  token: string,
  kinds: readonly LinkKind[],
  now: string,
): Promise<Link | undefined> {
  const [link] = await rowsOf<Link>(
    tx,
    `select link_id as "linkId", kind, person_id as "personId", expires_at as "expiresAt" from sign_in.link
       where token_hash = $1 and kind = any($2) and expires_at > $3 and used_at is null and withdrawn_at is null
       for update`,
    [secretHash(token), kinds, now],
  )
  return link
}

export async function useLink(tx: Tx, { linkId }: Link, now: string): Promise<void> {
  await tx.client.query('update sign_in.link set used_at = $2 where link_id = $1', [linkId, now])
}
