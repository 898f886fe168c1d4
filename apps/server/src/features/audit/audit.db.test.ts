import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import {
  createItem,
  exportEventsCsv,
  exportEventsXlsx,
  getEvent,
  getRecordState,
  getSignedHead,
  getVerification,
  reportFact,
  searchEvents,
  startVerification,
  updateItem,
} from '@guatu/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readHead } from '../../backup/signed-head.ts'
import { tellSensitiveRead } from '../../store/sensitive-read.ts'
import { asOwner } from '../../store/store.ts'
import { useTestApp } from '../../store/testing/test-app.ts'
import { findEvents } from './query.ts'

const server = useTestApp()
const folder = mkdtempSync(join(tmpdir(), 'guatu-audit-'))
const { GUATU_DATA: dataBefore } = process.env
const reader = {
  personId: '018f0000-0000-7000-8000-0000000000aa',
  name: '陈岚',
  post: '区发改局 核实',
  origin: 'web 10.0.0.5',
}
let itemId: string

const search = async (query: object) => await server.ask(searchEvents, { query })
const seqs = async (query: object) => (await search(query)).events.map(({ seq }) => seq)

async function verdict() {
  let verification = await server.ask(getVerification)
  while (verification.state === 'running') {
    // Requests that never leave the process would leave the walk no turn.
    await delay(20)
    verification = await server.ask(getVerification)
  }
  return verification
}

beforeAll(async () => {
  process.env.GUATU_DATA = folder
  itemId = (await server.ask(createItem, { body: { playbook: 'works', fields: { name: '甲项目' } } })).itemId
  await server.ask(createItem, { body: { playbook: 'works', fields: { name: '乙项目' } } })
  const body = { revision: 1, fields: { trouble: '缺地' }, reason: '现场核查 100%' }
  await server.ask(updateItem, { params: { itemId }, body })
  await tellSensitiveRead(
    { ...server.deps, store: server.deps.store.as(reader) },
    { via: 'getItemSecrets', items: [{ itemId, fields: ['contact'] }] },
  )
})
afterAll(() => {
  if (dataBefore === undefined) delete process.env.GUATU_DATA
  else process.env.GUATU_DATA = dataBefore
  rmSync(folder, { recursive: true })
})

test('events are found newest first by person, post, verb, item, origin and words', async () => {
  expect(await seqs({})).toEqual([5, 4, 3, 2, 1])
  expect(await seqs({ person: '陈' })).toEqual([5])
  expect(await seqs({ personId: reader.personId })).toEqual([5])
  expect(await seqs({ post: '发改局' })).toEqual([5])
  expect(await seqs({ origin: '10.0.0' })).toEqual([5])
  expect(await seqs({ verb: 'item.created,item.updated' })).toEqual([4, 3, 2])
  // Who read what is secret in an item is found by the item, though one event tells of many.
  expect(await seqs({ itemId })).toEqual([5, 4, 2])
  expect(await seqs({ q: '核查' })).toEqual([4])
  expect(await seqs({ q: '100%' })).toEqual([4])
  expect(await seqs({ q: '缺_' })).toEqual([])
  expect(await seqs({ q: '乙项目', verb: 'item.created' })).toEqual([3])
  expect(await seqs({ from: '2000-01-01', to: '2000-01-02' })).toEqual([])
  expect(await seqs({ from: '2000-01-01' })).toHaveLength(5)
})

test('each line is in plain words, with the item by its name', async () => {
  const { events } = await search({})
  expect(events[0]).toMatchObject({
    actor: '陈岚',
    verbTitle: { zh: '查看敏感内容' },
    text: { zh: '查看 1 个项目的 contact' },
  })
  expect(events[1]).toMatchObject({ itemTitle: '甲项目', reason: '现场核查 100%' })
  expect(events[1]?.text.zh).toContain('缺地')
  expect(events[4]).toMatchObject({ verb: 'district.opened', verbTitle: { zh: '开通本区' } })
})

test('pages follow each other without a gap', async () => {
  const first = await search({ limit: 2 })
  expect(first.events.map(({ seq }) => seq)).toEqual([5, 4])
  const second = await search({ limit: 2, before: first.next })
  expect(second.events.map(({ seq }) => seq)).toEqual([3, 2])
  const last = await search({ limit: 2, before: second.next })
  expect(last).toMatchObject({ events: [{ seq: 1 }], next: null })
})

