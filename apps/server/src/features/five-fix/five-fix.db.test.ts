import { assignGaps, createItem, getItem, listGaps, listItemEvents, savePlan, updateItem } from '@guatu/contract'
import { fiveFixes } from '@guatu/kernel'
import { fiveFixGaps } from '@guatu/playbook'
import { beforeAll, expect, test } from 'vitest'
import { givePerson } from '../../store/testing/people.ts'
import { bureauOrg, townOrg, useTestApp } from '../../store/testing/test-app.ts'
import { worksList } from '../../store/testing/works-list.ts'

const server = useTestApp()
const query = { playbook: 'works' }
let clerk: string
let leader: string
let town: string
let bureau: string
let orphan: string

async function makeWork(fields: Readonly<Record<string, unknown>>): Promise<string> {
  const until = { date: '2027-12-31', precision: 'day' }
  return (await server.ask(createItem, { body: { playbook: 'works', fields: { until, ...fields } } })).itemId
}

beforeAll(async () => {
  clerk = await givePerson(server.deps, [{ role: 'town', orgId: townOrg }])
  leader = await givePerson(server.deps, [{ role: 'leader', orgId: bureauOrg }])
  town = await makeWork({ name: '甲', unit: townOrg, place: '330402100' })
  bureau = await makeWork({ name: '乙', unit: bureauOrg, until: null })
  orphan = await makeWork({ name: '丙', keeper: clerk })
})

const itemOf = (itemId: string) => server.ask(getItem, { params: { itemId } })
const revisionOf = async (itemId: string) => (await itemOf(itemId)).item.revision

test('the check finds exactly what the pure rule finds, counted by unit and kind', async () => {
  const reply = await server.ask(listGaps, { query })
  const expected = new Map<string, readonly string[]>()
  for (const itemId of [town, bureau, orphan]) {
    for (const node of (await itemOf(itemId)).plan.nodes) {
      const template = worksList.nodes.find(({ key }) => key === node.nodeKey)
      const gaps = fiveFixGaps(node, template)
      if (gaps.length > 0) expected.set(`${itemId}/${node.nodeKey}`, gaps)
    }
  }
  expect(new Map(reply.nodes.map(({ itemId, nodeKey, gaps }) => [`${itemId}/${nodeKey}`, gaps]))).toEqual(expected)
  expect(reply.total).toBe(expected.size)
  expect(reply.incompleteNodes).toBe(expected.size)
  expect(reply.openNodes).toBe(15)
  for (const fix of fiveFixes) {
    const found = [...expected.values()].filter((gaps) => gaps.includes(fix)).length
    expect(reply.gaps[fix], fix).toBe(found)
    expect(
      reply.units.reduce((total, { gaps }) => total + gaps[fix], 0),
      fix,
    ).toBe(found)
  }
  expect(reply.units.map(({ orgId }) => orgId).sort()).toEqual([townOrg, bureauOrg, null].sort())
})

test('every figure is the total of the nodes that it opens; pages are parts of the whole', async () => {
  const whole = await server.ask(listGaps, { query })
  for (const unit of whole.units) {
    for (const gap of fiveFixes) {
      const narrowed = await server.ask(listGaps, { query: { ...query, unit: unit.orgId ?? 'none', gap } })
      expect(narrowed.total).toBe(unit.gaps[gap])
      expect(narrowed.nodes).toHaveLength(unit.gaps[gap])
      expect(narrowed.gaps).toEqual(whole.gaps)
    }
  }
  const pages = [0, 4, 8, 12].map((offset) => server.ask(listGaps, { query: { ...query, offset, limit: 4 } }))
  expect((await Promise.all(pages)).flatMap(({ nodes }) => nodes)).toEqual(whole.nodes)
  expect((await server.ask(listGaps, { query: { ...query, area: '330402100' } })).openNodes).toBe(5)
  expect((await server.ask(listGaps, { query: { ...query, stage: 'build' } })).openNodes).toBe(0)
  expect((await server.refused(listGaps, { query: { playbook: 'nowhere' } })).code).toBe('PLAYBOOK_UNKNOWN')
})

test('a cleared standard is a hole until it is filled; no date moves, and the record says from what to what', async () => {
  const before = await itemOf(town)
  const changes = [{ nodeKey: 'file', standard: '  ' }]
  await server.ask(savePlan, { params: { itemId: town }, body: { revision: before.item.revision, changes } })
  const holes = await server.ask(listGaps, { query: { ...query, gap: 'standard' } })
  expect(holes.nodes.map(({ itemId, nodeKey }) => [itemId, nodeKey])).toEqual([[town, 'file']])
  const wanted = { nodeKey: 'file', ownerId: clerk, leaderId: leader, standard: '备案通知书' }
  const body = { items: [{ itemId: town, revision: holes.nodes[0]!.revision, nodes: [wanted] }] }
  const done = await server.ask(assignGaps, { body })
  expect(done).toEqual({ changedNodes: 1, items: [{ itemId: town, revision: await revisionOf(town) }] })
  const after = await itemOf(town)
  expect(after.plan.nodes[0]).toMatchObject({ ownerId: clerk, leaderId: leader, standard: '备案通知书' })
  const dates = ({ plan }: typeof before) => plan.nodes.map((node) => [node.plannedStart, node.plannedFinish])
  expect(dates(after)).toEqual(dates(before))
  const { events } = await server.ask(listItemEvents, { params: { itemId: town } })
  expect(events[0]).toMatchObject({ verb: 'plan.saved' })
  expect((await server.ask(listGaps, { query: { ...query, gap: 'standard' } })).total).toBe(0)
})

