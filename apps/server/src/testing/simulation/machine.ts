import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { migrateOrStop } from '../../open-database.ts'
import { withClient } from '../../postgres/connection.ts'
import { type EmbeddedPostgres, startEmbedded } from '../../postgres/embedded.ts'
import { clusterProcesses } from '../../postgres/orphan.ts'

const serverFile = fileURLToPath(new URL('server.child.ts', import.meta.url))

/** A durable database server and a program on it, both to be killed and started again. */
export class Machine {
  readonly #folder: string
  readonly #database: EmbeddedPostgres
  #program: ChildProcess | null = null
  #backs: number
  url = ''
  /** What the program told of faults. */
  readonly said: string[] = []

  private constructor(folder: string, database: EmbeddedPostgres, backs: () => number) {
    this.#folder = folder
    this.#database = database
    this.#backs = backs()
    this.backs = backs
  }

  private readonly backs: () => number

  static async start(): Promise<Machine> {
    const folder = mkdtempSync(join(tmpdir(), 'guatu-simulation-'))
    let backs = 0
    const say = (line: string) => {
      if (line.includes('is back')) backs += 1
    }
    const onLost = (problem: Error) => {
      throw problem
    }
    const database = await startEmbedded({ dataFolder: folder, say, onLost })
    await migrateOrStop(database.url)
    return new Machine(folder, database, () => backs)
  }

  get databaseUrl(): string {
    return this.#database.url
  }

  async startProgram(now: string): Promise<void> {
    const { DATABASE_URL: _url, NODE_OPTIONS: _vitest, ...inherited } = process.env
    const env = { ...inherited, SIMULATION_URL: this.databaseUrl, SIMULATION_NOW: now }
    const child = spawn(process.execPath, ['--import', 'tsx', serverFile], { env, stdio: ['pipe', 'pipe', 'pipe'] })
    this.#program = child
    child.stderr.on('data', (chunk: Buffer) => this.said.push(chunk.toString()))
    this.url = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (chunk: Buffer) => {
        const found = /ready (\S+)/.exec(chunk.toString())?.[1]
        if (found) resolve(found)
      })
      child.once('exit', (code) =>
        reject(new Error(`the program ended with ${code}:\n${this.said.slice(-5).join('')}`)),
      )
    })
  }

  async #endProgram(): Promise<void> {
    const child = this.#program
    this.#program = null
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
  }

  /** The program alone, amid whatever it is at. */
  async killProgram(now: string): Promise<void> {
    await this.#endProgram()
    await this.startProgram(now)
  }

  /** The database server with all its processes; it is brought back as the product does. */
  async killDatabase(): Promise<void> {
    const name = await withClient(this.databaseUrl, async (client) => {
      return (await client.query<{ cluster_name: string }>('show cluster_name')).rows[0]!.cluster_name
    })
    const processes = clusterProcesses(name).sort((a, b) => Number(b.isMain) - Number(a.isMain))
    for (const { pid } of processes) {
      try {
        process.kill(pid, 'SIGKILL')
      } catch {
        // A child has ended because its parent did.
      }
    }
    while (this.backs() === this.#backs) await delay(20)
    this.#backs = this.backs()
  }

  async stop(): Promise<void> {
    await this.#endProgram()
    await this.#database.stop()
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
