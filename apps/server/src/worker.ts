import { createRequire } from 'node:module'
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
 * Starts the worker thread whose source is `src/<entry>.worker.ts`, such as `features/imports/read`; the build makes each
 * such file an entry of the bundle.
 */
export function startWorker(entry: string, options: WorkerOptions = {}): Worker {
  if (isBundled) return new Worker(serverFile(`${entry}.worker.js`), options)
  return new Worker(sourceScript(serverFile(`${entry}.worker.ts`)), { ...options, eval: true })
}
