import { createItem, getOpenApi, reportFact } from '@guatu/contract'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from './app.ts'
import { tablesOf } from './backup/tables.ts'
import { seededRandom } from './demo/random.ts'
import { features } from './features/index.ts'
import type { Feature } from './http/feature.ts'
import { asOwner } from './store/store.ts'
import { identifyByHeader } from './store/testing/identify-by-header.ts'
import { townOrg, useTestApp } from './store/testing/test-app.ts'
import type { Known } from './testing/bad-requests/from-schema.ts'
import { badRequest, type Operation, operationsOf } from './testing/bad-requests/requests.ts'

const isLong = process.env.GUATU_LONG === '1'
const requests = isLong ? 10_000 : 1_500

const server = useTestApp()
const told: string[] = []
let app: FastifyInstance
let operations: Operation[]
let known: Known

const appWith = (list: readonly Feature[], say: (line: string) => void) =>
  buildApp({ deps: server.deps, identify: identifyByHeader, webFolder: '/nonexistent', say, features: list })

beforeAll(async () => {
  app = await appWith(features, (line) => told.push(line))
  operations = operationsOf(await server.ask(getOpenApi))
  const { itemId } = await server.ask(createItem, { body: { playbook: 'works', fields: { name: '甲' } } })
  const body = { metric: 'yearDone', period: '2026', value: '1' }
  const { fact } = await server.ask(reportFact, { params: { itemId }, body })
  const words = [
    'name',
    'cost',
    'until',
    'permit',
    'prepare',
    'build',
    'yearDone',
    'lamp:in:red',
    '-cost',
    'cost:from:1',
  ]
  known = { ids: [itemId, fact.factId, townOrg], words }
})
afterAll(() => app?.close())

/** A hash of every table's rows: equal hashes, nothing written. */
async function stateOf(): Promise<Record<string, string>> {
  return await server.deps.store.write((tx) =>
    asOwner(tx, async ({ client }) => {
      const state: Record<string, string> = {}
      for (const { name } of await tablesOf(client)) {
        // Failed attempts to sign in are kept on purpose, to lock out whoever guesses; events are looked at one by one.
        if (name === 'sign_in.failure' || name === 'event' || name === 'chain_head') continue
        const { rows } = await client.query<{ hash: string }>(
          `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from ${name} t`,
        )
        state[name] = rows[0]?.hash as string
      }
      return state
    }),
  )
}

/** What the record tells on purpose of requests that change nothing. */
const kept = new Set(['signIn.failed', 'secret.read'])
const eventCount = () =>
  server.deps.store.read(
    async ({ client }) => (await client.query<{ n: number }>('select max(seq)::int as n from event')).rows[0]?.n ?? 0,
  )
const newEvents = (head: number) =>
  server.deps.store.read(async ({ client }) =>
    (await client.query<{ verb: string }>('select verb, data from event where seq > $1', [head])).rows.filter(
      ({ verb }) => !kept.has(verb),
    ),
  )

const shown = ({ method, url, headers, payload }: InjectOptions) =>
  JSON.stringify({ method, url, headers, payload: String(payload ?? '').slice(0, 400) })

