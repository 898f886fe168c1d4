import { createHash } from 'node:crypto'
import {
  type AddedEvidence,
  addEvidence,
  createItem,
  describeEvidence,
  getEvidenceFile,
  getEvidenceImage,
  listEvidence,
  listItemEvents,
  type RefusedReply,
  reportFact,
  withdrawEvidence,
} from '@guatu/contract'
import { Value } from 'typebox/value'
import { beforeAll, describe, expect, test } from 'vitest'
import { gateEvidence } from '../../store/items/gate-evidence.ts'
import { givePerson } from '../../store/testing/people.ts'
import { townOrg, useTestApp } from '../../store/testing/test-app.ts'
import { verifyChain } from '../../store/verify/verify-chain.ts'
import { multipart } from '../../testing/multipart.ts'
import { evidenceLimits } from './limits.ts'
import * as files from './testing/files.ts'

const server = useTestApp()
let itemId: string
const create = async (name: string) =>
  (await server.ask(createItem, { body: { playbook: 'works', fields: { name } } })).itemId
beforeAll(async () => {
  itemId = await create('佐证工程')
})

const send = (fileName: string, content: Buffer, { query = '', to = itemId } = {}) =>
  server.app.inject({
    method: addEvidence.method,
    url: `${addEvidence.path.replace(':itemId', to)}${query}`,
    ...multipart({ fileName, content }),
  })

async function add(fileName: string, content: Buffer, more: { query?: string; to?: string } = {}) {
  const reply = await send(fileName, content, more)
  expect(reply.statusCode, reply.body).toBe(200)
  const added: AddedEvidence = reply.json()
  expect([...Value.Errors(addEvidence.reply, added)]).toEqual([])
  return added
}
const codeOf = async (...sent: Parameters<typeof send>) => ((await send(...sent)).json() as RefusedReply).code
const get = (path: string, evidenceId: string) => server.app.inject({ url: path.replace(':evidenceId', evidenceId) })
const sqlRow = (text: string, values: unknown[] = []) =>
  server.deps.store.read(async ({ client }) => (await client.query(text, values)).rows[0])

test('a photo is kept under its hash, told in the record, and offers what it says of itself', async () => {
  const content = files.jpeg()
  const { evidence, offered } = await add('../现场.jpg', content)
  const sha256 = createHash('sha256').update(content).digest('hex')
  expect(evidence).toMatchObject({ itemId, sha256, fileName: '现场.jpg', kind: 'jpeg', bytes: content.length })
  expect(evidence).toMatchObject({ takenAt: null, place: null, addedBy: 'local', withdrawn: null })
  expect(offered).toEqual({ takenAt: '2026-05-01T02:20:30.000Z', place: '30.75000, 120.75000' })
  const { events } = await server.ask(listItemEvents, { params: { itemId }, query: { limit: 1 } })
  expect(events[0]).toMatchObject({ verb: 'evidence.added', text: { zh: '上传佐证《现场.jpg》' }, data: { sha256 } })
  const listed = await server.ask(listEvidence, { params: { itemId } })
  expect(listed).toMatchObject({ usedBytes: content.length, limits: { fileBytes: 20_971_520, itemBytes: 209_715_200 } })
  expect(listed.files).toEqual([evidence])
})

test('a file of several parts comes back byte by byte, as something to save and never as a page', async () => {
  const content = Buffer.concat([files.pdf(), Buffer.alloc(2_500_000, 'x')])
  const { evidence } = await add("批复 (1)'.pdf", content)
  const reply = await get(getEvidenceFile.path, evidence.evidenceId)
  expect(reply.rawPayload.equals(content)).toBe(true)
  expect(reply.headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-length': String(content.length),
    'content-disposition': `attachment; filename="download"; filename*=UTF-8''${encodeURIComponent('批复 (1).pdf').replace('(', '%28').replace(')', '%29').replace('.', '%27.')}`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
  expect(reply.headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox/)
  expect((await get(getEvidenceImage.path, evidence.evidenceId)).statusCode).toBe(404)
})

test('the same file sent again under the sender’s own id is kept once; the id of another is refused', async () => {
  const [id, own] = ['0190d8c0-1111-7000-8000-000000000001', await create('弱网')]
  const first = await add('弱网.jpg', files.jpeg(), { query: `?id=${id}`, to: own })
  const again = await add('弱网.jpg', files.jpeg(), { query: `?id=${id}`, to: own })
  expect([first.evidence.evidenceId, again.evidence]).toEqual([id, first.evidence])
  expect((await server.ask(listEvidence, { params: { itemId: own } })).files).toHaveLength(1)
  expect(await codeOf('弱网.jpg', files.jpeg(), { query: `?id=${id}` })).toBe('INPUT_INVALID')
})

test('only images are shown, under their own type', async () => {
  for (const [name, content, type] of [
    ['a.jpg', files.jpeg(), 'image/jpeg'],
    ['a.png', files.png(), 'image/png'],
    ['a.webp', files.webp(), 'image/webp'],
  ] as const) {
    const { evidence } = await add(name, content)
    const reply = await get(getEvidenceImage.path, evidence.evidenceId)
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, type])
    expect(reply.headers).toMatchObject({ 'content-disposition': 'inline', 'x-content-type-options': 'nosniff' })
    expect(reply.rawPayload.equals(content)).toBe(true)
  }
  const heic = await add('a.heic', files.heic())
  expect((await get(getEvidenceImage.path, heic.evidence.evidenceId)).statusCode).toBe(404)
})

