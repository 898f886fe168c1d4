import { createItem, getItem, listItemEvents } from '@guatu/contract'
import { expect, test } from 'vitest'
import { append } from '../store/append.ts'
import { useTestApp } from '../store/testing/test-app.ts'
import { worksList } from '../store/testing/works-list.ts'
import { relightByThresholds } from './relight-thresholds.ts'

const server = useTestApp()
const { thresholds } = worksList.lamps
const yuan = (amount: string) => ({ amount, currency: 'CNY' })
const day = (date: string) => ({ date, precision: 'day' })

async function make(fields: Record<string, unknown>, stage = 'prepare'): Promise<string> {
  return (await server.ask(createItem, { body: { playbook: 'works', fields, stage } })).itemId
}

test('only items that a threshold can move are looked at, and what stays as it is stays untouched', async () => {
  const open = await make({ name: '在建', until: day('2028-01-31') })
  const over = await make({ name: '竣工', until: day('2026-01-31') }, 'finished')
  const relight = (change: object) =>
    relightByThresholds(server.deps, worksList, thresholds, { ...thresholds, ...change })
  expect(await relight({})).toBe(0)
  expect(await relight({ soonDays: 20 })).toBe(1)
  expect(await relight({ redPoints: 40 })).toBe(2)
  for (const itemId of [open, over]) {
    const { events } = await server.ask(listItemEvents, { params: { itemId } })
    expect(events.map((event) => event.verb)).toEqual(['item.created'])
  }
})

test('a lamp that moves is written and told', async () => {
  const fields = { name: '滞后', yearPlan: yuan('1000.00'), yearDone: yuan('250.00'), until: day('2028-01-31') }
  const itemId = await make(fields)
  const lamp = async () => (await server.ask(getItem, { params: { itemId } })).item.lamp
  expect(await lamp()).toBe('yellow')
  const after = { ...thresholds, redPoints: 15 }
  const plan = { nodes: worksList.nodes, links: worksList.links, thresholds: after }
  await server.deps.store.write(async (tx) => {
    const event = { verb: 'plan.edited', itemId: null, data: { playbook: 'works', revision: 1 } }
    const districtPlan = { playbookKey: 'works', revision: 1, plan }
    await append(tx, { at: server.deps.now(), events: [event], districtPlan })
  })
  await relightByThresholds(server.deps, worksList, thresholds, after)
  expect(await lamp()).toBe('red')
  const { events } = await server.ask(listItemEvents, { params: { itemId } })
  expect(events[0]).toMatchObject({ verb: 'item.lit', text: { zh: '由黄灯转为红灯：滞后序时' } })
})
