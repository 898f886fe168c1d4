import { dictionaries, playbooks } from '@guatu/playbooks'
import { districtOrgs } from '../../apps/server/src/demo/orgs.ts'
import { comparePlansFeature } from '../../apps/server/src/features/comparison/compare.ts'
import { getDeskFeature } from '../../apps/server/src/features/desk/get.ts'
import { listGapsFeature } from '../../apps/server/src/features/five-fix/list-gaps.ts'
import { listItemsFeature } from '../../apps/server/src/features/items/list.ts'
import { getMyChargeFeature } from '../../apps/server/src/features/my-charge/get.ts'
import { reportsDueFeature } from '../../apps/server/src/features/reports/due.ts'
import { listSignsFeature } from '../../apps/server/src/features/signs/list.ts'
import { getStageBoardFeature } from '../../apps/server/src/features/stage-board/get.ts'
import type { Deps } from '../../apps/server/src/http/deps.ts'
import { relightByClocks } from '../../apps/server/src/jobs/relight.ts'
import { turnEvents } from '../../apps/server/src/notices/turn.ts'
import { withClient } from '../../apps/server/src/postgres/connection.ts'
import { systemActor } from '../../apps/server/src/store/actor.ts'
import { ensureDistrict } from '../../apps/server/src/store/district.ts'
import { openStore } from '../../apps/server/src/store/store.ts'
import { givePerson } from '../../apps/server/src/store/testing/people.ts'
import { depsFor, now } from '../access/readings.ts'
import { withScratchDatabase } from '../scratch.ts'
import { generate, playbook, today } from '../store/generate.ts'
import { generateMatters, listWith } from './matters.ts'

const sizes = { projects: 400, problems: 3_000, orders: 1_200 }
const rounds = 9
const problems = listWith('problemBoard')
const orders = listWith('orders')

type Read = (deps: Deps) => Promise<unknown>
const asked = (feature: { handle: (deps: Deps, input: never) => unknown }, query: object): Read => {
  return async (deps) => await feature.handle(deps, { query } as never)
}

/** The yardstick: a page of the projects' ledger, which everybody opens all day. */
const page = asked(listItemsFeature, { playbook: playbook.key, limit: 50, sort: 'deadline' })

const readings: Readonly<Record<string, Read>> = {
  'problem board, 20 cards a stage': asked(getStageBoardFeature, { playbook: problems.key, limit: 20 }),
  'order desk': asked(getDeskFeature, { playbook: orders.key }),
  'the five signs, 200 records': asked(listSignsFeature, { limit: 200 }),
  'five-fix check, 200 nodes': asked(listGapsFeature, { playbook: playbook.key, limit: 200 }),
  'plans of today against a month ago': asked(comparePlansFeature, {
    playbook: playbook.key,
    from: '2026-10-21',
    to: 'now',
    limit: 100,
  }),
  'reports due': asked(reportsDueFeature, { playbook: playbook.key }),
  'what is in my charge': asked(getMyChargeFeature, {}),
}

const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!

async function timed(read: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await read()
  return performance.now() - from
}

/** Each reading takes turns with the yardstick, so that what else the machine does falls upon both. */
async function compare(deps: Deps, who: string): Promise<void> {
  for (const [name, read] of Object.entries(readings)) {
    const own: number[] = []
    const yard: number[] = []
    for (let round = -1; round < rounds; round += 1) {
      const [a, b] = [await timed(() => page(deps)), await timed(() => read(deps))]
      if (round >= 0) {
        yard.push(a)
        own.push(b)
      }
    }
    const ratio = median(own) / median(yard)
    console.log(`${who}: ${name}: ${median(own).toFixed(1)} ms, ${ratio.toFixed(2)} x a page of the ledger`)
  }
}

async function work(url: string, deps: Deps): Promise<void> {
  let events = 0
  const turning = await timed(async () => {
    for (let more = true; more; ) {
      const turned = await turnEvents(deps)
      events = turned.seq
      more = turned.more
    }
  })
  console.log(`events turned into notices: ${Math.round((events / turning) * 1000)} per second (${events} events)`)
  await withClient(url, async (client) => {
    await client.query("update clock set next_change_at = '2020-01-01' where next_change_at is not null")
  })
  let lit = 0
  const lighting = await timed(async () => {
    lit = await relightByClocks(deps)
  })
  console.log(`items lit by their clocks: ${Math.round((lit / lighting) * 1000)} per second (${lit} items)`)
}

/** What the push of projects costs on a district of its size: boards, desks, signs, comparison, clocks, notices. */
export async function run(): Promise<void> {
  await withScratchDatabase(async (url) => {
    const store = openStore(url, '330402', { today: () => today })
    const orgs = districtOrgs(dictionaries.area)
    await ensureDistrict(store, { name: 'bench', shortName: 'bench', today, now: now(), playbooks, orgs })
    await generate(store, sizes.projects)
    await generateMatters(store, problems, sizes.problems, 'blocks')
    await generateMatters(store, orders, sizes.orders, 'about')
    const free = depsFor(store, systemActor)
    // Clocks stand as a running server keeps them.
    await relightByClocks(free)
    await withClient(url, (client) => client.query('vacuum analyze').then(() => undefined))
    const orgId = await store.read(async ({ client }) => {
      const { rows } = await client.query<{ id: string }>(
        'select lead_org_id as id from item where lead_org_id is not null group by 1 order by count(*) desc limit 1',
      )
      return rows[0]!.id
    })
    console.log(
      `${Object.entries(sizes)
        .map(([name, count]) => `${count} ${name}`)
        .join(', ')}; medians of ${rounds}`,
    )
    for (const role of ['districtOffice', 'town', 'leader'] as const) {
      const personId = await givePerson(free, [{ role, orgId }])
      await compare(depsFor(store, { personId, name: role, post: null, origin: 'bench' }), role)
    }
    await work(url, free)
    await store.close()
  })
}
