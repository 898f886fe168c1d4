import { createHmac } from 'node:crypto'
import {
  type BodyOf,
  createItem,
  createWebhook,
  deleteWebhook,
  getCalendarFile,
  getChannels,
  getNoticePreference,
  listDeliveries,
  makeCalendarFeed,
  resendDelivery,
  revokeCalendarFeed,
  testMail,
  testWebhook,
  updateItem,
  updateWebhook,
} from '@guatu/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Deps } from '../http/deps.ts'
import { systemActor } from '../store/actor.ts'
import { asOwner } from '../store/store.ts'
import { givePerson } from '../store/testing/people.ts'
import { bureauOrg, townOrg, useTestApp } from '../store/testing/test-app.ts'
import { messageIdOf } from './channels/send-mail.ts'
import { deliver, dueDeliveries, pauseMs } from './deliver.ts'
import { makeDigests } from './digest.ts'
import { ownDates } from './own-dates.ts'
import { useNoticeSettings } from './settings.ts'
import { giveAddress } from './testing/addresses.ts'
import { type HookServer, startHookServer } from './testing/hook-server.ts'
import { type MailServer, startMailServer } from './testing/mail-server.ts'
import { turnEvents } from './turn.ts'

const server = useTestApp()
const from = '挂图 <guatu@example.cn>'
let mail: MailServer
let hook: HookServer
let [office, town, other] = ['', '', '']
let now = '2026-06-15T02:00:00.000Z'

const deps = (): Deps => {
  return { ...server.deps, store: server.deps.store.as(systemActor), actor: systemActor, now: () => now }
}
const later = (ms: number) => {
  now = new Date(Date.parse(now) + ms).toISOString()
}

beforeAll(async () => {
  mail = await startMailServer()
  hook = await startHookServer()
  useNoticeSettings(server.deps.store, {
    ...{ mail: { url: mail.url, from }, webhookHosts: [hook.host], privateHosts: true, secret: 'x'.repeat(40) },
    ...{ origin: 'https://guatu.example.cn', product: '挂图 测试' },
  })
  office = await givePerson(server.deps, [{ role: 'districtOffice', orgId: bureauOrg }])
  town = await givePerson(server.deps, [{ role: 'town', orgId: townOrg }])
  other = await givePerson(server.deps, [{ role: 'town', orgId: townOrg }])
  await giveAddress(server, town, 'town@example.cn', { mailKinds: ['assigned'] })
  await giveAddress(server, office, 'office@example.cn', { language: 'en' })
}, 60_000)
afterAll(async () => {
  await mail?.close()
  await hook?.close()
})

const robot: BodyOf<typeof createWebhook> = {
  ...{ name: '项目群', shape: 'json', kinds: ['assigned'], enabled: true, quiet: false },
  ...{ address: '', secret: 'geheim' },
}
const listed = async () => (await server.as(office).ask(listDeliveries, { query: {} })).deliveries
const deliverDue = async () => {
  const ids = await dueDeliveries(deps().store, now)
  return await Promise.all(ids.map((id) => deliver(deps(), id)))
}
async function newItem(name: string): Promise<string> {
  const fields = { name, unit: townOrg, keeper: town, until: { date: '2026-06-17', precision: 'day' } }
  const { itemId } = await server.as(office).ask(createItem, { body: { playbook: 'works', fields } })
  await turnEvents(deps())
  return itemId
}

test('a mail goes out under its mark, once', async () => {
  await newItem('甲桥')
  expect(await deliverDue()).toEqual([{ kind: 'sent' }])
  const [delivery] = await listed()
  expect(delivery).toMatchObject({ channel: 'mail', state: 'sent', attempts: 1, lastError: null })
  const [arrived] = mail.arrived
  expect(arrived).toMatchObject({ to: 'town@example.cn', messageId: messageIdOf(delivery!.deliveryId, from) })
  expect(arrived!.raw).toMatch(/^Auto-Submitted: auto-generated/m)
  expect(await deliver(deps(), delivery!.deliveryId)).toEqual({ kind: 'notNow' })
  expect(mail.arrived).toHaveLength(1)
})

