import { getImport, type ImportState } from '@guatu/contract'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect } from 'vitest'
import { buildApp } from '../../../app.ts'
import type { Deps } from '../../../http/deps.ts'
import { freshDatabase } from '../../../testing/fresh-database.ts'
import { operatorActor } from '../../actor.ts'
import { ensureDistrict } from '../../district.ts'
import { openStore } from '../../store.ts'
import { bureauOrg, townOrg } from '../../testing/test-app.ts'
import { worksDictionaries, worksList } from '../../testing/works-list.ts'

/** A server whose clock the test moves: each act has an instant of its own, and days pass. */
export interface MovingApp {
  app: FastifyInstance
  deps: Deps
  /** Milliseconds since the epoch; the clock moves on a little with each look at it. */
  clock: number
  send<T = object>(
    method: 'GET' | 'POST' | 'PATCH' | 'PUT',
    url: string,
    body?: object,
  ): Promise<{ readonly status: number; readonly body: T }>
  /** Hands in a ledger as CSV and asks until it is compared. */
  upload(csv: string): Promise<ImportState>
}

const chinaOffset = 8 * 3_600_000
const firstKnown = Date.parse('2026-06-15T09:00:00+08:00')

export function useMovingApp(): MovingApp {
  const database = freshDatabase()
  const test = { clock: firstKnown } as MovingApp
  beforeAll(async () => {
    const now = () => {
      test.clock += 3
      return new Date(test.clock).toISOString()
    }
    const today = () => new Date(test.clock + chinaOffset).toISOString().slice(0, 10)
    const store = openStore(database.url, '330402', { connections: 4, today })
    const shelf = { playbooks: [worksList], dictionaries: worksDictionaries }
    const unit = { areaCode: null, assessed: true }
    const orgs = [
      { ...unit, orgId: townOrg, kind: 'town', name: '凤桥镇', shortName: '凤桥' },
      { ...unit, orgId: bureauOrg, kind: 'department', name: '区发展和改革局', shortName: '区发改局' },
    ]
    const start = { name: '测试区', shortName: '测试', today: today(), now: now(), playbooks: shelf.playbooks, orgs }
    await ensureDistrict(store, start)
    test.deps = { store, shelf, now, today, actor: operatorActor }
    const say = (line: string) => expect.unreachable(line)
    const identify = async () => operatorActor
    test.app = await buildApp({ deps: test.deps, identify, webFolder: '/nonexistent', say })
  })
  afterAll(async () => {
    await test.app?.close()
    await test.deps?.store.close()
  })
  test.send = async (method, url, payload) => {
    const reply = await test.app.inject({ method, url, ...(payload ? { payload } : {}) })
    expect(reply.statusCode, reply.body).toBeLessThan(500)
    return { status: reply.statusCode, body: reply.json() }
  }
  test.upload = (csv) => upload(test, csv)
  return test
}

async function upload(test: MovingApp, csv: string): Promise<ImportState> {
  const boundary = 'guatu-boundary'
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="台账.csv"\r\nContent-Type: text/csv\r\n\r\n`
  const payload = `${head}${csv}\r\n--${boundary}--\r\n`
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
  const reply = await test.app.inject({ method: 'POST', url: '/api/imports?playbook=works', payload, headers })
  let state: ImportState = reply.json()
  expect(reply.statusCode, reply.body).toBe(200)
  while (['reading', 'checking', 'comparing'].includes(state.progress.phase)) {
    await new Promise((resolve) => setTimeout(resolve, 20))
    state = (await test.send<ImportState>('GET', getImport.path.replace(':importId', state.importId))).body
  }
  return state
}
