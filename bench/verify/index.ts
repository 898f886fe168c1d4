import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrateOrStop } from '../../apps/server/src/open-database.ts'
import { withClient } from '../../apps/server/src/postgres/connection.ts'
import { startEmbedded } from '../../apps/server/src/postgres/embedded.ts'
import { appendEvents, type EventDraft } from '../../apps/server/src/store/chain.ts'
import { type ChainAlgorithm, chainAlgorithms } from '../../apps/server/src/store/digest.ts'
import { ensureDistrict } from '../../apps/server/src/store/district.ts'
import { openStore, type Store } from '../../apps/server/src/store/store.ts'
import { uuidv7 } from '../../apps/server/src/store/uuid.ts'
import { verifyChain } from '../../apps/server/src/store/verify/verify-chain.ts'

const events = Number(process.env.GUATU_BENCH_EVENTS ?? 500_000)
const at = '2026-11-21T02:00:00.000Z'
const batch = 10_000

/** Changes as people make them: two fields before and after, money and text. */
function draft(index: number): EventDraft {
  const changes = {
    annualDone: {
      from: { amount: `${index}0000.00`, currency: 'CNY' },
      to: { amount: `${index + 7}0000.00`, currency: 'CNY' },
    },
    progress: { from: '主体结构施工至三层', to: `主体结构封顶，第 ${index} 次记录` },
  }
  const reason = index % 10 === 0 ? '月报更正：漏报一张发票' : null
  return { verb: 'item.updated', itemId: uuidv7(Date.parse(at) + index), data: { revision: 2, changes }, reason }
}

async function fill(store: Store): Promise<void> {
  for (let start = 0; start < events; start += batch) {
    const drafts = Array.from({ length: Math.min(batch, events - start) }, (_, index) => draft(start + index))
    await store.write((tx) => appendEvents(tx, at, drafts))
  }
}

async function measure(store: Store, algorithm: ChainAlgorithm): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    const from = performance.now()
    const verdict = await store.read((tx) => verifyChain(tx))
    const seconds = (performance.now() - from) / 1000
    if (verdict.kind !== 'whole') throw new Error(`broken: ${JSON.stringify(verdict)}`)
    const rate = Math.round(verdict.events / seconds)
    console.log(`${algorithm}: ${verdict.events} events in ${seconds.toFixed(2)} s, ${rate} events/s`)
  }
}

/** Walking a long chain of events, by either digest. */
export async function run(): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'guatu-bench-'))
  const onLost = (problem: Error) => console.error(problem.message)
  const server = await startEmbedded({ dataFolder, say: () => undefined, onLost })
  try {
    await migrateOrStop(server.url)
    for (const [index, algorithm] of chainAlgorithms.entries()) {
      const store = openStore(server.url, `33040${index + 2}`)
      const start = { name: 'bench', shortName: 'bench', today: at.slice(0, 10), now: at, playbooks: [], orgs: [] }
      await ensureDistrict(store, { ...start, chain: algorithm })
      await fill(store)
      await withClient(server.url, (client) => client.query('vacuum analyze event'))
      await measure(store, algorithm)
      await store.close()
    }
  } finally {
    await server.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}
