import { roles, separatedRoles } from '@guatu/access'
import type { LampLevel } from '@guatu/kernel'
import { dictionaries, playbooks } from '@guatu/playbooks'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Deps } from '../http/deps.ts'
import { operatorActor } from '../store/actor.ts'
import { ensureDistrict } from '../store/district.ts'
import { holdItems } from '../store/items/hold.ts'
import { relit } from '../store/items/relit.ts'
import { openStore } from '../store/store.ts'
import { expectLoops } from '../store/testing/loops.ts'
import { verifyChain } from '../store/verify/verify-chain.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { loadDemo, removeDemo } from './index.ts'
import { districtOrgs } from './orgs.ts'

const database = freshDatabase()
const today = '2026-11-21'
let deps: Deps

beforeAll(async () => {
  const store = openStore(database.url, '330402', { connections: 2 })
  deps = {
    store,
    shelf: { playbooks, dictionaries },
    today: () => today,
    now: () => `${today}T02:00:00.000Z`,
    actor: operatorActor,
  }
  const orgs = districtOrgs(dictionaries.area)
  await ensureDistrict(store, { name: '南湖区', shortName: '南湖', today, now: deps.now(), playbooks, orgs })
})
afterAll(() => deps.store.close())

async function lampCounts(): Promise<(lamp: LampLevel) => number> {
  const rows = await deps.store.read((tx) =>
    tx.db
      .selectFrom('item')
      .where('districtId', '=', tx.districtId)
      .where('playbookKey', '=', playbooks[0]!.key)
      .groupBy('lamp')
      .select(['lamp', sql<number>`count(*)`.as('items')])
      .execute(),
  )
  return (lamp) => rows.find((row) => row.lamp === lamp)?.items ?? 0
}

test('every lamp is lit, in about the share that a district knows', async () => {
  const items = await loadDemo(deps)
  expect(items).toBeGreaterThanOrEqual(170)
  const lit = await lampCounts()
  const percent = (lamp: LampLevel) => Math.round((lit(lamp) / items) * 100)
  expect(percent('red')).toBeOneOf([4, 5, 6, 7])
  expect(percent('orange')).toBeOneOf([6, 7, 8, 9, 10])
  expect(percent('yellow')).toBeOneOf([8, 9, 10, 11, 12, 13])
  expect(percent('blue')).toBeGreaterThan(5)
  expect(percent('green')).toBeGreaterThan(30)
})

test('the ways of its items are what their events come to', async () => {
  expect(await deps.store.read((tx) => expectLoops(tx, playbooks))).toBeGreaterThanOrEqual(170)
})

test('problems stand in every stage, most of them at a node of a project', async () => {
  const list = playbooks.find(({ capabilities }) => capabilities.includes('problemBoard'))!
  const { rows } = await deps.store.read((tx) =>
    tx.client.query<{ stage: string; items: number; links: number }>(
      `select i.stage, count(*) as items, count(l.link_id) as links from item i
         left join item_link l on l.district_id = $1 and l.from_item_id = i.item_id
         where i.district_id = $1 and i.playbook_key = $2 group by i.stage`,
      [tx.districtId, list.key],
    ),
  )
  expect(rows.map(({ stage }) => stage).sort()).toEqual(list.stages.map(({ key }) => key).sort())
  const sum = (key: 'items' | 'links') => rows.reduce((total, row) => total + row[key], 0)
  expect(sum('items')).toBeGreaterThanOrEqual(40)
  expect(sum('links')).toBeGreaterThan(sum('items') / 3)
})

test('every lamp is what comes out from nothing but what it is judged by', async () => {
  const moved = await deps.store.write(async (tx) => {
    const { rows } = await tx.client.query<{ id: string }>('select item_id as id from item')
    const playbookOf = (key: string) => playbooks.find((playbook) => playbook.key === key)!
    const ids = rows.map(({ id }) => id)
    const held = await holdItems(tx, ids, playbookOf, { today, now: deps.now() })
    return [...held.values()].map(relit)
  })
  const said = (row: (typeof moved)[number]['after']) => [row.title, row.lamp, row.rules]
  expect(moved.map(({ after }) => said(after))).toEqual(moved.map(({ before }) => said(before!)))
})

