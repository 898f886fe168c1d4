import type { QueryOf, searchEvents } from '@guatu/contract'
import { sql } from 'kysely'
import { firstHash } from '../../store/digest.ts'
import type { EventRow } from '../../store/schema.ts'
import type { Tx } from '../../store/store.ts'

export type EventFilter = Omit<QueryOf<typeof searchEvents>, 'before' | 'limit'>

/** What no index can find is looked for among so many events at a time, so that a page is never long in coming. */
const searchedAtOnce = 200_000

interface PageWish {
  readonly limit: number
  readonly before?: number | undefined
  readonly atOnce?: number
}

export interface EventPage {
  readonly events: readonly EventRow[]
  readonly next: number | null
  readonly searchedTo: string | null
}

const containing = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`
/** Midnight in China, which keeps one time all year. */
const midnight = (day: string) => `${day}T00:00:00+08:00`

function matching(tx: Tx, filter: EventFilter) {
  const { from, to, person, personId, post, origin, verb, itemId, q } = filter
  let found = tx.db.selectFrom('event').selectAll().where('districtId', '=', tx.districtId)
  if (from) found = found.where('at', '>=', midnight(from))
  if (to) found = found.where(sql<boolean>`at < ${midnight(to)}::timestamptz + interval '1 day'`)
  if (personId) found = found.where('actorId', '=', personId)
  if (verb) found = found.where('verb', 'in', verb.split(','))
  if (person) found = found.where('actor', 'ilike', containing(person))
  if (post) found = found.where('post', 'ilike', containing(post))
  if (origin) found = found.where('origin', 'ilike', containing(origin))
  if (q) found = found.where(sql<boolean>`(reason ilike ${containing(q)} or data::text ilike ${containing(q)})`)
  if (itemId) {
    const read = tx.db.selectFrom('sensitiveRead').select('seq').where('districtId', '=', tx.districtId)
    const ofItem = read.where('itemId', '=', itemId)
    found = found.where((is) => is.or([is('itemId', '=', itemId), is('seq', 'in', ofItem)]))
  }
  return found
}

const needsReading = ({ person, post, origin, q }: EventFilter) => [person, post, origin, q].some((text) => text)

async function topOf(tx: Tx): Promise<number> {
  const { rows } = await tx.client.query('select max(seq) as seq from event where district_id = $1', [tx.districtId])
  return Number(rows[0]?.seq ?? 0) + 1
}

async function instantOf(tx: Tx, seq: number): Promise<string | null> {
  const events = tx.db.selectFrom('event').select('at').where('districtId', '=', tx.districtId)
  return (await events.where('seq', '=', seq).executeTakeFirst())?.at ?? null
}

/** A page of the record, newest first, from below `before` on. */
export async function findEvents(
  tx: Tx,
  filter: EventFilter,
  { limit, before, atOnce = searchedAtOnce }: PageWish,
): Promise<EventPage> {
  const top = before ?? (await topOf(tx))
  const reads = needsReading(filter)
  const lowest = reads ? Math.max(top - atOnce, 0) : 0
  const events = await matching(tx, filter)
    .where('seq', '<', top)
    .where('seq', '>=', lowest)
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute()
  if (events.length === limit) return { events, next: events.at(-1)?.seq ?? null, searchedTo: null }
  if (!reads || lowest <= 1) return { events, next: null, searchedTo: null }
  return { events, next: lowest, searchedTo: await instantOf(tx, lowest) }
}

/** One event and the hash that it follows. */
export async function findEvent(tx: Tx, seq: number) {
  const events = tx.db.selectFrom('event').selectAll().where('districtId', '=', tx.districtId)
  const event = await events.where('seq', '=', seq).executeTakeFirst()
  if (!event) return undefined
  const before = seq === 1 ? undefined : await events.where('seq', '=', seq - 1).executeTakeFirst()
  return { event, previousHash: before?.hash ?? (seq === 1 ? firstHash : '') }
}
