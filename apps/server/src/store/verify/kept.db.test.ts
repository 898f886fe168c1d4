import { addEvidence, createItem, updateItem } from '@guatu/contract'
import { beforeAll, expect, test } from 'vitest'
import { multipart } from '../../testing/multipart.ts'
import { asOwner } from '../store.ts'
import { useTestApp } from '../testing/test-app.ts'
import { verifyEvidence } from './evidence.ts'
import { verifySecrets } from './secrets.ts'
import { verifyChain } from './verify-chain.ts'

const server = useTestApp()
const twoParts = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(1_500_000, 'a'), Buffer.from('\n%%EOF\n')])

const evidence = () => server.deps.store.read(verifyEvidence)
const secrets = () => server.deps.store.read(verifySecrets)

/** Changes rows behind the program's back, looks, and puts the rows back. */
async function whileTampered<T>(text: string, look: (tx: Parameters<typeof verifyChain>[0]) => Promise<T>): Promise<T> {
  let seen: { value: T } | undefined
  await server.deps.store
    .write((tx) =>
      asOwner(tx, async (owner) => {
        await owner.client.query(text)
        seen = { value: await look(owner) }
        throw new Error('put back')
      }),
    )
    .catch((error: Error) => expect(error.message).toBe('put back'))
  return seen!.value
}

beforeAll(async () => {
  const fields = { name: '留底工程', terms: '免租三年' }
  const { itemId } = await server.ask(createItem, { body: { playbook: 'works', fields } })
  await server.ask(updateItem, {
    params: { itemId },
    body: { revision: 1, fields: { terms: '免租两年' }, reason: '更正' },
  })
  for (const [fileName, content] of [
    ['合同.pdf', twoParts],
    ['批复.pdf', Buffer.from('%PDF-1.7\nx\n%%EOF\n')],
    ['批复（再传）.pdf', Buffer.from('%PDF-1.7\nx\n%%EOF\n')],
  ] as const) {
    const url = addEvidence.path.replace(':itemId', itemId)
    const reply = await server.app.inject({ method: addEvidence.method, url, ...multipart({ fileName, content }) })
    expect(reply.statusCode, reply.body).toBe(200)
  }
})

test('what was handed in and what was kept apart is as the record tells', async () => {
  expect(await evidence()).toEqual({ files: 2, faults: [] })
  expect(await secrets()).toEqual({ changes: 2, faults: [] })
})

test.each([
  ['a byte of the second part', `set content = set_byte(content, 7, 98) where part = 1`, ['altered']],
  ['a part that is gone', null, ['altered']],
])('%s of a file is found, though the chain itself is whole', async (_what, change, problems) => {
  const text = change ? `update evidence_content ${change}` : 'delete from evidence_content where part = 1'
  const { files, chain } = await whileTampered(text, async (tx) => ({
    files: await verifyEvidence(tx),
    chain: await verifyChain(tx),
  }))
  expect(files.faults.map(({ problem }) => problem)).toEqual(problems)
  expect(files.faults[0]!.title.zh).toBe('佐证《合同.pdf》')
  expect(chain.kind).toBe('whole')
})

test('a file without its content and a row that names another content are found, each under its name', async () => {
  const gone = await whileTampered('delete from evidence_content where octet_length(content) < 100', verifyEvidence)
  expect(gone.faults.map(({ title, problem }) => [title.zh, problem])).toEqual([
    ['佐证《批复.pdf》', 'missing'],
    ['佐证《批复（再传）.pdf》', 'missing'],
  ])
  const exchange = `update evidence set sha256 = (select sha256 from evidence where file_name = '合同.pdf')
    where file_name = '批复.pdf'`
  const exchanged = await whileTampered(exchange, verifyEvidence)
  expect(exchanged.faults).toMatchObject([{ title: { zh: '佐证《批复.pdf》' }, problem: 'altered' }])
})

test('an altered, a deleted and an added secret are found, and their values are not told', async () => {
  const found = async (text: string) => {
    const { faults } = await whileTampered(text, verifySecrets)
    expect(JSON.stringify(faults)).not.toContain('免租')
    return faults.map(({ title, problem }) => [title.zh, problem])
  }
  const named = '“留底工程”的洽谈秘密'
  const first = 'seq = (select min(seq) from event_secret)'
  const altered = `update event_secret set changes = jsonb_set(changes, '{terms,to}', '"免租五年"') where ${first}`
  expect(await found(altered)).toEqual([[named, 'altered']])
  expect(await found(`delete from event_secret where ${first}`)).toEqual([[named, 'missing']])
  const added = `insert into event_secret select district_id, seq + 1000, item_id, class, salt, changes from event_secret where ${first}`
  expect(await found(added)).toEqual([[named, 'untold']])
})
