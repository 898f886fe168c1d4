import {
  comparePlans,
  createItem,
  exportComparison,
  freezeBaselines,
  getItem,
  savePlan,
  updateItem,
} from '@guatu/contract'
import ExcelJS from 'exceljs'
import { beforeAll, expect, test } from 'vitest'
import { givePerson } from '../../store/testing/people.ts'
import { addressOf, bureauOrg, townOrg, useTestApp } from '../../store/testing/test-app.ts'

const server = useTestApp()
const playbook = 'works'
const until = (date: string) => ({ date, precision: 'day' as const })
let first = ''
let second = ''
let before = ''
let baselineId = ''

async function make(name: string, unit: string) {
  const fields = { name, unit, until: until('2027-12-31') }
  return (await server.ask(createItem, { body: { playbook, fields } })).itemId
}

const revisionOf = async (itemId: string) => (await server.ask(getItem, { params: { itemId } })).item.revision

async function plan(itemId: string, changes: readonly { nodeKey: string }[], finish?: string) {
  const body = {
    revision: await revisionOf(itemId),
    changes: [...changes],
    ...(finish ? { finish } : {}),
    reason: '测试',
  }
  await server.ask(savePlan, { params: { itemId }, body })
}

/** Two plans as they were laid, a moment, a baseline; then one is put off, one node is done, and a project comes. */
beforeAll(async () => {
  first = await make('甲', townOrg)
  second = await make('乙', bureauOrg)
  const body = { playbook, itemIds: [first, second], name: '首版' }
  baselineId = (await server.ask(freezeBaselines, { body })).baselineId!
  before = new Date().toISOString()
  await new Promise((resolve) => setTimeout(resolve, 20))
  await plan(first, [{ nodeKey: 'accept', durationWorkdays: 30 }] as never)
  await plan(second, [{ nodeKey: 'file', actualFinish: '2026-06-12' }] as never)
  await make('丙', townOrg)
})

const compare = (from: string, to: string, more = {}) =>
  server.ask(comparePlans, { query: { playbook, from, to, ...more } })

test('a moment and now: what moved, what keeps its date no longer, what was done and what came, by unit', async () => {
  const reply = await compare(before, 'now')
  expect(reply).toMatchObject({ changedItems: 2, addedItems: 1, goneItems: 0, total: 3 })
  expect(reply.counts).toMatchObject({ later: 1, noLonger: 1, finished: 1, earlier: 0 })
  expect([reply.from, reply.to]).toMatchObject([
    { day: '2026-06-15', items: 2 },
    { spec: 'now', items: 3 },
  ])
  expect(reply.units.map(({ orgId, nodes }) => [orgId, nodes])).toEqual([
    [townOrg, 2],
    [bureauOrg, 1],
  ])
  const moved = reply.items.find(({ itemId }) => itemId === first)
  expect(moved?.nodes).toMatchObject([
    { nodeKey: 'accept', title: '节点accept', kinds: ['noLonger', 'later'], finishWorkdays: 20 },
  ])
  expect(moved?.finishWorkdays).toBe(20)
})

test('the other way round it mirrors, and with itself nothing differs', async () => {
  const [forth, back] = [await compare(before, 'now'), await compare('now', before)]
  expect(back.counts).toMatchObject({ earlier: forth.counts.later, nowMeets: forth.counts.noLonger, reopened: 1 })
  expect([back.addedItems, back.goneItems]).toEqual([0, 1])
  for (const side of [before, 'now', 'first', baselineId]) {
    const same = await compare(side, side)
    expect([side, same.total, same.units]).toEqual([side, 0, []])
  }
})

test('a baseline is compared with what it holds and what came since, by its promises', async () => {
  const reply = await compare(baselineId, 'now')
  expect(reply.from).toMatchObject({ day: null, name: '首版', items: 2 })
  expect(reply.counts).toMatchObject({ later: 1, noLonger: 1, finished: 1 })
  expect(reply.addedItems).toBe(1)
  expect((await compare('first', 'now')).addedItems).toBe(0)
  expect((await compare('latest', 'now')).counts).toEqual(reply.counts)
})

