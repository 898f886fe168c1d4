import type { PartialDate } from '@guatu/kernel'
import type { NodeChange, Replanned } from '@guatu/playbook'
import type { EventDraft } from '../chain.ts'
import { changedNodes, plannedEvent } from '../item-events.ts'
import { type ChangedItem, changeItem, type HeldItem } from './change.ts'

/** What is asked of a plan: changes of nodes, another deadline, or both. */
export interface PlanChange {
  readonly changes: readonly NodeChange[]
  readonly finish?: string | undefined
}

/** Another deadline is another finish date of the item. */
function fieldsAfter({ context, state }: HeldItem, finish: string | undefined) {
  const key = context.playbook.roles.finish
  if (finish === undefined || key === undefined) return state.fields
  const date: PartialDate = { date: finish, precision: 'day' }
  return { ...state.fields, [key]: date }
}

function savedPlan(held: HeldItem, { changes, finish }: PlanChange, laid: Replanned) {
  const titles = held.state.nodes.map(({ nodeKey, title }) => [nodeKey, title] as const)
  const changed = new Set(changes.map((change) => change.nodeKey))
  return {
    changes,
    titles: Object.fromEntries(titles.filter(([key]) => changed.has(key))),
    movedNodes: laid.moved.filter(({ nodeKey }) => !changed.has(nodeKey)).length,
    finishShiftWorkdays: laid.finishShiftWorkdays,
    finish: finish ?? null,
    nodes: changedNodes(held.state.nodes, laid.nodes),
  }
}

/** The item with its plan as it was laid anew, and the event that tells of it. */
export function planWrite(
  held: HeldItem,
  asked: PlanChange,
  laid: Replanned,
  reason: string | null,
): { readonly write: ChangedItem; readonly event: EventDraft } {
  const write = changeItem(held, { fields: fieldsAfter(held, asked.finish), plan: laid })
  const event = plannedEvent(held.row.itemId, write.after.revision, savedPlan(held, asked, laid))
  return { write, event: { ...event, reason } }
}
