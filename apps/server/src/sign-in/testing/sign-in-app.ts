import type { Role } from '@guatu/access'
import {
  acceptInvitation,
  completeSetUp,
  confirmSecondFactor,
  type RefusedReply,
  type ReplyOf,
  type Route,
  startSecondFactor,
} from '@guatu/contract'
import type { FastifyInstance } from 'fastify'
import { Value } from 'typebox/value'
import { afterAll, beforeAll, expect } from 'vitest'
import { buildApp } from '../../app.ts'
import type { Deps } from '../../http/deps.ts'
import type { Limits } from '../../http/rate-limit.ts'
import { operatorActor, systemActor } from '../../store/actor.ts'
import { ensureDistrict } from '../../store/district.ts'
import { openStore } from '../../store/store.ts'
import { addressOf, bureauOrg, type Sent, townOrg } from '../../store/testing/test-app.ts'
import { worksDictionaries, worksList } from '../../store/testing/works-list.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { freshDatabase } from '../../testing/fresh-database.ts'
import { setPasswordCost } from '../hash.ts'
import { identifyBy } from '../identify.ts'
import { makeLink } from '../links.ts'
import { useSignIn } from '../service.ts'
import { neededSetUpLink } from '../set-up.ts'
import type { OpenIdSettings } from '../settings.ts'
import { changeAccounts } from '../transaction.ts'
import { codeOf } from './authenticator.ts'

export const goodPassword = 'Kx9!mottled-Fern'
export const betterPassword = 'Vb7?quiet-Heron-8'

/** A browser: keeps its cookies and sends them along. */
export interface Browser {
  readonly cookies: Map<string, string>
  address: string
  /** Headers beside those of every request. */
  headers: Record<string, string>
  send<R extends Route>(
    route: R,
    sent?: Sent<R>,
  ): Promise<{ status: number; body: unknown; headers: Record<string, unknown> }>
  /** A reply that fits the contract; fails when it is refused. */
  ask<R extends Route>(route: R, sent?: Sent<R>): Promise<ReplyOf<R>>
  /** The code of a refusal that the route, or the door before it, may answer with. */
  refused<R extends Route>(route: R, sent?: Sent<R>): Promise<RefusedReply>
}

const atTheDoor = ['INPUT_INVALID', 'SIGN_IN_REQUIRED', 'FORBIDDEN', 'SECOND_FACTOR_REQUIRED', 'PASSWORD_EXPIRED']

function keepCookies(cookies: Map<string, string>, header: unknown): void {
  const list = header === undefined ? [] : Array.isArray(header) ? header : [String(header)]
  for (const text of list as string[]) {
    const [pair = ''] = text.split(';')
    const at = pair.indexOf('=')
    if (/max-age=0/i.test(text)) cookies.delete(pair.slice(0, at))
    else cookies.set(pair.slice(0, at), pair.slice(at + 1))
  }
}

function newBrowser(app: () => FastifyInstance): Browser {
  const browser = { cookies: new Map<string, string>(), address: '127.0.0.1', headers: {} } as unknown as Browser
  browser.send = async (route, sent = {}) => {
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { host: 'localhost', ...(cookie ? { cookie } : {}), ...browser.headers }
    const body = sent.body === undefined ? {} : { payload: sent.body as object }
    const url = addressOf(route, sent as Sent<Route>)
    const reply = await app().inject({ method: route.method, url, headers, remoteAddress: browser.address, ...body })
    keepCookies(browser.cookies, reply.headers['set-cookie'])
    const isJson = String(reply.headers['content-type']).startsWith('application/json')
    return { status: reply.statusCode, body: isJson ? reply.json() : reply.body, headers: reply.headers }
  }
  browser.ask = async (route, sent) => {
    const { status, body } = await browser.send(route, sent)
    expect(status, JSON.stringify(body)).toBe(200)
    if (route.reply) expect([...Value.Errors(route.reply, body)].slice(0, 3), route.name).toEqual([])
    return body as never
  }
  browser.refused = async (route, sent) => {
    const { status, body } = await browser.send(route, sent)
    expect(status, JSON.stringify(body)).toBeGreaterThanOrEqual(400)
    expect([...atTheDoor, ...route.refusals]).toContain((body as RefusedReply).code)
    return body as RefusedReply
  }
  return browser
}

export interface SignInApp {
  app: FastifyInstance
  deps: Deps
  databaseUrl: string
  /** How far the clock is ahead, in milliseconds. */
  ahead: number
  today: string
  /** Faults that the server told. */
  readonly faults: string[]
  browser(): Browser
  /** A person with posts, as the directory has them. */
  person(name: string, posts: readonly (readonly [Role, string?])[]): Promise<string>
  /** What stands in an invitation link of a person. */
  invitation(personId: string): Promise<string>
  /** A person who has opened an account, signed in, with a second factor where it is needed. */
  signedIn(name: string, posts: readonly (readonly [Role, string?])[], userName: string): Promise<Member>
  /** The three administrators, set up and signed in. */
  setUp(): Promise<Readonly<Record<'systemAdmin' | 'securityAdmin' | 'auditAdmin', Member>>>
  events(): Promise<{ verb: string; actor: string; post: string | null; origin: string | null; data: unknown }[]>
}

