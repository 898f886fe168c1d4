import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { OperatingProblem } from '../problem.ts'
import type { Layout } from './layout.ts'

interface ClusterProcess {
  readonly pid: number
  /** The postmaster; all others are its children and end by themselves once it is gone. */
  readonly isMain: boolean
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1')
  } catch {
    return ''
  }
}

/** Processes of the cluster, whoever started them. Children carry the cluster's name in their title. */
export function clusterProcesses(clusterName: string): ClusterProcess[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map((entry) => ({ pid: Number(entry), line: commandLine(entry) }))
    .map(({ pid, line }) => ({
      pid,
      isMain: line.includes(`\0cluster_name=${clusterName}\0`),
      isChild: line.startsWith(`postgres: ${clusterName}: `),
    }))
    .filter((process) => process.isMain || process.isChild)
    .map(({ pid, isMain }) => ({ pid, isMain }))
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It has ended in the meantime.
  }
}

async function goneWithin(clusterName: string, waitMs: number): Promise<boolean> {
  for (let waitedMs = 0; waitedMs <= waitMs; waitedMs += 50) {
    if (clusterProcesses(clusterName).length === 0) return true
    await delay(50)
  }
  return false
}

/**
 * Ends what a killed Guatu or a killed postmaster left running on this data folder, gently first. The caller holds the
 * folder's lock, so nobody rightfully uses these processes. True when there was anything to end.
 */
export async function endOrphans(layout: Layout): Promise<boolean> {
  const left = clusterProcesses(layout.clusterName)
  if (left.length > 0) {
    const escalation: [NodeJS.Signals, number][] = [
      ['SIGINT', 20_000],
      ['SIGQUIT', 10_000],
      ['SIGKILL', 5_000],
    ]
    let gone = false
    for (const [name, waitMs] of escalation) {
      const current = clusterProcesses(layout.clusterName)
      const main = current.filter((process) => process.isMain)
      for (const { pid } of main.length > 0 ? main : current) signal(pid, name)
      gone = await goneWithin(layout.clusterName, waitMs)
      if (gone) break
    }
    if (!gone) {
      const pids = clusterProcesses(layout.clusterName).map((process) => process.pid)
      throw new OperatingProblem(
        `上次遗留的数据库进程无法结束 (cannot end a left-over database process): ${pids.join(', ')}`,
      )
    }
  }
  // With the lock held and no process left these files are stale. Their number may by now belong to somebody else, or to
  // a dead process that nobody has collected; either would keep PostgreSQL from starting.
  rmSync(join(layout.clusterFolder, 'postmaster.pid'), { force: true })
  rmSync(join(layout.socketFolder, '.s.PGSQL.5432.lock'), { force: true })
  return left.length > 0
}
