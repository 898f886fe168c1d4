import type { Capability } from '@guatu/playbook'
import type { Deps } from '../../http/deps.ts'
import { relightItems } from '../../jobs/relight.ts'
import { append } from '../../store/append.ts'
import { listContext } from '../../store/items/list-context.ts'
import type { OrgRow } from '../../store/schema.ts'
import type { Tx } from '../../store/store.ts'
import type { DemoItem } from '../items.ts'
import type { InventedPerson } from '../people.ts'
import { seededRandom } from '../random.ts'
import { inventDecisions } from './decisions.ts'
import { type Cast, inventOrders } from './orders.ts'
import { inventVisits } from './visits.ts'

interface Directory {
  readonly orgs: readonly OrgRow[]
  readonly people: readonly InventedPerson[]
}

/** Who supervises: the office that drives the projects, its head, and the district's leaders. */
function castOf({ orgs, people }: Directory): Cast | null {
  const office = orgs.find(({ shortName }) => shortName === '区攻坚办')
  const issuer = people.find(({ role }) => role === 'supervisor')?.row
  const leaders = people.filter(({ role }) => role === 'leader').map(({ row }) => row)
  return office && issuer && leaders.length > 0 ? { office, issuer, orgs, leaders } : null
}

/** Orders, visits and decisions about the invented projects, each with its way so far. */
export async function loadSupervision(deps: Deps, tx: Tx, directory: Directory, items: readonly DemoItem[]) {
  const cast = castOf(directory)
  const clock = { today: deps.today(), now: deps.now() }
  const listOf = async (capability: Capability) => {
    const playbook = deps.shelf.playbooks.find(({ capabilities }) => capabilities.includes(capability))
    return playbook ? await listContext(tx, playbook, clock) : null
  }
  const [orderList, visitList, decisionList] = [
    await listOf('orders'),
    await listOf('visits'),
    await listOf('decisions'),
  ]
  if (!cast || !orderList || !visitList || !decisionList) return
  const orders = inventOrders(orderList, cast, items)
  const visits = inventVisits(seededRandom(9704), visitList, cast, items)
  const stories = [...orders.stories, ...visits.stories, ...inventDecisions(decisionList, cast, items)]
  const links = [...orders.links, ...visits.links]
  const events = [...stories.flatMap((story) => story.events), ...links.map(({ event }) => event)]
  await append(tx, {
    at: clock.now,
    events: events.sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : 1)),
    items: stories.map(({ item }) => item),
    links: links.map(({ row }) => row),
  })
  const { playbook } = orderList
  for (const { key, year, last } of orders.series) {
    await tx.client.query(
      `insert into document_series (district_id, playbook_key, series, year, last_number) values ($1, $2, $3, $4, $5)`,
      [tx.districtId, playbook.key, key, year, last],
    )
  }
  await relightItems(
    deps,
    tx,
    stories.map(({ item }) => item.after.itemId),
  )
}
