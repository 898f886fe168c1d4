import { canonicalJson, type LampLevel } from '@guatu/kernel'
import type { NodeChange } from '@guatu/playbook'
import type { EventDraft } from './chain.ts'
import { eventValue } from './event-value.ts'
import type { FactRow, ItemRow } from './schema.ts'

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
}

export const advancedEvent = (itemId: string, revision: number, move: StageMove): EventDraft => ({
  verb: 'item.advanced',
  itemId,
  data: { revision, ...move, passedNodes: [...move.passedNodes] },
})

export const openedEvent = (itemId: string, revision: number, opened: boolean): EventDraft => ({
  verb: 'item.opened',
  itemId,
  data: { revision, opened },
})

export interface SavedPlan {
  readonly changes: readonly NodeChange[]
  /** Titles of the changed nodes by key, as they were. */
  readonly titles: Readonly<Record<string, string>>
  readonly movedNodes: number
  readonly finishShiftWorkdays: number
  readonly finish: string | null
}

export const plannedEvent = (itemId: string, revision: number, plan: SavedPlan): EventDraft => ({
  verb: 'plan.saved',
  itemId,
  data: { revision, ...plan, changes: plan.changes.map(eventValue) },
})

export function reportedEvent(fact: FactRow, revision: number): EventDraft {
  const { factId, itemId, metric, period, value, currency } = fact
  return { verb: 'fact.reported', itemId, data: { revision, factId, metric, period, value, currency } }
}

export function verifiedEvent(fact: FactRow, revision: number): EventDraft {
  return { ...reportedEvent(fact, revision), verb: 'fact.verified' }
}

export const litEvent = (itemId: string, from: LampLevel, to: LampLevel, rules: readonly string[]): EventDraft => ({
  verb: 'item.lit',
  itemId,
  data: { from, to, rules: [...rules] },
  actor: 'system',
})
