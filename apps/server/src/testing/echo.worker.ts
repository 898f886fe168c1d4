import { parentPort, workerData } from 'node:worker_threads'
import { isBundled } from '../location.ts'

/** Answers what it was given; or, asked for it, takes more memory than its limit. */
const { eatMegabytes = 0 } = workerData as { eatMegabytes?: number }
const eaten: number[][] = []
for (let megabyte = 0; megabyte < eatMegabytes; megabyte += 1)
  eaten.push(new Array<number>(131_072).fill(megabyte + 0.5))
parentPort?.postMessage({ echoed: workerData, bundled: isBundled })