test('the same content is stored once in a district, whoever hands it in', async () => {
  const other = await create('另一工程')
  const content = Buffer.from('同样的文字')
  const [one, two] = [await add('甲.txt', content), await add('乙.txt', content, { to: other })]
  expect(one.evidence.sha256).toBe(two.evidence.sha256)
  const text = 'select count(*)::int as n from evidence_content where sha256 = $1'
  expect(await sqlRow(text, [one.evidence.sha256])).toEqual({ n: 1 })
})

describe('of a node and of a figure', () => {
  test('a file names what it is evidence of, and gates see it until it is withdrawn', async () => {
    const own = await create('节点工程')
    const body = { metric: 'yearDone', period: '2026', value: '1' }
    const { fact } = await server.ask(reportFact, { params: { itemId: own }, body })
    const node = await add('许可.pdf', files.pdf(), { to: own, query: '?node=permit' })
    const figure = await add('凭证.pdf', files.pdf(), { to: own, query: `?fact=${fact.factId}` })
    expect(node.evidence).toMatchObject({ nodeKey: 'permit', factId: null })
    expect(figure.evidence).toMatchObject({ nodeKey: null, factId: fact.factId })
    const seen = () => server.deps.store.read((tx) => gateEvidence(tx, own))
    expect(await seen()).toEqual(
      expect.arrayContaining([
        { nodeKey: 'permit', metric: null },
        { nodeKey: null, metric: 'yearDone' },
      ]),
    )
    const params = { evidenceId: node.evidence.evidenceId }
    await server.ask(withdrawEvidence, { params, body: { reason: '传错' } })
    expect(await seen()).toEqual([{ nodeKey: null, metric: 'yearDone' }])
  })

  test.each([
    ['?node=nonsense', 'node'],
    ['?fact=018f0000-0000-7000-8000-000000000001', 'fact'],
    ['?node=permit&fact=018f0000-0000-7000-8000-000000000001', 'fact'],
  ])('%s is no part of the item', async (query, path) => {
    const reply: RefusedReply = (await send('a.pdf', files.pdf(), { query })).json()
    expect(reply.refusals).toMatchObject([{ code: 'INPUT_INVALID', path }])
  })
})

test('what is said about a file changes with its event; what was handed in never does', async () => {
  const { evidence } = await add('会议.pdf', files.pdf())
  const params = { evidenceId: evidence.evidenceId }
  const body = { takenAt: '2026-06-01T10:00:00+08:00', place: '工地东门', note: ' 开工 ' }
  const said = await server.ask(describeEvidence, { params, body })
  expect(said.evidence).toMatchObject({ takenAt: '2026-06-01T02:00:00.000Z', place: '工地东门', note: '开工' })
  const cleared = await server.ask(describeEvidence, { params, body: { place: null, note: '' } })
  expect(cleared.evidence).toMatchObject({ takenAt: '2026-06-01T02:00:00.000Z', place: null, note: null })
  const { events } = await server.ask(listItemEvents, { params: { itemId }, query: { limit: 1 } })
  expect(events[0]).toMatchObject({
    verb: 'evidence.described',
    data: { changes: { note: { from: '开工', to: null }, place: { from: '工地东门', to: null } } },
  })
  expect((await server.refused(describeEvidence, { params, body: { takenAt: '昨天' } })).code).toBe('INPUT_INVALID')
  for (const statement of [`set sha256 = repeat('0', 64)`, `set file_name = 'x'`, `set bytes = 1`]) {
    const attempt = server.deps.store.write(({ client }) => client.query(`update evidence ${statement}`))
    await expect(attempt).rejects.toThrow(/permission denied/)
  }
  const removal = (table: string) => server.deps.store.write(({ client }) => client.query(`delete from ${table}`))
  await expect(removal('evidence')).rejects.toThrow(/permission denied/)
  await expect(removal('evidence_content')).rejects.toThrow(/permission denied/)
})

