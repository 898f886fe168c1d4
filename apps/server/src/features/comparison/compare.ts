import { comparePlans, type QueryOf } from '@guatu/contract'
import { done, type Outcome, refused } from '@guatu/kernel'
import { comparePlans as comparison, type PlanComparison, type PlanSide } from '@guatu/playbook'
import { chinaCalendar } from '@guatu/schedule'
import type { Deps } from '../../http/deps.ts'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { findPlaybook } from '../../http/shelf.ts'
import { foundByTies } from '../../store/access/access-of.ts'
import { findItem } from '../../store/items/read.ts'
import { parseSelection, type Selection } from '../../store/selection/parse.ts'
import type { Tx } from '../../store/store.ts'
import { itemReplies, narrowed, sideReply, unitReplies } from './reply.ts'
import { type SideItem, selectedIds, sideItems } from './side-rows.ts'
import { type Side, sideOf } from './side-spec.ts'

type Asked = Omit<QueryOf<typeof comparePlans>, 'offset' | 'limit'>

export interface Compared {
  readonly tx: Tx
  readonly selection: Selection
  readonly sides: readonly [Side, Side]
  readonly items: readonly [readonly SideItem[], readonly SideItem[]]
  readonly comparison: PlanComparison
}

/**
 * Beside a baseline only what it holds is compared: an item that was never frozen is no news. What came onto the list after
 * the act that froze it is.
 */
function beside(items: readonly SideItem[], baseline: Side, frozen: readonly SideItem[]): SideItem[] {
  const held = new Set(frozen.map(({ itemId }) => itemId))
  const isNew = ({ createdAt }: SideItem) => baseline.kind === 'act' && createdAt > baseline.frozenAt
  return items.filter((item) => held.has(item.itemId) || isNew(item))
}

const planSide = (side: Side, items: readonly SideItem[]): PlanSide => ({
  day: side.kind === 'moment' ? side.day : null,
  items,
})

async function idsOf(tx: Tx, sides: readonly Side[], selection: Selection, item: string | undefined) {
  if (item === undefined) return done(await selectedIds(tx, sides, selection))
  return (await findItem(tx, item)) ? done([item]) : refused(refusal('NOT_FOUND'))
}

/** Both plans as they are found, and what differs between them. */
export async function compared(deps: Deps, tx: Tx, asked: Asked): Promise<Outcome<Compared>> {
  const playbook = findPlaybook(deps, asked.playbook)
  if (playbook.kind === 'refused') return playbook
  const selection = parseSelection(playbook.value, asked)
  const from = await sideOf(deps, tx, asked.from, 'from')
  const to = await sideOf(deps, tx, asked.to, 'to')
  if (selection.kind === 'refused' || from.kind === 'refused' || to.kind === 'refused') {
    return refused(...[selection, from, to].flatMap((part) => (part.kind === 'refused' ? part.refusals : [])))
  }
  const sides = [from.value, to.value] as const
  const ids = await idsOf(tx, sides, selection.value, asked.item)
  if (ids.kind === 'refused') return ids
  const before = await sideItems(tx, from.value, playbook.value.key, ids.value)
  const after = await sideItems(tx, to.value, playbook.value.key, ids.value)
  const items = [
    to.value.kind === 'moment' ? before : beside(before, to.value, after),
    from.value.kind === 'moment' ? after : beside(after, from.value, before),
  ] as const
  const found = comparison(planSide(from.value, items[0]), planSide(to.value, items[1]), chinaCalendar())
  return done({ tx, selection: selection.value, sides, items, comparison: found })
}

export const comparePlansFeature = feature(comparePlans, async (deps, { query }) => {
  return await deps.store.read(async (live) => {
    const tx = await foundByTies(live)
    const outcome = await compared(deps, tx, query)
    if (outcome.kind === 'refused') return outcome
    const found = outcome.value
    const { comparison: differing, sides, items } = found
    const rows = narrowed(differing.items, query)
    const count = (kind: string) => differing.items.filter((item) => item.kind === kind).length
    const { offset = 0, limit = 100 } = query
    return done({
      from: sideReply(sides[0], items[0]),
      to: sideReply(sides[1], items[1]),
      counts: { ...differing.counts },
      changedItems: count('changed'),
      addedItems: count('added'),
      goneItems: count('gone'),
      units: unitReplies(differing.units),
      total: rows.length,
      items: await itemReplies(found, rows.slice(offset, offset + limit), query.item !== undefined),
    })
  })
})
