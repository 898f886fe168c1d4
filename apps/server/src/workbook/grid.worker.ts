import { parentPort, workerData } from 'node:worker_threads'
import { done, type Outcome, refused } from '@guatu/kernel'
import type { Grid } from '@guatu/ledger'
import { FileRefused } from './file-refusal.ts'
import { openFile } from './open-file.ts'
import type { GridRequest } from './read-grids.ts'

async function read({ bytes, fileName }: GridRequest): Promise<Outcome<Grid[]>> {
  try {
    return done(await openFile(Buffer.from(bytes), fileName))
  } catch (error) {
    if (error instanceof FileRefused) return refused(error.refusal)
    throw error
  }
}

parentPort!.postMessage(await read(workerData as GridRequest))