test('a withdrawn file stays readable and marked; it is withdrawn once, with a reason', async () => {
  const { evidence } = await add('误传.pdf', files.pdf())
  const params = { evidenceId: evidence.evidenceId }
  expect((await server.refused(withdrawEvidence, { params, body: { reason: ' ' } })).code).toBe('REASON_REQUIRED')
  const both = await Promise.all(
    ['一', '二'].map((reason) =>
      server.app.inject({
        method: 'POST',
        url: withdrawEvidence.path.replace(':evidenceId', evidence.evidenceId),
        payload: { reason },
      }),
    ),
  )
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  const { files: listed } = await server.ask(listEvidence, { params: { itemId } })
  const [first] = listed.filter(({ evidenceId }) => evidenceId === evidence.evidenceId)
  expect(first?.withdrawn).toMatchObject({ by: 'local', reason: expect.stringMatching(/^[一二]$/) })
  expect((await get(getEvidenceFile.path, evidence.evidenceId)).statusCode).toBe(200)
  expect((await server.refused(describeEvidence, { params, body: { note: 'x' } })).code).toBe('EVIDENCE_WITHDRAWN')
})

test('the right to add files takes nobody else’s back; who may edit the item may', async () => {
  const { evidence } = await add('他人所传.pdf', files.pdf())
  const sent = { params: { evidenceId: evidence.evidenceId }, body: { reason: '不相关' } }
  const [supervisor, office] = [
    await givePerson(server.deps, [{ role: 'supervisor', orgId: townOrg }]),
    await givePerson(server.deps, [{ role: 'districtOffice', orgId: townOrg }]),
  ]
  expect((await server.as(supervisor).refused(withdrawEvidence, sent)).code).toBe('FORBIDDEN')
  const update = `update evidence set note = 'x' where evidence_id = $1`
  const bySql = (personId: string) =>
    server.deps.store
      .as({ personId, name: 'x', post: null, origin: null })
      .write(async ({ client }) => (await client.query(update, [evidence.evidenceId])).rowCount)
  expect(await bySql(supervisor)).toBe(0)
  expect(await bySql(office)).toBe(1)
  expect((await server.as(office).ask(withdrawEvidence, sent)).evidence.withdrawn).toMatchObject({ reason: '不相关' })
})

test('what is not kept is refused in words, and nothing of it is written', async () => {
  const before = await sqlRow('select count(*)::int as n from event')
  expect(await codeOf('图.svg', Buffer.from('<svg/>'))).toBe('FILE_KIND_REFUSED')
  expect(await codeOf('图.png', files.pdf())).toBe('FILE_MISMATCHED')
  expect(await codeOf('空.pdf', Buffer.alloc(0))).toBe('FILE_UNREADABLE')
  expect(await codeOf('大.pdf', Buffer.alloc(evidenceLimits.fileBytes + 1, '%PDF-'))).toBe('FILE_TOO_LARGE')
  expect(await codeOf('a.pdf', files.pdf(), { to: '018f0000-0000-7000-8000-000000000009' })).toBe('NOT_FOUND')
  expect(await sqlRow('select count(*)::int as n from event')).toEqual(before)
})

test('an item’s evidence has a bound, which uploads at once do not pass together', async () => {
  const own = await create('满的工程')
  const fill = `insert into evidence (district_id, evidence_id, item_id, sha256, file_name, kind, bytes, added_by, added_at)
    values ('330402', gen_random_uuid(), $1, repeat('a', 64), 'x.pdf', 'pdf', $2, 'test', now())`
  await server.deps.store.write(({ client }) =>
    client.query(fill, [own, evidenceLimits.itemBytes - Math.floor(files.pdf().length * 1.5)]),
  )
  const replies = await Promise.all(['a.pdf', 'b.pdf', 'c.pdf'].map((name) => send(name, files.pdf(), { to: own })))
  const codes = replies.map((reply) => (reply.statusCode === 200 ? 'kept' : reply.json().code)).sort()
  expect(codes).toEqual(['EVIDENCE_FULL', 'EVIDENCE_FULL', 'kept'])
  const told = await server.ask(listItemEvents, { params: { itemId: own }, query: {} })
  expect(told.events.filter(({ verb }) => verb === 'evidence.added')).toHaveLength(1)
  expect(await server.deps.store.read((tx) => verifyChain(tx))).toMatchObject({ kind: 'whole' })
})
