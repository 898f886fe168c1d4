import { getEvent, getRecordState, searchEvents } from '@guatu/contract'
import { done, refused } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { verbTitles } from '../../store/events/verb-titles.ts'
import { asKeeper, type Tx } from '../../store/store.ts'
import { linesOf } from './lines.ts'
import { findEvent, findEvents } from './query.ts'

export const searchEventsFeature = feature(searchEvents, async (deps, { query }) => {
  const { before, limit = 50, ...filter } = query
  return await deps.store.read(async (tx) => {
    const { events, next, searchedTo } = await findEvents(tx, filter, { limit, before })
    const lines = await linesOf(deps, tx, events)
    return done({ events: lines.map(({ event }) => event), next, searchedTo })
  })
})

export const getEventFeature = feature(getEvent, async (deps, { params }) => {
  return await deps.store.read(async (tx) => {
    const found = await findEvent(tx, params.seq)
    if (!found) return refused(refusal('NOT_FOUND'))
    const [line] = await linesOf(deps, tx, [found.event])
    const { event, changes } = line!
    const { actorId: personId, data, hash } = found.event
    return done({ event, personId, changes: changes(), data, hash, previousHash: found.previousHash })
  })
})

const ends = `select (select min(at) from event where district_id = $1) as oldest,
  (select max(at) from event where district_id = $1) as newest,
  pg_total_relation_size('event') as bytes`

async function stateOf(tx: Tx) {
  const heads = tx.db.selectFrom('chainHead').selectAll().where('districtId', '=', tx.districtId)
  const { seq, hash, algorithm } = await heads.executeTakeFirstOrThrow()
  const { rows } = await tx.client.query<{ oldest: string | null; newest: string | null; bytes: string }>(ends, [
    tx.districtId,
  ])
  const { oldest, newest, bytes } = rows[0]!
  return { events: seq, oldestAt: oldest, newestAt: newest, bytes: Number(bytes), algorithm, hash }
}

const verbs = Object.entries(verbTitles).map(([verb, title]) => ({ verb, title: { ...title } }))

export const getRecordStateFeature = feature(getRecordState, async (deps) => {
  return await deps.store.read(async (tx) => done({ ...(await asKeeper(tx, stateOf)), verbs }))
})
