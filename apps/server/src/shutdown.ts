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

/**
 * `npm start` puts npm between the terminal and the server. An npm that is killed cannot pass anything on: the server
 * then belongs to nobody who could stop it, and stops by itself.
 */
export function stopWithNpm(shutdown: Shutdown): void {
  if (process.env.npm_lifecycle_event !== 'start') return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid !== parent) shutdown.request(0)
  }, 500)
  watch.unref()
}
