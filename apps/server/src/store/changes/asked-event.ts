import type { PlanEffect } from '@guatu/playbook'
import type { EventDraft } from '../chain.ts'
import { eventValue } from '../event-value.ts'
import type { PlanChange } from '../items/plan-write.ts'

/** What an application asks of a plan, as the record keeps it. */
export const askedEvent = (
  itemId: string,
  target: string,
  { changes, finish }: PlanChange,
  { finishShiftWorkdays, nodes }: PlanEffect,
): EventDraft => ({
  verb: 'change.asked',
  itemId,
  data: {
    target,
    nodes: changes.length,
    changes: changes.map(eventValue),
    finish: finish ?? null,
    workdays: finishShiftWorkdays,
    moved: nodes.filter(({ workdays }) => workdays !== 0).length,
  },
})
