import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectRoot } from '../location.ts'
import { migrateOrStop } from '../open-database.ts'
import { type EmbeddedPostgres, startEmbedded } from '../postgres/embedded.ts'
import { openStore, type Store } from './store.ts'
import { verifyChain } from './verify/verify-chain.ts'

const isLong = process.env.GUATU_LONG === '1'
const kills = isLong ? 100 : 4
/** Writes that are acknowledged before the next kill, so that each falls amid work. */
const writesBetween = 12

const dataFolder = mkdtempSync(join(tmpdir(), 'guatu-crash-'))
const said: string[] = []
const acknowledged = new Map<string, number>()
let server: EmbeddedPostgres
let store: Store
let writes = 0

function startWriter(): ChildProcess {
  const script = join(projectRoot, 'apps/server/src/store/testing/crash-writer.ts')
  const { NODE_OPTIONS: _vitest, ...env } = process.env
  const child = spawn(process.execPath, ['--import', 'tsx', script, server.url], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let rest = ''
  child.stdout?.on('data', (part: Buffer) => {
    const lines = (rest + part.toString()).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const [itemId = '', revision] = line.split(' ')
      acknowledged.set(itemId, Number(revision))
      writes += 1
    }
  })
  return child
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await delay(20)
}

const backs = () => said.filter((line) => line.includes('is back')).length

beforeAll(async () => {
  const tell = (line: string) => said.push(line)
  server = await startEmbedded({ dataFolder, say: tell, onLost: ({ message }) => tell(message) })
  await migrateOrStop(server.url)
  store = openStore(server.url, '330402', { connections: 2 })
})
afterAll(async () => {
  await store?.close()
  await server?.stop()
  rmSync(dataFolder, { recursive: true, force: true })
})

/** Everything that could be half written, each query answering what should not be. */
const halves: Readonly<Record<string, string>> = {
  'an item without the event of its making': `select i.item_id from item i where not exists (
     select from event e where e.item_id = i.item_id and e.verb = 'item.created')`,
  'an event without its item': `select e.item_id from event e where e.verb = 'item.created' and not exists (
     select from item i where i.item_id = e.item_id)`,
  'an item whose revision the record does not tell of': `select i.item_id from item i where i.revision <> (
     select max((e.data ->> 'revision')::int) from event e where e.item_id = i.item_id)`,
  'an item without its nodes': `select i.item_id from item i where not exists (
     select from node n where n.item_id = i.item_id)`,
  'a node without its item': `select n.item_id from node n where not exists (
     select from item i where i.item_id = n.item_id)`,
  'an item without its ties': `select i.item_id from item i where not exists (
     select from item_party p where p.item_id = i.item_id)`,
  'a tie in another phase than its item': `select p.item_id from item_party p left join item i using (district_id, item_id)
     where i.item_id is null or p.key not like '%@' || i.phase`,
  'a roll-up that differs from the scan': `
     select coalesce(r.stage, s.stage) from
       (select playbook_key, stage, lamp, sum(items) as n from rollup where year = 2026 group by 1, 2, 3) r
     full join (select playbook_key, stage, lamp, count(*) as n from item group by 1, 2, 3) s
       on r.playbook_key = s.playbook_key and r.stage = s.stage and r.lamp = s.lamp
     where coalesce(r.n, 0) <> coalesce(s.n, 0)`,
}

async function expectWhole(): Promise<void> {
  // What a writer that lives on acknowledges meanwhile is not in the snapshot yet.
  const promised = [...acknowledged]
  await store.read(async (tx) => {
    for (const [what, text] of Object.entries(halves)) {
      expect((await tx.client.query(text)).rows, what).toEqual([])
    }
    expect(await verifyChain(tx)).toMatchObject({ kind: 'whole' })
    const { rows } = await tx.client.query<{ id: string; revision: number }>('select item_id as id, revision from item')
    const stored = new Map(rows.map(({ id, revision }) => [id, revision]))
    const lost = promised.filter(([itemId, revision]) => (stored.get(itemId) ?? 0) < revision)
    expect(lost, 'acknowledged and lost').toEqual([])
  })
}

test(`${kills} kills amid concurrent writes, program and server in turn: nothing acknowledged is lost, nothing is half there`, {
  timeout: isLong ? 3_600_000 : 240_000,
}, async () => {
  let writer = startWriter()
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      const before = writes
      await until(() => writes >= before + writesBetween)
      if (kill % 2 === 0) {
        const ended = new Promise((over) => writer.once('close', over))
        writer.kill('SIGKILL')
        await ended
        await expectWhole()
        writer = startWriter()
      } else {
        const known = backs()
        process.kill(server.pid(), 'SIGKILL')
        await until(() => backs() > known)
        await expectWhole()
      }
    }
  } finally {
    writer.kill('SIGKILL')
  }
  expect(acknowledged.size).toBeGreaterThan(kills)
})
