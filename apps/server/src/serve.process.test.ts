import { spawnSync } from 'node:child_process'
import { chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Instance, type InstanceOptions, spawnInstance, startInstance } from '../../../scripts/testing/instance.ts'
import { projectRoot } from './location.ts'
import { migrateOrStop } from './open-database.ts'
import { withClient } from './postgres/connection.ts'
import { startEmbedded } from './postgres/embedded.ts'
import { clusterProcesses } from './postgres/orphan.ts'
import type { RunningState } from './postgres/state.ts'

let prepared: string
let dataFolder: string
let started: Instance[]

/** A migrated database to copy, so that not every test waits for the disk while one is made. */
beforeAll(async () => {
  prepared = mkdtempSync(join(tmpdir(), 'guatu-prepared-'))
  const options = { durable: false, say: () => undefined, onLost: () => undefined }
  const server = await startEmbedded({ dataFolder: prepared, ...options })
  await migrateOrStop(server.url)
  await server.stop()
})
afterAll(() => rmSync(prepared, { recursive: true }))

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'guatu-serve-'))
  cpSync(prepared, dataFolder, { recursive: true })
  started = []
})

/** For what has to begin with nothing. */
function emptyDataFolder(): void {
  rmSync(dataFolder, { recursive: true })
  mkdirSync(dataFolder, { mode: 0o700 })
}

afterEach(async () => {
  for (const instance of started) await instance.stop()
  rmSync(dataFolder, { recursive: true })
})

/** Without the demonstration, which these tests have no use for. */
const quiet = (options: InstanceOptions): InstanceOptions => ({
  ...options,
  environment: { GUATU_DEMO: '0', ...options.environment },
})

async function start(options: InstanceOptions = {}): Promise<Instance> {
  const instance = await startInstance({ dataFolder, ...quiet(options) })
  started.push(instance)
  return instance
}

/** Runs `npx guatu` on the test's data folder; without npx, which takes a second to find it. */
function commandLine(...words: string[]) {
  const { DATABASE_URL: _named, NODE_OPTIONS: _vitest, ...environment } = process.env
  return spawnSync(process.execPath, [join(projectRoot, 'apps/server/bin/guatu.mjs'), ...words], {
    env: { ...environment, GUATU_DATA: dataFolder },
    encoding: 'utf8',
  })
}

const state = () => JSON.parse(readFileSync(join(dataFolder, 'guatu.json'), 'utf8')) as RunningState
const status = async (url: string) => (await fetch(url)).status

/** Process number of the database's main process. */
function databasePid(): number {
  return Number(readFileSync(join(dataFolder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
}

const clusterName = async () =>
  withClient(state().databaseUrl, async (client) => (await client.query('show cluster_name')).rows[0])

/** Starts an instance that must not come up; answers its exit code and what it said. */
async function refusal(options: InstanceOptions = {}): Promise<{ code: number | null; lines: string[] }> {
  const instance = spawnInstance({ dataFolder, ...quiet(options) })
  const code = await instance.ended
  return { code, lines: instance.output().trim().split('\n') }
}

/** The last line says what is wrong; nothing looks like a stack. */
function expectOneLine(outcome: { code: number | null; lines: string[] }, words: RegExp): void {
  expect(outcome.code).toBe(1)
  expect(outcome.lines.at(-1)).toMatch(words)
  expect(outcome.lines.filter((line) => /^\s+at |Error:/.test(line))).toEqual([])
  expect(outcome.lines.filter((line) => words.test(line))).toHaveLength(1)
}

describe('a server that is killed', () => {
  test('comes back with its data, and the database it left running is cleaned up', async () => {
    const first = await start()
    await withClient(state().databaseUrl, (client) => client.query('create table kept as select 7 as n'))
    first.process.kill('SIGKILL')
    await first.ended
    const second = await start()
    expect(second.output()).toMatch(/left over/)
    expect(await status(second.url)).toBe(200)
    const kept = await withClient(state().databaseUrl, (client) => client.query('select n from kept'))
    expect(kept.rows).toEqual([{ n: 7 }])
  })

  test('comes back when the database was killed with it', async () => {
    const first = await start()
    const database = databasePid()
    first.process.kill('SIGKILL')
    process.kill(database, 'SIGKILL')
    await first.ended
    const second = await start()
    expect(await status(second.url)).toBe(200)
  })

  test('goes on when only the database is killed', async () => {
    const instance = await start()
    const before = databasePid()
    process.kill(before, 'SIGKILL')
    while (!instance.output().includes('is back')) await delay(50)
    expect(databasePid()).not.toBe(before)
    expect(await status(instance.url)).toBe(200)
  })
})

describe('the first start', () => {
  test('shows the demonstration once; removed, it stays away', async () => {
    const items = () =>
      withClient(
        state().databaseUrl,
        async (client) => (await client.query('select count(*)::int as n from item')).rows[0].n,
      )
    const environment = { GUATU_DEMO: '1' }
    const first = await start({ environment })
    expect(first.output()).toContain('demonstration')
    expect(await items()).toBeGreaterThan(100)
    // The command line works on the running server's database.
    const removed = commandLine('demo', 'remove')
    expect(removed).toMatchObject({ status: 0, stdout: expect.stringMatching(/removed\): \d{3}/) })
    expect(await items()).toBe(0)
    await first.stop()
    const second = await start({ environment })
    expect(await items()).toBe(0)
    expect(second.output()).not.toContain('demonstration')
  })
})

describe('the command line', () => {
  test('starts the database for its own length where no server runs', () => {
    emptyDataFolder()
    const migrated = commandLine('migrate')
    expect(migrated).toMatchObject({ status: 0, stdout: expect.stringContaining('0001-') })
    expect(commandLine('migrate').stdout).toContain('up to date')
    expect(existsSync(join(dataFolder, 'postgres/postmaster.pid'))).toBe(false)
    expect(existsSync(join(dataFolder, 'guatu.json'))).toBe(false)
  })

  test('says what it does not understand, without a stack', () => {
    expect(commandLine('nonsense')).toMatchObject({ status: 2, stdout: '' })
    expect(commandLine('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('demo remove') })
    const wrong = commandLine('migrate', '--nonsense')
    expect(wrong).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining("'--nonsense'") })
    expect(wrong.stderr).not.toMatch(/^\s+at /m)
  })
})

describe('a server that is told to stop', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s ends it and its database', async (signal) => {
    const instance = await start()
    const name = Object.values(await clusterName())[0] as string
    expect(clusterProcesses(name).length).toBeGreaterThan(0)
    instance.process.kill(signal)
    expect(await instance.ended).toBe(0)
    expect(clusterProcesses(name)).toEqual([])
    expect(existsSync(join(dataFolder, 'guatu.json'))).toBe(false)
  })
})

