import { dictionaries, playbooks } from '@guatu/playbooks'
import { districtOrgs } from '../../apps/server/src/demo/orgs.ts'
import { getCockpitFeature } from '../../apps/server/src/features/cockpit/get.ts'
import { listItemsFeature } from '../../apps/server/src/features/items/list.ts'
import { withClient } from '../../apps/server/src/postgres/connection.ts'
import { operatorActor } from '../../apps/server/src/store/actor.ts'
import { ensureDistrict } from '../../apps/server/src/store/district.ts'
import { openStore, type Store } from '../../apps/server/src/store/store.ts'
import { withScratchDatabase } from '../scratch.ts'
import { generate, playbook, today } from './generate.ts'
import { benchPast } from './past.ts'

const items = Number(process.env.GUATU_BENCH_ITEMS ?? 100_000)

const now = () => `${today}T02:00:00.000Z`
const depsOf = (store: Store) => ({
  store,
  shelf: { playbooks, dictionaries },
  today: () => today,
  now,
  actor: operatorActor,
})

function percentiles(times: number[]): { p50: string; p95: string } {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) =>
    `${sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(1)} ms`
  return { p50: at(0.5), p95: at(0.95) }
}

async function timed(runs: number, run: (index: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let index = 0; index < runs; index += 1) {
    const from = performance.now()
    await run(index)
    times.push(performance.now() - from)
  }
  return times
}

/** Pages as people ask for them: sorted by any column, filtered, in the middle of the list; each filter new to the cache. */
const pages = [
  { sort: '-totalInvestment' },
  { sort: 'deadline', filter: 'lamp:in:red' },
  { sort: '-behindPoints', filter: 'area:in:330402100,330402105;stage:in:construction' },
  { sort: 'title', offset: 2_000 },
  { sort: '-annualDone', filter: 'totalInvestment:from:100000000;deadline:to:2027-12-31' },
  { sort: 'stage,-annualPlan', filter: 'lamp:in:orange,yellow' },
  { sort: 'plannedStart', q: 'jltb' },
]

async function benchPages(store: Store): Promise<void> {
  const deps = depsOf(store)
  for (const page of pages) {
    const ask = (index: number) => {
      const filter = `${page.filter ?? ''};totalInvestment:from:${index}`
      return listItemsFeature.handle(deps, { query: { playbook: playbook.key, limit: 50, ...page, filter } } as never)
    }
    await ask(999)
    const { p50, p95 } = percentiles(await timed(20, ask))
    const same = percentiles(await timed(20, () => ask(999)))
    console.log(
      `page of 50, ${JSON.stringify(page)}: p50 ${p50}, p95 ${p95}; totals known: p50 ${same.p50}, p95 ${same.p95}`,
    )
  }
}

/** The cockpit's figures counted from items and facts on each view, as it would be without the roll-up. */
const scan = `
  with done as (
    select item_id, (array_agg(value order by period desc))[1] as value from fact_current
      where district_id = $1 and metric = 'annualDone' and period like '2026%' group by item_id)
  select i.area_code, i.stage, i.lamp, count(*), sum(i.amount_cny), sum(i.plan_cny), sum(done.value),
    count(*) filter (where i.lead_org_id is null), count(*) filter (where i.deadline is null)
  from item i left join done using (item_id)
  where i.district_id = $1 and i.playbook_key = $2
  group by i.area_code, i.stage, i.lamp`

const rolled = `
  select area_code, stage, lamp, sum(items), sum(amount_cny), sum(plan_cny), sum(done_cny), sum(no_lead_org), sum(no_deadline)
  from rollup where district_id = $1 and playbook_key = $2 and year = 2026 group by area_code, stage, lamp`

async function benchCockpit(store: Store): Promise<void> {
  const query = (text: string) => () => store.read((tx) => tx.client.query(text, [tx.districtId, playbook.key]))
  await query(scan)()
  const byScan = percentiles(await timed(7, query(scan)))
  const byRollup = percentiles(await timed(50, query(rolled)))
  const ratio = Number.parseFloat(byScan.p50) / Number.parseFloat(byRollup.p50)
  console.log(
    `cockpit figures by scan p50 ${byScan.p50}, by roll-up p50 ${byRollup.p50}: ${ratio.toFixed(0)} times faster`,
  )
  const whole = () => getCockpitFeature.handle(depsOf(store), { query: { playbook: playbook.key } } as never)
  await whole()
  const { p50, p95 } = percentiles(await timed(20, whole))
  console.log(`whole cockpit reply: p50 ${p50}, p95 ${p95}`)
}

async function fill(store: Store, url: string): Promise<void> {
  const orgs = districtOrgs(dictionaries.area)
  await ensureDistrict(store, { name: 'bench', shortName: 'bench', today, now: now(), playbooks, orgs })
  const from = performance.now()
  const processor = process.cpuUsage()
  const rows = await generate(store, items)
  const seconds = (performance.now() - from) / 1000
  const { user, system } = process.cpuUsage(processor)
  const milliseconds = ((user + system) / 1000 / items).toFixed(2)
  const rate = Math.round(items / seconds)
  console.log(
    `${items} items, ${rows.nodes} nodes, ${rows.facts} facts composed and written in ${seconds.toFixed(1)} s (${rate} items/s; the program itself ${milliseconds} ms of processor time per item)`,
  )
  await withClient(url, (client) => client.query('vacuum analyze'))
}

/** 100,000 items and 2 million facts: writing them, paging through them, the cockpit by roll-up and by scan, all as of past moments. */
export async function run(): Promise<void> {
  await withScratchDatabase(async (url) => {
    const store = openStore(url, '330402')
    await fill(store, url)
    await benchPages(store)
    await benchCockpit(store)
    await benchPast(store, url, depsOf as never)
    await store.close()
  })
}
