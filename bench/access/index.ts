import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Role } from '@guatu/access'
import { dictionaries, playbooks } from '@guatu/playbooks'
import { districtOrgs } from '../../apps/server/src/demo/orgs.ts'
import { getCockpitFeature } from '../../apps/server/src/features/cockpit/get.ts'
import { getItemFeature } from '../../apps/server/src/features/items/get.ts'
import { listItemsFeature } from '../../apps/server/src/features/items/list.ts'
import type { Deps } from '../../apps/server/src/http/deps.ts'
import { migrateOrStop } from '../../apps/server/src/open-database.ts'
import { withClient } from '../../apps/server/src/postgres/connection.ts'
import { startEmbedded } from '../../apps/server/src/postgres/embedded.ts'
import { accessOf, refusalsFor } from '../../apps/server/src/store/access/access-of.ts'
import { type Actor, systemActor } from '../../apps/server/src/store/actor.ts'
import { ensureDistrict } from '../../apps/server/src/store/district.ts'
import { openStore, type Store } from '../../apps/server/src/store/store.ts'
import { givePerson } from '../../apps/server/src/store/testing/people.ts'
import { generate, playbook, today } from '../store/generate.ts'

const items = Number(process.env.GUATU_BENCH_ITEMS ?? 100_000)
const now = () => `${today}T02:00:00.000Z`

const depsFor = (store: Store, actor: Actor): Deps => ({
  store: store.as(actor),
  shelf: { playbooks, dictionaries },
  today: () => today,
  now,
  actor,
})

async function medianMs(runs: number, run: (index: number) => Promise<unknown>): Promise<number> {
  const times: number[] = []
  await run(-1)
  for (let index = 0; index < runs; index += 1) {
    const from = performance.now()
    await run(index)
    times.push(performance.now() - from)
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)]!
}

/** Each filter is another one, so that no total is known before. */
const readings: Readonly<Record<string, (deps: Deps, index: number) => Promise<unknown>>> = {
  'page of 50, its totals counted': (deps, index) => {
    const query = {
      playbook: playbook.key,
      limit: 50,
      sort: '-totalInvestment',
      filter: `totalInvestment:from:${index}`,
    }
    return listItemsFeature.handle(deps, { query } as never)
  },
  cockpit: (deps) => getCockpitFeature.handle(deps, { query: { playbook: playbook.key } } as never),
}

/** One request as the server answers it: the right is asked, then the item is read whole. */
async function readsPerSecond(deps: Deps, itemId: string): Promise<number> {
  const seconds = 5
  const end = performance.now() + seconds * 1000
  let reads = 0
  const reader = async () => {
    while (performance.now() < end) {
      await deps.store.read(async (tx) => refusalsFor(await accessOf(tx), ['item.read'], null))
      await getItemFeature.handle(deps, { params: { itemId }, query: {} } as never)
      reads += 1
    }
  }
  await Promise.all([reader(), reader(), reader(), reader()])
  return reads / seconds
}

async function compare(store: Store): Promise<void> {
  const { orgId, itemId } = await store.read(async ({ client }) => {
    const { rows } = await client.query<{ orgId: string; itemId: string }>(
      `select lead_org_id as "orgId", min(item_id::text) as "itemId" from item where lead_org_id is not null
         group by lead_org_id order by count(*) desc limit 1`,
    )
    return rows[0]!
  })
  const free = depsFor(store, systemActor)
  const readers: [string, Deps][] = [['bound by no rule', free]]
  for (const role of ['districtOffice', 'town', 'firm'] satisfies Role[]) {
    const personId = await givePerson(free, [{ role, orgId }])
    readers.push([role, depsFor(store, { personId, name: role, post: null, origin: 'bench' })])
  }
  for (const [name, read] of Object.entries(readings)) {
    let base = 0
    for (const [who, deps] of readers) {
      const ms = await medianMs(15, (index) => read(deps, index))
      base ||= ms
      console.log(`${name}, ${who}: p50 ${ms.toFixed(1)} ms, ${(ms / base).toFixed(2)} of what it takes without rules`)
    }
  }
  for (const [who, deps] of readers.slice(0, 3)) {
    console.log(`authorised reads of an item, ${who}: ${(await readsPerSecond(deps, itemId)).toFixed(0)} per second`)
  }
}

/** What the policies of the rows cost: the same readings by the program itself, a full reader, a town and a firm. */
export async function run(): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'guatu-bench-'))
  const onLost = (problem: Error) => console.error(problem.message)
  const server = await startEmbedded({ dataFolder, say: () => undefined, onLost })
  try {
    await migrateOrStop(server.url)
    const store = openStore(server.url, '330402', { today: () => today })
    const orgs = districtOrgs(dictionaries.area)
    await ensureDistrict(store, { name: 'bench', shortName: 'bench', today, now: now(), playbooks, orgs })
    await generate(store, items)
    await withClient(server.url, (client) => client.query('vacuum analyze'))
    console.log(`${items} items`)
    await compare(store)
    await store.close()
  } finally {
    await server.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}