describe('what stands in the way is told in one line', () => {
  test('the port is in use', async () => {
    const other = createServer()
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port))
    })
    expectOneLine(await refusal({ environment: { GUATU_PORT: String(port) } }), /port \d+ is in use/)
    other.close()
  })

  test('another Guatu runs on the data folder: its process and address are named', async () => {
    const first = await start()
    const outcome = await refusal()
    expectOneLine(outcome, /in use by another Guatu/)
    expect(outcome.lines.at(-1)).toContain(`进程 ${first.process.pid}，${first.url}`)
  })

  test('the data folder is damaged', async () => {
    emptyDataFolder()
    mkdirSync(join(dataFolder, 'postgres'))
    writeFileSync(join(dataFolder, 'postgres/PG_VERSION'), '18\n')
    expectOneLine(await refusal(), /damaged/)
  })

  test('the environment is wrong', async () => {
    expectOneLine(await refusal({ environment: { GUATU_PORT: 'x', GUATU_TODAY: 'y' } }), /GUATU_PORT=x.*GUATU_TODAY=y/)
  })

  test('DATABASE_URL leads nowhere', async () => {
    const environment = { DATABASE_URL: 'postgresql://nobody:secret@127.0.0.1:1/none' }
    const outcome = await refusal({ environment })
    expectOneLine(outcome, /cannot connect to the database/)
    expect(outcome.lines.join()).not.toContain('secret')
  })
})

test('DATABASE_URL names another server, and no embedded one is started', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'guatu-named-'))
  emptyDataFolder()
  const named = await startEmbedded({
    dataFolder: elsewhere,
    durable: false,
    say: () => undefined,
    onLost: () => undefined,
  })
  const instance = await start({ environment: { DATABASE_URL: named.url } })
  expect(await status(instance.url)).toBe(200)
  expect(existsSync(join(dataFolder, 'postgres'))).toBe(false)
  const migrated = await withClient(named.url, (client) => client.query('select name from guatu_migration'))
  expect(migrated.rows.length).toBeGreaterThan(0)
  await instance.stop()
  await named.stop()
  rmSync(elsewhere, { recursive: true })
})

/** Only root can become somebody else, who may be unable to enter root's own folders. */
function canBecome(uid: number): boolean {
  const main = join(projectRoot, 'apps/server/dist/main.js')
  return process.getuid?.() === 0 && spawnSync('test', ['-r', main], { uid, gid: uid }).status === 0
}

const uid = 65534

describe.runIf(canBecome(uid))('an ordinary user', () => {
  test('runs the database directly, in a folder of their own', async () => {
    emptyDataFolder()
    chownSync(dataFolder, uid, uid)
    const instance = await start({ uid })
    expect(await status(instance.url)).toBe(200)
    expect(readFileSync(`/proc/${databasePid()}/status`, 'utf8')).toMatch(/^Uid:\s+65534/m)
  })
})
