import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createItem, createWebhook } from '@guatu/contract'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { withDatabase } from '../postgres/connection.ts'
import { givePerson } from '../store/testing/people.ts'
import { townOrg, useTestApp } from '../store/testing/test-app.ts'
import { messageIdOf } from './channels/send-mail.ts'
import { type NoticeSettings, useNoticeSettings } from './settings.ts'
import { giveAddress } from './testing/addresses.ts'
import { type HookServer, startHookServer } from './testing/hook-server.ts'
import { type MailServer, startMailServer } from './testing/mail-server.ts'
import { toldCheck } from './testing/told.ts'

const server = useTestApp()
const from = 'guatu@example.cn'
const [kills, items, readers] = [process.env.GUATU_LONG === '1' ? 25 : 2, 14, 2]
let mail: MailServer
let hook: HookServer
let settings: NoticeSettings
let office: string

beforeAll(async () => {
  mail = await startMailServer({ delayMs: 40 })
  hook = await startHookServer()
  const mailSettings = { url: mail.url, from }
  settings = {
    ...{ mail: mailSettings, webhookHosts: [hook.host], privateHosts: true, secret: 'x'.repeat(40) },
    ...{ origin: 'https://guatu.example.cn', product: '挂图 测试' },
  }
  useNoticeSettings(server.deps.store, settings)
  office = await givePerson(server.deps, [{ role: 'districtOffice', orgId: townOrg }])
  for (let index = 0; index < readers; index += 1) {
    const reader = await givePerson(server.deps, [{ role: 'town', orgId: townOrg }])
    await giveAddress(server, reader, `reader${index}@example.cn`, { digest: false, mailKinds: ['assigned'] })
  }
  const robot = { name: '项目群', shape: 'json' as const, kinds: ['assigned' as const], enabled: true, quiet: false }
  await server.as(office).ask(createWebhook, { body: { ...robot, address: `${hook.url}/robot`, secret: 's' } })
}, 60_000)
afterAll(async () => {
  await mail?.close()
  await hook?.close()
})

let child: ChildProcess | undefined
const script = fileURLToPath(new URL('./testing/jobs.child.ts', import.meta.url))

async function startChild(url: string): Promise<ChildProcess> {
  const environment = { TEST_URL: url, TEST_TODAY: server.today, TEST_SETTINGS: JSON.stringify(settings) }
  const started = spawn(process.execPath, ['--import', 'tsx', script], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child = started
  await new Promise<void>((ready, fail) => {
    started.stdout!.once('data', () => ready())
    started.once('exit', (code) => fail(new Error(`ended with ${code} before it was at work`)))
  })
  return started
}

const ended = (started: ChildProcess) => new Promise<void>((done) => started.once('exit', () => done()))
afterAll(() => child?.kill('SIGKILL'))

interface Row {
  readonly id: string
  readonly channel: string
  readonly state: string
}

const deliveries = () =>
  server.deps.store.read(async ({ client, districtId }) => {
    const { rows } = await client.query<Row>(
      'select delivery_id as id, channel, state from notice_delivery where district_id = $1',
      [districtId],
    )
    return rows
  })

async function databaseUrl(): Promise<string> {
  const { rows } = await server.deps.store.read(({ client }) =>
    client.query<{ name: string }>('select current_database() as name'),
  )
  return withDatabase(inject('testDatabase').url, rows[0]!.name)
}

test(`killed ${kills} times amid the work, everybody is told once and every message goes out`, async () => {
  const url = await databaseUrl()
  const making = (async () => {
    for (let index = 0; index < items; index += 1) {
      const fields = { name: `工程${index}`, unit: townOrg }
      await server.as(office).ask(createItem, { body: { playbook: 'works', fields } })
      await delay(60)
    }
  })()
  for (let kill = 0; kill < kills; kill += 1) {
    const started = await startChild(url)
    const before = mail.arrived.length
    for (let waited = 0; mail.arrived.length <= before + 1 && waited < 400; waited += 1) await delay(25)
    started.kill('SIGKILL')
    await ended(started)
  }
  await making
  const last = await startChild(url)
  const wanted = items * (readers + 1)
  for (let waited = 0; waited < 600; waited += 1) {
    const rows = await deliveries()
    if (rows.length === wanted && rows.every(({ state }) => state === 'sent')) break
    await delay(100)
  }
  last.kill('SIGTERM')
  await ended(last)
  const rows = await deliveries()
  expect(rows.filter(({ state }) => state !== 'sent')).toEqual([])
  expect(rows).toHaveLength(wanted)
  expect(await toldCheck(server.deps)).toEqual({ missing: [], doubled: [], unfounded: [] })
  // What a mail server had taken when its client was killed comes once more, under the same mark.
  const mails = rows.filter(({ channel }) => channel === 'mail').map(({ id }) => messageIdOf(id, from))
  expect(new Set(mail.arrived.map(({ messageId }) => messageId))).toEqual(new Set(mails))
  const twice = mail.arrived.length - mails.length
  const posts = rows.filter(({ channel }) => channel === 'webhook').map(({ id }) => id)
  expect(new Set(hook.posted.map(({ headers }) => headers['x-guatu-delivery']))).toEqual(new Set(posts))
  console.log(`${kills} kills, ${mails.length} mails, ${posts.length} posts; sent again under their mark: ${twice}`)
}, 300_000)
