import type { BodyOf, ParamsOf, QueryOf, RefusedReply, ReplyOf, Route } from '@guatu/contract'
import type { Playbook } from '@guatu/playbook'
import type { FastifyInstance } from 'fastify'
import { Value } from 'typebox/value'
import { afterAll, beforeAll, expect } from 'vitest'
import { buildApp } from '../../app.ts'
import type { Deps } from '../../http/deps.ts'
import { addressOf } from '../../testing/address-of.ts'
import { freshDatabase } from '../../testing/fresh-database.ts'
import { operatorActor } from '../actor.ts'
import { ensureDistrict } from '../district.ts'
import { openStore } from '../store.ts'
import { identifyByHeader, personHeader } from './identify-by-header.ts'
import { worksDictionaries, worksList } from './works-list.ts'

export { addressOf }

export const townOrg = '018f0000-0000-7000-8000-000000000001'
export const bureauOrg = '018f0000-0000-7000-8000-000000000002'

export interface Sent<R extends Route> {
  readonly params?: ParamsOf<R>
  readonly query?: QueryOf<R>
  readonly body?: BodyOf<R>
}

/** A whole server on a database of its own, for one test file. */
export interface TestApp {
  readonly app: FastifyInstance
  readonly deps: Deps
  /** The day can be moved. */
  today: string
  /** So can the instant; absent: that of the machine. */
  instant?: string
  /** The same server, asked by this person. */
  as(personId: string): Pick<TestApp, 'ask' | 'refused'>
  /** Sends a request and answers the reply, checked against the contract; fails when it is refused. */
  ask<R extends Route>(route: R, sent?: Sent<R>): Promise<ReplyOf<R>>
  /** Sends a request that has to be refused, by a code that the route names. */
  refused<R extends Route>(route: R, sent?: Sent<R>): Promise<RefusedReply>
}

async function send(app: FastifyInstance, route: Route, sent: Sent<Route>, personId: string | null) {
  const body = sent.body === undefined ? {} : { payload: sent.body as object }
  const headers = personId === null ? {} : { [personHeader]: personId }
  return await app.inject({ method: route.method, url: addressOf(route, sent), headers, ...body })
}

export function useTestApp(lists: readonly Playbook[] = [worksList]): TestApp {
  const database = freshDatabase()
  const test = { today: '2026-06-15' } as { -readonly [K in keyof TestApp]: TestApp[K] }
  beforeAll(async () => {
    const store = openStore(database.url, '330402', { connections: 4, today: () => test.today })
    const shelf = { playbooks: lists, dictionaries: worksDictionaries }
    const now = () => test.instant ?? new Date().toISOString()
    const start = { name: '测试区', shortName: '测试', today: test.today, now: now(), playbooks: shelf.playbooks }
    const unit = { areaCode: null, assessed: true }
    const orgs = [
      { ...unit, orgId: townOrg, kind: 'town', name: '凤桥镇', shortName: '凤桥' },
      { ...unit, orgId: bureauOrg, kind: 'department', name: '区发展和改革局', shortName: '区发改局' },
    ]
    await ensureDistrict(store, { ...start, orgs })
    test.deps = { store, shelf, now, today: () => test.today, actor: operatorActor }
    const say = (line: string) => expect.unreachable(line)
    test.app = await buildApp({
      deps: test.deps,
      identify: identifyByHeader,
      webFolder: '/nonexistent',
      say,
    })
  })
  afterAll(async () => {
    await test.app?.close()
    await test.deps?.store.close()
  })
  return Object.assign(test, asking(test, null), { as: (personId: string) => asking(test, personId) })
}

/** Every route that needs somebody may refuse them. */
const everywhere = ['INPUT_INVALID', 'SIGN_IN_REQUIRED', 'FORBIDDEN']

function asking(test: Pick<TestApp, 'app'>, personId: string | null): Pick<TestApp, 'ask' | 'refused'> {
  return {
    async ask(route, sent = {}) {
      const reply = await send(test.app, route, sent as Sent<Route>, personId)
      expect(reply.statusCode, reply.body).toBe(200)
      const value = reply.json()
      if (route.reply) expect([...Value.Errors(route.reply, value)].slice(0, 3), route.name).toEqual([])
      return value
    },
    async refused(route, sent = {}) {
      const reply = await send(test.app, route, sent as Sent<Route>, personId)
      const value: RefusedReply = reply.json()
      expect(reply.statusCode, reply.body).toBeGreaterThanOrEqual(400)
      expect([...everywhere, ...route.refusals]).toContain(value.code)
      return value
    },
  }
}
