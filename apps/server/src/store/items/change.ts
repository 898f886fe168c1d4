import { keysOf } from '@guatu/access'
import { done, type Outcome, type PlanNode, type Refusal } from '@guatu/kernel'
import { type NodeChange, type Playbook, type ReplanInput, type Replanned, replan } from '@guatu/playbook'
import { standingOf } from '../access/standing.ts'
import { loopAfter, loopWrite, newLoop } from '../loop/state.ts'
import type { FactRow, ItemRow } from '../schema.ts'
import type { ItemWrite } from '../write.ts'
import { type FactDraft, factRow, firstPlan } from './compose.ts'
import { type ItemState, judge } from './judge.ts'
import type { ListContext } from './list-context.ts'
import { linksOf, nodeRow } from './node-rows.ts'
import { type SecretWrite, secretWrites } from './secrets.ts'

type Fields = Readonly<Record<string, unknown>>

/** An item under lock with all that it is judged by. */
export interface HeldItem {
  readonly context: ListContext
  readonly row: ItemRow
  readonly state: ItemState
}

interface Plan {
  readonly nodes: readonly PlanNode[]
  readonly feasible: boolean
  readonly shortfallWorkdays: number
}

/** What an act makes of an item; what is absent stays. */
export interface Change {
  readonly fields?: Fields
  readonly stage?: string
  /** A move was made, which may lead to the stage that it comes from. */
  readonly moved?: boolean
  readonly plan?: Plan
  readonly drafts?: readonly FactDraft[]
  /** Figures that were verified: the values of their metrics and periods. */
  readonly verified?: readonly Pick<FactRow, 'metric' | 'period' | 'value'>[]
  /** To the oversight of the People's Congress. */
  readonly opened?: boolean
}

export interface ChangedItem extends ItemWrite {
  readonly after: ItemRow
  readonly facts: readonly FactRow[]
  readonly secrets: readonly SecretWrite[]
}

type Figures = ItemState['figures']

function figuresAfter(figures: Figures, { drafts = [], verified = [] }: Change): Figures {
  const after = new Map(figures.map((figure) => [`${figure.metric} ${figure.period}`, figure]))
  for (const { metric, period, value, currency } of drafts) {
    const key = `${metric} ${period}`
    after.set(key, { metric, period, value, currency, verifiedValue: after.get(key)?.verifiedValue ?? null })
  }
  for (const { metric, period, value } of verified) {
    const stands = after.get(`${metric} ${period}`)
    if (stands) after.set(`${metric} ${period}`, { ...stands, verifiedValue: value })
  }
  return [...after.values()]
}

/** The item one revision on, judged anew. */
export function changeItem({ context, row, state }: HeldItem, change: Change): ChangedItem {
  const plan = change.plan ?? { nodes: state.nodes, feasible: row.feasible, shortfallWorkdays: row.shortfallWorkdays }
  const fields = change.fields ?? state.fields
  const figures = figuresAfter(state.figures, change)
  const stage = change.stage ?? state.stage
  const before = state.loop ?? newLoop
  const loop = loopAfter(context, row, before, { stage, fields, moved: change.moved ?? false })
  const judged = { fields, stage, nodes: plan.nodes, figures, loop, ...(state.around && { around: state.around }) }
  const { columns, nodes, clocks } = judge(context, judged, row)
  const { feasible, shortfallWorkdays } = plan
  const after: ItemRow = {
    ...row,
    ...columns,
    feasible,
    shortfallWorkdays,
    revision: row.revision + 1,
    updatedAt: context.now,
    opened: change.opened ?? row.opened,
  }
  return {
    before: row,
    after,
    keys: keysOf(standingOf(after, nodes, context.playbook)),
    loop: loopWrite(context, row, { before, after: loop }, fields, clocks),
    secrets: change.fields ? secretWrites(context.playbook, state.fields, change.fields) : [],
    nodes: nodes.map((node, position) => nodeRow(context, row, node, position)),
    facts: (change.drafts ?? []).map((draft) => factRow(row.districtId, row.itemId, draft)),
  }
}

export const dateIn = (playbook: Playbook, fields: Fields, role: 'start' | 'finish'): string | null => {
  const key = playbook.roles[role]
  return (key ? (fields[key] as { date: string } | null | undefined) : null)?.date ?? null
}

