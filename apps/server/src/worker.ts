import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker, type WorkerOptions } from 'node:worker_threads'
import { isBundled, serverFile } from './location.ts'

/** A script that lets a thread load TypeScript, then loads the worker: for tests and benches, which run the sources. */
function sourceScript(workerFile: string): string {
  // `require` would resolve to the CommonJS twin, which cannot register from inside a thread.
  const manifest = pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json'))
  const loader = new URL('dist/esm/api/index.mjs', manifest).href
  const worker = pathToFileURL(workerFile).href
  return `import(${JSON.stringify(loader)}).then((tsx) => { tsx.register(); return import(${JSON.stringify(worker)}) })`
}

/**
 * Variable with the folder of built workers, for programs that run the sources and start many threads: loading the
 * sources takes each of them seconds.
 */
export const builtWorkers = 'GUATU_BUILT_WORKERS'

/**
 * Starts the worker thread whose source is `src/<entry>.worker.ts`, such as `features/imports/read`; the build makes each
 * such file an entry of the bundle.
 */
export function startWorker(entry: string, options: WorkerOptions = {}): Worker {
  if (isBundled) return new Worker(serverFile(`${entry}.worker.js`), options)
  const built = process.env[builtWorkers]
  if (built) return new Worker(join(built, `${entry}.worker.js`), options)
  return new Worker(sourceScript(serverFile(`${entry}.worker.ts`)), { ...options, eval: true })
}
