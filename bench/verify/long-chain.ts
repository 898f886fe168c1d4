import { withClient } from '../../apps/server/src/postgres/connection.ts'
import { appendEvents, type EventDraft } from '../../apps/server/src/store/chain.ts'
import type { ChainAlgorithm } from '../../apps/server/src/store/digest.ts'
import { ensureDistrict } from '../../apps/server/src/store/district.ts'
import { openStore, type Store } from '../../apps/server/src/store/store.ts'
import { uuidv7 } from '../../apps/server/src/store/uuid.ts'
import { withScratchDatabase } from '../scratch.ts'

const firstAt = Date.parse('2026-05-01T00:00:00.000Z')
const batch = 2_000
const verbs = ['item.updated', 'item.updated', 'item.updated', 'fact.reported', 'plan.saved', 'session.began']
const minute = 60_000

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
  const verb = verbs[index % verbs.length] as string
  return { verb, itemId: itemIdOf(index), data: { revision: 2, changes }, reason }
}

/** One of some thousands of items. */
const itemIdOf = (index: number) => uuidv7(firstAt + (index % 5_000))

/** Events of a hundred persons, half a year at two batches an hour. */
async function fill(store: Store, events: number): Promise<void> {
  for (let start = 0; start < events; start += batch) {
    const drafts = Array.from({ length: Math.min(batch, events - start) }, (_, index) => draft(start + index))
    const turn = start / batch
    const name = `经办人${turn % 100}`
    const actor = { personId: null, name, post: `第${turn % 20}科 科员`, origin: `web 10.0.${turn % 50}.7` }
    const at = new Date(firstAt + turn * 30 * minute).toISOString()
    await store.as(actor).write((tx) => appendEvents(tx, at, drafts))
  }
}

/** Opens a database with one district for each digest, each with a chain so long, and removes it afterwards. */
export async function withLongChains(
  algorithms: readonly ChainAlgorithm[],
  events: number,
  use: (store: Store, algorithm: ChainAlgorithm) => Promise<void>,
): Promise<void> {
  await withScratchDatabase(async (url) => {
    for (const [index, chain] of algorithms.entries()) {
      const store = openStore(url, `33040${index + 2}`)
      const now = new Date(firstAt).toISOString()
      const start = { name: 'bench', shortName: 'bench', today: now.slice(0, 10), now, playbooks: [], orgs: [] }
      await ensureDistrict(store, { ...start, chain })
      await fill(store, events)
      await withClient(url, (client) => client.query('vacuum analyze event'))
      await use(store, chain)
      await store.close()
    }
  })
}