/** What the engine is given to lay a plan anew by changes of nodes or another finish. */
export function replanInput(
  { context, row, state }: HeldItem,
  changes: readonly NodeChange[],
  newFinish?: string,
): ReplanInput {
  const { template, calendar, today, playbook } = context
  const links = linksOf(context, row)
  const finish = dateIn(playbook, state.fields, 'finish')
  const moved = newFinish !== undefined && newFinish !== finish ? { newFinish } : {}
  return { template, nodes: state.nodes, links, finish, changes, calendar, today, ...moved }
}

/** Lays a plan anew by changes of nodes or another finish. */
export const replanItem = (held: HeldItem, changes: readonly NodeChange[], newFinish?: string): Outcome<Replanned> =>
  replan(replanInput(held, changes, newFinish))

/** Open nodes that were the old unit's or person's become the new one's. */
function handOver(nodes: readonly PlanNode[], before: ItemRow, after: Fields, playbook: Playbook): readonly PlanNode[] {
  const id = (role: 'leadOrg' | 'owner') => {
    const key = playbook.roles[role]
    return ((key && after[key]) as string | undefined) ?? null
  }
  const [leadOrgId, ownerId] = [id('leadOrg'), id('owner')]
  if (leadOrgId === before.leadOrgId && ownerId === before.ownerId) return nodes
  return nodes.map((node) => {
    if (node.done) return node
    return {
      ...node,
      leadOrgId: node.leadOrgId === before.leadOrgId ? leadOrgId : node.leadOrgId,
      ownerId: node.ownerId === before.ownerId ? ownerId : node.ownerId,
    }
  })
}

const isDated = (nodes: readonly PlanNode[]) => nodes.some((node) => !node.done && node.plannedFinish !== null)

/** An undated plan is laid for the first time; nodes that are done stay so. */
function laidFirst(held: HeldItem, fields: Fields): Plan {
  const laid = firstPlan(held.context, fields, held.state.stage)
  const known = new Map(held.state.nodes.map((node) => [node.nodeKey, node]))
  const nodes = laid.nodes.map((node) => {
    const before = known.get(node.nodeKey)
    if (!before) return node
    const { plannedStart, plannedFinish, baselineStart, baselineFinish, floatWorkdays, critical, durationWorkdays } =
      node
    const dates = {
      plannedStart,
      plannedFinish,
      baselineStart,
      baselineFinish,
      floatWorkdays,
      critical,
      durationWorkdays,
    }
    return before.done ? before : { ...before, ...dates }
  })
  return { ...laid, nodes }
}

/**
 * The plan that follows a change of fields: another finish lays it backward anew, another start ahead holds the node that
 * it is the date of, another unit or owner takes over the open nodes. Undefined: the plan stays.
 */
export function planAfterFields(held: HeldItem, fields: Fields): Outcome<Plan | undefined> {
  const { context, row, state } = held
  const { playbook, template, today } = context
  const nodes = handOver(state.nodes, row, fields, playbook)
  const [start, finish] = [dateIn(playbook, fields, 'start'), dateIn(playbook, fields, 'finish')]
  const [oldStart, oldFinish] = [dateIn(playbook, state.fields, 'start'), dateIn(playbook, state.fields, 'finish')]
  const same = start === oldStart && finish === oldFinish
  const handed =
    nodes === state.nodes ? undefined : { nodes, feasible: row.feasible, shortfallWorkdays: row.shortfallWorkdays }
  if (same || (start === null && finish === null)) return done(handed)
  if (!isDated(state.nodes)) return done(laidFirst({ ...held, state: { ...state, nodes } }, fields))
  const anchor = template.nodes.find((node) => node.anchor === 'start')?.key
  const open = nodes.find((node) => node.nodeKey === anchor && !node.done && node.actualStart === null)
  const isHeld = open && start !== null && start !== oldStart && start >= today
  const changes = isHeld ? [{ nodeKey: open.nodeKey, notBefore: start }] : []
  const moved = { ...held, state: { ...state, nodes } }
  const laid = finish === null ? replanItem(moved, changes) : replanItem(moved, changes, finish)
  return laid.kind === 'refused' ? laid : done(laid.value)
}

/** A field that shows a figure cannot be emptied: figures are corrected, never taken back. */
export function clearedFigures(playbook: Playbook, stored: Fields, values: Fields): Refusal[] {
  return Object.entries(playbook.fields).flatMap(([key, { metric, title }]) => {
    if (!metric || values[key] !== null || stored[key] === undefined || stored[key] === null) return []
    const message = {
      zh: `${title.zh}：已报送的数据只能更正，不能清除`,
      en: `${title.en}: a reported figure can be corrected, not cleared`,
    }
    return [{ code: 'INPUT_INVALID', path: key, message }]
  })
}
