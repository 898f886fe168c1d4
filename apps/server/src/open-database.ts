import type { Config } from './config.ts'
import { serverFile } from './location.ts'
import { errorCode, withClient } from './postgres/connection.ts'
import { startEmbedded } from './postgres/embedded.ts'
import { writeState } from './postgres/state.ts'
import { OperatingProblem } from './problem.ts'
import { type MigrateOutcome, migrate, readMigrations } from './store/migrate.ts'

/** A database server that is ready, embedded or named by DATABASE_URL. */
export interface OpenedDatabase {
  readonly url: string
  /** Tells the command line, through the data folder, where the browser finds the server that opened this. */
  announce(address: string): void
  close(): Promise<void>
}

export interface OpenOptions {
  readonly mode: 'serve' | 'command'
  readonly say: (line: string) => void
  readonly onLost: (problem: OperatingProblem) => void
}

async function openNamed(url: string): Promise<OpenedDatabase> {
  try {
    await withClient(url, (client) => client.query('select 1'))
  } catch (error) {
    const reason = error instanceof AggregateError ? errorCode(error) : (error as Error).message
    throw new OperatingProblem(`无法连接 DATABASE_URL 指定的数据库：${reason} (cannot connect to the database)`)
  }
  return { url, announce: () => undefined, close: async () => undefined }
}

async function openEmbedded(config: Config, options: OpenOptions): Promise<OpenedDatabase> {
  const { say, onLost, mode } = options
  const server = await startEmbedded({ dataFolder: config.dataFolder, say, onLost })
  const { stateFile } = server.layout
  const state = { pid: process.pid, mode, databaseUrl: server.url }
  writeState(stateFile, state)
  const announce = (address: string) => writeState(stateFile, { ...state, address })
  return { url: server.url, announce, close: () => server.stop() }
}

/** Starts the embedded server, or makes sure that the named one answers. */
export async function openDatabase(config: Config, options: OpenOptions): Promise<OpenedDatabase> {
  return config.databaseUrl ? await openNamed(config.databaseUrl) : await openEmbedded(config, options)
}

/** Brings the database up to this program; a refusal ends the program with one line. */
export async function migrateOrStop(url: string): Promise<readonly string[]> {
  const outcome: MigrateOutcome = await withClient(url, (client) =>
    migrate(client, readMigrations(serverFile('migrations'))),
  )
  if (outcome.kind === 'refused') throw new OperatingProblem(outcome.reasons.join('；'))
  return outcome.applied
}
