import { readFileSync, rmSync, writeFileSync } from 'node:fs'

/** What a running Guatu leaves in its data folder for the command line; trusted only while the folder's lock is held. */
export interface RunningState {
  readonly pid: number
  /** `serve` is the server itself; `command` is a command line that started the database for its own length. */
  readonly mode: 'serve' | 'command'
  /** Where the browser finds it; only a server has one. */
  readonly address?: string
  readonly databaseUrl: string
}

export function writeState(stateFile: string, state: RunningState): void {
  writeFileSync(stateFile, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 })
}

export function readState(stateFile: string): RunningState | undefined {
  try {
    return JSON.parse(readFileSync(stateFile, 'utf8')) as RunningState
  } catch {
    return undefined
  }
}

export function clearState(stateFile: string): void {
  rmSync(stateFile, { force: true })
}

/** Who holds the folder, in brackets, as far as it is known. */
export function describeHolder(stateFile: string): string {
  const state = readState(stateFile)
  if (!state) return ''
  return state.address ? `（进程 ${state.pid}，${state.address}）` : `（进程 ${state.pid}）`
}
