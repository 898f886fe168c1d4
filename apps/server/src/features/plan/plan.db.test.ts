import { createItem, getItem, getWallMap, previewPlan, savePlan } from '@guatu/contract'
import { expect, test } from 'vitest'
import { givePerson } from '../../store/testing/people.ts'
import { bureauOrg, useTestApp } from '../../store/testing/test-app.ts'

const server = useTestApp()

async function make(name: string): Promise<string> {
  const fields = { name, until: { date: '2027-12-31', precision: 'day' } }
  return (await server.ask(createItem, { body: { playbook: 'works', fields } })).itemId
}

test('a preview says what moves and writes nothing; saving does what it said', async () => {
  const itemId = await make('甲')
  const params = { itemId }
  const changes = [{ nodeKey: 'accept', durationWorkdays: 20 }]
  const before = await server.ask(getItem, { params })
  const preview = await server.ask(previewPlan, { params, body: { changes } })
  expect(preview.moved.length).toBeGreaterThan(0)
  expect(preview.text.zh).toMatch(/将调整 \d+ 个节点/)
  expect((await server.ask(getItem, { params })).plan).toEqual(before.plan)
  const saved = await server.ask(savePlan, { params, body: { revision: 1, changes } })
  expect(saved.plan).toEqual(preview.plan)
  expect((await server.ask(getItem, { params })).plan).toEqual(preview.plan)
})

test('another deadline becomes the finish date of the item', async () => {
  const itemId = await make('乙')
  const body = { revision: 1, changes: [{ nodeKey: 'file', standard: '批文' }], finish: '2027-06-30' }
  await server.ask(savePlan, { params: { itemId }, body })
  const { item, plan } = await server.ask(getItem, { params: { itemId } })
  expect(item).toMatchObject({ deadline: '2027-06-30', fields: { until: { date: '2027-06-30' } } })
  expect(plan.nodes[0]?.standard).toBe('批文')
})

test('the deadline can be moved alone: the preview says what follows, and saving does it', async () => {
  const params = { itemId: await make('丁') }
  const body = { changes: [], finish: '2028-03-31' }
  const preview = await server.ask(previewPlan, { params, body })
  expect(preview.text.zh).toMatch(/将调整 \d+ 个节点，竣工推迟 \d+ 个工作日/)
  const saved = await server.ask(savePlan, { params, body: { ...body, revision: 1 } })
  expect(saved.plan).toEqual(preview.plan)
  const { item } = await server.ask(getItem, { params })
  expect(item).toMatchObject({ deadline: '2028-03-31', revision: saved.revision })
})

test('a change of nothing, and a deadline that is no date, are refused in words', async () => {
  const params = { itemId: await make('戊') }
  for (const [body, code, path, words] of [
    [{ changes: [] }, 'PLAN_INVALID', 'changes', '没有要调整的内容'],
    [{ changes: [], finish: '2027-02-30' }, 'INPUT_INVALID', 'finish', ''],
  ] as const) {
    const asked = { ...body, changes: [...body.changes] }
    const refusals = [
      ...(await server.refused(previewPlan, { params, body: asked })).refusals,
      ...(await server.refused(savePlan, { params, body: { ...asked, revision: 1 } })).refusals,
    ]
    expect(refusals.map((refusal) => [refusal.code, refusal.path])).toEqual([
      [code, path],
      [code, path],
    ])
    expect(refusals[0]?.message.zh).toContain(words)
  }
})

test('everything wrong with a change is refused at its node', async () => {
  const itemId = await make('丙')
  const changes = [
    { nodeKey: 'nowhere', durationWorkdays: 3 },
    { nodeKey: 'file', actualFinish: '2026-12-01', ownerId: '018f0000-0000-7000-8000-00000000ffff' },
  ]
  const reply = await server.refused(savePlan, { params: { itemId }, body: { revision: 1, changes } })
  const paths = reply.refusals.map((refusal) => refusal.path)
  expect(paths.sort()).toEqual(['nodes/file/actualFinish', 'nodes/file/ownerId', 'nodes/nowhere'])
})

test('the wall map pages through items with their nodes and links', async () => {
  const query = { playbook: 'works', sort: 'name' }
  const first = await server.ask(getWallMap, { query: { ...query, limit: 3 } })
  const second = await server.ask(getWallMap, { query: { ...query, limit: 3, offset: 3 } })
  expect(first.total).toBe(5)
  expect([...first.items, ...second.items].map((item) => item.title)).toEqual(['丙', '丁', '甲', '戊', '乙'])
  expect(first.items[0]?.nodes).toHaveLength(5)
  expect(first.items[0]?.links).toHaveLength(4)
})

test('the wall map says of each item whether its reader may change the plan, as saving does', async () => {
  const personId = await givePerson(server.deps, [{ role: 'department', orgId: bureauOrg }])
  const fields = { name: '己', unit: bureauOrg, until: { date: '2027-12-31', precision: 'day' as const } }
  const { itemId: own } = await server.ask(createItem, { body: { playbook: 'works', fields } })
  const query = { playbook: 'works' }
  const whole = await server.ask(getWallMap, { query })
  expect(whole.items.every(({ mayPlan }) => mayPlan)).toBe(true)
  const seen = await server.as(personId).ask(getWallMap, { query })
  expect(seen.items.filter(({ mayPlan }) => mayPlan).map(({ itemId }) => itemId)).toEqual([own])
  for (const { itemId, revision, mayPlan, nodes } of seen.items) {
    const { allowed } = await server.as(personId).ask(getItem, { params: { itemId } })
    expect(allowed.includes('item.plan')).toBe(mayPlan)
    const body = { revision, changes: [{ nodeKey: nodes[0]!.nodeKey, durationWorkdays: 7 }] }
    if (mayPlan) await server.as(personId).ask(savePlan, { params: { itemId }, body })
    else expect((await server.as(personId).refused(savePlan, { params: { itemId }, body })).code).toBe('FORBIDDEN')
  }
})
