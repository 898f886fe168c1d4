import { parentPort, workerData } from 'node:worker_threads'
import { firstBreak, type Place, type Walk } from './walk.ts'

/** A stretch of the chain as COPY writes it, and the place before it. */
export interface Stretch {
  readonly before: Place
  readonly text: Uint8Array
}

const walk = workerData as Walk
parentPort?.on('message', ({ before, text }: Stretch) => {
  const lines = Buffer.from(text.buffer, text.byteOffset, text.byteLength).toString().split('\n')
  parentPort?.postMessage(firstBreak(walk, before, lines))
})
