import { seeChange } from '@guatu/contract'
import { done, refused } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { playbookOf } from '../../http/shelf.ts'
import { holdFor } from '../../store/access/permit.ts'
import { append } from '../../store/append.ts'
import { effectOn, requestOf, writeSeen } from '../../store/changes/request.ts'
import { holdTarget } from '../../store/changes/target.ts'
import { staleRefusal } from '../../store/events/stale.ts'
import { effectReply } from './effect-reply.ts'

/** Whoever decides has looked at what an application does to the plan of that revision: approval holds him to it. */
export const seeChangeFeature = feature(seeChange, async (deps, { params: { itemId }, body }) => {
  const clock = { today: deps.today(), now: deps.now() }
  return await deps.store.write(async (tx) => {
    const held = await holdFor(tx, itemId, ['item.advance'], (key) => playbookOf(deps, key), clock)
    if (held.kind === 'refused') return held
    const request = await requestOf(tx, itemId)
    if (!request) return refused(refusal('NOT_FOUND'))
    const { targetItemId } = request.row
    const target = await holdTarget(deps, tx, { itemId: targetItemId, wanted: ['change.approve'], clock })
    if (target.kind === 'refused') return target
    const { row, context } = target.value
    const { playbook, today } = context
    const stale = await staleRefusal(tx, row, body.revision, { playbook, dictionaries: deps.shelf.dictionaries, today })
    if (stale) return refused(stale)
    const outcome = effectOn(target.value, request.asked)
    if (outcome.kind === 'refused') return outcome
    const { effect } = outcome.value
    const data = { revision: held.value.row.revision, target: row.title, workdays: effect.finishShiftWorkdays }
    await append(tx, { at: clock.now, events: [{ verb: 'change.seen', itemId, data }] })
    await writeSeen(tx, request.row, { baseRevision: row.revision, effect })
    return done({ effect: effectReply(effect) })
  })
})
