import { canonicalJson, type LampLevel, type PlanNode } from '@guatu/kernel'
import type { CountKind, NodeChange, RungLevel } from '@guatu/playbook'
import type { EventDraft } from './chain.ts'
import { eventValue } from './event-value.ts'
import type { FactCurrentRow, FactRow, ItemRow } from './schema.ts'

/** Before and after of each field that an act changed. */
export type FieldChanges = Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>
type Fields = Readonly<Record<string, unknown>>

export function fieldChanges(before: Fields, after: Fields): FieldChanges {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  const changes: Record<string, { from: unknown; to: unknown }> = {}
  for (const key of [...keys].sort()) {
    const [from, to] = [eventValue(before[key]), eventValue(after[key])]
    if (canonicalJson(from) !== canonicalJson(to)) changes[key] = { from, to }
  }
  return changes
}

export function createdEvent(row: ItemRow): EventDraft {
  const { playbookKey, title, stage, source, lamp, revision, itemId, fields } = row
  const data = {
    playbook: playbookKey,
    title,
    stage,
    lamp,
    revision,
    source: eventValue(source),
    fields: eventValue(fields),
  }
  return { verb: 'item.created', itemId, data }
}

/** What is gone stays readable in the record, but for its secrets, which a row does not hold. */
export function removedEvent(row: ItemRow, importId: string, reason: string): EventDraft {
  const { playbookKey, title, stage, lamp, revision, itemId, fields } = row
  const data = { playbook: playbookKey, title, stage, lamp, revision, fields: eventValue(fields), importId }
  return { verb: 'item.removed', itemId, data, reason }
}

export const updatedEvent = (itemId: string, revision: number, changes: FieldChanges): EventDraft => ({
  verb: 'item.updated',
  itemId,
  data: { revision, changes },
})

export interface StageMove {
  readonly from: string
  readonly to: string
  readonly back: boolean
  readonly passedNodes: readonly string[]
  /** Names the move where `to` does not. */
  readonly move?: string | null
  readonly counts?: CountKind | null
  /** Fields that were filled in by the very move. */
  readonly changes?: FieldChanges
}

export function advancedEvent(itemId: string, revision: number, advance: StageMove): EventDraft {
  const { from, to, back, passedNodes, move, counts, changes = {} } = advance
  const more = {
    ...(move ? { move } : {}),
    ...(counts ? { counts } : {}),
    ...(Object.keys(changes).length > 0 ? { changes } : {}),
  }
  return { verb: 'item.advanced', itemId, data: { revision, from, to, back, passedNodes: [...passedNodes], ...more } }
}

/** A rung of the ladder that an item has climbed to by itself. */
export const escalatedEvent = (itemId: string, from: RungLevel | null, to: RungLevel): EventDraft => ({
  verb: 'item.escalated',
  itemId,
  data: { from, to },
  actor: 'system',
})

export const openedEvent = (itemId: string, revision: number, opened: boolean): EventDraft => ({
  verb: 'item.opened',
  itemId,
  data: { revision, opened },
})

/** A node whose dates, persons, units or standard an act changed. */
export interface ChangedNode {
  readonly nodeKey: string
  readonly title: string
  readonly changes: FieldChanges
}

const toldOfNode = ({ lamp: _lamp, floatWorkdays: _float, critical: _critical, ...told }: PlanNode) => told

/** Before and after of every node that differs; what only follows from the others is left out. */
export function changedNodes(before: readonly PlanNode[], after: readonly PlanNode[]): ChangedNode[] {
  const known = new Map(before.map((node) => [node.nodeKey, node]))
  return after.flatMap((node) => {
    const old = known.get(node.nodeKey)
    const changes = fieldChanges(old ? toldOfNode(old) : {}, toldOfNode(node))
    return Object.keys(changes).length > 0 ? [{ nodeKey: node.nodeKey, title: node.title, changes }] : []
  })
}

export interface SavedPlan {
  readonly changes: readonly NodeChange[]
  /** Titles of the changed nodes by key, as they were. */
  readonly titles: Readonly<Record<string, string>>
  readonly movedNodes: number
  readonly finishShiftWorkdays: number
  readonly finish: string | null
  /** Before and after, of the nodes that were changed and those that followed. */
  readonly nodes?: readonly ChangedNode[]
}

export const plannedEvent = (itemId: string, revision: number, plan: SavedPlan): EventDraft => ({
  verb: 'plan.saved',
  itemId,
  data: { revision, ...plan, changes: plan.changes.map(eventValue) },
})

/** The figure that another one takes the place of. */
type Replaced = Pick<FactCurrentRow, 'value' | 'currency' | 'verifiedValue'>

export function reportedEvent(fact: FactRow, revision: number, replaced?: Replaced): EventDraft {
  const { factId, itemId, metric, period, value, currency } = fact
  const before = replaced && {
    replaces: { value: replaced.value, currency: replaced.currency, verifiedValue: replaced.verifiedValue },
  }
  return { verb: 'fact.reported', itemId, data: { revision, factId, metric, period, value, currency, ...before } }
}

/** `verifiedBefore`: the verified figure of the same period that this one takes the place of. */
export function verifiedEvent(fact: FactRow, revision: number, verifiedBefore: string | null = null): EventDraft {
  const event = reportedEvent(fact, revision)
  const before = verifiedBefore === null ? {} : { replaces: { verifiedValue: verifiedBefore } }
  return { ...event, verb: 'fact.verified', data: { ...event.data, ...before } }
}

export const litEvent = (itemId: string, from: LampLevel, to: LampLevel, rules: readonly string[]): EventDraft => ({
  verb: 'item.lit',
  itemId,
  data: { from, to, rules: [...rules] },
  actor: 'system',
})
