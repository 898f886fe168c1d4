import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { playbooks } from '@guatu/playbooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enterDemonstration } from '../../../../scripts/testing/enter.ts'
import { type Instance, startInstance } from '../../../../scripts/testing/instance.ts'
import { withClient } from '../postgres/connection.ts'
import { clusterProcesses } from '../postgres/orphan.ts'
import type { RunningState } from '../postgres/state.ts'
import { openStore } from './store.ts'
import { type Acknowledged, startWriters } from './testing/acknowledged.ts'
import { expectWhole } from './testing/whole.ts'

const isLong = process.env.GUATU_LONG === '1'
const kills = isLong ? 100 : 4
/** Writes that are acknowledged before the next kill, so that each falls amid work. */
const writesBetween = 20
/** Long enough for a machine that is busy with other things: what hangs is to be told from what is slow. */
const timeout = isLong ? 4 * 3_600_000 : 600_000
const today = '2026-11-21'

const dataFolder = mkdtempSync(join(tmpdir(), 'guatu-crash-'))
let instance: Instance
let cookie = ''

const start = () => startInstance({ dataFolder, today, environment: { GUATU_DEMO: '1' } })
const databaseUrl = () => (JSON.parse(readFileSync(join(dataFolder, 'guatu.json'), 'utf8')) as RunningState).databaseUrl

async function setting(name: string): Promise<string> {
  return await withClient(databaseUrl(), async (client) => (await client.query(`show ${name}`)).rows[0][name])
}

beforeAll(async () => {
  instance = await start()
  cookie = (await enterDemonstration(instance.url)).cookie
}, timeout)
afterAll(async () => {
  await instance.stop()
  rmSync(dataFolder, { recursive: true, force: true })
}, timeout)

async function killProgram(): Promise<void> {
  instance.process.kill('SIGKILL')
  await instance.ended
  instance = await start()
}

/** The server and all its children at once, none of which may finish what it is at. */
async function killServer(): Promise<void> {
  const backs = () => instance.output().split('is back').length
  const before = backs()
  const processes = clusterProcesses(await setting('cluster_name'))
  for (const { pid } of processes.sort((a, b) => Number(b.isMain) - Number(a.isMain))) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // A child has ended because its parent did.
    }
  }
  while (backs() === before) {
    if (instance.process.exitCode !== null) throw new Error(instance.output())
    await delay(20)
  }
}

/** Each acknowledged write has its own event that says what was written, and its item is at least at its revision. */
async function expectKept(promised: readonly Acknowledged[]): Promise<void> {
  const store = openStore(databaseUrl(), '330402', { connections: 1 })
  try {
    await store.read(async (tx) => {
      const { rows } = await tx.client.query<{ told: string; current: number }>(
        `select concat_ws(' ', e.item_id, e.data ->> 'revision', e.verb,
           coalesce(e.data ->> 'value', e.data -> 'changes' -> $1 ->> 'to', e.data ->> 'title')) as told,
           i.revision >= (e.data ->> 'revision')::int as current
         from event e join item i using (district_id, item_id)`,
        [playbooks[0]!.roles.title],
      )
      const kept = new Set(rows.filter(({ current }) => current).map(({ told }) => told))
      const lines = promised.map(({ itemId, revision, verb, value }) => `${itemId} ${revision} ${verb} ${value}`)
      const lost = lines.filter((line) => !kept.has(line))
      expect(lost, 'acknowledged and lost').toEqual([])
      await expectWhole(tx)
    })
  } finally {
    await store.close()
  }
}

test(`${kills} kills amid concurrent writes, program and server in turn: nothing acknowledged is lost, nothing is half there`, {
  timeout,
}, async () => {
  for (const name of ['fsync', 'synchronous_commit', 'full_page_writes']) expect(await setting(name), name).toBe('on')
  const writers = startWriters(playbooks[0]!, today.slice(0, 4), 4, () => ({ url: instance.url, cookie }))
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      await writers.untilFurther(writesBetween)
      const brokenBefore = writers.broken()
      await (kill % 2 === 0 ? killProgram() : killServer())
      // The writers go on meanwhile: what they are told from here on is not in the snapshot yet.
      await expectKept([...writers.acknowledged])
      expect(writers.broken(), 'the kill fell amid writes').toBeGreaterThan(brokenBefore)
    }
  } finally {
    await writers.end()
  }
  await expectKept(writers.acknowledged)
  expect(writers.acknowledged.length).toBeGreaterThan(kills * writesBetween)
  console.log(`${kills} kills, ${writers.acknowledged.length} writes acknowledged, ${writers.broken()} unanswered`)
})
