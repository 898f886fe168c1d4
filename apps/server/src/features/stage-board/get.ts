import { type BoardCard, getStageBoard, type StageBoard } from '@guatu/contract'
import { done } from '@guatu/kernel'
import {
  type CountKind,
  clockStates,
  type FieldKind,
  historyAt,
  type LoopHistory,
  type Playbook,
} from '@guatu/playbook'
import { feature } from '../../http/feature.ts'
import { findPlaybook } from '../../http/shelf.ts'
import { holdsBy } from '../../store/items/holds.ts'
import { workTimeOf } from '../../store/items/list-context.ts'
import { type LoopState, loopsOf } from '../../store/loop/state.ts'
import { asLit } from '../../store/past/as-lit.ts'
import { readAsOf } from '../../store/past/as-of.ts'
import type { ItemRow } from '../../store/schema.ts'
import { parseSelection, type Selection } from '../../store/selection/parse.ts'
import { selectedItems } from '../../store/selection/select.ts'
import type { Tx } from '../../store/store.ts'
import { byUrgency, type Ranked, shownClock } from './rank.ts'

/** More open ones than any district works on at once; further ones are counted and not ranked. */
const mostOpen = 5000

const shownKinds: readonly FieldKind[] = ['choice', 'flag', 'org', 'orgs', 'person']

/** Choices, units and persons of an item: what a card tells and a board is narrowed by. */
const cardFields = ({ fields }: Playbook, values: ItemRow['fields']) =>
  Object.fromEntries(Object.entries(values).filter(([key]) => shownKinds.includes(fields[key]?.kind ?? 'text')))

interface Standing extends Ranked {
  readonly row: ItemRow
  readonly way: LoopState
}

const countOf = ({ stays }: LoopState, at: string, kind: CountKind): number =>
  stays.filter(({ counts, enteredAt }) => counts === kind && enteredAt <= at).length

/** The open items with how their clocks stand at the instant. */
async function standings(tx: Tx, selection: Selection, now: string): Promise<Standing[]> {
  const { playbook } = selection
  const rows = (await selectedItems(tx, selection)
    .selectAll('item')
    .where('item.settled', '=', false)
    .orderBy('item.itemId', 'desc')
    .limit(mostOpen)
    .execute()) as ItemRow[]
  const ways = await loopsOf(
    tx,
    rows.map(({ itemId }) => itemId),
  )
  const time = await workTimeOf(tx)
  const urgency = playbook.roles.urgency
  const field = urgency === undefined ? undefined : playbook.fields[urgency]
  const urgencies = field?.kind === 'choice' ? Object.keys(field.choices) : []
  return rows.map((row) => {
    const { itemId, deadline, fields } = row
    const way = ways(itemId)
    const history: LoopHistory = tx.asOf ? historyAt(way, now) : way
    const place = urgencies.indexOf(String(urgency === undefined ? '' : fields[urgency]))
    return {
      row,
      way,
      itemId,
      deadline,
      clock: shownClock(clockStates({ playbook, history, fields, time, now })),
      urgency: place < 0 ? urgencies.length : place,
      enteredAt: history.stays.findLast(({ leftAt }) => leftAt === null)?.enteredAt ?? null,
    }
  })
}

/** The latest of what is settled: kept in sight, in no order of urgency. */
async function settledOf(tx: Tx, selection: Selection, stage: string, limit: number): Promise<ItemRow[]> {
  if (limit === 0) return []
  return (await selectedItems(tx, selection)
    .selectAll('item')
    .where('item.settled', '=', true)
    .where('item.stage', '=', stage)
    .orderBy('item.updatedAt', 'desc')
    .orderBy('item.itemId')
    .limit(limit)
    .execute()) as ItemRow[]
}

async function totalsOf(tx: Tx, selection: Selection): Promise<Map<string, number>> {
  const rows = await selectedItems(tx, selection)
    .groupBy('item.stage')
    .select(['item.stage', ({ fn }) => fn.countAll<number>().as('items')])
    .execute()
  return new Map(rows.map(({ stage, items }) => [stage, items]))
}

