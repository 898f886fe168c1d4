import { type Action, decide, keysOf, phasesOf, type Standing, standardRules } from '@guatu/access'
import {
  createItem,
  exportItems,
  getCockpit,
  getItem,
  getWallMap,
  listItems,
  type Route,
  reportFact,
  routes,
  search,
} from '@guatu/contract'
import { phases } from '@guatu/kernel'
import type { PlanEffect } from '@guatu/playbook'
import { playbooks } from '@guatu/playbooks'
import { beforeAll, describe, expect, test } from 'vitest'
import { features } from '../../features/index.ts'
import { replaceParties } from '../../store/access/parties.ts'
import type { Actor } from '../../store/actor.ts'
import { asOwner } from '../../store/store.ts'
import { useTestApp } from '../../store/testing/test-app.ts'
import { worksList } from '../../store/testing/works-list.ts'
import { isOfItem, itemOf, type MatrixPerson, matrixPersons, ownArea, units, verdictOf } from './scenario.ts'

const applications = playbooks.filter(({ capabilities }) => capabilities.includes('changes'))
const server = useTestApp([worksList, ...applications])
const works = { playbook: 'works' }
const items: { standing: Standing; factId: string; title: string }[] = []

async function settle(phase: 'negotiation' | 'delivery', title: string): Promise<void> {
  const { itemId } = await server.ask(createItem, { body: { ...works, fields: { name: title } } })
  const body = { metric: 'yearDone', period: '2026', value: '1.00' }
  const { fact } = await server.ask(reportFact, { params: { itemId }, body })
  items.push({ standing: itemOf(itemId, phase), factId: fact.factId, title })
}

beforeAll(async () => {
  await settle('negotiation', '秘密洽谈甲')
  await settle('delivery', '公开实施乙')
  await server.deps.store.write((tx) =>
    asOwner(tx, async (owner) => {
      const tree = [
        [units.root, null, '区级', null],
        [units.own, units.root, '本镇', ownArea],
        [units.sibling, units.root, '邻镇', null],
        [units.village, units.own, '村', null],
        [units.foreign, null, '外单位', null],
      ]
      for (const [orgId, parentId, name, areaCode] of tree) {
        await owner.client.query(
          `insert into org (district_id, org_id, parent_id, kind, name, area_code, assessed, position, search_text, demonstration)
             values ('330402', $1, $2, 'town', $3, $4, true, 9, '', false)`,
          [orgId, parentId, name, areaCode],
        )
      }
      for (const { personId, holder } of matrixPersons) {
        await owner.client.query(
          `insert into person (district_id, person_id, name, search_text, demonstration) values ('330402', $1, '某人', '', false)`,
          [personId],
        )
        for (const { postId, orgId, role } of holder.holdings) {
          await owner.client.query(
            `insert into post (district_id, post_id, person_id, org_id, role, title, from_day)
               values ('330402', $1, $2, $3, $4, '岗位', '2026-01-01')`,
            [postId, personId, orgId, role],
          )
        }
      }
      for (const { standing } of items) {
        await owner.client.query('update item set phase = $2 where item_id = $1', [standing.itemId, standing.phase])
        const past = 'update item_past set phase = $2, parties = $3 where item_id = $1'
        await owner.client.query(past, [standing.itemId, standing.phase, keysOf(standing)])
        await replaceParties(owner, [{ itemId: standing.itemId, keys: keysOf(standing) }])
        // Each asks for a change of itself, so that what is done to applications is asked of the same persons.
        await owner.client.query(
          `insert into change_request (district_id, item_id, target_item_id, base_revision, rebaseline, asked_by, asked_at, asked_effect)
             values ('330402', $1, $1, 1, false, '某人', '2026-06-15T01:00:00Z', $2)`,
          [standing.itemId, noEffect],
        )
      }
    }),
  )
}, 60_000)

const dates = { fromDeadline: null, toDeadline: null }
const noEffect: PlanEffect = { nodes: [], finishShiftWorkdays: 0, ...dates, feasible: true, shortfallWorkdays: 0 }

