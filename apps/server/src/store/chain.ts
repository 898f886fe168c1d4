import type { Actor } from './actor.ts'
import { linkHash } from './digest.ts'
import { insertRows } from './rows.ts'
import type { EventRow } from './schema.ts'
import { asKeeper, type Tx } from './store.ts'

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

/** What another is said to have done carries neither the post nor the place of the one who writes it. */
function whoseOf({ personId, name, post, origin }: Actor, draft: EventDraft) {
  const other = draft.actor !== undefined && draft.actor !== name
  return other
    ? { actor: draft.actor as string, actorId: null, post: null, origin: null }
    : { actor: name, actorId: personId, post, origin }
}

async function lockHead(tx: Tx) {
  return await tx.db
    .selectFrom('chainHead')
    .select(['seq', 'hash', 'algorithm'])
    .where('districtId', '=', tx.districtId)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

/** Appends events to the district's chain; the head's row lock makes writers follow one another. */
export async function appendEvents(tx: Tx, at: string, drafts: readonly EventDraft[]): Promise<number> {
  const { districtId } = tx
  const { algorithm, ...head } = await asKeeper(tx, lockHead)
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
    hash = linkHash(algorithm, hash, districtId, event)
    return { districtId, ...event, hash }
  })
  await asKeeper(tx, async (keeper) => {
    await insertRows(keeper, 'event', rows)
    await keeper.db.updateTable('chainHead').set({ seq, hash }).where('districtId', '=', districtId).execute()
  })
  return seq
}
