import { getCockpitFeature } from '../../apps/server/src/features/cockpit/get.ts'
import { listItemsFeature } from '../../apps/server/src/features/items/list.ts'
import { withClient } from '../../apps/server/src/postgres/connection.ts'
import { columns, snakeCase } from '../../apps/server/src/store/columns.ts'
import type { Store } from '../../apps/server/src/store/store.ts'
import { playbook, today } from './generate.ts'

/** What features stand on, as the bench makes it of a store. */
type DepsOf = (store: Store) => never

/** Instants between which each item's two former versions stood. */
const moments = ['2026-03-02T02:00:00Z', '2026-06-02T02:00:00Z', '2026-09-02T02:00:00Z'] as const

/** Two former versions of every item. */
async function fillPast(url: string): Promise<void> {
  const names = columns.item.map(snakeCase)
  const kept = names.filter((name) => name !== 'known_from').join(', ')
  await withClient(url, async (client) => {
    for (const [from, to] of [moments.slice(0, 2), moments.slice(1)]) {
      await client.query(
        `insert into item_past (${kept}, known_from, known_to) select ${kept}, $1::timestamptz, $2::timestamptz from item`,
        [from, to],
      )
    }
    await client.query('update item set known_from = $1', [moments[2]])
    await client.query('vacuum analyze')
  })
}

async function medianOf(runs: number, run: (index: number) => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let index = 0; index < runs; index += 1) {
    const from = performance.now()
    await run(index)
    times.push(performance.now() - from)
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)]!
}

const asked = [
  { sort: '-totalInvestment' },
  { sort: 'deadline', filter: 'lamp:in:red' },
  { sort: '-behindPoints', filter: 'area:in:330402100,330402105;stage:in:construction' },
]

const when: readonly (readonly [string, string])[] = [
  ['long ago', '2026-04-15T02:00:00Z'],
  ['before the last change', '2026-07-15T02:00:00Z'],
  ['the first of this month', `${today.slice(0, 8)}01T02:00:00Z`],
]

/** Lists and the cockpit read as of three moments, against now. */
export async function benchPast(store: Store, url: string, depsOf: DepsOf): Promise<void> {
  const deps = depsOf(store)
  const list = (index: number, page: object, asOf?: string) => {
    const { filter = '' } = page as { readonly filter?: string }
    // Each filter is new to the totals that are kept.
    const query = {
      playbook: playbook.key,
      limit: 50,
      ...page,
      filter: `${filter};totalInvestment:from:${index}`,
      asOf,
    }
    return listItemsFeature.handle(deps, { query } as never)
  }
  const cockpit = (asOf?: string) =>
    getCockpitFeature.handle(deps, { query: { playbook: playbook.key, asOf } } as never)
  await fillPast(url)
  for (const page of asked) {
    const now = await medianOf(9, (index) => list(5_000 + index, page))
    for (const [name, asOf] of when) {
      const past = await medianOf(9, (index) => list(6_000 + index, page, asOf))
      console.log(
        `page of 50, ${JSON.stringify(page)}: now ${now.toFixed(0)} ms, as of ${name} ${past.toFixed(0)} ms (${(past / now).toFixed(1)} times)`,
      )
    }
  }
  const now = await medianOf(9, () => cockpit())
  const past = await medianOf(5, () => cockpit(when[1]![1]))
  console.log(`whole cockpit: now ${now.toFixed(0)} ms from the roll-up, as of a moment ${past.toFixed(0)} ms by scan`)
}
