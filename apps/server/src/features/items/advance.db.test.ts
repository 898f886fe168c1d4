import { advanceItem, createItem, getItem, listItemEvents, reportFact, savePlan, verifyFact } from '@guatu/contract'
import { expect, test } from 'vitest'
import { useTestApp } from '../../store/testing/test-app.ts'

const server = useTestApp()

test('the way through the gates: everything that is missing at once, then on, and back with a reason', async () => {
  const fields = { name: '甲', until: { date: '2027-12-31', precision: 'day' } }
  const { itemId } = await server.ask(createItem, { body: { playbook: 'works', fields } })
  const params = { itemId }
  const blocked = await server.refused(advanceItem, { params, body: { revision: 1, to: 'build' } })
  expect(blocked.code).toBe('GATE_BLOCKED')
  expect(blocked.refusals.map((refusal) => refusal.path)).toEqual(['permit', 'nodes/permit/done'])
  const illegal = await server.refused(advanceItem, { params, body: { revision: 1, to: 'finished' } })
  expect(illegal.code).toBe('MOVE_ILLEGAL')

  await server.app.inject({
    method: 'PATCH',
    url: `/api/items/${itemId}`,
    payload: { revision: 1, fields: { permit: 'A' } },
  })
  const changes = [{ nodeKey: 'permit', actualFinish: '2026-06-10' }]
  const saved = await server.ask(savePlan, { params, body: { revision: 2, changes } })
  expect(saved.plan.nodes.find((node) => node.nodeKey === 'permit')).toMatchObject({
    done: true,
    doneBasis: 'reported',
  })
  const { item } = await server.ask(advanceItem, { params, body: { revision: 3, to: 'build' } })
  expect(item).toMatchObject({ stage: 'build', revision: 4 })
  const { plan } = await server.ask(getItem, { params })
  expect(plan.nodes.find((node) => node.nodeKey === 'file')).toMatchObject({ done: true, doneBasis: 'stage' })

  const unexplained = await server.refused(advanceItem, { params, body: { revision: 4, to: 'prepare' } })
  expect(unexplained.code).toBe('REASON_REQUIRED')
  await server.ask(advanceItem, { params, body: { revision: 4, to: 'prepare', reason: '许可被撤回' } })
  const back = await server.ask(getItem, { params })
  expect(back.plan.nodes.find((node) => node.nodeKey === 'file')).toMatchObject({ done: false })
  const { events } = await server.ask(listItemEvents, { params, query: { limit: 1 } })
  expect(events[0]).toMatchObject({ reason: '许可被撤回', text: { zh: '阶段由“在建”退回“前期”' } })
})

test('a gate that asks for a verified figure opens when it is verified, once', async () => {
  const body = { playbook: 'works', stage: 'build', fields: { name: '乙' } }
  const { itemId } = await server.ask(createItem, { body })
  const params = { itemId }
  const { fact } = await server.ask(reportFact, {
    params,
    body: { metric: 'yearDone', period: '2026', value: '12000000' },
  })
  expect(fact).toMatchObject({ value: '12000000.00', state: 'reported', superseded: false })
  expect((await server.refused(advanceItem, { params, body: { revision: 2, to: 'finished' } })).code).toBe(
    'GATE_BLOCKED',
  )
  const verified = await server.ask(verifyFact, { params: { factId: fact.factId }, body: { evidence: '凭证 1' } })
  expect(verified.fact).toMatchObject({ state: 'verified', verifiedBy: 'local', evidence: '凭证 1' })
  const again = await server.refused(verifyFact, { params: { factId: fact.factId }, body: {} })
  expect(again.code).toBe('FACT_ALREADY_VERIFIED')
  await server.ask(advanceItem, { params, body: { revision: 3, to: 'finished' } })
})

test('a figure of an unknown metric, a wrong period or one to come is refused', async () => {
  const { itemId } = await server.ask(createItem, { body: { playbook: 'works', fields: { name: '丙' } } })
  const refusedAt = async (metric: string, period: string, value: string) => {
    const reply = await server.refused(reportFact, { params: { itemId }, body: { metric, period, value } })
    return reply.refusals.map((refusal) => refusal.path)
  }
  expect(await refusedAt('nonsense', '2026', '1')).toEqual(['metric'])
  expect(await refusedAt('monthDone', '2026', '1.234')).toEqual(['period', 'value'])
  expect(await refusedAt('monthDone', '2026-07', '1')).toEqual(['period'])
})
