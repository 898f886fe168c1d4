import { createItem, getItem, listItems } from '@guatu/contract'
import { expect, test } from 'vitest'
import { townOrg, useTestApp } from '../../store/testing/test-app.ts'

const server = useTestApp()
const yuan = (amount: string) => ({ amount, currency: 'CNY' })

test('an item gets its plan, its lamp and its figures at once', async () => {
  const fields = {
    name: '南湖新材一期',
    unit: townOrg,
    place: '330402100',
    cost: yuan('1200000000.00'),
    yearPlan: yuan('100000000.00'),
    yearDone: yuan('10000000.00'),
    until: { date: '2027-12-31', precision: 'day' },
  }
  const { itemId, revision } = await server.ask(createItem, { body: { playbook: 'works', fields } })
  expect(revision).toBe(1)
  const whole = await server.ask(getItem, { params: { itemId } })
  expect(whole.item).toMatchObject({ title: '南湖新材一期', stage: 'prepare', lamp: 'red', areaCode: '330402100' })
  expect(whole.plan.nodes.map((node) => node.nodeKey)).toEqual(['file', 'permit', 'open', 'body', 'accept'])
  expect(whole.plan.nodes.at(-1)?.plannedFinish).toBe('2027-12-31')
  expect(whole.facts).toMatchObject([{ metric: 'yearDone', period: '2026', value: '10000000.00', state: 'reported' }])
  expect(whole.gates.find((gate) => gate.to === 'build')?.missing).toHaveLength(2)
  const list = await server.ask(listItems, { query: { playbook: 'works', q: 'nhxc' } })
  expect(list).toMatchObject({ total: 1, sums: { planCny: '100000000.00' }, lamps: { red: 1 } })
})

test('everything that is wrong is told at once, and nothing is written', async () => {
  const fields = { cost: { amount: 'x', currency: 'CNY' }, unit: '018f0000-0000-7000-8000-00000000ffff', nonsense: 1 }
  const before = await server.ask(listItems, { query: { playbook: 'works' } })
  const reply = await server.refused(createItem, { body: { playbook: 'works', stage: 'nowhere', fields } })
  expect(reply.refusals.map((refusal) => refusal.path).sort()).toEqual(['cost', 'name', 'nonsense', 'stage', 'unit'])
  const after = await server.ask(listItems, { query: { playbook: 'works' } })
  expect(after.total).toBe(before.total)
})
