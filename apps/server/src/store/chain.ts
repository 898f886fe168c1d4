import { createHash } from 'node:crypto'
import { chainText, type StoredEvent } from '@guatu/kernel'
import type { Actor } from './actor.ts'
import { insertRows } from './rows.ts'
import type { EventRow } from './schema.ts'
import type { Tx } from './store.ts'

/** An event before it has its place in the chain. */
export interface EventDraft {
  readonly verb: string
  readonly itemId: string | null
  readonly data: Readonly<Record<string, unknown>>
  readonly reason?: string | null
  /** Where it differs from the write's own: the demonstration's past, or the system itself. */
  readonly at?: string
  readonly actor?: string
}

export const firstHash = '0'.repeat(64)

function linkHash(previousHash: string, districtId: string, event: Omit<StoredEvent, 'hash'>): string {
  return createHash('sha256')
    .update(chainText(previousHash, districtId, event))
    .digest('hex')
}

/** What another is said to have done carries neither the post nor the place of the one who writes it. */
function whoseOf({ personId, name, post, origin }: Actor, draft: EventDraft) {
  const other = draft.actor !== undefined && draft.actor !== name
  return other
    ? { actor: draft.actor as string, actorId: null, post: null, origin: null }
    : { actor: name, actorId: personId, post, origin }
}

/** Appends events to the district's chain; the head's row lock makes writers follow one another. */
export async function appendEvents(tx: Tx, at: string, drafts: readonly EventDraft[]): Promise<number> {
  const { districtId } = tx
  const head = await tx.db
    .selectFrom('chainHead')
    .select(['seq', 'hash'])
    .where('districtId', '=', districtId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  let { seq, hash } = head
  const rows: EventRow[] = drafts.map((draft) => {
    seq += 1
    const event = {
      seq,
      at: draft.at ?? at,
      ...whoseOf(tx.actor, draft),
      verb: draft.verb,
      itemId: draft.itemId,
      data: draft.data,
      reason: draft.reason ?? null,
    }
    hash = linkHash(hash, districtId, event)
    return { districtId, ...event, hash }
  })
  await insertRows(tx, 'event', rows)
  await tx.db.updateTable('chainHead').set({ seq, hash }).where('districtId', '=', districtId).execute()
  return seq
}

export type ChainVerdict =
  | { readonly kind: 'whole'; readonly events: number }
  | { readonly kind: 'broken'; readonly seq: number; readonly problem: 'missing' | 'altered' | 'headDiffers' }

const pageSize = 5_000

/** Recomputes every link from the first; names the first that does not hold. */
export async function verifyChain(tx: Tx): Promise<ChainVerdict> {
  const { districtId } = tx
  let hash = firstHash
  let seq = 0
  for (;;) {
    const page = await tx.db
      .selectFrom('event')
      .selectAll()
      .where('districtId', '=', districtId)
      .where('seq', '>', seq)
      .orderBy('seq')
      .limit(pageSize)
      .execute()
    for (const { districtId: _district, hash: storedHash, ...event } of page) {
      if (event.seq !== seq + 1) return { kind: 'broken', seq: seq + 1, problem: 'missing' }
      hash = linkHash(hash, districtId, event)
      if (hash !== storedHash) return { kind: 'broken', seq: event.seq, problem: 'altered' }
      seq = event.seq
    }
    if (page.length < pageSize) break
  }
  const head = await tx.db.selectFrom('chainHead').selectAll().where('districtId', '=', districtId).executeTakeFirst()
  if (head && (head.seq !== seq || head.hash !== hash)) return { kind: 'broken', seq: seq + 1, problem: 'headDiffers' }
  return { kind: 'whole', events: seq }
}