function cardOf(playbook: Playbook, { row, way, clock, enteredAt }: Standing, now: string): BoardCard {
  const { itemId, title, stage, lamp, leadOrgId, ownerId, areaCode, deadline, fields, escalatedTo } = row
  const lampReasons = row.lampReasons as BoardCard['lampReasons']
  return {
    ...{ itemId, title, stage, lamp, lampReasons, leadOrgId, ownerId, areaCode, deadline },
    fields: cardFields(playbook, fields),
    enteredAt,
    clock,
    escalatedTo,
    handOvers: countOf(way, now, 'handOver'),
    reopenings: countOf(way, now, 'reopening'),
    blocks: 0,
  }
}

function unitsOf(open: readonly Standing[]): StageBoard['units'] {
  const units = new Map<string | null, { open: number; overdue: number }>()
  for (const { row, clock } of open) {
    const unit = units.get(row.leadOrgId) ?? { open: 0, overdue: 0 }
    units.set(row.leadOrgId, { open: unit.open + 1, overdue: unit.overdue + Number(clock?.overdue ?? false) })
  }
  return [...units]
    .map(([orgId, counts]) => ({ orgId, ...counts }))
    .sort((a, b) => b.overdue - a.overdue || b.open - a.open)
}

/** The cards of a stage, the most urgent first, or the latest of a stage that settles. */
async function shownOf(tx: Tx, selection: Selection, open: readonly Standing[], stage: string, limit: number) {
  const own = open.filter(({ row }) => row.stage === stage).toSorted(byUrgency)
  if (own.length > 0) return own.slice(0, limit)
  const rows = await settledOf(tx, selection, stage, limit)
  const ways = await loopsOf(
    tx,
    rows.map(({ itemId }) => itemId),
  )
  return rows.map((row): Standing => {
    const { itemId, deadline } = row
    const way = ways(itemId)
    return { row, way, itemId, deadline, clock: null, urgency: 0, enteredAt: way.stays.at(-1)?.enteredAt ?? null }
  })
}

const countWhere = (open: readonly Standing[], test: (standing: Standing) => boolean) => open.filter(test).length
const isOverdue = ({ clock }: Standing) => clock?.overdue === true
const isWarning = ({ clock }: Standing) => clock?.warns === true

export const getStageBoardFeature = feature(getStageBoard, async (deps, { query }) => {
  const playbook = findPlaybook(deps, query.playbook)
  if (playbook.kind === 'refused') return playbook
  const selection = parseSelection(playbook.value, query)
  if (selection.kind === 'refused') return selection
  return await readAsOf(deps, query.asOf, async ({ tx, said }) => {
    const now = tx.asOf?.at ?? deps.now()
    const totals = await totalsOf(tx, selection.value)
    const open = await standings(tx, selection.value, now)
    const shown = new Map<string, readonly Standing[]>()
    for (const { key } of playbook.value.stages) {
      const wanted = totals.has(key) ? await shownOf(tx, selection.value, open, key, query.limit ?? 20) : []
      const rows = await asLit(
        tx,
        playbook.value,
        wanted.map(({ row }) => row),
      )
      shown.set(
        key,
        wanted.map((standing, index) => ({ ...standing, row: rows[index]! })),
      )
    }
    const itemIds = [...shown.values()].flat().map(({ itemId }) => itemId)
    const held = await holdsBy(tx, deps.shelf.playbooks, itemIds)
    const blocks = (itemId: string) => held.filter(({ blockerId }) => blockerId === itemId).length
    return done({
      ...said,
      total: [...totals.values()].reduce((sum, count) => sum + count, 0),
      open: open.length,
      overdue: countWhere(open, isOverdue),
      warning: countWhere(open, isWarning),
      minutesPerDay: (await workTimeOf(tx)).minutesPerDay,
      stages: playbook.value.stages.map(({ key: stage }) => {
        const own = open.filter(({ row }) => row.stage === stage)
        const cards = (shown.get(stage) ?? []).map((standing) => ({
          ...cardOf(playbook.value, standing, now),
          blocks: blocks(standing.itemId),
        }))
        const counts = { overdue: countWhere(own, isOverdue), warning: countWhere(own, isWarning) }
        return { stage, total: totals.get(stage) ?? 0, ...counts, cards }
      }),
      units: unitsOf(open),
    })
  })
})
