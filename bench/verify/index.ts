import { chainAlgorithms } from '../../apps/server/src/store/digest.ts'
import { verifyChain } from '../../apps/server/src/store/verify/verify-chain.ts'
import { withLongChains } from './long-chain.ts'

const events = Number(process.env.GUATU_BENCH_EVENTS ?? 500_000)

/** Walking a long chain of events, by either digest. */
export async function run(): Promise<void> {
  await withLongChains(chainAlgorithms, events, async (store, algorithm) => {
    for (let round = 0; round < 3; round += 1) {
      const from = performance.now()
      const verdict = await store.read((tx) => verifyChain(tx))
      const seconds = (performance.now() - from) / 1000
      if (verdict.kind !== 'whole') throw new Error(`broken: ${JSON.stringify(verdict)}`)
      const rate = Math.round(verdict.events / seconds)
      console.log(`${algorithm}: ${verdict.events} events in ${seconds.toFixed(2)} s, ${rate} events/s`)
    }
  })
}
