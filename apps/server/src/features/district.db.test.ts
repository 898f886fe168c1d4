import {
  createItem,
  deleteAreaMap,
  getAreaMap,
  getDistrictPlan,
  getItem,
  getSession,
  listItems,
  saveAreaMap,
  saveDistrictPlan,
  search,
} from '@guatu/contract'
import { expect, test } from 'vitest'
import { townOrg, useTestApp } from '../store/testing/test-app.ts'

const server = useTestApp()
const params = { playbook: 'works' }
const yuan = (amount: string) => ({ amount, currency: 'CNY' })

test('the directory says who there is', async () => {
  const session = await server.ask(getSession)
  expect(session).toMatchObject({ today: '2026-06-15', demonstration: false, district: { districtId: '330402' } })
  expect(session.orgs.map((org) => org.name)).toEqual(['凤桥镇', '区发展和改革局'])
  expect(session.areas).toHaveLength(3)
})

test('items and units are found by words, pinyin and initials', async () => {
  await server.ask(createItem, { body: { playbook: 'works', fields: { name: '南湖新材一期', unit: townOrg } } })
  const hits = async (q: string) =>
    (await server.ask(search, { query: { q } })).hits.map((hit) => `${hit.kind} ${hit.title}`)
  for (const q of ['新材', 'nanhuxincai', 'nhxc', '南湖 一期']) expect(await hits(q)).toEqual(['item 南湖新材一期'])
  expect(await hits('fqz')).toEqual(['org 凤桥镇'])
  expect(await hits('nothing')).toEqual([])
})

test('an edited template is for items to come, an edited threshold for all at once', async () => {
  const fields = {
    name: '滞后',
    yearPlan: yuan('1000.00'),
    yearDone: yuan('300.00'),
    until: { date: '2027-12-31', precision: 'day' },
  }
  const { itemId } = await server.ask(createItem, { body: { playbook: 'works', fields } })
  expect((await server.ask(getItem, { params: { itemId } })).item.lamp).toBe('yellow')
  const { revision, plan, edited } = await server.ask(getDistrictPlan, { params })
  expect([revision, edited]).toEqual([0, false])
  const nodes = plan.nodes.map((node) =>
    node.key === 'file' ? { ...node, durationWorkdays: 8, title: { zh: '备案', en: 'Filing' } } : node,
  )
  const body = { revision, plan: { ...plan, nodes, thresholds: { ...plan.thresholds, redPoints: 12 } } }
  const silent = await server.refused(saveDistrictPlan, { params, body })
  expect(silent.refusals).toMatchObject([{ code: 'REASON_REQUIRED', path: 'thresholds/redPoints' }])
  await server.ask(saveDistrictPlan, { params, body: { ...body, reason: '区政府常务会议定' } })
  const old = await server.ask(getItem, { params: { itemId } })
  expect([old.item.lamp, old.plan.nodes[0]?.title]).toEqual(['red', '节点file'])
  const made = await server.ask(createItem, { body: { playbook: 'works', fields: { ...fields, name: '新的' } } })
  const fresh = await server.ask(getItem, { params: { itemId: made.itemId } })
  expect(fresh.plan.nodes[0]).toMatchObject({ title: '备案', durationWorkdays: 8 })
  const { lamps } = await server.ask(listItems, { query: { playbook: 'works' } })
  expect(lamps.red).toBe(2)
  expect((await server.refused(saveDistrictPlan, { params, body })).code).toBe('REVISION_STALE')
})

test('a template with mistakes is refused with all of them', async () => {
  const { revision, plan } = await server.ask(getDistrictPlan, { params })
  const link = { from: 'accept', to: 'file', type: 'FS' as const, lagWorkdays: 0, soft: false }
  const circle = await server.refused(saveDistrictPlan, {
    params,
    body: { revision, plan: { ...plan, links: [...plan.links, link] } },
  })
  expect(circle.code).toBe('PLAN_INVALID')
  const thresholds = await server.refused(saveDistrictPlan, {
    params,
    body: { revision, plan: { ...plan, thresholds: { nonsense: 1 } } },
  })
  expect(thresholds.refusals.length).toBeGreaterThan(1)
})

test('the district’s own boundary file stands in for the schematic map until it is taken back', async () => {
  const schematic = await server.ask(getAreaMap)
  expect(schematic.features.every((feature) => feature.properties.schematic === true)).toBe(true)
  const ring = [
    [120.7, 30.7],
    [120.8, 30.7],
    [120.8, 30.8],
    [120.7, 30.7],
  ]
  const feature = (code: string, coordinates: unknown[]) => {
    return {
      type: 'Feature' as const,
      properties: { code, name: '镇' },
      geometry: { type: 'Polygon' as const, coordinates },
    }
  }
  const map = (...features: ReturnType<typeof feature>[]) => ({ type: 'FeatureCollection' as const, features })
  const wrong = map(
    feature('330402100', [ring.slice(1)]),
    feature('999', [ring]),
    feature('330402100', [
      [
        [200, 0],
        [1, 1],
        [2, 2],
        [200, 0],
      ],
    ]),
  )
  const reply = await server.refused(saveAreaMap, { body: wrong })
  expect(reply.refusals.map((refusal) => refusal.path)).toEqual([
    'features/0/geometry',
    'features/1/properties/code',
    'features/2/geometry',
    'features/2/properties/code',
  ])
  await server.ask(saveAreaMap, { body: map(feature('330402100', [ring])) })
  expect((await server.ask(getAreaMap)).features).toHaveLength(1)
  expect(await server.ask(deleteAreaMap)).toEqual({ removed: true })
  expect(await server.ask(deleteAreaMap)).toEqual({ removed: false })
  expect(await server.ask(getAreaMap)).toEqual(schematic)
})
