import { done, type Outcome, type Refusal, refused } from '@guatu/kernel'
import { checkFields, type Dictionaries } from '@guatu/playbook'
import type { EventDraft } from '../chain.ts'
import { fieldChanges, updatedEvent } from '../item-events.ts'
import type { FactRow } from '../schema.ts'
import { type ChangedItem, changeItem, clearedFigures, type HeldItem, planAfterFields } from './change.ts'
import { type FactDraft, factsOfFields } from './compose.ts'
import { tellingSecrets } from './secrets.ts'

export interface Edit {
  /** Values as they were sent; null clears a field. */
  readonly fields: Readonly<Record<string, unknown>>
  readonly actor: string
  readonly reason?: string | null
  readonly source?: FactDraft['source']
  /** The day whose periods the figures are of; absent: today. */
  readonly figuresDay?: string
}

export interface EditedItem {
  readonly write: ChangedItem
  readonly facts: readonly FactRow[]
  readonly event: EventDraft
}

/** Figures among the fields that differ from what stands. */
function newFigures({ context, state }: HeldItem, values: Edit['fields'], edit: Edit): FactDraft[] {
  const stamp = { source: edit.source ?? { kind: 'manual' as const }, reportedBy: edit.actor, reportedAt: context.now }
  const drafts = factsOfFields(context.playbook, values, edit.figuresDay ?? context.today, stamp)
  return drafts.filter((draft) => {
    const stands = state.figures.find((figure) => figure.metric === draft.metric && figure.period === draft.period)
    return !stands || stands.value !== draft.value || (stands.currency ?? 'CNY') !== (draft.currency ?? 'CNY')
  })
}

/**
 * A change of fields: checked, with the figures it reports, the plan that follows and the event that tells of it. Null
 * when nothing changes. Used by the form, the ledger's cells and the import alike.
 */
export function editItem(held: HeldItem, edit: Edit, dictionaries: Dictionaries): Outcome<EditedItem | null> {
  const { context, row, state } = held
  const { playbook } = context
  const checked = checkFields(playbook, edit.fields, { dictionaries, stored: state.fields })
  if (checked.kind === 'refused') return checked
  const cleared: Refusal[] = clearedFigures(playbook, state.fields, checked.value)
  if (cleared.length > 0) return refused(...cleared)
  const merged = { ...state.fields, ...checked.value }
  const fields = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null && value !== undefined))
  const drafts = newFigures(held, checked.value, edit)
  if (drafts.length === 0 && Object.keys(fieldChanges(state.fields, fields)).length === 0) return done(null)
  const plan = planAfterFields(held, fields)
  if (plan.kind === 'refused') return plan
  const write = changeItem(held, { fields, drafts, ...(plan.value ? { plan: plan.value } : {}) })
  const changes = fieldChanges(row.fields, write.after.fields)
  const event = { ...updatedEvent(row.itemId, write.after.revision, changes), reason: edit.reason ?? null }
  return done({ write, facts: write.facts, event: tellingSecrets(event, write.secrets) })
}
