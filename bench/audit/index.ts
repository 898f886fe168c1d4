import { type EventFilter, findEvents } from '../../apps/server/src/features/audit/query.ts'
import type { Store } from '../../apps/server/src/store/store.ts'
import { withLongChains } from '../verify/long-chain.ts'

const events = Number(process.env.GUATU_BENCH_EVENTS ?? 1_000_000)
const limit = 50

const searches: Readonly<Record<string, EventFilter>> = {
  'no condition': {},
  'a verb': { verb: 'plan.saved' },
  'a verb that is rare': { verb: 'district.opened' },
  'part of a name': { person: '人7' },
  'a name and a verb': { person: '经办人42', verb: 'fact.reported' },
  'a name that nobody has': { person: '无此人' },
  'part of a post': { post: '7科' },
  'an address': { origin: '10.0.31.7' },
  'some days long ago': { from: '2026-05-02', to: '2026-05-03' },
  'some days, a name and a verb': { from: '2026-05-02', to: '2026-05-09', person: '经办人7', verb: 'plan.saved' },
  'words that are there': { q: '漏报一张发票' },
  'words that stand once, early': { q: '第 1234 次记录' },
  'words that nobody wrote': { q: '没有人写过' },
}

/** The first page of a search, and all of the turns until the first event is reached or a page is full. */
async function measure(store: Store, filter: EventFilter): Promise<string> {
  const turns: number[] = []
  let found = 0
  let before: number | undefined
  do {
    const from = performance.now()
    const page = await store.read((tx) => findEvents(tx, filter, { limit, before }))
    turns.push(performance.now() - from)
    found += page.events.length
    before = page.searchedTo === null ? undefined : (page.next ?? undefined)
  } while (before !== undefined)
  const [first = 0] = turns
  return `${found} found, first reply ${first.toFixed(0)} ms, slowest ${Math.max(...turns).toFixed(0)} ms of ${turns.length}`
}

/** Searching the record of a long chain as the audit page does. */
export async function run(): Promise<void> {
  await withLongChains(['sha256'], events, async (store) => {
    const items = await store.read((tx) => tx.client.query('select item_id from event where seq = 900'))
    const ofItem = { itemId: items.rows[0].item_id as string }
    for (const [name, filter] of Object.entries({ ...searches, 'an item': ofItem })) {
      await measure(store, filter)
      console.log(`${events} events, ${name}: ${await measure(store, filter)}`)
    }
  })
}