/** Values that fit the schema of nothing in particular: enough to get past the door, too little to change anything. */
const nobody = '018f0000-0000-7000-8000-00000000ffff'
const bodies: Readonly<Record<string, object>> = {
  updateItem: { revision: 0, fields: {} },
  advanceItem: { revision: 0, to: 'build' },
  savePlan: { revision: 0, changes: [{ nodeKey: 'file', durationWorkdays: 7 }] },
  previewPlan: { changes: [{ nodeKey: 'file', durationWorkdays: 7 }] },
  reportFact: { metric: 'nothing', period: '2026', value: '1' },
  pauseClock: { ground: 'nothing', text: '核对' },
  addLink: { kind: 'nothing', itemId: nobody },
  openItem: { revision: 0, opened: true, reason: '核对' },
  askExemption: { rule: 'nothing', ground: 'policy', text: '核对', until: '2026-12-31' },
  applyForChange: { revision: 0, changes: [], fields: {} },
  saveChangeRequest: { revision: 0, changes: [] },
  seeChange: { revision: 0 },
}

const upload = [
  '--edge',
  'Content-Disposition: form-data; name="file"; filename="a.txt"',
  '',
  'x',
  '--edge--',
  '',
].join('\r\n')

/** Whoever reads the directory may have a sheet checked, each in a thread of its own: the door is seen without a file. */
const withoutFile = new Set(['checkDirectoryFile'])
const emptyUpload = ['--edge', 'Content-Disposition: form-data; name="note"', '', 'x', '--edge--', ''].join('\r\n')

async function statusOf(route: Route, personId: string, itemId: string, factId: string): Promise<[number, string]> {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) =>
    name === 'itemId' ? itemId : name === 'factId' ? factId : nobody,
  )
  const body = bodies[route.name] ?? {}
  const sent = withoutFile.has(route.name) ? emptyUpload : upload
  const payload = route.upload ? { payload: sent } : route.method === 'GET' ? {} : { payload: body }
  const type = route.upload ? { 'content-type': 'multipart/form-data; boundary=edge' } : {}
  const headers = { 'x-test-person': personId, ...type }
  const reply = await server.app.inject({ method: route.method, url: path, headers, ...payload })
  return [reply.statusCode, reply.body]
}

const known = new Set(features.map((feature) => feature.route.name))
const asked = routes.filter(({ needs, name }) => needs !== 'public' && known.has(name))
const statusFor = { forbidden: 403, absent: 404 }

/** At the door the place says nothing: of a role that is refused there, one person is enough. */
const atDoor = ({ place, holder }: MatrixPerson, { needs }: Route) =>
  place === 'own' || needs === 'session' || decide(holder, standardRules, needs as Action, null).kind === 'done'

/** Some requests of a session's own are refused for reasons of theirs, such as a token that came instead of a person. */
const hasOwnDoor = ({ needs, refusals }: Route) => needs === 'session' && refusals.includes('FORBIDDEN')

/** Verifying would change the item for the others; whether one may is seen in SQL and in the tests of the feature. */
const changing = new Set(['verifyFact'])

async function holdAgainst(route: Route, persons: readonly MatrixPerson[]): Promise<void> {
  const ofItem = isOfItem(route)
  for (const { standing, factId, title } of ofItem ? items : items.slice(1)) {
    for (const person of persons.filter((one) => atDoor(one, route))) {
      const verdict = verdictOf(person, route, standing)
      if (verdict === 'allowed' && changing.has(route.name)) continue
      const [status, body] = await statusOf(route, person.personId, standing.itemId, factId)
      const where = `${route.name} ${person.role} ${person.place} ${standing.phase} ${body.slice(0, 300)}`
      if (verdict === 'allowed') {
        expect(status, where).toBeLessThan(500)
        if (ofItem) expect([401, 403, 404], where).not.toContain(status)
        else if (!hasOwnDoor(route)) expect([401, 403], where).not.toContain(status)
      } else {
        expect(status, where).toBe(statusFor[verdict])
        expect(body, where).not.toContain(title)
      }
    }
  }
}

/** Of a district's requests the place says nothing: one person for each role is enough. */
const atOwn = matrixPersons.filter(({ place }) => place === 'own')

describe('over HTTP', () => {
  test.each(asked.filter(isOfItem))('$name: every role at every place', async (route) => {
    await holdAgainst(route, matrixPersons)
  })
  test.each(asked.filter((route) => !isOfItem(route)))('$name: every role', async (route) => {
    await holdAgainst(route, atOwn)
  })
})

const reads = ({ holder }: MatrixPerson, standing: Standing) =>
  decide(holder, standardRules, 'item.read', standing).kind === 'done'

