import { dictionaries, playbooks } from '@guatu/playbooks'
import { getCockpitFeature } from '../../apps/server/src/features/cockpit/get.ts'
import { getItemFeature } from '../../apps/server/src/features/items/get.ts'
import { listItemsFeature } from '../../apps/server/src/features/items/list.ts'
import { getWallMapFeature } from '../../apps/server/src/features/plan/wall-map.ts'
import { searchFeature } from '../../apps/server/src/features/search/search.ts'
import type { Deps } from '../../apps/server/src/http/deps.ts'
import { accessFor, refusalsFor } from '../../apps/server/src/store/access/access-of.ts'
import type { Actor } from '../../apps/server/src/store/actor.ts'
import type { Store } from '../../apps/server/src/store/store.ts'
import { playbook, today } from '../store/generate.ts'

export const now = () => `${today}T02:00:00.000Z`

export interface Reader {
  readonly who: string
  readonly deps: Deps
  /** Milliseconds of each round. */
  readonly times: number[]
}

export const depsFor = (store: Store, actor: Actor): Deps => ({
  store: store.as(actor),
  shelf: { playbooks, dictionaries },
  today: () => today,
  now,
  actor,
})

type Read = (deps: Deps, index: number, itemId: string) => Promise<unknown>

const list =
  (page: object): Read =>
  (deps) =>
    listItemsFeature.handle(deps, { query: { playbook: playbook.key, limit: 50, ...page } } as never)

/** The same filter with another bound each time, so that no total is known before. */
const counted =
  ({ filter = '', ...page }: { readonly filter?: string; readonly sort: string }): Read =>
  (deps, index, itemId) =>
    list({ ...page, filter: `${filter};totalInvestment:from:${index + 2}` })(deps, index, itemId)

export const readings: Readonly<Record<string, Read>> = {
  'page by investment, totals counted': counted({ sort: '-totalInvestment' }),
  'page of red lamps by deadline, totals counted': counted({ sort: 'deadline', filter: 'lamp:in:red' }),
  'page of two towns by points behind, totals counted': counted({
    sort: '-behindPoints',
    filter: 'area:in:330402100,330402105;stage:in:construction',
  }),
  'page by investment, totals known': list({ sort: '-totalInvestment' }),
  'page by title from row 2,000, totals known': list({ sort: 'title', offset: 2_000 }),
  'page found by initials, totals known': list({ sort: 'plannedStart', q: 'jltb' }),
  cockpit: (deps) => getCockpitFeature.handle(deps, { query: { playbook: playbook.key } } as never),
  'wall map of 160 items, 4,000 nodes': (deps) =>
    getWallMapFeature.handle(deps, { query: { playbook: playbook.key, limit: 160, sort: 'title' } } as never),
  'search box': (deps) => searchFeature.handle(deps, { query: { q: '电子铜箔' } } as never),
  "an item's page": (deps, _index, itemId) => getItemFeature.handle(deps, { params: { itemId }, query: {} } as never),
}

/** One request as the server answers it: the right is asked, then the item is read whole. */
export async function readsPerSecond(deps: Deps, itemId: string): Promise<number> {
  const seconds = 5
  const end = performance.now() + seconds * 1000
  let reads = 0
  const reader = async () => {
    while (performance.now() < end) {
      refusalsFor(await accessFor(deps.store, deps.actor, today), ['item.read'], null)
      await getItemFeature.handle(deps, { params: { itemId }, query: {} } as never)
      reads += 1
    }
  }
  await Promise.all([reader(), reader(), reader(), reader()])
  return reads / seconds
}