test('figures open to their rows: by kind, by unit, a page at a time', async () => {
  const later = await compare(before, 'now', { kind: 'later' })
  expect(later.items.map(({ itemId, nodes }) => [itemId, nodes.length])).toEqual([[first, 1]])
  expect(later.counts.finished).toBe(1)
  const ofUnit = await compare(before, 'now', { unit: bureauOrg })
  expect(ofUnit.items.map(({ itemId }) => itemId)).toEqual([second])
  expect((await compare(before, 'now', { kind: 'itemAdded' })).items).toMatchObject([{ title: '丙', kind: 'added' }])
  const paged = await compare(before, 'now', { offset: 1, limit: 1 })
  expect([paged.total, paged.items.length]).toEqual([3, 1])
  expect((await compare(before, 'now', { q: '甲' })).total).toBe(1)
  expect((await compare(before, 'now', { filter: `leadOrg:in:${bureauOrg}` })).items).toMatchObject([
    { itemId: second },
  ])
})

test('one item is shown whole, its unmoved nodes among the others', async () => {
  const [item] = (await compare('first', 'now', { item: first })).items
  expect(item?.nodes.map(({ nodeKey, kinds }) => [nodeKey, kinds.length])).toEqual([
    ['file', 0],
    ['permit', 0],
    ['open', 0],
    ['body', 0],
    ['accept', 2],
  ])
  const [same] = (await compare('now', 'now', { item: second })).items
  expect(
    same?.nodes.every(({ kinds, from, to }) => kinds.length === 0 && from?.plannedFinish === to?.plannedFinish),
  ).toBe(true)
})

test('another deadline alone is a row of its own', async () => {
  const itemId = await make('丁', townOrg)
  const at = new Date().toISOString()
  await new Promise((resolve) => setTimeout(resolve, 20))
  const body = { revision: await revisionOf(itemId), fields: { until: until('2028-02-29') } }
  await server.ask(updateItem, { params: { itemId }, body })
  const [row] = (await compare(at, 'now', { item: itemId })).items
  expect(row).toMatchObject({ fromDeadline: '2027-12-31', toDeadline: '2028-02-29', deadlineWorkdays: 42 })
})

test('sides that cannot be read are refused both at once; what one may not read is absent', async () => {
  const wrong = await server.refused(comparePlans, { query: { playbook, from: '昨天', to: '2999-01-01' } })
  expect(wrong.refusals.map(({ path }) => path)).toEqual(['from', 'to'])
  const unknown = { playbook, from: '018f0000-0000-7000-8000-00000000dead', to: 'now' }
  expect((await server.refused(comparePlans, { query: unknown })).code).toBe('NOT_FOUND')
  const firm = await givePerson(server.deps, [{ role: 'firm', orgId: bureauOrg }])
  const seen = await server.as(firm).ask(comparePlans, { query: { playbook, from: before, to: 'now' } })
  expect([seen.total, seen.from.items, seen.to.items]).toEqual([0, 0, 0])
})

test('the rows come out as a workbook', async () => {
  const query = { playbook, from: baselineId, to: 'now' }
  const reply = await server.app.inject({ method: 'GET', url: addressOf(exportComparison, { query }) })
  expect(decodeURIComponent(String(reply.headers['content-disposition']))).toContain(
    '工程-计划对比-首版与2026-06-15.xlsx',
  )
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(reply.rawPayload as never)
  const rows: unknown[][] = []
  workbook.worksheets[0]!.eachRow((row) => rows.push((row.values as unknown[]).slice(1)))
  const accept = rows.find((row) => row[1] === '节点accept')!
  expect(accept.slice(0, 4)).toEqual(['甲', '节点accept', '凤桥镇', '不再按期、推迟'])
  expect(accept[8]).toBe(20)
})
