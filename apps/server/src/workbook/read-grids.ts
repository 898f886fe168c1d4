import type { Readable } from 'node:stream'
import { type Outcome, refused } from '@guatu/kernel'
import type { Grid } from '@guatu/ledger'
import { startWorker } from '../worker.ts'
import { fileRefusals } from './file-refusal.ts'
import { fileLimits } from './limits.ts'

/** A file to read; all of it can be sent to a thread. */
export interface GridRequest {
  readonly bytes: Uint8Array
  readonly fileName: string
}

/** A sheet that people fill in has a few hundred rows. */
const memoryLimitMb = 512

/** Reads the sheets of an uploaded file in a thread with a memory limit of its own. */
export async function readGrids({
  stream,
  fileName,
}: {
  stream: Readable
  fileName: string
}): Promise<Outcome<Grid[]>> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length
    // The rest is read and dropped, so that the sender hears the answer.
    if (length <= fileLimits.fileBytes) chunks.push(chunk)
  }
  const isCut = (stream as { truncated?: boolean }).truncated === true || length > fileLimits.fileBytes
  if (isCut) return refused(fileRefusals.tooLarge(fileLimits.fileMegabytes))
  const request: GridRequest = { bytes: Buffer.concat(chunks), fileName }
  const worker = startWorker('workbook/grid', {
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: memoryLimitMb },
  })
  return await new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(refused(fileRefusals.tooManyCells()))
      else reject(error)
    })
  })
}
