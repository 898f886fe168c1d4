import { createHash } from 'node:crypto'
import { chownSync, mkdirSync, realpathSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OperatingProblem } from '../problem.ts'
import type { RunAs } from './run-as.ts'

/** The places of the embedded server under one data folder. */
export interface Layout {
  readonly dataFolder: string
  /** PostgreSQL's own data directory. */
  readonly clusterFolder: string
  readonly logFile: string
  readonly lockFile: string
  readonly stateFile: string
  /** Holds the only socket that the server listens on. */
  readonly socketFolder: string
  /** Marks every process of the cluster in the process table, so that orphans are found. */
  readonly clusterName: string
}

/** sun_path holds 108 bytes with the final zero; ".s.PGSQL.5432" and its slash take 14 of them. */
const maxSocketFolderBytes = 107 - '/.s.PGSQL.5432'.length

function privateFolder(path: string): string {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  const stats = statSync(path)
  const uid = process.getuid?.()
  if (uid !== undefined && uid !== 0 && stats.uid !== uid) {
    throw new OperatingProblem(`套接字目录 ${path} 属于其他用户 (the socket folder belongs to another user)`)
  }
  return path
}

/** PostgreSQL reads the folder from a comma-separated list, hence no commas and quotes in it. */
function socketFolderFor(dataFolder: string, clusterName: string): string {
  const beside = join(dataFolder, 'run')
  const fits = Buffer.byteLength(beside) <= maxSocketFolderBytes && !/[",]/.test(beside)
  return privateFolder(fits ? beside : sharedSocketFolder(clusterName))
}

function sharedSocketFolder(clusterName: string): string {
  return join(tmpdir(), `${clusterName}-${process.getuid?.() ?? 0}`)
}

/** The places for a server that root runs as another user, who may be unable to walk to the data folder. */
export function layoutFor(layout: Layout, runAs: RunAs): Layout {
  if (runAs.kind !== 'switch') return layout
  const socketFolder = privateFolder(sharedSocketFolder(layout.clusterName))
  chownSync(socketFolder, runAs.uid, runAs.gid)
  return { ...layout, socketFolder }
}

/** Makes the data folder where it is missing and says where its parts lie. */
export function prepareLayout(dataFolder: string): Layout {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
    const real = realpathSync(dataFolder)
    const clusterName = `guatu-${createHash('sha256').update(real).digest('hex').slice(0, 12)}`
    return {
      dataFolder: real,
      clusterFolder: join(real, 'postgres'),
      logFile: join(real, 'postgres.log'),
      lockFile: join(real, 'guatu.lock'),
      stateFile: join(real, 'guatu.json'),
      socketFolder: socketFolderFor(real, clusterName),
      clusterName,
    }
  } catch (error) {
    if (error instanceof OperatingProblem) throw error
    const code = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new OperatingProblem(`数据目录 ${dataFolder} 无法使用：${code} (cannot use the data folder)`)
  }
}
