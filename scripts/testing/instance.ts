import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Absolute path of the checkout, with a slash at the end. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url))

/** A whole Guatu as a user starts it, in a process of its own. */
export interface Instance {
  /** Address of its web pages, without a slash at the end. */
  readonly url: string
  readonly dataFolder: string
  readonly process: ChildProcess
  /** All that it has printed so far, both streams. */
  output(): string
  /** Settles with the exit code, null when a signal ended it. */
  readonly ended: Promise<number | null>
  /** Ends it as Ctrl-C does and removes the data folder if it was made here. */
  stop(): Promise<void>
}

export interface InstanceOptions {
  /** Kept afterwards when given. */
  readonly dataFolder?: string
  /** ISO day that stands for today. */
  readonly today?: string
  readonly environment?: Readonly<Record<string, string>>
  /** Another user to run it as; only root can. */
  readonly uid?: number
}

function environmentFor(dataFolder: string, options: InstanceOptions): NodeJS.ProcessEnv {
  const { DATABASE_URL: _named, NODE_OPTIONS: _vitest, ...inherited } = process.env
  return {
    ...inherited,
    GUATU_DATA: dataFolder,
    GUATU_PORT: '0',
    GUATU_TODAY: options.today ?? '',
    ...options.environment,
  }
}

/** Starts the built server without waiting; use it for starts that are meant to fail. */
export function spawnInstance(options: InstanceOptions = {}): Omit<Instance, 'url'> {
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'guatu-instance-'))
  const child = spawn(process.execPath, [join(projectRoot, 'apps/server/dist/main.js')], {
    cwd: projectRoot,
    env: environmentFor(dataFolder, options),
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
  })
  let output = ''
  const collect = (chunk: Buffer) => {
    output += chunk.toString()
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  return {
    dataFolder,
    process: child,
    output: () => output,
    ended,
    async stop() {
      child.kill('SIGINT')
      await ended
      if (!options.dataFolder) rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

/** Starts the built server and waits until it is ready; throws with its output when it ends instead. */
export async function startInstance(options: InstanceOptions = {}): Promise<Instance> {
  const instance = spawnInstance(options)
  const url = await new Promise<string>((resolve, reject) => {
    const look = () => {
      const found = /is ready\): (http:\/\/\S+)/.exec(instance.output())?.[1]
      if (found) resolve(found)
    }
    instance.process.stdout?.on('data', look)
    void instance.ended.then((code) =>
      reject(new Error(`ended with ${code} before it was ready:\n${instance.output()}`)),
    )
  })
  return { ...instance, url }
}