test('what a server refuses comes again later, is kept for days, and can be sent anew when it is given up', async () => {
  mail.refuse('mailbox busy')
  await newItem('乙桥')
  const [failed] = await deliverDue()
  expect(failed).toMatchObject({ kind: 'failed', error: expect.stringContaining('451') })
  expect(await deliverDue()).toEqual([])
  later(pauseMs(1))
  expect(await deliverDue()).toMatchObject([{ kind: 'failed' }])
  later(8 * 86_400_000)
  expect(await deliverDue()).toMatchObject([{ kind: 'givenUp' }])
  const [delivery] = await listed()
  expect(delivery).toMatchObject({ state: 'givenUp', attempts: 3, lastError: expect.stringContaining('mailbox busy') })
  mail.refuse(null)
  now = new Date(Date.now() + 1_000).toISOString()
  await server.as(office).ask(resendDelivery, { params: { deliveryId: delivery!.deliveryId } })
  expect(await deliverDue()).toEqual([{ kind: 'sent' }])
  await server.as(town).refused(listDeliveries, { query: {} })
})

test('a webhook is signed, waits where its receiver fails, and goes with what waits for it when it is removed', async () => {
  const refused = await server
    .as(office)
    .refused(createWebhook, { body: { ...robot, address: 'http://169.254.169.254/' } })
  expect(refused.refusals[0]?.code).toBe('CHANNEL_INVALID')
  const made = await server.as(office).ask(createWebhook, { body: { ...robot, address: `${hook.url}/in?key=k1` } })
  expect(made).toMatchObject({ host: hook.host, signed: true, revision: 1 })
  hook.answer(500)
  await newItem('丙桥')
  const outcomes = await deliverDue()
  expect(outcomes.filter(({ kind }) => kind === 'failed')).toEqual([expect.objectContaining({ error: 'HTTP 500' })])
  hook.answer(200)
  later(pauseMs(1))
  expect(await deliverDue()).toEqual([{ kind: 'sent' }])
  const { headers, body, path } = hook.posted.at(-1)!
  const signature = createHmac('sha256', 'geheim').update(`${headers['x-guatu-timestamp']}.${body}`).digest('hex')
  expect(headers['x-guatu-signature']).toBe(`v1=${signature}`)
  expect(path).toBe('/in?key=k1')
  expect(JSON.parse(body)).toMatchObject({ title: '【交由我方】丙桥', kind: 'assigned' })
  const { webhookId } = made
  const { address: _, secret: __, ...kept } = robot
  const stale = { params: { webhookId }, body: { ...kept, revision: 7 } }
  expect((await server.as(office).refused(updateWebhook, stale)).code).toBe('REVISION_STALE')
  const dingtalk = { ...kept, shape: 'dingtalk' as const, revision: 1 }
  await server.as(office).ask(updateWebhook, { params: { webhookId }, body: dingtalk })
  // The robot answers 200 and refuses all the same.
  hook.answer(200, '{"errcode":310000,"errmsg":"sign not match"}')
  const tried = await server.as(office).ask(testWebhook, { params: { webhookId } })
  expect(tried).toEqual({ sent: false, error: 'errcode 310000: sign not match' })
  await newItem('丁桥')
  await server.as(office).ask(deleteWebhook, { params: { webhookId } })
  const waiting = (await listed()).filter(({ channel, state }) => channel === 'webhook' && state === 'waiting')
  expect(waiting).toEqual([])
  expect((await server.as(office).ask(getChannels)).webhooks).toEqual([])
  await deliverDue()
})

test('whoever keeps the channels tries them; nobody else does, and secrets stay where they are', async () => {
  const before = mail.arrived.length
  expect(await server.as(office).ask(testMail)).toEqual({ sent: true, error: null })
  expect(mail.arrived[before]).toMatchObject({ to: 'office@example.cn' })
  expect(mail.arrived[before]!.raw).toMatch(/^Subject: .*/m)
  expect((await server.as(town).refused(testMail)).code).toBe('FORBIDDEN')
  const channels = await server.as(office).ask(getChannels)
  expect(channels).toMatchObject({ mail: { from }, hosts: [hook.host], reachable: { withAddress: 2, persons: 3 } })
  const told = await server.deps.store.read(({ client }) =>
    client.query<{ text: string }>(
      `select string_agg(data::text, '') as text from event where verb like 'webhook.%' or verb like 'channel.%'`,
    ),
  )
  expect(told.rows[0]!.text).not.toMatch(/geheim|key=k1/)
  expect((await server.as(town).ask(getNoticePreference)).mailAddress).toBe('town@example.cn')
})