test('lists, figures, searches, maps and exports hold what one may read, and not a count more', async () => {
  for (const person of matrixPersons) {
    const seen = items.filter(({ standing }) => reads(person, standing))
    const who = server.as(person.personId)
    if (decide(person.holder, standardRules, 'item.read', null).kind === 'refused') {
      expect((await who.refused(listItems, { query: works })).code).toBe('FORBIDDEN')
      continue
    }
    const ids = seen.map(({ standing }) => standing.itemId).sort()
    const list = await who.ask(listItems, { query: works })
    expect([list.total, list.rows.map((row) => row.itemId).sort()], `${person.role} ${person.place}`).toEqual([
      ids.length,
      ids,
    ])
    expect((await who.ask(getCockpit, { query: works })).items).toBe(ids.length)
    expect((await who.ask(getWallMap, { query: works })).total).toBe(ids.length)
    for (const { title, standing } of items) {
      const { hits } = await who.ask(search, { query: { q: title } })
      expect(hits.filter(({ kind }) => kind === 'item').map((hit) => hit.id)).toEqual(
        ids.filter((one) => one === standing.itemId),
      )
      const filtered = await who.ask(listItems, { query: { ...works, q: title, limit: 0 } })
      expect(filtered.total).toBe(ids.includes(standing.itemId) ? 1 : 0)
    }
  }
  const firm = matrixPersons.find(({ role, place }) => role === 'firm' && place === 'sibling')!
  const file = await server.app.inject({
    method: 'GET',
    url: `${exportItems.path}?playbook=works`,
    headers: { 'x-test-person': firm.personId },
  })
  const nothing = await server.app.inject({
    method: 'GET',
    url: `${exportItems.path}?playbook=works&q=nothing`,
    headers: { 'x-test-person': firm.personId },
  })
  expect([file.statusCode, file.rawPayload.length]).toEqual([200, nothing.rawPayload.length])
})

const actorOf = (personId: string): Actor => ({ personId, name: '某人', post: null, origin: 'test' })
const ofItems = [
  'item',
  'node',
  'fact',
  'fact_current',
  'event',
  'item_party',
  'item_past',
  'node_past',
  'item_secret',
  'evidence',
]

test('in SQL as the application’s role: rows of what one may read, none of another district, no ids told by conflicts', async () => {
  for (const person of matrixPersons) {
    const store = server.deps.store.as(actorOf(person.personId))
    await store.read(async (tx) => {
      for (const { standing } of items) {
        const may = reads(person, standing) || decide(person.holder, standardRules, 'audit.read', null).kind === 'done'
        for (const table of ofItems) {
          const { rowCount } = await tx.client.query(`select from ${table} where item_id = $1`, [standing.itemId])
          const told = table === 'event' ? may : reads(person, standing)
          if (!told) expect(rowCount, `${table} ${person.role} ${person.place}`).toBe(0)
          else if (['item', 'node', 'fact', 'event'].includes(table)) expect(rowCount).toBeGreaterThan(0)
        }
      }
      const sums = await tx.client.query('select from rollup')
      const whole = phasesOf(person.holder, standardRules, 'item.read').length === phases.length
      expect(sums.rowCount! > 0).toBe(whole)
      await tx.client.query(`set local guatu.district = '330499'`)
      for (const table of [...ofItems, 'org', 'person', 'post', 'access_rule', 'district', 'rollup']) {
        expect((await tx.client.query(`select from ${table}`)).rowCount, table).toBe(0)
      }
    })
  }
})

test('a key that is taken is told to nobody who may not write there', async () => {
  const stranger = matrixPersons.find(({ role, place }) => role === 'firm' && place === 'foreign')!
  const { standing } = items[0]!
  for (const itemId of [standing.itemId, nobody]) {
    const attempt = server.deps.store
      .as(actorOf(stranger.personId))
      .write((tx) =>
        tx.client.query(`insert into item select * from json_populate_recordset(null::item, $1)`, [
          JSON.stringify([{ district_id: '330402', item_id: itemId, phase: 'negotiation' }]),
        ]),
      )
    await expect(attempt).rejects.toMatchObject({ code: '42501' })
  }
})

test('an item of nobody’s is as absent as one that there is not', async () => {
  const stranger = matrixPersons.find(({ role, place }) => role === 'town' && place === 'sibling')!
  const who = server.as(stranger.personId)
  const secret = await who.refused(getItem, { params: { itemId: items[0]!.standing.itemId } })
  expect(await who.refused(getItem, { params: { itemId: nobody } })).toEqual(secret)
})
