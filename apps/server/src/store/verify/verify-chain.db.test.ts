import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../testing/fresh-database.ts'
import { appendEvents, type EventDraft } from '../chain.ts'
import { type ChainAlgorithm, chainAlgorithms, linkHash } from '../digest.ts'
import { ensureDistrict } from '../district.ts'
import { asOwner, openStore, type Store } from '../store.ts'
import { verifyChain } from './verify-chain.ts'

const database = freshDatabase()
const at = '2026-06-15T01:02:03.004Z'
const districtOf: Readonly<Record<ChainAlgorithm, string>> = { sha256: '330402', sm3: '330411' }
const events = 60

function draft(index: number): EventDraft {
  const data = {
    revision: index,
    text: `第 ${index} 次\t"引号"\\反斜线\n换行 \u{1F3D7}`,
    列: [1, null, { b: true, a: '' }],
  }
  return { verb: 'item.updated', itemId: null, data, reason: index % 3 === 0 ? '更正\t漏报' : null }
}

async function grow(store: Store, count: number): Promise<void> {
  await store.write((tx) =>
    appendEvents(
      tx,
      at,
      Array.from({ length: count }, (_, index) => draft(index)),
    ),
  )
}

const tamper = (store: Store, text: string) =>
  store.write((tx) => asOwner(tx, () => tx.client.query(text.replaceAll('$D', `district_id = '${tx.districtId}'`))))

/** Puts an event in the place of another with the hash that fits the link before. */
async function forge(store: Store, seq: number): Promise<void> {
  await store.write((tx) =>
    asOwner(tx, async () => {
      const { districtId, db } = tx
      const heads = db.selectFrom('chainHead').select('algorithm').where('districtId', '=', districtId)
      const links = db.selectFrom('event').select('hash').where('districtId', '=', districtId)
      const head = await heads.executeTakeFirstOrThrow()
      const before = await links.where('seq', '=', seq - 1).executeTakeFirstOrThrow()
      const person = { actor: '某人', actorId: null, post: null, origin: null }
      const event = { seq, at, ...person, verb: 'item.updated', itemId: null, data: { forged: true }, reason: null }
      const hash = linkHash(head.algorithm, before.hash, districtId, event)
      await db
        .insertInto('event')
        .values({ districtId, ...event, hash })
        .execute()
    }),
  )
}

const makeRoom =
  'update event set seq = -seq - 1 where $D and seq >= 30; update event set seq = -seq where $D and seq < 0'
const swapPlaces = (a: number, b: number) =>
  `update event set seq = -1 where $D and seq = ${a}; update event set seq = ${a} where $D and seq = ${b};
   update event set seq = ${b} where $D and seq = -1`
const swapContents = (a: number, b: number) =>
  `update event x set data = y.data, reason = y.reason from event y
   where x.district_id = y.district_id and x.$D and x.seq + y.seq = ${a + b} and x.seq in (${a}, ${b})`

const cases: readonly [string, string, { seq: number; problem: string }][] = [
  ['altered', `update event set reason = 'x' where $D and seq = 17`, { seq: 17, problem: 'altered' }],
  [
    'altered, by a microsecond',
    `update event set at = at + '1 microsecond' where $D and seq = 17`,
    { seq: 17, problem: 'altered' },
  ],
  [
    'altered into what no program writes',
    `update event set data = '{"x": 1.5}' where $D and seq = 17`,
    { seq: 17, problem: 'altered' },
  ],
  [
    'given another hash',
    `update event set hash = repeat('a', 64) where $D and seq = 17`,
    { seq: 17, problem: 'altered' },
  ],
  ['deleted', 'delete from event where $D and seq = 17', { seq: 17, problem: 'missing' }],
  ['deleted, the first', 'delete from event where $D and seq = 1', { seq: 1, problem: 'missing' }],
  ['deleted, the last', `delete from event where $D and seq = ${events + 1}`, { seq: events + 1, problem: 'missing' }],
  [
    'deleted and the rest moved up',
    'delete from event where $D and seq = 17; update event set seq = 1 - seq where $D and seq > 17; update event set seq = -seq where $D and seq < 0',
    { seq: 17, problem: 'missing' },
  ],
  ['moved: neighbours change places', swapPlaces(17, 18), { seq: 17, problem: 'outOfOrder' }],
  ['moved: two far apart change places', swapPlaces(17, 44), { seq: 17, problem: 'outOfOrder' }],
  ['moved: neighbours change contents', swapContents(17, 18), { seq: 17, problem: 'outOfOrder' }],
  ['moved: two far apart change contents', swapContents(17, 44), { seq: 17, problem: 'outOfOrder' }],
  [
    'added at the end',
    `insert into event (district_id, seq, at, actor, verb, data, hash) select district_id, ${events + 2}, at, actor, verb, data, hash from event where $D and seq = 5`,
    { seq: events + 2, problem: 'altered' },
  ],
  [
    'cut off at the head',
    `update chain_head set hash = repeat('a', 64) where $D`,
    { seq: events + 1, problem: 'headDiffers' },
  ],
]

