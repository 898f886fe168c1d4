import { createItem, getOpenApi, listItems, routes } from '@guatu/contract'
import { expect, test } from 'vitest'
import { features } from './features/index.ts'
import { useTestApp } from './store/testing/test-app.ts'

const server = useTestApp()
const list = '/api/items?playbook=works'

test('each route of the contract is answered by exactly one feature', () => {
  const answered = features.map((feature) => feature.route.name).sort()
  expect(answered).toEqual(routes.map((route) => route.name).sort())
  const places = routes.map((route) => `${route.method} ${route.path}`)
  expect(new Set(places).size).toBe(places.length)
})

test('the interface describes every route', async () => {
  const document = await server.ask(getOpenApi)
  const operations = Object.values(document.paths as Record<string, Record<string, { operationId: string }>>)
  const names = operations.flatMap((path) => Object.values(path).map((operation) => operation.operationId))
  expect(names.sort()).toEqual(routes.map((route) => route.name).sort())
})

test.each([
  ['another host, as after DNS rebinding', { host: 'evil.example:7330' }, 'GET'],
  ['a form of another site', { host: 'localhost', origin: 'http://evil.example' }, 'POST'],
  ['a request that the browser calls cross-site', { host: 'localhost', 'sec-fetch-site': 'cross-site' }, 'POST'],
  ['a page without an origin', { host: 'localhost', origin: 'null' }, 'POST'],
] as const)('refuses %s', async (_name, headers, method) => {
  const payload = method === 'POST' ? { playbook: 'works', fields: { name: '甲' } } : {}
  const reply = await server.app.inject({
    method,
    url: method === 'POST' ? '/api/items' : list,
    headers,
    ...(method === 'POST' ? { payload } : {}),
  })
  expect([reply.statusCode, reply.json().code]).toEqual([403, 'ORIGIN_FOREIGN'])
})

test('its own pages may write', async () => {
  const headers = { host: '127.0.0.1:7330', origin: 'http://127.0.0.1:7330', 'sec-fetch-site': 'same-origin' }
  const payload = { playbook: 'works', fields: { name: '甲' } }
  const reply = await server.app.inject({ method: 'POST', url: '/api/items', headers, payload })
  expect(reply.statusCode).toBe(200)
})

test('a request that fits no schema is told all that is wrong, in both languages', async () => {
  const payload = { fields: 3 }
  const reply = await server.app.inject({ method: 'POST', url: '/api/items', payload })
  expect(reply.json().refusals).toEqual([
    { code: 'INPUT_INVALID', path: 'playbook', message: { zh: 'playbook：必填', en: 'playbook is required' } },
    { code: 'INPUT_INVALID', path: 'fields', message: { zh: 'fields：应为对象', en: 'fields must be object' } },
  ])
})

test('a misspelt parameter is refused instead of ignored', async () => {
  const reply = await server.app.inject({ url: `${list}&fliter=lamp:in:red&limit=9999` })
  expect(
    reply
      .json()
      .refusals.map((refusal: { path: string }) => refusal.path)
      .sort(),
  ).toEqual(['fliter', 'limit'])
})

test.each([
  ['text that is no JSON', '{"playbook":', 'application/json'],
  ['another kind of body', 'a=b', 'application/x-www-form-urlencoded'],
])('refuses %s', async (_name, payload, type) => {
  const reply = await server.app.inject({
    method: 'POST',
    url: '/api/items',
    payload,
    headers: { 'content-type': type },
  })
  expect(reply.json().code).toBe('INPUT_INVALID')
})

test('characters that cannot be kept are refused, whatever the field', async () => {
  for (const name of ['a\u0000b', 'a\ud800b']) {
    const body = { playbook: 'works', fields: { name } }
    const reply = await server.refused(createItem, { body })
    expect(reply.refusals[0]?.path).toBe('body/fields/name')
  }
  const reply = await server.app.inject({ url: `${list}&q=%00` })
  expect(reply.statusCode).toBe(400)
})

test('a page has a nonce of its own and allows nothing else inline', async () => {
  const [one, two] = await Promise.all([server.app.inject({ url: '/' }), server.app.inject({ url: '/list/anything' })])
  const policies = [one, two].map((reply) => String(reply.headers['content-security-policy']))
  expect(policies[0]).toMatch(/script-src 'self';.*style-src 'self' 'nonce-/)
  expect(policies[0]).not.toBe(policies[1])
  expect(two.headers['content-type']).toContain('text/html')
})

test.each(['/api/nothing', '/assets/old.js', '/robots.txt', '/assets/'])('%s is not found', async (url) => {
  const reply = await server.app.inject({ url })
  expect([reply.statusCode, reply.json().code]).toEqual([404, 'NOT_FOUND'])
})

test.each(['/', '/list/works?sort=-cost', '/item/018f0000-0000-7000-8000-000000000001'])(
  '%s is a page',
  async (url) => {
    const reply = await server.app.inject({ url })
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  },
)

test('a long reply is compressed for whoever takes it', async () => {
  const reply = await server.app.inject({ url: '/api/openapi.json', headers: { 'accept-encoding': 'gzip' } })
  expect(reply.headers['content-encoding']).toBe('gzip')
  expect(reply.rawPayload.length).toBeLessThan(60_000)
})

test('texts of a search are no SQL and no pattern', async () => {
  for (const q of [`'; drop table item; --`, '%', '_', '\\']) {
    const { total } = await server.ask(listItems, { query: { playbook: 'works', q } })
    expect(total).toBe(0)
  }
})
