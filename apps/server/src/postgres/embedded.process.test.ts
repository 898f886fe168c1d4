import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { OperatingProblem } from '../problem.ts'
import { withClient } from './connection.ts'
import { type EmbeddedPostgres, startEmbedded } from './embedded.ts'
import { clusterProcesses } from './orphan.ts'
import { writeState } from './state.ts'

let dataFolder: string
let running: EmbeddedPostgres[]
let said: string[]

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'guatu-embedded-'))
  running = []
  said = []
})

afterEach(async () => {
  for (const server of running) await server.stop()
  rmSync(dataFolder, { recursive: true })
})

/** Only what is about committed data waits for the disk. */
async function start(durable = false): Promise<EmbeddedPostgres> {
  const server = await startEmbedded({
    dataFolder,
    durable,
    say: (line) => said.push(line),
    onLost: (problem) => said.push(problem.message),
  })
  running.push(server)
  return server
}

async function stop(server: EmbeddedPostgres): Promise<void> {
  running = running.filter((other) => other !== server)
  await server.stop()
}

const one = async (url: string, sql: string): Promise<unknown> =>
  withClient(url, async (client) => Object.values((await client.query(sql)).rows[0] ?? {})[0])

async function eventually(holds: () => Promise<boolean> | boolean): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await holds()) return
    await delay(50)
  }
  throw new Error(`never came true; said: ${said.join(' | ')}`)
}

const answers = (url: string) =>
  one(url, 'select 1').then(
    () => true,
    () => false,
  )

describe('the embedded server', () => {
  test('keeps what is written across a stop, and listens on nothing but its private socket', async () => {
    const first = await start(true)
    await withClient(first.url, (client) => client.query('create table kept as select 7 as n'))
    expect(await one(first.url, 'show listen_addresses')).toBe('')
    expect(await one(first.url, 'show fsync')).toBe('on')
    expect(await one(first.url, 'show server_encoding')).toBe('UTF8')
    await stop(first)
    expect(clusterProcesses(first.layout.clusterName)).toEqual([])
    const second = await start()
    expect(await one(second.url, 'select n from kept')).toBe(7)
  })

  test('does not run as root', async () => {
    const server = await start()
    const role = await one(server.url, `select pg_read_file('/proc/self/status')`)
    const inside = /^Uid:\s+(\d+)/m.exec(String(role))?.[1]
    expect(Number(inside)).toBeGreaterThan(0)
  })

  test('is brought back when its main process is killed, and committed data is still there', async () => {
    const server = await start(true)
    await withClient(server.url, (client) => client.query('create table kept as select 7 as n'))
    const killed = server.pid()
    process.kill(killed, 'SIGKILL')
    await eventually(() => server.pid() !== killed)
    await eventually(() => answers(server.url))
    expect(await one(server.url, 'select n from kept')).toBe(7)
    await eventually(() => said.some((line) => line.includes('is back')))
  })

  test('survives the kill of one of its sessions', async () => {
    const server = await start()
    const client = new pg.Client({ connectionString: server.url })
    client.on('error', () => undefined)
    await client.connect()
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    // Its number inside the server is its number outside: the namespace is one of users only.
    process.kill(rows[0]?.pid ?? 0, 'SIGKILL')
    await eventually(() => answers(server.url))
    expect(server.pid()).toBeGreaterThan(0)
    await client.end().catch(() => undefined)
  })

  test('gives up with one line when it cannot be brought back', async () => {
    const server = await start()
    rmSync(join(server.layout.clusterFolder, 'global'), { recursive: true })
    process.kill(server.pid(), 'SIGKILL')
    await eventually(() => said.some((line) => line.includes('damaged')))
    expect(said.filter((line) => line.includes('\n'))).toEqual([])
  })

  test('a second one on the same folder is refused in one line', async () => {
    const first = await start()
    writeState(first.layout.stateFile, { pid: 1, mode: 'command', databaseUrl: '' })
    const refusal = await start().catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(OperatingProblem)
    expect(String(refusal)).toMatch(/in use by another Guatu/)
  })

  test('a long path and a path with commas and quotes still get a socket', async () => {
    const long = join(dataFolder, 'x'.repeat(120), `a,"b' 挂图`)
    const server = await startEmbedded({
      dataFolder: long,
      durable: false,
      say: () => undefined,
      onLost: () => undefined,
    })
    running.push(server)
    expect(await one(server.url, 'select 1')).toBe(1)
  })
})

describe('a data folder that cannot be used', () => {
  const refusal = async (): Promise<string> => {
    const error = await start().catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(OperatingProblem)
    expect((error as Error).message).not.toContain('\n')
    return (error as Error).message
  }

  test('parts are missing', async () => {
    const server = await start()
    await stop(server)
    rmSync(join(server.layout.clusterFolder, 'global/pg_control'))
    rmSync(join(server.layout.clusterFolder, 'PG_VERSION'))
    expect(await refusal()).toMatch(/damaged/)
    expect(await refusal()).toMatch(/PG_VERSION.*pg_control/)
  })

  test('the control file is overwritten', async () => {
    const server = await start()
    await stop(server)
    writeFileSync(join(server.layout.clusterFolder, 'global/pg_control'), 'x'.repeat(8192))
    expect(await refusal()).toMatch(/does not start.*|damaged/)
  })

  test('it was made by another major release', async () => {
    const server = await start()
    await stop(server)
    writeFileSync(join(server.layout.clusterFolder, 'PG_VERSION'), '14\n')
    expect(await refusal()).toMatch(/made by PostgreSQL 14, this program carries 18/)
  })

  test('it is a file', async () => {
    const file = join(dataFolder, 'file')
    writeFileSync(file, '')
    const error = await startEmbedded({
      dataFolder: file,
      durable: false,
      say: () => undefined,
      onLost: () => undefined,
    }).catch(String)
    expect(error).toMatch(/EEXIST|ENOTDIR/)
  })

  test('what an interrupted creation left is cleared away', async () => {
    const left = join(dataFolder, 'postgres.new-1')
    mkdirSync(left)
    writeFileSync(join(left, 'PG_VERSION'), '18')
    const server = await start()
    expect(await one(server.url, 'select 1')).toBe(1)
    expect(existsSync(left)).toBe(false)
  })
})

/** Only root can try how root does it where user namespaces are forbidden. */
describe.runIf(process.getuid?.() === 0)('root without user namespaces', () => {
  const runAs = { kind: 'switch', uid: 65534, gid: 65534 } as const

  test('runs it as another user, in a folder that this user cannot reach', async () => {
    chmodSync(dataFolder, 0o700)
    const inside = join(dataFolder, 'data')
    const begin = (options: { runAs?: typeof runAs }) =>
      startEmbedded({ dataFolder: inside, durable: false, say: () => undefined, onLost: () => undefined, ...options })
    const first = await begin({ runAs })
    expect(String(await one(first.url, `select pg_read_file('/proc/self/status')`))).toMatch(/^Uid:\s+65534/m)
    await withClient(first.url, (client) => client.query('create table kept as select 7 as n'))
    await first.stop()
    // The folder's owner decides from then on.
    const second = await begin({})
    running.push(second)
    expect(statSync(second.layout.clusterFolder).uid).toBe(65534)
    expect(await one(second.url, 'select n from kept')).toBe(7)
  })
})
