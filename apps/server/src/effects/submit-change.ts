import { done, type Refusal, refused } from '@guatu/kernel'
import { askedEvent } from '../store/changes/asked-event.ts'
import { askedFields } from '../store/changes/asked-fields.ts'
import { effectOn, requestOf, writeRequest } from '../store/changes/request.ts'
import { holdTarget } from '../store/changes/target.ts'
import type { Effect } from './effect.ts'

const nothingAsked: Refusal = {
  code: 'CHANGE_STATE',
  path: 'change',
  message: {
    zh: '这份申请没有写明要变更什么：请从项目页或挂图发起',
    en: 'This application asks nothing of a plan: start it from a project’s page or the wall map',
  },
}

/** An application is handed in with what it moves by the plan as it stands then. */
export const submitChange: Effect = async ({ deps, tx, clock, held }) => {
  const request = await requestOf(tx, held.row.itemId)
  if (!request) return refused(nothingAsked)
  const { row, asked } = request
  const target = await holdTarget(deps, tx, { itemId: row.targetItemId, wanted: ['item.plan'], clock })
  if (target.kind === 'refused') return target
  const found = effectOn(target.value, asked)
  if (found.kind === 'refused') return found
  const { effect } = found.value
  const baseRevision = target.value.row.revision
  const { name: askedBy, personId: askedById } = tx.actor
  const next = { ...row, baseRevision, askedEffect: effect, seenEffect: null, askedBy, askedById, askedAt: clock.now }
  return done({
    events: [askedEvent(held.row.itemId, target.value.row.title, asked, effect)],
    items: [],
    fields: askedFields(held.context.playbook, asked, effect),
    write: (own) => writeRequest(own, next, asked.changes),
  })
}
