import { spawn } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { OperatingProblem } from '../problem.ts'
import type { Binaries } from './binaries.ts'
import { lastComplaint } from './complaint.ts'
import type { Layout } from './layout.ts'
import { folderArgument, invocation, type RunAs } from './run-as.ts'

/** The only role of the embedded server; the socket's folder is closed to everybody else, so it has no password. */
export const clusterOwner = 'guatu'

const essentials = ['PG_VERSION', 'global/pg_control', 'postgresql.conf', 'pg_hba.conf', 'base', 'pg_wal']

function damaged(layout: Layout, what: string): OperatingProblem {
  return new OperatingProblem(
    `数据目录已损坏，请从备份恢复或换一个 GUATU_DATA：${what} (the data folder is damaged: restore a backup or name another GUATU_DATA; see ${layout.logFile})`,
  )
}

/** Throws unless the existing cluster is whole on the surface and made by the same major release. */
function checkCluster(layout: Layout, binaries: Binaries): void {
  const missing = essentials.filter((name) => !existsSync(join(layout.clusterFolder, name)))
  if (missing.length > 0) throw damaged(layout, missing.map((name) => `postgres/${name}`).join(', '))
  const made = Number.parseInt(readFileSync(join(layout.clusterFolder, 'PG_VERSION'), 'utf8'), 10)
  if (Number.isNaN(made)) throw damaged(layout, 'postgres/PG_VERSION')
  if (made !== binaries.major) {
    throw new OperatingProblem(
      `数据由 PostgreSQL ${made} 建立，本程序带的是 ${binaries.major}，请先导出再导入 (the data was made by PostgreSQL ${made}, this program carries ${binaries.major}: dump and restore)`,
    )
  }
}

function runInitdb(folder: string, binaries: Binaries, runAs: RunAs, durable: boolean): Promise<void> {
  const options = ['--auth=trust', '--encoding=UTF8', '--locale=C', '--data-checksums', '--no-instructions']
  const args = [
    `--pgdata=${folderArgument(runAs, folder)}`,
    `--username=${clusterOwner}`,
    ...options,
    ...(durable ? [] : ['--no-sync']),
  ]
  const run = invocation(runAs, folder, join(binaries.folder, 'bin/initdb'), args)
  return new Promise((resolve, reject) => {
    const child = spawn(run.program, run.args, { ...run.options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const collect = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    const fail = (reason: string) =>
      reject(new OperatingProblem(`内置数据库无法初始化：${reason} (cannot create the embedded database)`))
    child.once('error', (error) => fail(error.message))
    child.once('close', (code) => (code === 0 ? resolve() : fail(lastComplaint(output) ?? `exit ${code}`)))
  })
}

/**
 * Creates the cluster where there is none, in a folder aside that gets its name only when it is complete: a kill in
 * between leaves nothing that looks like a database. Answers whether it was created.
 */
export async function ensureCluster(
  layout: Layout,
  binaries: Binaries,
  runAs: RunAs,
  durable: boolean,
): Promise<'created' | 'found'> {
  if (existsSync(layout.clusterFolder)) {
    checkCluster(layout, binaries)
    return 'found'
  }
  for (const name of readdirSync(layout.dataFolder).filter((entry) => entry.startsWith('postgres.new-'))) {
    rmSync(join(layout.dataFolder, name), { recursive: true })
  }
  const aside = join(layout.dataFolder, `postgres.new-${process.pid}`)
  mkdirSync(aside, { mode: 0o700 })
  if (runAs.kind === 'switch') chownSync(aside, runAs.uid, runAs.gid)
  await runInitdb(aside, binaries, runAs, durable)
  renameSync(aside, layout.clusterFolder)
  return 'created'
}
