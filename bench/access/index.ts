import type { Role } from '@guatu/access'
import { dictionaries, playbooks } from '@guatu/playbooks'
import { districtOrgs } from '../../apps/server/src/demo/orgs.ts'
import { withClient } from '../../apps/server/src/postgres/connection.ts'
import { type Actor, systemActor } from '../../apps/server/src/store/actor.ts'
import { ensureDistrict } from '../../apps/server/src/store/district.ts'
import { openStore, type Store } from '../../apps/server/src/store/store.ts'
import { givePerson } from '../../apps/server/src/store/testing/people.ts'
import { withScratchDatabase } from '../scratch.ts'
import { generate, today } from '../store/generate.ts'
import { depsFor, now, type Reader, readings, readsPerSecond } from './readings.ts'

const items = Number(process.env.GUATU_BENCH_ITEMS ?? 100_000)
const rounds = 9

const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!

/** Ties that the generated items do not have: twenty are a firm's, three hundred are opened to oversight. */
async function tie(url: string, orgId: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query(
      `insert into item_party select district_id, item_id, 'firm:' || $1 || '@' || phase
         from (select * from item order by title_key limit 20) i`,
      [orgId],
    )
    await client.query(
      `insert into item_party select district_id, item_id, 'opened:@' || phase
         from (select * from item order by amount_cny limit 300) i`,
    )
    await client.query('vacuum analyze')
  })
}

async function readersOf(store: Store, url: string): Promise<{ readers: Reader[]; itemId: string }> {
  const { orgId, itemId } = await store.read(async ({ client }) => {
    const { rows } = await client.query<{ orgId: string; itemId: string }>(
      `select lead_org_id as "orgId", (array_agg(item_id order by title_key))[1] as "itemId" from item
         where lead_org_id is not null and phase = 'delivery' group by lead_org_id order by count(*) desc limit 1`,
    )
    return rows[0]!
  })
  const free = depsFor(store, systemActor)
  const readers: Reader[] = [{ who: 'bound by no rule', deps: free, times: [] }]
  for (const role of ['districtOffice', 'town', 'department', 'firm', 'deputy'] satisfies Role[]) {
    const personId = await givePerson(free, [{ role, orgId }])
    const actor: Actor = { personId, name: role, post: null, origin: 'bench' }
    readers.push({ who: role, deps: depsFor(store, actor), times: [] })
  }
  await tie(url, orgId)
  return { readers, itemId }
}

/** All readers take turns, so that what else the machine does falls upon all of them. */
async function compare(store: Store, url: string): Promise<void> {
  const { readers, itemId } = await readersOf(store, url)
  for (const [name, read] of Object.entries(readings)) {
    for (let round = -1; round < rounds; round += 1) {
      for (const { deps, times } of readers) {
        if (round < 0) times.length = 0
        const from = performance.now()
        await read(deps, round, itemId)
        if (round >= 0) times.push(performance.now() - from)
      }
    }
    const free = median(readers[0]!.times)
    const told = readers.map(({ who, times }) => {
      return `${who} ${median(times).toFixed(1)} ms (${(median(times) / free).toFixed(2)})`
    })
    console.log(`${name}: ${told.join(', ')}`)
  }
  for (const { who, deps } of readers.slice(0, 4)) {
    console.log(`authorised reads of an item, ${who}: ${(await readsPerSecond(deps, itemId)).toFixed(0)} per second`)
  }
}

/** What the policies of the rows cost: the same readings by the program itself and by persons of several roles. */
export async function run(): Promise<void> {
  await withScratchDatabase(async (url) => {
    const store = openStore(url, '330402', { today: () => today })
    const orgs = districtOrgs(dictionaries.area)
    await ensureDistrict(store, { name: 'bench', shortName: 'bench', today, now: now(), playbooks, orgs })
    await generate(store, items)
    console.log(`${items} items; medians of ${rounds}, in brackets the ratio to no rule`)
    await compare(store, url)
    await store.close()
  })
}
