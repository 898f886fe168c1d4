import { type Config, loadConfig } from '../config.ts'
import { projectRoot } from '../location.ts'
import { migrateOrStop, openDatabase } from '../open-database.ts'
import { prepareLayout } from '../postgres/layout.ts'
import { tryLock } from '../postgres/lock.ts'
import { readState } from '../postgres/state.ts'
import { OperatingProblem } from '../problem.ts'

const say = (line: string) => console.error(line)

/** The database of a server that runs on the data folder at this moment; the folder's lock tells whether it does. */
export async function runningServerUrl(config: Config): Promise<string | undefined> {
  if (config.databaseUrl) return undefined
  const layout = prepareLayout(config.dataFolder)
  const lock = await tryLock(layout.lockFile)
  if (lock) {
    await lock.release()
    return undefined
  }
  const state = readState(layout.stateFile)
  return state?.mode === 'serve' ? state.databaseUrl : undefined
}

/** Where the browser finds a server that runs on the data folder at this moment. */
export async function runningServerAddress(config: Config): Promise<string | undefined> {
  if (!(await runningServerUrl(config))) return undefined
  return readState(prepareLayout(config.dataFolder).stateFile)?.address?.replace('127.0.0.1', 'localhost')
}

/** Throws while a server runs on the data folder: what it keeps in memory must not be changed behind its back. */
export async function assertNoServer(): Promise<void> {
  if (!(await runningServerUrl(loadConfig(process.env, projectRoot)))) return
  throw new OperatingProblem(
    '挂图正在运行，请先停止；什么都没有写入 (Guatu is running: stop it first; nothing was written)',
  )
}

/**
 * Hands `use` the address of the database as it is: that of the running server, the one DATABASE_URL names, or the
 * embedded one, started for the length of the command.
 */
export async function withServerUrl<T>(use: (url: string) => Promise<T>): Promise<T> {
  const config = loadConfig(process.env, projectRoot)
  const running = await runningServerUrl(config)
  if (running) return await use(running)
  const onLost = (problem: Error) => say(problem.message)
  const database = await openDatabase(config, { mode: 'command', say, onLost })
  // An interrupted command must not leave the server behind; its transaction is rolled back by the server.
  const interrupt = () => void database.close().finally(() => process.exit(130))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, interrupt)
  try {
    return await use(database.url)
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.off(signal, interrupt)
    await database.close()
  }
}

/** The same with the database migrated first. `applied` names the migrations that it had to run. */
export async function withDatabaseUrl<T>(use: (url: string, applied: readonly string[]) => Promise<T>): Promise<T> {
  return await withServerUrl(async (url) => await use(url, await migrateOrStop(url)))
}
