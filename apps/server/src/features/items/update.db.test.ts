import { createItem, getItem, listItemEvents, updateItem, updateItems } from '@guatu/contract'
import { expect, test } from 'vitest'
import { bureauOrg, townOrg, useTestApp } from '../../store/testing/test-app.ts'

const server = useTestApp()
const yuan = (amount: string) => ({ amount, currency: 'CNY' })
const day = (date: string) => ({ date, precision: 'day' })

async function make(fields: Record<string, unknown>): Promise<string> {
  return (await server.ask(createItem, { body: { playbook: 'works', fields } })).itemId
}
const whole = (itemId: string) => server.ask(getItem, { params: { itemId } })

test('a changed field is told in words, before and after', async () => {
  const itemId = await make({ name: '甲', cost: yuan('1200000000.00'), land: 12.5 })
  const body = { revision: 1, fields: { cost: yuan('1300000000.00'), land: null }, reason: '概算调整' }
  const { item } = await server.ask(updateItem, { params: { itemId }, body })
  expect(item.revision).toBe(2)
  expect(item.fields).not.toHaveProperty('land')
  const { events } = await server.ask(listItemEvents, { params: { itemId } })
  expect(events[0]).toMatchObject({ verb: 'item.updated', reason: '概算调整' })
  expect(events[0]?.text.zh).toBe('总投资 由 12 亿元 改为 13 亿元；清除用地（原为 12.5 亩）')
})

test('whoever read an older revision is told who changed what', async () => {
  const itemId = await make({ name: '乙' })
  await server.ask(updateItem, { params: { itemId }, body: { revision: 1, fields: { permit: 'A-1' } } })
  const reply = await server.refused(updateItem, {
    params: { itemId },
    body: { revision: 1, fields: { permit: 'A-2' } },
  })
  expect(reply.code).toBe('REVISION_STALE')
  expect(reply.refusals[0]?.message.zh).toContain('local 填写许可证号：A-1')
  expect((await whole(itemId)).item.fields.permit).toBe('A-1')
})

test('a figure field reports a fact, and is corrected, never cleared', async () => {
  const itemId = await make({ name: '丙', yearPlan: yuan('1000.00'), monthDone: yuan('100.00') })
  expect((await whole(itemId)).item.fields.yearDone).toEqual(yuan('100.00'))
  const corrected = { revision: 1, fields: { monthDone: yuan('150.00') } }
  const silent = await server.refused(updateItem, { params: { itemId }, body: corrected })
  expect(silent.refusals).toMatchObject([{ code: 'REASON_REQUIRED', path: 'facts/monthDone/2026-06' }])
  await server.ask(updateItem, { params: { itemId }, body: { ...corrected, reason: '漏报一张发票' } })
  const { facts, item } = await whole(itemId)
  expect(facts.map(({ metric, period, value, superseded }) => [metric, period, value, superseded])).toEqual([
    ['monthDone', '2026-06', '150.00', false],
    ['monthDone', '2026-06', '100.00', true],
  ])
  expect(item.fields.yearDone).toEqual(yuan('150.00'))
  const body = { revision: 2, fields: { monthDone: null } }
  const reply = await server.refused(updateItem, { params: { itemId }, body })
  expect(reply.refusals[0]).toMatchObject({ code: 'INPUT_INVALID', path: 'monthDone' })
})

test('another finish lays the plan anew, another unit takes over the open nodes', async () => {
  const itemId = await make({ name: '丁', unit: townOrg, until: day('2027-12-31') })
  const body = { revision: 1, fields: { until: day('2028-06-30'), unit: bureauOrg } }
  await server.ask(updateItem, { params: { itemId }, body })
  const { plan, item } = await whole(itemId)
  expect(item).toMatchObject({ deadline: '2028-06-30', leadOrgId: bureauOrg })
  expect(plan.nodes.at(-1)).toMatchObject({ plannedFinish: '2028-06-30', baselineFinish: '2027-12-31' })
  expect(new Set(plan.nodes.map((node) => node.leadOrgId))).toEqual(new Set([bureauOrg]))
})

test('nothing changed is no act', async () => {
  const itemId = await make({ name: '戊', permit: 'A-1' })
  const { item } = await server.ask(updateItem, {
    params: { itemId },
    body: { revision: 1, fields: { permit: 'A-1' } },
  })
  expect(item.revision).toBe(1)
})

test('many cells are written all or none, each refusal at its cell', async () => {
  const [one, two] = [await make({ name: '己' }), await make({ name: '庚' })]
  const good = { itemId: one, revision: 1, fields: { permit: 'B-1' } }
  const bad = { itemId: two, revision: 1, fields: { name: null, cost: { amount: '1.234', currency: 'CNY' } } }
  const reply = await server.refused(updateItems, { body: { changes: [good, bad] } })
  expect(reply.refusals.map((refusal) => refusal.path).sort()).toEqual([`${two}/cost`, `${two}/name`])
  expect((await whole(one)).item.revision).toBe(1)
  const { rows } = await server.ask(updateItems, { body: { changes: [good, { ...bad, fields: { permit: 'B-2' } }] } })
  expect(rows.map((row) => [row.itemId, row.revision])).toEqual([
    [one, 2],
    [two, 2],
  ])
})

test('two writers of one revision: one writes, the other is told', async () => {
  const itemId = await make({ name: '辛' })
  const write = (permit: string) =>
    server.app.inject({ method: 'PATCH', url: `/api/items/${itemId}`, payload: { revision: 1, fields: { permit } } })
  const replies = await Promise.all([write('C-1'), write('C-2'), write('C-3')])
  expect(replies.map((reply) => reply.statusCode).sort()).toEqual([200, 409, 409])
})