test('an event opens whole, with before and after and the hash that it follows', async () => {
  const [before, event] = [
    await server.ask(getEvent, { params: { seq: 3 } }),
    await server.ask(getEvent, { params: { seq: 4 } }),
  ]
  expect(event.data).toMatchObject({ changes: { trouble: { from: null, to: '缺地' } } })
  const title = { zh: '问题', en: expect.any(String) }
  expect(event.changes).toEqual([{ title, from: null, to: { zh: '缺地', en: '缺地' } }])
  expect(event.previousHash).toBe(before.hash)
  expect((await server.refused(getEvent, { params: { seq: 999 } })).code).toBe('NOT_FOUND')
})

test('the chain is walked on demand and its head is signed', async () => {
  await server.ask(startVerification)
  const verification = await verdict()
  const { events } = await server.ask(getRecordState)
  expect(verification).toMatchObject({ state: 'whole', walked: events, total: events, fault: null })
  const file = await server.app.inject({ method: 'GET', url: getSignedHead.path })
  const publicPem = readFileSync(join(folder, 'head-key.pub.pem'), 'utf8')
  expect(readHead(file.rawPayload, publicPem)).toMatchObject({ kind: 'head', head: { seq: events } })
})

test('an export is told of, and no cell of it is a formula', async () => {
  const body = { metric: 'yearDone', period: '2026', value: '1', evidence: 'x' }
  await server.ask(reportFact, { params: { itemId }, body })
  const formula = '=HYPERLINK("http://x")'
  await server.ask(updateItem, {
    params: { itemId },
    body: { revision: 3, fields: { trouble: '无' }, reason: formula },
  })
  const csv = await server.app.inject({ method: 'GET', url: `${exportEventsCsv.path}?verb=item.updated` })
  expect(csv.body.startsWith('\ufeff"序号"')).toBe(true)
  expect(csv.body.trim().split('\r\n')).toHaveLength(3)
  expect(csv.body).toContain(`"'=HYPERLINK(""http://x"")"`)
  const xlsx = await server.app.inject({ method: 'GET', url: exportEventsXlsx.path })
  expect(xlsx.rawPayload.subarray(0, 2).toString()).toBe('PK')
  const { events } = await search({ verb: 'secret.read', limit: 2 })
  expect(events.map(({ text }) => text.zh)).toEqual([
    '查看 exportAudit {"file":"xlsx"}',
    '查看 exportAudit {"file":"csv","verb":"item.updated"}',
  ])
})

test('a search for words goes on from where it stopped, however long the record is', async () => {
  const found: number[] = []
  const stops: (string | null)[] = []
  await server.deps.store.read(async (tx) => {
    let before: number | undefined
    for (;;) {
      const page = await findEvents(tx, { q: '核查' }, { limit: 50, before, atOnce: 2 })
      found.push(...page.events.map(({ seq }) => seq))
      stops.push(page.searchedTo)
      if (page.next === null) return
      before = page.next
    }
  })
  expect(found).toEqual([4])
  expect(stops.length).toBeGreaterThan(2)
  expect(stops.at(-1)).toBeNull()
})

test('no role of the program can change, delete or empty the record', async () => {
  const { store } = server.deps
  for (const acting of [store, store.as(reader)]) {
    for (const text of [
      `update event set reason = null`,
      'delete from event',
      'truncate event',
      'update sensitive_read set seq = 0',
      'delete from sensitive_read',
      'drop table event',
    ]) {
      await expect(
        acting.write((tx) => tx.client.query(text)),
        text,
      ).rejects.toThrow(/permission denied|must be owner/)
    }
  }
  const granted = await store.read((tx) =>
    tx.client.query(
      `select grantee, privilege_type from information_schema.role_table_grants
       where table_name in ('event', 'sensitive_read') and grantee like 'guatu%'
         and privilege_type not in ('SELECT', 'INSERT')`,
    ),
  )
  expect(granted.rows).toEqual([])
})

test('what was altered is named to whoever walks the chain', async () => {
  await server.deps.store.write((tx) =>
    asOwner(tx, () => tx.client.query(`update event set reason = 'x' where seq = 4`)),
  )
  await server.ask(startVerification)
  const verification = await verdict()
  expect(verification).toMatchObject({
    state: 'broken',
    fault: { seq: 4, problem: 'altered', title: { zh: '被改动' } },
  })
  expect((await server.refused(getSignedHead)).code).toBe('CHAIN_BROKEN')
})