test(`${requests} bad requests over every route: nothing breaks, nothing is written, nothing of ours is told`, async () => {
  const before = await stateOf()
  const head = await eventCount()
  const random = seededRandom(20_261_121)
  const statuses = new Map<number, number>()
  const broke: string[] = []
  const spoke: string[] = []
  for (let sent = 0; sent < requests; sent += 1) {
    const request = badRequest(operations, random, known)
    // A reply that breaks off rejects: it counts as broken.
    const reply = await app.inject(request).catch((error: Error) => error)
    if (reply instanceof Error) {
      broke.push(`${reply.message} ${shown(request)}`)
      continue
    }
    statuses.set(reply.statusCode, (statuses.get(reply.statusCode) ?? 0) + 1)
    if (reply.statusCode >= 500) broke.push(`${reply.statusCode} ${shown(request)}`)
    if (/\bat .*\.[jt]s:\d|syntax error at|relation "|SQLSTATE|node_modules/.test(reply.body))
      spoke.push(shown(request))
    expect(reply.headers, shown(request)).toMatchObject({ 'x-content-type-options': 'nosniff' })
  }
  console.log(
    `bad requests: ${[...statuses]
      .sort(([a], [b]) => a - b)
      .map(([status, count]) => `${status} x ${count}`)
      .join(', ')}`,
  )
  expect([broke.length, ...broke.slice(0, 5)], told.slice(0, 3).join('\n')).toEqual([0])
  expect(spoke.slice(0, 5)).toEqual([])
  expect(await stateOf()).toEqual(before)
  expect(await newEvents(head)).toEqual([])
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 400, 404]))
})

const secrets = [
  '13800001234',
  'gt_Zx81kQ0pLm92Vn4wTr67Ys',
  'eyJhbGciOiJIUzI1NiJ9.e30.Zm9v1',
  '张三丰',
  'p4ssw0rd-secret',
]

test('no secret that a request carries reaches the terminal or the reply when something breaks', async () => {
  const lines: string[] = []
  const breaking = features.map(
    ({ route }): Feature => ({
      route,
      handle: async (_deps, input) => {
        const { params, query, body } = input as Record<string, unknown>
        throw new Error(`cannot handle ${JSON.stringify({ params, query, body })} of ${secrets.join(' ')}`)
      },
    }),
  )
  const broken = await appWith(breaking, (line) => lines.push(line))
  const headers = {
    cookie: `session=${secrets[1]}`,
    authorization: `Bearer ${secrets[2]}`,
    'x-forwarded-for': secrets[0],
  }
  let faults = 0
  for (const { method, path } of operations) {
    const url = `${path.replace(/\{\w+\}/g, known.ids[0] as string)}?q=${encodeURIComponent(secrets.join(' '))}&playbook=works`
    for (const at of [url, url.split('?')[0] as string]) {
      const reply = await broken.inject({
        method,
        url: at,
        headers,
        ...(method === 'GET' ? {} : { payload: { secrets } }),
      })
      if (reply.statusCode === 500) faults += 1
      for (const secret of secrets) expect(reply.body).not.toContain(secret)
    }
  }
  await broken.close()
  expect(faults).toBeGreaterThan(10)
  expect(lines).toHaveLength(faults)
  for (const secret of [...secrets, 'q=', known.ids[0] as string]) expect(lines.join('\n')).not.toContain(secret)
})

test('every kind of reply carries the security headers', async () => {
  const replies = await Promise.all(
    [
      { url: '/' },
      { url: '/api/health' },
      { url: '/api/nothing' },
      { url: '/%ff' },
      { url: '/api/items/%zz' },
      { url: `/api/items/${'x'.repeat(300)}` },
      { url: '/assets/none.js' },
      { url: '/api/items', headers: { host: 'evil.example' } },
      { method: 'POST' as const, url: '/api/items', payload: '{', headers: { 'content-type': 'application/json' } },
      { method: 'TRACE' as never, url: '/api/items' },
    ].map((request) => app.inject(request)),
  )
  for (const { headers, statusCode } of replies) {
    expect(statusCode).toBeLessThan(500)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cache-control': 'no-store',
    })
    expect(headers['content-security-policy']).toMatch(/default-src 'none'/)
    expect(headers['content-security-policy']).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/)
  }
})

test('a body is as small as its route allows', async () => {
  const long = { playbook: 'works', fields: { name: '甲', trouble: '字'.repeat(100_000) } }
  const reply = await app.inject({ method: 'POST', url: '/api/items', payload: long })
  expect([reply.statusCode, reply.json().code]).toEqual([413, 'FILE_TOO_LARGE'])
})
