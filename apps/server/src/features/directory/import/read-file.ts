import type { Readable } from 'node:stream'
import { done, type Outcome, refused } from '@guatu/kernel'
import type { DirectoryReport } from '@guatu/ledger'
import { fileRefusals } from '../../../workbook/file-refusal.ts'
import { fileLimits } from '../../../workbook/limits.ts'
import { startWorker } from '../../../worker.ts'
import type { DirectoryRequest } from './report-file.ts'

/** A directory has a few thousand rows: what needs more memory is none. */
const memoryLimitMb = 1024

/** The bytes of an upload; refused as soon as they are too many. */
export async function uploadBytes(stream: Readable): Promise<Outcome<Buffer>> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream) {
    length += (chunk as Buffer).length
    if (length <= fileLimits.fileBytes) chunks.push(chunk as Buffer)
  }
  const cut = (stream as { truncated?: boolean }).truncated === true
  if (cut || length > fileLimits.fileBytes) return refused(fileRefusals.tooLarge(fileLimits.fileMegabytes))
  return done(Buffer.concat(chunks))
}

/** Reads a directory's file in a thread with a memory limit of its own. */
export function readDirectoryFile(request: DirectoryRequest): Promise<Outcome<DirectoryReport>> {
  const worker = startWorker('features/directory/import/read', {
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: memoryLimitMb },
  })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(refused(fileRefusals.tooManyCells()))
      else reject(error)
    })
  })
}
