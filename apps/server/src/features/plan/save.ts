import { savePlan } from '@guatu/contract'
import { done, type PartialDate, type Refusal, refused } from '@guatu/kernel'
import type { Replanned } from '@guatu/playbook'
import { feature } from '../../http/feature.ts'
import { playbookOf } from '../../http/shelf.ts'
import { holdFor } from '../../store/access/permit.ts'
import { append } from '../../store/append.ts'
import { staleRefusal } from '../../store/events/stale.ts'
import { changedNodes, plannedEvent } from '../../store/item-events.ts'
import { changeItem, type HeldItem, replanItem } from '../../store/items/change.ts'
import { linksOf, planNode } from '../../store/items/node-rows.ts'
import { isReason, unexplainedDates } from '../../store/items/reasons.ts'
import { missingIds } from '../../store/items/references.ts'
import { planReply } from '../../store/items/row-reply.ts'
import { nothingAsked } from './nothing-asked.ts'

/** Another deadline is another finish date of the item. */
function fieldsAfter({ context, state }: HeldItem, finish: string | undefined) {
  const key = context.playbook.roles.finish
  if (finish === undefined || key === undefined) return state.fields
  const date: PartialDate = { date: finish, precision: 'day' }
  return { ...state.fields, [key]: date }
}

function savedPlan(
  held: HeldItem,
  body: { changes: readonly { nodeKey: string }[]; finish?: string | undefined },
  laid: Replanned,
) {
  const titles = held.state.nodes.map(({ nodeKey, title }) => [nodeKey, title] as const)
  const changed = new Set(body.changes.map((change) => change.nodeKey))
  return {
    changes: body.changes,
    titles: Object.fromEntries(titles.filter(([key]) => changed.has(key))),
    movedNodes: laid.moved.filter(({ nodeKey }) => !changed.has(nodeKey)).length,
    finishShiftWorkdays: laid.finishShiftWorkdays,
    finish: body.finish ?? null,
    nodes: changedNodes(held.state.nodes, laid.nodes),
  }
}

export const savePlanFeature = feature(savePlan, async (deps, { params, body }) => {
  const clock = { today: deps.today(), now: deps.now() }
  return await deps.store.write(async (tx) => {
    const wanted = await holdFor(tx, params.itemId, ['item.plan'], (key) => playbookOf(deps, key), clock)
    if (wanted.kind === 'refused') return wanted
    const held = wanted.value
    const { row, context } = held
    const { playbook, today } = context
    const stale = await staleRefusal(tx, row, body.revision, { playbook, dictionaries: deps.shelf.dictionaries, today })
    const named = body.changes.flatMap(({ nodeKey, leadOrgId, ownerId, leaderId }) =>
      Object.entries({ leadOrgId, ownerId, leaderId }).map(([name, id]) => ({ path: `nodes/${nodeKey}/${name}`, id })),
    )
    const laid = replanItem(held, body.changes, body.finish)
    const problems: Refusal[] = [
      ...(stale ? [stale] : []),
      ...nothingAsked(body),
      ...(await missingIds(tx, named, 'PLAN_INVALID')),
      ...(isReason(body.reason) ? [] : unexplainedDates(held, body.changes)),
    ]
    if (laid.kind === 'refused') return refused(...problems, ...laid.refusals)
    if (problems.length > 0) return refused(...problems)
    const write = changeItem(held, { fields: fieldsAfter(held, body.finish), plan: laid.value })
    const event = plannedEvent(row.itemId, write.after.revision, savedPlan(held, body, laid.value))
    await append(tx, {
      at: clock.now,
      events: [{ ...event, reason: body.reason ?? null }],
      items: [write],
    })
    const nodes = (write.nodes ?? []).map((node) => planNode(context, node))
    return done({ revision: write.after.revision, plan: planReply(nodes, linksOf(context, row), laid.value) })
  })
})
