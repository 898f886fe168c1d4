import { saveChangeRequest } from '@guatu/contract'
import { done, type Refusal, refused } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { playbookOf } from '../../http/shelf.ts'
import { holdFor } from '../../store/access/permit.ts'
import { append } from '../../store/append.ts'
import { askedEvent } from '../../store/changes/asked-event.ts'
import { askedFields } from '../../store/changes/asked-fields.ts'
import { effectOn, requestOf, writeRequest } from '../../store/changes/request.ts'
import { mayRevise } from '../../store/changes/stages.ts'
import { holdTarget } from '../../store/changes/target.ts'
import { staleRefusal } from '../../store/events/stale.ts'
import { changeItem } from '../../store/items/change.ts'
import { askedNothing } from './asked-nothing.ts'
import { effectReply } from './effect-reply.ts'

const handedIn: Refusal = refusal(
  'CHANGE_STATE',
  {
    zh: '申请已提交，不能再改动所申请的内容；退回后可以改',
    en: 'The application is handed in: what it asks changes only after it was returned',
  },
  'stage',
)

/** Asks for something else, by the plan of now. */
export const saveChangeRequestFeature = feature(saveChangeRequest, async (deps, { params, body }) => {
  const clock = { today: deps.today(), now: deps.now() }
  return await deps.store.write(async (tx) => {
    const wanted = await holdFor(tx, params.itemId, ['item.edit'], (key) => playbookOf(deps, key), clock)
    if (wanted.kind === 'refused') return wanted
    const held = wanted.value
    const request = await requestOf(tx, params.itemId)
    if (!request) return refused(refusal('NOT_FOUND'))
    const { targetItemId } = request.row
    const found = await holdTarget(deps, tx, { itemId: targetItemId, wanted: ['item.plan'], clock })
    if (found.kind === 'refused') return found
    const target = found.value
    const { playbook, today } = target.context
    const texts = { playbook, dictionaries: deps.shelf.dictionaries, today }
    const stale = await staleRefusal(tx, target.row, body.revision, texts)
    const asked = { changes: body.changes, finish: body.finish }
    const outcome = effectOn(target, asked)
    const problems = [
      ...(mayRevise(held.context.playbook, held.state.stage) ? [] : [handedIn]),
      ...(stale ? [stale] : []),
      ...askedNothing(body),
      ...(outcome.kind === 'refused' ? outcome.refusals : []),
    ]
    if (outcome.kind === 'refused' || problems.length > 0) return refused(...problems)
    const { effect } = outcome.value
    const fields = { ...held.state.fields, ...askedFields(held.context.playbook, asked, effect) }
    const write = changeItem(held, { fields })
    const event = askedEvent(params.itemId, target.row.title, asked, effect)
    const told = { ...event, data: { ...event.data, revision: write.after.revision } }
    await append(tx, { at: clock.now, events: [told], items: [write] })
    const next = {
      ...request.row,
      baseRevision: target.row.revision,
      newFinish: body.finish ?? null,
      rebaseline: body.rebaseline ?? request.row.rebaseline,
      askedEffect: effect,
      seenEffect: null,
    }
    await writeRequest(tx, next, body.changes)
    return done({ effect: effectReply(effect) })
  })
})