export interface Member {
  readonly personId: string
  readonly userName: string
  readonly browser: Browser
  /** Of the authenticator; '' without one. */
  readonly secret: string
}

interface Options {
  readonly openId?: () => OpenIdSettings
  readonly origin?: string
  readonly limits?: Limits
  readonly demonstration?: boolean
}

async function join(browser: Browser, token: string, userName: string): Promise<string> {
  const { next } = await browser.ask(acceptInvitation, { body: { token, userName, password: goodPassword } })
  if (next !== 'enrolSecondFactor') return ''
  const { secret } = await browser.ask(startSecondFactor, { body: { password: goodPassword } })
  await browser.ask(confirmSecondFactor, { body: { code: codeOf(secret, -1) } })
  return secret
}

let browsers = 0

async function openApp(test: SignInApp, url: string, options: Options): Promise<void> {
  setPasswordCost({ N: 2 ** 10, r: 8, p: 1 })
  const today = () => test.today
  const store = openStore(url, '330402', { connections: 4, today })
  const now = () => new Date(Date.now() + test.ahead).toISOString()
  const shelf = { playbooks: [worksList], dictionaries: worksDictionaries }
  const unit = { areaCode: null, assessed: true }
  const orgs = [
    { ...unit, orgId: townOrg, kind: 'town', name: '凤桥镇', shortName: '凤桥' },
    { ...unit, orgId: bureauOrg, kind: 'department', name: '区发展和改革局', shortName: '区发改局' },
  ]
  const start = { name: '测试区', shortName: '测试', today: test.today, now: now(), playbooks: shelf.playbooks, orgs }
  await ensureDistrict(store.as(systemActor), start)
  if (options.demonstration) {
    await store.as(systemActor).write((tx) => tx.client.query('update district set demonstration = true'))
  }
  test.deps = { store, shelf, now, today, actor: operatorActor }
  const { origin, limits } = options
  useSignIn(store, {
    origin: origin ?? 'http://localhost',
    secret: 'a secret of tests that is long enough',
    issuerName: '挂图 测试',
    openId: options.openId?.() ?? null,
    shared: origin !== undefined,
  })
  test.app = await buildApp({
    deps: test.deps,
    identify: identifyBy(test.deps),
    webFolder: '/nonexistent',
    say: (line) => test.faults.push(line),
    published: origin,
    ...(limits ? { limits } : {}),
  })
}

/** A server that people sign in to, on a database of its own, for one test file. */
export function useSignInApp(options: Options = {}): SignInApp {
  const database = freshDatabase()
  const test = { ahead: 0, today: '2026-06-15', faults: [], databaseUrl: database.url } as unknown as SignInApp
  beforeAll(() => openApp(test, database.url, options))
  afterAll(async () => {
    await test.app?.close()
    await test.deps?.store.close()
    expect(test.faults).toEqual([])
  })
  const itself = () => test.deps.store.as(systemActor)
  test.browser = () => {
    browsers += 1
    // Each at an address of its own, so that one's failures do not lock the other.
    return Object.assign(
      newBrowser(() => test.app),
      { address: `10.1.${browsers >> 8}.${browsers & 255}` },
    )
  }
  test.person = async (name, posts) => {
    const personId = uuidv7()
    await itself().write(async ({ client, districtId }) => {
      await client.query(
        `insert into person (district_id, person_id, org_id, name, search_text, demonstration)
           values ($1, $2, $3, $4, '', $5)`,
        [districtId, personId, townOrg, name, options.demonstration ?? false],
      )
      for (const [role, orgId = townOrg] of posts) {
        await client.query(
          `insert into post (district_id, post_id, person_id, org_id, role, title, from_day)
             values ($1, $2, $3, $4, $5, $5, '2026-01-01')`,
          [districtId, uuidv7(), personId, orgId, role],
        )
      }
    })
    return personId
  }
  test.invitation = async (personId) =>
    (await changeAccounts(test.deps.store, (tx) => makeLink(tx, 'invitation', personId, test.deps.now()))).token
  test.signedIn = async (name, posts, userName) => {
    const personId = await test.person(name, posts)
    const browser = test.browser()
    const secret = await join(browser, await test.invitation(personId), userName)
    return { personId, userName, browser, secret }
  }
  test.setUp = async () => {
    const token = (await neededSetUpLink(test.deps, systemActor)) as string
    const named = { systemAdmin: { name: '钱一' }, securityAdmin: { name: '孙二' }, auditAdmin: { name: '李三' } }
    const { invitations } = await test.browser().ask(completeSetUp, { body: { token, ...named } })
    const members = await Promise.all(
      invitations.map(async ({ role, link }) => {
        const browser = test.browser()
        const userName = role.toLowerCase()
        const secret = await join(browser, link.split('#')[1] as string, userName)
        const { rows } = await itself().read(({ client }) =>
          client.query<{ id: string }>('select person_id as id from post where role = $1', [role]),
        )
        return [role, { personId: rows[0]?.id as string, userName, browser, secret }] as const
      }),
    )
    return Object.fromEntries(members) as never
  }
  test.events = async () => {
    const { rows } = await itself().read(({ client }) =>
      client.query('select verb, actor, post, origin, data from event order by seq'),
    )
    return rows
  }
  return test
}
