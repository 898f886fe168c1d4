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

/** Of the district, and within the days that the search names. */
function inTime({ districtId }: Tx, { from, to }: EventFilter) {
  const parts = [sql<boolean>`district_id = ${districtId}`]
  if (from) parts.push(sql<boolean>`at >= ${midnight(from)}`)
  if (to) parts.push(sql<boolean>`at < ${midnight(to)}::timestamptz + interval '1 day'`)
  return sql<boolean>`(${sql.join(parts, sql` and `)})`
}

/**
 * The places in the chain between which the days of a search lie. The record is read by place, newest first, which for
 * days long ago would mean all that came later; the index by time names their ends without reading an event.
 */
async function placesOf(tx: Tx, filter: EventFilter): Promise<{ first: number; last: number }> {
  if (!filter.from && !filter.to) return { first: 0, last: await lastOf(tx) }
  const ends = tx.db.selectFrom('event').where(inTime(tx, filter))
  const { first, last } = await ends
    // Asked with the count, the ends come from the index by time; alone, from walking the chain until a day matches.
    .select([sql<number>`count(*)`.as('events'), sql<number | null>`min(seq)`.as('first')])
    .select(sql<number | null>`max(seq)`.as('last'))
    .executeTakeFirstOrThrow()
  return { first: first ?? 1, last: last ?? 0 }
}

function matching(tx: Tx, filter: EventFilter) {
  const { person, personId, post, origin, verb, itemId, q } = filter
  let found = tx.db.selectFrom('event').selectAll().where(inTime(tx, filter))
  if (personId) found = found.where('actorId', '=', personId)
  if (verb) found = found.where('verb', 'in', verb.split(','))
  if (person) found = found.where('actor', 'ilike', containing(person))
  if (post) found = found.where('post', 'ilike', containing(post))
  if (origin) found = found.where('origin', 'ilike', containing(origin))
  if (q) found = found.where(sql<boolean>`(reason ilike ${containing(q)} or data::text ilike ${containing(q)})`)
  if (itemId) {
    const { districtId } = tx
    // One list of places: two conditions joined by `or` would leave no index to go by.
    const own = tx.db
      .selectFrom('event')
      .select('seq')
      .where('districtId', '=', districtId)
      .where('itemId', '=', itemId)
    const read = tx.db.selectFrom('sensitiveRead').select('seq').where('districtId', '=', districtId)
    found = found.where('seq', 'in', own.union(read.where('itemId', '=', itemId)))
  }
  return found
}

const needsReading = ({ person, post, origin, q }: EventFilter) => [person, post, origin, q].some((text) => text)

async function lastOf(tx: Tx): Promise<number> {
  const { rows } = await tx.client.query('select max(seq) as seq from event where district_id = $1', [tx.districtId])
  return Number(rows[0]?.seq ?? 0)
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
  const { first, last } = await placesOf(tx, filter)
  const top = Math.min(before ?? Number.POSITIVE_INFINITY, last + 1)
  const reads = needsReading(filter)
  const lowest = reads ? Math.max(top - atOnce, first) : first
  const events = await matching(tx, filter)
    .where('seq', '<', top)
    .where('seq', '>=', lowest)
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute()
  if (events.length === limit) return { events, next: events.at(-1)?.seq ?? null, searchedTo: null }
  if (!reads || lowest <= Math.max(first, 1)) return { events, next: null, searchedTo: null }
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
