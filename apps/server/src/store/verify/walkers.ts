import type { Worker } from 'node:worker_threads'
import { startWorker } from '../../worker.ts'
import { firstBreak, type Place, type Walk } from './walk.ts'
import type { Stretch } from './walk.worker.ts'

/** Whoever walks stretches of a chain: threads for a long one, this thread for a short one. */
export interface Walkers {
  /** Answers the number of the first event that does not follow, or null. Takes the text over. */
  walk(before: Place, text: Buffer): Promise<number | null>
  close(): Promise<void>
}

interface Waiting {
  resolve(found: number | null): void
  reject(problem: unknown): void
}

/** A thread answers stretches in the order in which they came. */
function threadOf(walk: Walk) {
  const worker: Worker = startWorker('store/verify/walk', { workerData: walk })
  const waiting: Waiting[] = []
  worker.on('message', (found: number | null) => waiting.shift()?.resolve(found))
  worker.on('error', (problem) => {
    for (const { reject } of waiting.splice(0)) reject(problem)
  })
  const send = (stretch: Stretch, bytes: ArrayBuffer) =>
    new Promise<number | null>((resolve, reject) => {
      waiting.push({ resolve, reject })
      worker.postMessage(stretch, [bytes])
    })
  return { send, close: () => worker.terminate() }
}

/** This thread only: what starts threads costs more than a short chain. */
export function walkHere(walk: Walk): Walkers {
  return {
    walk: async (before, text) => firstBreak(walk, before, text.toString().split('\n')),
    close: async () => undefined,
  }
}

export function startWalkers(walk: Walk, threads: number): Walkers {
  const pool = Array.from({ length: threads }, () => threadOf(walk))
  let turn = 0
  return {
    walk: async (before, text) => {
      turn += 1
      const own = new Uint8Array(text)
      return await pool[turn % threads]!.send({ before, text: own }, own.buffer)
    },
    close: async () => {
      await Promise.all(pool.map((thread) => thread.close()))
    },
  }
}
