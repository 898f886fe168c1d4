import { createItem, getCockpit, getItem, listItemEvents, listItems } from '@guatu/contract'
import { expect, test } from 'vitest'
import { useTestApp } from '../store/testing/test-app.ts'
import { turnDay } from './turn-day.ts'

const server = useTestApp()
const yuan = (amount: string) => ({ amount, currency: 'CNY' })

test('a new day lights the lamps, keeps what yesterday showed, and is done once', async () => {
  const fields = {
    name: '甲',
    yearPlan: yuan('1000.00'),
    yearDone: yuan('440.00'),
    until: { date: '2027-12-31', precision: 'day' },
  }
  const { itemId } = await server.ask(createItem, { body: { playbook: 'works', fields } })
  const before = await server.ask(getItem, { params: { itemId } })
  expect(before.item.lamp).toBe('green')

  server.today = '2026-09-15'
  expect(await turnDay(server.deps)).toEqual({ from: '2026-06-15', items: 1 })
  expect(await turnDay(server.deps)).toBeNull()

  const after = await server.ask(getItem, { params: { itemId } })
  expect(after.item).toMatchObject({ lamp: 'yellow', revision: 1, behindPoints: 26.41 })
  const { events } = await server.ask(listItemEvents, { params: { itemId } })
  expect(events[0]).toMatchObject({ verb: 'item.lit', actor: 'system', text: { zh: '由绿灯转为黄灯：滞后序时' } })
  const cockpit = await server.ask(getCockpit, { query: { playbook: 'works' } })
  expect(cockpit.lamps).toMatchObject({ yellow: 1, green: 0 })
  expect(cockpit.lampsYesterday).toMatchObject({ yellow: 0, green: 1 })
  expect(cockpit.investment).toMatchObject({
    planCny: '1000.00',
    doneCny: '440.00',
    donePercent: 44,
    aheadPoints: -26.41,
  })
})

test('a new year starts without figures of its own', async () => {
  server.today = '2027-01-02'
  await turnDay(server.deps)
  const { rows, sums } = await server.ask(listItems, { query: { playbook: 'works' } })
  expect(sums).toEqual({ amountCny: '0.00', planCny: '1000.00', doneCny: '0.00' })
  expect(rows[0]?.fields).not.toHaveProperty('yearDone')
  expect(rows[0]?.behindPoints).toBeNull()
})
