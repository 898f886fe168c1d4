import { createItem, getItemSecrets, type Route, routes, updateItem } from '@guatu/contract'
import { definePlaybook, type Field, type FieldKind, type Playbook, secretClasses } from '@guatu/playbook'
import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '../../app.ts'
import type { Deps } from '../../http/deps.ts'
import { freshDatabase } from '../../testing/fresh-database.ts'
import { openFile } from '../../workbook/open-file.ts'
import { operatorActor } from '../actor.ts'
import { ensureDistrict } from '../district.ts'
import { openStore } from '../store.ts'
import { identifyByHeader } from '../testing/identify-by-header.ts'
import { givePerson } from '../testing/people.ts'
import { bureauOrg, townOrg } from '../testing/test-app.ts'
import { worksDictionaries, worksList } from '../testing/works-list.ts'

/** Kinds whose values can be told from anything else that a reply holds. */
const kinds = ['text', 'longText', 'phone', 'money', 'number', 'integer'] as const satisfies readonly FieldKind[]
type Kind = (typeof kinds)[number]

/** No row of noughts: those stand in ids as well. */
const digits = fc
  .noBias(fc.integer({ min: 100_000_000, max: 999_999_999 }))
  .map(String)
  .filter((text) => !/0{3}/.test(text))
const drawnFields = fc.array(
  fc.record({
    kind: fc.constantFrom<Kind>(...kinds),
    secret: fc.option(fc.constantFrom(...secretClasses)),
    marker: digits,
  }),
  { minLength: 3, maxLength: 8 },
)
type Drawn = readonly {
  readonly kind: Kind
  readonly secret: (typeof secretClasses)[number] | null
  readonly marker: string
}[]

const markedValue = (kind: Kind, marker: string): unknown => {
  if (kind === 'phone') return `13${marker}`
  if (kind === 'money') return { amount: `${marker}.00`, currency: 'CNY' }
  return kind === 'text' || kind === 'longText' ? `记${marker}号` : Number(marker)
}

const fieldOf = (kind: Kind, secret: Drawn[number]['secret'], number: number): Field =>
  ({
    ...{ kind, title: { zh: `抽样${number}`, en: `Drawn ${number}` }, group: 'main' },
    ...(kind === 'money' ? { unit: '万元' } : kind === 'number' || kind === 'integer' ? { unit: 'unit' } : {}),
    ...(secret ? { secret } : {}),
  }) as Field

/** The short form takes the first two of the six lists of the long one: every reader and every route with each. */
const lists = process.env.GUATU_LONG === '1' ? 6 : 2
const samples: readonly Drawn[] = fc.sample(drawnFields, { numRuns: lists, seed: 20261121 })
const playbooks: readonly Playbook[] = samples.map((drawn, at) =>
  definePlaybook({
    ...worksList,
    key: `works-${at}`,
    fields: {
      ...worksList.fields,
      ...Object.fromEntries(drawn.map((one, n) => [`x${n}`, fieldOf(one.kind, one.secret, n)])),
    },
  }),
)

const database = freshDatabase()
let app: FastifyInstance
let deps: Deps
const readers = new Map<string, string | null>([['operator', null]])

beforeAll(async () => {
  const store = openStore(database.url, '330402', { connections: 4, today: () => '2026-06-15' })
  const now = () => new Date().toISOString()
  const unit = { areaCode: null, assessed: true }
  const orgs = [
    { ...unit, orgId: townOrg, kind: 'town', name: '凤桥镇', shortName: '凤桥' },
    { ...unit, orgId: bureauOrg, kind: 'department', name: '区发展和改革局', shortName: '区发改局' },
  ]
  await ensureDistrict(store, { name: '测试区', shortName: '测试', today: '2026-06-15', now: now(), playbooks, orgs })
  deps = {
    store,
    shelf: { playbooks, dictionaries: worksDictionaries },
    now,
    today: () => '2026-06-15',
    actor: operatorActor,
  }
  for (const role of [
    'department',
    'verifier',
    'supervisor',
    'assessor',
    'auditAdmin',
    'systemAdmin',
    'firm',
  ] as const) {
    readers.set(role, await givePerson(deps, [{ role, orgId: bureauOrg }]))
  }
  readers.set('lead', await givePerson(deps, [{ role: 'town', orgId: townOrg }]))
  app = await buildApp({ deps, identify: identifyByHeader, webFolder: '/nonexistent', say: () => undefined })
})
afterAll(async () => {
  await app?.close()
  await deps?.store.close()
})

const headersOf = (personId: string | null) => (personId === null ? {} : { 'x-test-person': personId })

/** An address of a reading route that says as much as can be said. */
function addressOf(route: Route, itemId: string, known: Readonly<Record<string, string>>): string {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => known[name] ?? itemId)
  const names = Object.keys((route.query as { properties?: object } | undefined)?.properties ?? {})
  const query = new URLSearchParams(
    names.flatMap((name) => (known[name] ? [[name, known[name]] as [string, string]] : [])),
  )
  return query.size > 0 ? `${path}?${query}` : path
}

async function textOf(payload: Buffer): Promise<string> {
  return payload.subarray(0, 2).toString() === 'PK'
    ? JSON.stringify(await openFile(payload, 'x.xlsx'))
    : payload.toString()
}

const reading = routes.filter(({ method }) => method === 'GET')

test.each(samples.map((drawn, at) => [at, drawn] as const))(
  'list %i: no reading route shows anybody a secret, however the fields are drawn',
  async (at, drawn) => {
    const playbook = playbooks[at]!.key
    const fields = {
      name: `工程${at}`,
      unit: townOrg,
      ...Object.fromEntries(drawn.map((one, n) => [`x${n}`, markedValue(one.kind, one.marker)])),
    }
    const made = await app.inject({ method: 'POST', url: createItem.path, payload: { playbook, fields } })
    expect(made.statusCode, made.body).toBe(200)
    const { itemId } = made.json()
    const url = updateItem.path.replace(':itemId', itemId)
    const last = drawn.length - 1
    const changed = { [`x${last}`]: markedValue(drawn[last]!.kind, `${drawn[last]!.marker.slice(1)}7`) }
    expect((await app.inject({ method: 'PATCH', url, payload: { revision: 1, fields: changed } })).statusCode).toBe(200)
    const secret = drawn.filter((one) => one.secret !== null).map(({ marker }) => marker)
    expect(secret.length).toBeGreaterThan(0)
    const shown: string[] = []
    const today = { playbook, q: '工程' }
    const asOf = new Date().toISOString()
    for (const [role, personId] of readers) {
      // Two of them look at the past.
      const known = role === 'operator' || role === 'verifier' ? { ...today, asOf } : today
      for (const route of reading) {
        const reply = await app.inject({
          method: 'GET',
          url: addressOf(route, itemId, known),
          headers: headersOf(personId),
        })
        expect(reply.statusCode, `${role} ${route.name}`).toBeLessThan(500)
        const text = await textOf(reply.rawPayload)
        for (const marker of secret)
          if (text.includes(marker) || text.includes(marker.slice(1))) shown.push(`${role} ${route.name}`)
      }
    }
    expect(shown).toEqual([])
    const asked = await app.inject({
      method: 'POST',
      url: getItemSecrets.path.replace(':itemId', itemId),
      headers: headersOf(readers.get('lead')!),
    })
    for (const marker of secret.slice(0, -1)) expect(asked.body).toContain(marker)
  },
  120_000,
)
