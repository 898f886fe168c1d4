import { once } from 'node:events'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { builtWorkers, startWorker } from './worker.ts'

// Tests of the database run the built workers; these two are about the sources.
beforeAll(() => {
  vi.stubEnv(builtWorkers, undefined)
})
afterAll(() => {
  vi.unstubAllEnvs()
})

test('a worker runs from its TypeScript source, with what it imports', async () => {
  const worker = startWorker('testing/echo', { workerData: '挂图' })
  const [message] = await once(worker, 'message')
  expect(message).toEqual({ echoed: '挂图', bundled: false })
  await worker.terminate()
})

test('a worker stays within its memory limit and says that it broke it', async () => {
  const worker = startWorker('testing/echo', {
    workerData: { eatMegabytes: 512 },
    resourceLimits: { maxOldGenerationSizeMb: 64 },
  })
  const [error] = await once(worker, 'error')
  expect(error).toMatchObject({ code: 'ERR_WORKER_OUT_OF_MEMORY' })
})