test('its history is a whole chain with the changes of the last days', async () => {
  const { chain, recent } = await deps.store.read(async (tx) => ({
    chain: await verifyChain(tx),
    recent: await tx.db
      .selectFrom('event')
      .select('verb')
      .where('districtId', '=', tx.districtId)
      .where('at', '>=', '2026-11-19T16:00:00Z')
      .execute(),
  }))
  expect(chain.kind).toBe('whole')
  const verbs = new Set(recent.map((event) => event.verb))
  expect([...verbs]).toEqual(expect.arrayContaining(['item.advanced', 'item.lit', 'item.updated', 'plan.saved']))
})

test('the days before are kept as the boards showed them', async () => {
  const days = await deps.store.read((tx) =>
    tx.db
      .selectFrom('rollupDay')
      .where('districtId', '=', tx.districtId)
      .groupBy('day')
      .select(['day', sql<number>`sum(items)::int8`.as('items')])
      .orderBy('day')
      .execute(),
  )
  expect(days.map((row) => row.day)).toContain('2026-11-20')
  expect(days.map((row) => row.day)).toContain('2026-11-14')
  expect(days.every((row) => row.items > 160)).toBe(true)
})

test('every role is held by somebody, one post is deputised, one was handed over, leaders are in charge', async () => {
  const { posts, charges, opened } = await deps.store.read(async (tx) => ({
    posts: await tx.db.selectFrom('post').selectAll().where('districtId', '=', tx.districtId).execute(),
    charges: await tx.db.selectFrom('charge').selectAll().where('districtId', '=', tx.districtId).execute(),
    opened: await tx.db.selectFrom('item').select('phase').where('opened', '=', true).execute(),
  }))
  expect(new Set(posts.map(({ role }) => role))).toEqual(new Set(Object.keys(roles)))
  const deputies = posts.filter(({ deputyForId }) => deputyForId !== null)
  expect(deputies.map(({ fromDay, toDay }) => fromDay < today && today < (toDay ?? ''))).toEqual([true])
  const ended = posts.filter(({ toDay }) => toDay !== null && toDay < today)
  expect(ended).toHaveLength(1)
  expect(posts.find(({ takenOverFromId }) => takenOverFromId === ended[0]!.postId)?.orgId).toBe(ended[0]!.orgId)
  expect(new Set(charges.map(({ kind }) => kind))).toEqual(new Set(['area', 'item']))
  expect(opened.length).toBeGreaterThan(8)
  expect(opened.some(({ phase }) => phase === 'negotiation')).toBe(false)
})

test('nobody among its people holds a post that the separation of administrators forbids', async () => {
  const posts = await deps.store.read((tx) =>
    tx.db.selectFrom('post').selectAll().where('districtId', '=', tx.districtId).execute(),
  )
  for (const personId of new Set(posts.map((post) => post.personId))) {
    const keys = new Set(posts.filter((post) => post.personId === personId).map(({ role }) => role))
    if (separatedRoles.some((role) => keys.has(role))) expect(keys.size).toBe(1)
  }
})

test('it goes without a trace but its history, and the areas stay', async () => {
  expect(await removeDemo(deps)).toBeGreaterThanOrEqual(170)
  const left = await deps.store.read(async (tx) => {
    const counts: Record<string, number> = {}
    for (const table of [
      'item',
      'node',
      'fact',
      'fact_verification',
      'fact_current',
      'rollup',
      'rollup_rule',
      'person',
      'post',
      'charge',
    ]) {
      const { rows } = await tx.client.query(`select count(*) as n from ${table} where district_id = $1`, [
        tx.districtId,
      ])
      counts[table] = rows[0].n
    }
    const orgs = await tx.db.selectFrom('org').select('kind').where('districtId', '=', tx.districtId).execute()
    return { counts, kinds: new Set(orgs.map((org) => org.kind)), chain: await verifyChain(tx) }
  })
  expect(new Set(Object.values(left.counts))).toEqual(new Set([0]))
  expect(left.kinds).toEqual(new Set(['district', 'town', 'subDistrict', 'functionalArea']))
  expect(left.chain.kind).toBe('whole')
})
