import { setTimeout as delay } from 'node:timers/promises'
import { OperatingProblem } from '../problem.ts'
import { type Binaries, embeddedBinaries } from './binaries.ts'
import { ensureCluster } from './cluster.ts'
import { socketUrl, withClient } from './connection.ts'
import { type Layout, layoutFor, prepareLayout } from './layout.ts'
import { type FolderLock, tryLock } from './lock.ts'
import { endOrphans } from './orphan.ts'
import { chooseRunAs, type RunAs, reachableBinaries } from './run-as.ts'
import { type ServerProcess, startServer } from './server.ts'
import { clearState, describeHolder, readState } from './state.ts'

/** A PostgreSQL of our own with its data under one folder. */
export interface EmbeddedPostgres {
  readonly layout: Layout
  /** Address of Guatu's database on it. */
  readonly url: string
  /** Process number of the server that runs at this moment. */
  pid(): number
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  readonly dataFolder: string
  /** Progress of long steps, for the terminal. */
  readonly say: (line: string) => void
  /** The server died and could not be brought back: Guatu has to end. */
  readonly onLost: (problem: OperatingProblem) => void
  readonly binaries?: Binaries
  readonly durable?: boolean
  /** Under which identity the server runs; found out when not given. */
  readonly runAs?: RunAs
}

/** How long to wait for a folder that somebody else holds. */
const patience = { announcedMs: 500, silentMs: 15_000 }

const databaseName = 'guatu'
/** More deaths than this within the window mean that restarting does not help. */
const maxRestarts = 5
const restartWindowMs = 5 * 60_000

async function ensureDatabase(layout: Layout): Promise<void> {
  await withClient(socketUrl(layout.socketFolder, 'postgres'), async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [databaseName])
    if (found.rowCount === 0) await client.query(`create database ${databaseName}`)
  })
}

/**
 * A holder that has announced itself runs; one that has not is starting, ending, or a command line that looks, and worth
 * a wait. Even an announced one may have been killed a moment ago.
 */
async function takeFolder(layout: Layout): Promise<FolderLock> {
  for (let waitedMs = 0; ; waitedMs += 100) {
    const lock = await tryLock(layout.lockFile)
    if (lock) return lock
    const announced = readState(layout.stateFile) !== undefined
    if (waitedMs >= (announced ? patience.announcedMs : patience.silentMs)) break
    await delay(100)
  }
  throw new OperatingProblem(
    `数据目录 ${layout.dataFolder} 正被另一个 Guatu 使用${describeHolder(layout.stateFile)} (the data folder is in use by another Guatu)`,
  )
}

async function launch(layout: Layout, runAs: RunAs, options: EmbeddedOptions): Promise<ServerProcess> {
  const { say, durable = true } = options
  const binaries = reachableBinaries(options.binaries ?? embeddedBinaries(), runAs)
  if (await endOrphans(layout)) say('已结束上次遗留的数据库进程 (ended a database process left over from before)')
  const made = await ensureCluster(layout, binaries, runAs, durable)
  if (made === 'created') say(`已建立数据库 (database created): ${layout.clusterFolder}`)
  const onSlowStart = () => say('数据库正在恢复，请稍候 (the database is recovering, please wait)')
  const server = await startServer({ layout, binaries, runAs, durable, onSlowStart })
  try {
    await ensureDatabase(layout)
  } catch (error) {
    await server.stop()
    throw error
  }
  return server
}

/** A server that is started again whenever it dies. */
interface KeptServer {
  pid(): number
  stop(): Promise<void>
}

function keepRunning(
  first: ServerProcess,
  restart: () => Promise<ServerProcess>,
  options: EmbeddedOptions,
): KeptServer {
  let server = first
  let stopping = false
  const deaths: number[] = []

  const bringBack = async (): Promise<ServerProcess> => {
    deaths.push(performance.now())
    const recent = deaths.filter((moment) => performance.now() - moment < restartWindowMs)
    if (recent.length > maxRestarts) throw new OperatingProblem('数据库反复退出 (the database keeps dying)')
    await delay(100)
    return await restart()
  }

  const guard = async (): Promise<void> => {
    while (!stopping) {
      await server.ended
      if (stopping) return
      options.say('数据库进程意外结束，正在重新启动 (the database process ended unexpectedly, restarting it)')
      try {
        server = await bringBack()
      } catch (error) {
        if (!stopping) options.onLost(error instanceof OperatingProblem ? error : new OperatingProblem(String(error)))
        return
      }
      if (!stopping) options.say('数据库已恢复 (the database is back)')
    }
    // Asked to stop while a restart was under way: what came up goes down again.
    await server.stop()
  }
  const guarding = guard()

  return {
    pid: () => server.pid,
    async stop() {
      stopping = true
      await server.stop()
      await guarding
    },
  }
}

/** Takes the data folder, cleans up after a kill, creates the cluster where missing, starts it and keeps it running. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const places = prepareLayout(options.dataFolder)
  const lock = await takeFolder(places)
  try {
    clearState(places.stateFile)
    const runAs = options.runAs ?? chooseRunAs(places.clusterFolder)
    const layout = layoutFor(places, runAs)
    const first = await launch(layout, runAs, options)
    const kept = keepRunning(first, () => launch(layout, runAs, { ...options, say: () => undefined }), options)
    return {
      layout,
      url: socketUrl(layout.socketFolder, databaseName),
      pid: kept.pid,
      async stop() {
        clearState(layout.stateFile)
        await kept.stop()
        await lock.release()
      },
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}