test('the same route takes it back with the old values', async () => {
  const before = await itemOf(bureau)
  const nodes = before.plan.nodes.map(({ nodeKey }) => ({ nodeKey, ownerId: clerk, leadOrgId: townOrg }))
  const items = [{ itemId: bureau, revision: before.item.revision, nodes }]
  const { items: written } = await server.ask(assignGaps, { body: { items } })
  const old = before.plan.nodes.map(({ nodeKey, ownerId, leadOrgId }) => ({ nodeKey, ownerId, leadOrgId }))
  const back = written.map(({ itemId, revision }) => ({ itemId, revision, nodes: old }))
  expect((await server.ask(assignGaps, { body: { items: back } })).changedNodes).toBe(nodes.length)
  expect((await itemOf(bureau)).plan.nodes).toEqual(before.plan.nodes)
  const same = [{ itemId: bureau, revision: await revisionOf(bureau), nodes: old }]
  expect(await server.ask(assignGaps, { body: { items: same } })).toMatchObject({ changedNodes: 0 })
})

test('all or none: everything wrong is told, and nothing is written', async () => {
  const [one, two] = [await revisionOf(town), await revisionOf(bureau)]
  const fields = { name: '甲改' }
  await server.ask(updateItem, { params: { itemId: town }, body: { revision: one, fields } })
  const nobody = '018f0000-0000-7000-8000-00000000ffff'
  const items = [
    { itemId: town, revision: one, nodes: [{ nodeKey: 'file', ownerId: leader }] },
    { itemId: bureau, revision: two, nodes: [{ nodeKey: 'nowhere', ownerId: nobody }] },
  ]
  const { refusals } = await server.refused(assignGaps, { body: { items } })
  expect(refusals.map(({ code, path }) => [code, path])).toEqual([
    ['PLAN_INVALID', 'ownerId'],
    ['REVISION_STALE', town],
    ['PLAN_INVALID', `${bureau}/nowhere`],
  ])
  expect(refusals[1]?.message.zh).toContain('甲改')
  expect(await revisionOf(bureau)).toBe(two)
  const twice = [...items, items[0]!]
  expect((await server.refused(assignGaps, { body: { items: twice } })).refusals[0]?.message.zh).toContain('两次')
})

test('a node that is done is not assigned', async () => {
  const changes = [{ nodeKey: 'file', actualFinish: '2026-06-01' }]
  const saved = await server.ask(savePlan, {
    params: { itemId: orphan },
    body: { revision: await revisionOf(orphan), changes },
  })
  const items = [{ itemId: orphan, revision: saved.revision, nodes: [{ nodeKey: 'file', ownerId: leader }] }]
  expect((await server.refused(assignGaps, { body: { items } })).refusals[0]?.message.zh).toContain('已完成')
})

test('a town clerk assigns in the projects that his town leads, and in no other', async () => {
  const asked = server.as(clerk)
  const { nodes } = await asked.ask(listGaps, { query })
  const assignable = new Map(nodes.map((node) => [node.itemId, node.assignable]))
  expect(assignable).toEqual(
    new Map([
      [town, true],
      [bureau, false],
      [orphan, true],
    ]),
  )
  const wanted = async (itemId: string) => ({
    itemId,
    revision: await revisionOf(itemId),
    nodes: [{ nodeKey: 'accept', leaderId: leader }],
  })
  await asked.ask(assignGaps, { body: { items: [await wanted(town)] } })
  const both = [await wanted(town), await wanted(bureau)]
  const reply = await asked.refused(assignGaps, { body: { items: both } })
  expect(reply.refusals.map(({ code, path }) => [code, path])).toEqual([['FORBIDDEN', bureau]])
  expect((await server.as(leader).refused(assignGaps, { body: { items: both } })).code).toBe('FORBIDDEN')
})

test('the check can be read as of a past moment, where nothing is assignable', async () => {
  const past = await server.ask(listGaps, { query: { ...query, asOf: new Date().toISOString() } })
  const { asOf, ...rest } = past
  const { nodes, ...counts } = await server.ask(listGaps, { query })
  expect(asOf).toBeDefined()
  expect(rest).toEqual({ ...counts, nodes: nodes.map((node) => ({ ...node, assignable: false })) })
  const early = await server.ask(listGaps, { query: { ...query, asOf: '2020-01-01' } })
  expect(early).toMatchObject({ openNodes: 0, total: 0, nodes: [] })
})
