import { createItem, getItem, getWorkingHours, saveWorkingHours, searchEvents } from '@guatu/contract'
import { usualHours } from '@guatu/playbook'
import { playbooks } from '@guatu/playbooks'
import { expect, test } from 'vitest'
import { givePerson } from '../../store/testing/people.ts'
import { townOrg, useTestApp } from '../../store/testing/test-app.ts'

const list = playbooks.find(({ capabilities }) => capabilities.includes('problemBoard'))!
const server = useTestApp([list])
const usual = [...usualHours.spans]
const summer = [
  { from: '08:00', to: '11:30' },
  { from: '14:30', to: '18:00' },
]
const reason = '夏令作息'

test('without hours of its own a district has the usual ones', async () => {
  expect(await server.ask(getWorkingHours)).toEqual({ spans: usual, minutesPerDay: 420, own: false })
})

test('everything wrong is refused at once, with the missing reason; nothing is written', async () => {
  const spans = [
    { from: '08:30', to: '25:00' },
    { from: '11:00', to: '10:00' },
  ]
  const { refusals } = await server.refused(saveWorkingHours, { body: { before: usual, spans, reason: ' ' } })
  expect(refusals.map(({ code, path }) => [code, path])).toEqual([
    ['HOURS_INVALID', 'spans/0/to'],
    ['HOURS_INVALID', 'spans/1/to'],
    ['HOURS_INVALID', 'spans/1/from'],
    ['REASON_REQUIRED', 'reason'],
  ])
  expect(await server.ask(getWorkingHours)).toMatchObject({ own: false })
})

test('every clock is judged anew by the hours that are set, and the record tells both', async () => {
  server.instant = '2026-06-15T01:00:00.000Z'
  const fields = { title: '便道被占', asked: '请协调', raiserOrg: townOrg, urgency: 'normal' }
  const { itemId } = await server.ask(createItem, { body: { playbook: list.key, fields } })
  const clock = async () => {
    const { clocks } = await server.ask(getItem, { params: { itemId }, query: {} })
    return clocks.find(({ state }) => state === 'running')!
  }
  const kept = async () => {
    return await server.deps.store.read(async ({ client }) => {
      const query = "select due_at as at from clock where item_id = $1 and state = 'running'"
      return (await client.query<{ at: string }>(query, [itemId])).rows[0]!.at
    })
  }
  const before = await clock()
  const saved = await server.ask(saveWorkingHours, { body: { before: usual, spans: summer, reason } })
  expect(saved).toEqual({ minutesPerDay: 420, items: 1 })
  const after = await clock()
  expect(after.dueAt).not.toBe(before.dueAt)
  expect(await kept()).toBe(after.dueAt)
  expect(await server.ask(getWorkingHours)).toEqual({ spans: summer, minutesPerDay: 420, own: true })
  const { events } = await server.ask(searchEvents, { query: { verb: 'hours.saved' } })
  expect(events[0]).toMatchObject({
    reason,
    text: { zh: '工作时间由 08:30–12:00 13:30–17:00 改为 08:00–11:30 14:30–18:00' },
  })
})

test('whoever looked at other hours is told; the same again writes nothing', async () => {
  const stale = await server.refused(saveWorkingHours, { body: { before: usual, spans: usual, reason } })
  expect(stale.code).toBe('REVISION_STALE')
  expect(await server.ask(saveWorkingHours, { body: { before: summer, spans: summer, reason } })).toMatchObject({
    items: 0,
  })
})

test('a town reads them and does not set them', async () => {
  const town = server.as(await givePerson(server.deps, [{ role: 'town', orgId: townOrg }]))
  expect(await town.ask(getWorkingHours)).toMatchObject({ own: true })
  const body = { before: summer, spans: usual, reason }
  expect((await town.refused(saveWorkingHours, { body })).code).toBe('FORBIDDEN')
})
