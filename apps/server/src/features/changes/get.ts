import { type ChangeReply, getChange } from '@guatu/contract'
import { done, refused } from '@guatu/kernel'
import type { Deps } from '../../http/deps.ts'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { playbookOf } from '../../http/shelf.ts'
import { itemRefusals } from '../../store/access/permit.ts'
import { changedSince } from '../../store/changes/overtaken.ts'
import { approvedOf, changesOf } from '../../store/changes/read.ts'
import { type ChangeRequest, effectOn, requestOf } from '../../store/changes/request.ts'
import { isWaiting, mayRevise } from '../../store/changes/stages.ts'
import type { HeldItem } from '../../store/items/change.ts'
import { contextOf, listContext } from '../../store/items/list-context.ts'
import { findItem, statesOf } from '../../store/items/read.ts'
import type { Tx } from '../../store/store.ts'
import { effectReply } from './effect-reply.ts'

/** The item whose plan is to change, as it stands, without a lock. */
async function targetOf(deps: Deps, tx: Tx, itemId: string): Promise<HeldItem | undefined> {
  const row = await findItem(tx, itemId)
  if (!row) return undefined
  const list = await listContext(tx, playbookOf(deps, row.playbookKey), { today: deps.today(), now: deps.now() })
  const context = await contextOf(tx, list, row)
  return { context, row, state: (await statesOf(tx, context, [row])).get(itemId)! }
}

function askedReply({ row, asked }: ChangeRequest): ChangeReply['asked'] {
  const { baseRevision, rebaseline, askedBy: by, askedAt: at, newFinish: finish } = row
  return { baseRevision, changes: asked.changes.map((change) => ({ ...change })), finish, rebaseline, by, at }
}

/** What it does by the plan of now, while that still matters. */
function effectNow(request: ChangeRequest, target: HeldItem) {
  if (request.row.approvedAt !== null) return { effect: null, obstacles: [] }
  const outcome = effectOn(target, request.asked)
  if (outcome.kind === 'refused') return { effect: null, obstacles: outcome.refusals.map(({ message }) => message) }
  return { effect: effectReply(outcome.value.effect), obstacles: [] }
}

export const getChangeFeature = feature(getChange, async (deps, { params: { itemId } }) => {
  return await deps.store.read(async (tx) => {
    const row = await findItem(tx, itemId)
    const request = row && (await requestOf(tx, itemId))
    const target = request && (await targetOf(deps, tx, request.row.targetItemId))
    if (!row || !request || !target) return refused(refusal('NOT_FOUND'))
    const { targetItemId, askedById, askedEffect, approvedAt, approvedEffect, baseRevision } = request.row
    const { title, playbookKey, revision, deadline } = target.row
    const playbook = playbookOf(deps, row.playbookKey)
    const isOwn = askedById !== null && askedById === tx.actor.personId
    const approves = (await itemRefusals(tx, [targetItemId], ['change.approve'])).size === 0
    const plans = (await itemRefusals(tx, [targetItemId], ['item.plan'])).size === 0
    return done({
      target: { itemId: targetItemId, title, playbookKey, revision, deadline },
      asked: askedReply(request),
      askedEffect: effectReply(askedEffect),
      ...effectNow(request, target),
      since: approvedAt === null ? await changedSince(deps, tx, target, baseRevision) : null,
      approvedAt,
      approvedEffect: approvedEffect && effectReply(approvedEffect),
      earlier: (await changesOf(tx, targetItemId)).filter((line) => line.itemId !== itemId),
      approved: await approvedOf(tx, targetItemId),
      mayApprove: approves && !isOwn && isWaiting(playbook, row.stage),
      mayRevise: plans && mayRevise(playbook, row.stage),
    })
  })
})