describe.each(chainAlgorithms)('a chain made with %s', (algorithm) => {
  let store: Store
  const verdict = () => store.read((tx) => verifyChain(tx))
  const broken = (fault: object) => ({ kind: 'broken', ...fault })

  beforeAll(async () => {
    store = openStore(database.url, districtOf[algorithm])
    const start = {
      name: `测试区 ${algorithm}`,
      shortName: '测试',
      today: '2026-06-15',
      now: at,
      playbooks: [],
      orgs: [],
    }
    await ensureDistrict(store, { ...start, chain: algorithm })
    await grow(store, events)
    await tamper(store, `create table kept_${algorithm} as select * from event where $D`)
    await tamper(store, `create table kept_head_${algorithm} as select * from chain_head where $D`)
    return () => store.close()
  })
  afterEach(async () => {
    await tamper(store, `delete from event where $D; insert into event table kept_${algorithm}`)
    await tamper(store, `delete from chain_head where $D; insert into chain_head table kept_head_${algorithm}`)
  })

  test('is whole, and tells how far the walk is', async () => {
    const told: [number, number][] = []
    const whole = await store.read((tx) => verifyChain(tx, { onProgress: (...step) => told.push(step) }))
    expect(whole).toEqual({ kind: 'whole', events: events + 1 })
    expect(told.at(-1)).toEqual([events + 1, events + 1])
  })

  test.each(cases)('an event that was %s is found and named', async (_, text, fault) => {
    await tamper(store, text)
    expect(await verdict()).toEqual(broken(fault))
  })

  test('an event put in between is found, whether its hash fits or not', async () => {
    await tamper(store, makeRoom)
    await forge(store, 30)
    expect(await verdict()).toEqual(broken({ seq: 30, problem: 'inserted' }))
    await tamper(store, `update event set hash = repeat('b', 64) where $D and seq = 30`)
    expect(await verdict()).toEqual(broken({ seq: 30, problem: 'inserted' }))
  })

  test('an event added past the head with a hash that fits is found', async () => {
    await forge(store, events + 2)
    expect(await verdict()).toEqual(broken({ seq: events + 2, problem: 'inserted' }))
  })

  test('the walk can be ended', async () => {
    const walk = store.read((tx) => verifyChain(tx, { signal: AbortSignal.abort() }))
    await expect(walk).rejects.toMatchObject({ name: 'AbortError' })
  })

  test('threads walk a long chain and find the same', async () => {
    await grow(store, 45_000)
    expect(await verdict()).toEqual({ kind: 'whole', events: events + 45_001 })
    await tamper(store, `update event set actor = 'x' where $D and seq = 30011`)
    expect(await verdict()).toEqual(broken({ seq: 30_011, problem: 'altered' }))
  })

  test('no link of one digest passes for one of the other', async () => {
    const other = chainAlgorithms.find((name) => name !== algorithm) as string
    await tamper(store, `update chain_head set algorithm = '${other}' where $D`)
    expect(await verdict()).toEqual(broken({ seq: 1, problem: 'altered' }))
  })
})
