import { readFileSync } from 'node:fs'

/** A request to end, from a signal or from inside. */
export interface ShutdownRequest {
  readonly exitCode: number
}

export interface Shutdown {
  /** Settles with the first request. */
  readonly requested: Promise<ShutdownRequest>
  isRequested(): boolean
  request(exitCode: number): void
}

/** Listens for the signals that end a server; npm, a terminal and a service manager each send another one. */
export function watchShutdown(): Shutdown {
  let first: ShutdownRequest | undefined
  let settle: (request: ShutdownRequest) => void = () => undefined
  const requested = new Promise<ShutdownRequest>((resolve) => {
    settle = resolve
  })
  const request = (exitCode: number) => {
    first ??= { exitCode }
    settle(first)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => request(0))
  return { requested, isRequested: () => first !== undefined, request }
}

/** Number of a process's parent, 0 when it is gone. The name in brackets may hold spaces. */
function parentOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return 0
  }
}

/** The shell that npm starts, and npm. */
const above = () => `${process.ppid} ${parentOf(process.ppid)}`

/**
 * `npm start` puts npm and a shell between the terminal and the server. An npm that is killed cannot pass anything on:
 * the server then belongs to nobody who could stop it, and stops by itself.
 */
export function stopWithNpm(shutdown: Shutdown): void {
  if (process.env.npm_lifecycle_event !== 'start') return
  const atStart = above()
  const watch = setInterval(() => {
    if (above() !== atStart) shutdown.request(0)
  }, 500)
  watch.unref()
}
