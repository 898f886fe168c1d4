import { type ChildProcess, spawn } from 'node:child_process'
import type { Socket } from 'node:net'
import { OperatingProblem } from '../problem.ts'

/** A held data folder; releasing it twice is harmless. */
export interface FolderLock {
  release(): Promise<void>
}

/**
 * Takes the kernel's lock on `lockFile` through a tiny helper that holds it as long as this process lives: whatever way
 * this process ends, its end of the pipe closes, the helper ends and the lock is free. Undefined when somebody else holds it.
 */
export async function tryLock(lockFile: string): Promise<FolderLock | undefined> {
  const helper = spawn('flock', ['--nonblock', '--no-fork', '--conflict-exit-code', '75', lockFile, 'cat'], {
    stdio: ['pipe', 'pipe', 'pipe'],
    // Ctrl-C reaches a whole process group; the helper has to outlive the shutdown.
    detached: true,
  })
  const outcome = await firstAnswer(helper)
  if (outcome === 'busy') return undefined
  if (outcome !== 'held') {
    throw new OperatingProblem(`无法锁定 ${lockFile}：${outcome} (cannot lock the data folder)`)
  }
  // Neither the helper nor its pipes keep this process alive.
  helper.unref()
  helper.stdout.destroy()
  helper.stderr.destroy()
  ;(helper.stdin as Socket).unref()
  const ended = new Promise<void>((resolve) => helper.once('exit', () => resolve()))
  return {
    async release() {
      helper.ref()
      helper.stdin?.end()
      if (helper.exitCode === null && helper.signalCode === null) await ended
    },
  }
}

function firstAnswer(helper: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let complaint = ''
    helper.stderr?.on('data', (chunk: Buffer) => {
      complaint += chunk.toString()
    })
    helper.stdin?.on('error', () => undefined)
    helper.once('error', (error) => resolve(error.message))
    helper.once('exit', (code) => resolve(code === 75 ? 'busy' : complaint.trim() || `exit ${code}`))
    helper.stdout?.once('data', () => resolve('held'))
    helper.stdin?.write('held\n')
  })
}
