import { commitImport, getImport, type ImportState, type QueryOf, type Route, type startImport } from '@guatu/contract'
import { dictionaries, playbooks } from '@guatu/playbooks'
import type { FastifyInstance } from 'fastify'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { buildApp } from '../../../app.ts'
import type { Deps } from '../../../http/deps.ts'
import { type Actor, operatorActor } from '../../../store/actor.ts'
import { ensureDistrict } from '../../../store/district.ts'
import { openStore } from '../../../store/store.ts'
import { freshDatabase } from '../../../testing/fresh-database.ts'

/** A server with the product's own lists on a database of its own, for one test file. */
export interface ImportApp {
  app: FastifyInstance
  deps: Deps
  databaseUrl: string
  /** Who asks: the operator, or whom a test puts here. */
  actor: Actor
  /** Faults that the server told; a test that causes one takes it out. */
  faults: string[]
  /** Hands a file in; reading goes on. */
  start(
    content: Buffer,
    fileName: string,
    query?: StartQuery,
  ): Promise<{ status: number; body: Record<string, unknown> }>
  /** Hands a file in and asks until it is compared. */
  upload(content: Buffer, fileName: string, sheet?: string): Promise<ImportState>
  /** Asks until reading and comparing are over. */
  settled(importId: string): Promise<ImportState>
  /** Uploads and commits all of a file that has no errors. */
  import(content: Buffer, fileName?: string): Promise<ImportState>
  send(
    route: Route,
    params: Record<string, string>,
    body?: object,
  ): Promise<{ status: number; body: Record<string, unknown> }>
}

type StartQuery = QueryOf<typeof startImport>

const addressOf = (route: Route, params: Record<string, string>): string =>
  route.path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '')

export function useImportApp(): ImportApp {
  const database = freshDatabase()
  const test = { databaseUrl: database.url, faults: [] as string[], actor: operatorActor } as ImportApp
  const playbook = playbooks[0]!
  beforeAll(async () => {
    const store = openStore(database.url, '330402', { connections: 4 })
    const now = () => new Date().toISOString()
    const orgs = [{ kind: 'town', name: '余新镇', shortName: '余新', areaCode: '330402101', assessed: true }]
    await ensureDistrict(store, { name: '南湖区', shortName: '南湖', today: '2026-11-21', now: now(), playbooks, orgs })
    test.deps = {
      store,
      shelf: { playbooks, dictionaries },
      now,
      today: () => '2026-11-21',
      actor: operatorActor,
    } as unknown as Deps
    test.app = await buildApp({
      deps: test.deps,
      identify: async () => test.actor,
      webFolder: '/nonexistent',
      say: (line) => test.faults.push(line),
    })
  })
  afterEach(() => expect(test.faults).toEqual([]))
  afterAll(async () => {
    await test.app?.close()
    await test.deps?.store.close()
  })
  test.send = async (route, params, body) => {
    const reply = await test.app.inject({
      method: route.method,
      url: addressOf(route, params),
      ...(body ? { payload: body } : {}),
    })
    return { status: reply.statusCode, body: reply.json() }
  }
  test.start = async (content, fileName, asked = {}) => {
    const boundary = 'guatu-boundary'
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: application/octet-stream\r\n\r\n`
    const payload = Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)])
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
    const given = Object.entries({ playbook: playbook.key, ...asked }).filter(([, value]) => value !== undefined)
    const query = new URLSearchParams(given)
    const reply = await test.app.inject({ method: 'POST', url: `/api/imports?${query}`, payload, headers })
    return { status: reply.statusCode, body: reply.json() }
  }
  test.upload = async (content, fileName, sheet) => {
    const { status, body } = await test.start(content, fileName, sheet === undefined ? {} : { sheet })
    expect(status, JSON.stringify(body)).toBe(200)
    return await test.settled((body as ImportState).importId)
  }
  test.import = async (content, fileName = '台账.csv') => {
    const { importId } = await test.upload(content, fileName)
    const committed = await test.send(commitImport, { importId }, { rows: 'all', changes: 'all' })
    expect(committed.status, JSON.stringify(committed.body)).toBe(200)
    return committed.body as ImportState
  }
  test.settled = async (importId) => {
    for (;;) {
      const { body } = await test.send(getImport, { importId })
      const state = body as ImportState
      if (!['reading', 'checking', 'comparing'].includes(state.progress.phase)) return state
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  return test
}