test('one digest a person and day, after the hour, with what is new and due; none to whoever has left', async () => {
  const at = (text: string) => {
    now = new Date(`${text}+08:00`).toISOString()
  }
  at('2026-06-15T07:30:00')
  expect(await makeDigests(deps())).toBe(0)
  at('2026-06-15T08:05:00')
  // The items of this test are made by the machine's own clock, so that their notices are new to any digest.
  const made = await makeDigests(deps())
  expect(made).toBeGreaterThan(0)
  expect(await makeDigests(deps())).toBe(0)
  const before = mail.arrived.length
  await deliverDue()
  const digests = mail.arrived.slice(before).filter(({ to }) => to === 'town@example.cn')
  expect(digests).toHaveLength(1)
  const body = Buffer.from(digests[0]!.raw.split(/\r?\n\r?\n/)[2] ?? '', 'base64').toString('utf8')
  expect(body || digests[0]!.raw).toMatch(/甲桥|=E7=94=B2=E6=A1=A5/)
})

const feed = async (path: string) => await server.app.inject({ method: 'GET', url: path })

test('the calendar feed is one’s own, opens by its address alone, and closes', async () => {
  const { path } = await server.as(town).ask(makeCalendarFeed)
  const first = await feed(path)
  expect(first.headers['content-type']).toBe('text/calendar; charset=utf-8')
  const unfolded = first.body.replace(/\r\n /g, '')
  expect(first.body.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
  expect(unfolded).toMatch(/SUMMARY:甲桥（到期）\r\n/)
  const [uid] = /UID:\S+/.exec(unfolded) ?? []
  const itemId = uid!.slice(4, 40)
  await server.as(office).ask(updateItem, { params: { itemId }, body: { revision: 1, fields: { name: '甲大桥' } } })
  const second = (await feed(path)).body.replace(/\r\n /g, '')
  expect(second).toContain(`${uid}\r\n`)
  const sequence = (text: string) => Number(new RegExp(`${uid}[\\s\\S]*?SEQUENCE:(\\d+)`).exec(text)?.[1])
  expect(sequence(second)).toBeGreaterThan(sequence(unfolded))
  const { path: renewed } = await server.as(town).ask(makeCalendarFeed)
  expect((await feed(path)).statusCode).toBe(404)
  expect((await feed(renewed)).statusCode).toBe(200)
  expect((await feed((await server.as(other).ask(makeCalendarFeed)).path)).body).not.toContain('BEGIN:VEVENT')
  await server.as(town).ask(revokeCalendarFeed)
  expect((await feed(renewed)).statusCode).toBe(404)
  expect((await feed(getCalendarFile.path.replace(':token', `${'a'.repeat(43)}.ics`))).statusCode).toBe(404)
})

test('the time that is left of a clock is a date of its owner’s', async () => {
  const itemId = await newItem('戊桥')
  const due = '2026-06-18T09:00:00.000Z'
  const dates = await server.deps.store.write((tx) =>
    asOwner(tx, async (owner) => {
      await owner.client.query(
        `insert into clock (district_id, item_id, key, state, spent_minutes, limit_minutes, due_at, overdue, warns, judged_at)
         values ($1, $2, 'answer', 'running', 0, 480, $3, false, false, now())`,
        [tx.districtId, itemId, due],
      )
      return await ownDates(owner, town, '2026-06-18', [])
    }),
  )
  const own = dates.filter((date) => date.itemId === itemId).map(({ nodeKey, day }) => `${nodeKey} ${day}`)
  expect(own.slice(-2)).toEqual(expect.arrayContaining(['clock.answer 2026-06-18']))
  expect(own).toContain('null 2026-06-17')
})
