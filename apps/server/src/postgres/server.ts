import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { OperatingProblem } from '../problem.ts'
import type { Binaries } from './binaries.ts'
import { lastComplaint, readFrom } from './complaint.ts'
import { errorCode, socketUrl, withClient } from './connection.ts'
import type { Layout } from './layout.ts'
import { invocation, type RunAs } from './run-as.ts'
import { serverArguments } from './settings.ts'

/** One running postmaster, child of this process. */
export interface ServerProcess {
  readonly pid: number
  /** Settles when the process has ended, for whatever reason. */
  readonly ended: Promise<void>
  /** Ends it: running transactions are rolled back, data is flushed. */
  stop(): Promise<void>
}

export interface ServerOptions {
  readonly layout: Layout
  readonly binaries: Binaries
  readonly runAs: RunAs
  /** False only for databases that need not survive a power cut. */
  readonly durable: boolean
  /** Told once when the server needs longer than usual, as after a crash. */
  readonly onSlowStart?: () => void
}

const maxLogBytes = 10 * 1024 * 1024

function openLog(path: string): number {
  if (existsSync(path) && statSync(path).size > maxLogBytes) renameSync(path, `${path}.1`)
  return openSync(path, 'a', 0o600)
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null
}

async function stopChild(child: ChildProcess, ended: Promise<void>): Promise<void> {
  // SIGINT is PostgreSQL's fast mode, SIGQUIT the immediate one (recovers at the next start).
  const escalation: [NodeJS.Signals, number][] = [
    ['SIGINT', 60_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 10_000],
  ]
  for (const [signal, waitMs] of escalation) {
    if (hasEnded(child)) return
    child.kill(signal)
    const patience = new AbortController()
    await Promise.race([ended, delay(waitMs, undefined, { signal: patience.signal }).catch(() => undefined)])
    patience.abort()
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    await withClient(url, (client) => client.query('select 1'))
    return true
  } catch (error) {
    // No socket yet, nobody listening, or starting up and recovering (SQLSTATE 57P03): worth waiting for.
    if (['ENOENT', 'ECONNREFUSED', 'ECONNRESET', '57P03'].includes(errorCode(error) ?? '')) return false
    throw error
  }
}

async function untilReady(child: ChildProcess, options: ServerOptions, complaint: () => string): Promise<void> {
  const url = socketUrl(options.layout.socketFolder, 'postgres')
  const started = performance.now()
  let told = false
  let pauseMs = 20
  while (!(await answers(url))) {
    if (hasEnded(child)) {
      throw new OperatingProblem(
        `内置数据库无法启动：${complaint()} (the embedded database does not start; see ${options.layout.logFile})`,
      )
    }
    if (!told && performance.now() - started > 3_000) {
      told = true
      options.onSlowStart?.()
    }
    await delay(pauseMs)
    // Every question costs a recovering server a process and a line in its log.
    pauseMs = Math.min(pauseMs * 1.5, 400)
  }
}

/** Starts the cluster's server and waits until it answers, through crash recovery if need be. */
export async function startServer(options: ServerOptions): Promise<ServerProcess> {
  const { layout, binaries, runAs, durable } = options
  const log = openLog(layout.logFile)
  const logStart = statSync(layout.logFile).size
  const args = serverArguments(layout, runAs, durable)
  const run = invocation(runAs, layout.clusterFolder, join(binaries.folder, 'bin/postgres'), args)
  const child = spawn(run.program, run.args, {
    ...run.options,
    env: { PATH: process.env.PATH, TZ: 'UTC', LC_ALL: 'C' },
    stdio: ['ignore', log, log],
    // A group of its own: Ctrl-C in the terminal must reach Guatu first, which closes its connections and then stops this.
    // A server for tests rather ends with the run, whatever ends that.
    detached: durable,
  })
  closeSync(log)
  let spawnError: string | undefined
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', (error) => {
      spawnError = error.message
      resolve()
    })
  })
  try {
    await untilReady(child, options, () => spawnError ?? lastComplaint(readFrom(layout.logFile, logStart)) ?? 'unknown')
  } catch (error) {
    await stopChild(child, ended)
    throw error
  }
  return { pid: child.pid as number, ended, stop: () => stopChild(child, ended) }
}
