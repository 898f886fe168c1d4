import { createHash, generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createItem } from '@guatu/contract'
import { chainText, type StoredEvent } from '@guatu/kernel'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { firstHash } from '../store/digest.ts'
import { asOwner, type Tx } from '../store/store.ts'
import { useTestApp } from '../store/testing/test-app.ts'
import { verifyChain } from '../store/verify/verify-chain.ts'
import { checkHead, lastEvent } from './check-head.ts'
import { fingerprintOf, headKey, publicKeyFor } from './head-key.ts'
import { type Head, readHead, signHead } from './signed-head.ts'

const server = useTestApp()
const folder = mkdtempSync(join(tmpdir(), 'guatu-head-'))
afterAll(() => rmSync(folder, { recursive: true }))

let head: Head
let kept: readonly unknown[]

const add = (name: string) => server.ask(createItem, { body: { playbook: 'works', fields: { name } } })
const asOwnerRun = (use: (tx: Tx) => Promise<unknown>) => server.deps.store.write((tx) => asOwner(tx, () => use(tx)))
const tamper = (text: string) => asOwnerRun((tx) => tx.client.query(text))
const verdict = () => server.deps.store.read((tx) => checkHead(tx, head))

/** Gives every event the hash that it would have, as somebody would who knows how the chain is made. */
const relink = () =>
  asOwnerRun(async (tx) => {
    const { districtId } = tx
    const events = await tx.db.selectFrom('event').selectAll().orderBy('seq').execute()
    let hash = firstHash
    for (const { districtId: _, hash: __, ...event } of events) {
      hash = createHash('sha256')
        .update(chainText(hash, districtId, event satisfies Omit<StoredEvent, 'hash'>))
        .digest('hex')
      await tx.client.query('update event set hash = $1 where seq = $2', [hash, event.seq])
    }
    await tx.client.query('update chain_head set seq = $1, hash = $2', [events.at(-1)?.seq, hash])
  })

beforeAll(async () => {
  for (const name of ['甲', '乙', '丙', '丁']) await add(name)
  const last = await server.deps.store.read(lastEvent)
  head = { districtId: '330402', signedAt: '2026-06-15T01:00:00.000Z', ...(last as NonNullable<typeof last>) }
  await asOwnerRun(async (tx) => {
    await tx.client.query('create table kept_event as table event')
    await tx.client.query('create table kept_head as table chain_head')
  })
  kept = await server.deps.store.read((tx) => tx.db.selectFrom('event').selectAll().orderBy('seq').execute())
})

afterEach(async () => {
  await tamper('delete from event; insert into event table kept_event')
  await tamper('update chain_head h set seq = k.seq, hash = k.hash from kept_head k')
})

test('a chain that grows still runs through the head that was signed', async () => {
  expect(head.seq).toBe(5)
  expect(await verdict()).toEqual({ kind: 'holds', events: 5 })
  await add('戊')
  expect(await verdict()).toEqual({ kind: 'holds', events: 6 })
})

const changes: [string, string][] = [
  ['altered', `update event set data = jsonb_set(data, '{title}', '"另"') where seq = 3`],
  ['deleted', `delete from event where seq = 3`],
  [
    'reordered',
    `update event a set data = b.data, item_id = b.item_id from event b where a.seq + b.seq = 7 and a.seq in (3, 4)`,
  ],
]

test.each(changes)('an event that was %s is named', async (kind, text) => {
  await tamper(text)
  const problem = kind === 'deleted' ? 'missing' : 'altered'
  expect(await verdict()).toEqual({ kind: 'broken', verdict: { kind: 'broken', seq: 3, problem } })
})

test.each(changes)('an event that was %s is found, although the chain was made anew', async (kind, text) => {
  await tamper(text)
  if (kind === 'deleted') await tamper('update event set seq = seq - 1 where seq > 3')
  await relink()
  // The chain says nothing by itself; only the signed head does.
  expect((await server.deps.store.read(verifyChain)).kind).toBe('whole')
  expect(await verdict()).toEqual(kind === 'deleted' ? { kind: 'shorter', events: 4 } : { kind: 'rewritten' })
})

test('a chain made anew and grown past the head is still another one', async () => {
  await tamper('delete from event where seq = 5')
  await relink()
  await add('己')
  await add('庚')
  expect(await verdict()).toEqual({ kind: 'rewritten' })
})

test('what comes after the head is watched by the chain itself', async () => {
  await add('辛')
  await tamper(`update event set actor = 'x' where seq = 6`)
  expect(await verdict()).toEqual({ kind: 'broken', verdict: { kind: 'broken', seq: 6, problem: 'altered' } })
})

test('the head of another district proves nothing', async () => {
  expect(await server.deps.store.read((tx) => checkHead(tx, { ...head, districtId: '330411' }))).toEqual({
    kind: 'otherDistrict',
  })
})

test('history is put back between these tests', async () => {
  expect(await server.deps.store.read((tx) => tx.db.selectFrom('event').selectAll().orderBy('seq').execute())).toEqual(
    kept,
  )
})

test('the key is made once, for its owner only, its public half beside it', () => {
  const data = join(folder, 'data')
  const first = headKey(data)
  expect(statSync(join(data, 'head-key.pem')).mode & 0o777).toBe(0o600)
  expect(readFileSync(first.publicFile, 'utf8')).toBe(first.publicPem)
  expect(headKey(data).publicPem).toBe(first.publicPem)
  expect(publicKeyFor(data, undefined)).toBe(first.publicPem)
  expect(publicKeyFor(join(folder, 'nowhere'), first.publicFile)).toBe(first.publicPem)
  expect(fingerprintOf(first.publicPem)).toMatch(/^[0-9a-f]{32}$/)
  expect(() => publicKeyFor(join(folder, 'nowhere'), undefined)).toThrow(/--key/)
  writeFileSync(join(data, 'head-key.pem'), 'not a key')
  expect(() => headKey(data)).toThrow(/签名密钥读不了/)
})

test('a signed head is believed for its key alone, and every figure of it is signed', () => {
  const { privateKey, publicPem } = headKey(join(folder, 'signing'))
  const text = signHead(head, privateKey)
  const read = (file: string) => readHead(Buffer.from(file), publicPem)
  expect(read(text)).toEqual({ kind: 'head', head })
  const file = JSON.parse(text)
  const others = { districtId: '330411', seq: 6, hash: firstHash, at: head.signedAt, signedAt: head.at }
  for (const [name, value] of Object.entries(others)) {
    expect(read(JSON.stringify({ ...file, head: { ...head, [name]: value } }))).toEqual({ kind: 'altered' })
  }
  const stranger = generateKeyPairSync('ed25519').privateKey
  expect(read(signHead(head, stranger))).toEqual({ kind: 'otherKey' })
  for (const foreign of ['', 'text', '{}', '[]', JSON.stringify({ ...file, version: 2 })]) {
    expect(read(foreign)).toEqual({ kind: 'foreign' })
  }
})
