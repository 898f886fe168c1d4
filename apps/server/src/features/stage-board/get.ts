import { getStageBoard, type StageBoard } from '@guatu/contract'
import { done } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { findPlaybook } from '../../http/shelf.ts'
import { workTimeOf } from '../../store/items/list-context.ts'
import { readAsOf } from '../../store/past/as-of.ts'
import { parseSelection, type Selection } from '../../store/selection/parse.ts'
import { selectedItems } from '../../store/selection/select.ts'
import type { Tx } from '../../store/store.ts'
import { cardsOf } from './cards.ts'
import { byUrgency } from './rank.ts'
import { countedStandings, keptStandings, type Standing } from './standings.ts'

/** The latest of what is settled: kept in sight, in no order of urgency. */
async function settledOf(tx: Tx, selection: Selection, stage: string, limit: number): Promise<string[]> {
  if (limit === 0) return []
  const rows = await selectedItems(tx, selection)
    .select('item.itemId')
    .where('item.settled', '=', true)
    .where('item.stage', '=', stage)
    .orderBy('item.updatedAt', 'desc')
    .orderBy('item.itemId')
    .limit(limit)
    .execute()
  return rows.map(({ itemId }) => itemId)
}

async function totalsOf(tx: Tx, selection: Selection): Promise<Map<string, number>> {
  const rows = await selectedItems(tx, selection)
    .groupBy('item.stage')
    .select(['item.stage', ({ fn }) => fn.countAll<number>().as('items')])
    .execute()
  return new Map(rows.map(({ stage, items }) => [stage, items]))
}

function unitsOf(open: readonly Standing[]): StageBoard['units'] {
  const units = new Map<string | null, { open: number; overdue: number }>()
  for (const { leadOrgId, clock } of open) {
    const unit = units.get(leadOrgId) ?? { open: 0, overdue: 0 }
    units.set(leadOrgId, { open: unit.open + 1, overdue: unit.overdue + Number(clock?.overdue ?? false) })
  }
  return [...units]
    .map(([orgId, counts]) => ({ orgId, ...counts }))
    .sort((a, b) => b.overdue - a.overdue || b.open - a.open)
}

/** The items of a stage that get a card: the most urgent, or the latest of a stage that settles. */
async function shownOf(tx: Tx, selection: Selection, open: readonly Standing[], stage: string, limit: number) {
  const own = open.filter((standing) => standing.stage === stage)
  if (own.length === 0) return await settledOf(tx, selection, stage, limit)
  return own
    .toSorted(byUrgency)
    .slice(0, limit)
    .map(({ itemId }) => itemId)
}

const timesOf = (open: readonly Standing[]) => ({
  overdue: open.filter(({ clock }) => clock?.overdue === true).length,
  warning: open.filter(({ clock }) => clock?.warns === true).length,
})

export const getStageBoardFeature = feature(getStageBoard, async (deps, { query }) => {
  const found = findPlaybook(deps, query.playbook)
  if (found.kind === 'refused') return found
  const playbook = found.value
  const parsed = parseSelection(playbook, query)
  if (parsed.kind === 'refused') return parsed
  const selection = parsed.value
  return await readAsOf(deps, query.asOf, async ({ tx, said }) => {
    const now = tx.asOf?.at ?? deps.now()
    const totals = await totalsOf(tx, selection)
    const open = await (tx.asOf ? countedStandings : keptStandings)(tx, selection, now)
    const shown = new Map<string, readonly string[]>()
    for (const stage of totals.keys()) shown.set(stage, await shownOf(tx, selection, open, stage, query.limit ?? 20))
    const time = await workTimeOf(tx)
    const ground = { playbook, playbooks: deps.shelf.playbooks, time, now }
    const cardOf = await cardsOf(tx, [...shown.values()].flat(), ground)
    return done({
      ...said,
      total: [...totals.values()].reduce((sum, count) => sum + count, 0),
      open: open.length,
      ...timesOf(open),
      minutesPerDay: time.minutesPerDay,
      stages: playbook.stages.map(({ key: stage }) => {
        const own = open.filter((standing) => standing.stage === stage)
        return { stage, total: totals.get(stage) ?? 0, ...timesOf(own), cards: (shown.get(stage) ?? []).map(cardOf) }
      }),
      units: unitsOf(open),
    })
  })
})
