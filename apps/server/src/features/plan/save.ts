import { savePlan } from '@guatu/contract'
import { done, type Refusal, refused } from '@guatu/kernel'
import { replan } from '@guatu/playbook'
import { feature } from '../../http/feature.ts'
import { playbookOf } from '../../http/shelf.ts'
import { holdFor } from '../../store/access/permit.ts'
import { append } from '../../store/append.ts'
import { heldBack } from '../../store/changes/held-back.ts'
import { staleRefusal } from '../../store/events/stale.ts'
import { replanInput } from '../../store/items/change.ts'
import { linksOf, planNode } from '../../store/items/node-rows.ts'
import { planWrite } from '../../store/items/plan-write.ts'
import { isReason, unexplainedDates } from '../../store/items/reasons.ts'
import { missingIds } from '../../store/items/references.ts'
import { planReply } from '../../store/items/row-reply.ts'
import { nothingAsked } from './nothing-asked.ts'

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
    const input = replanInput(held, body.changes, body.finish)
    const laid = replan(input)
    const problems: Refusal[] = [
      ...(stale ? [stale] : []),
      ...nothingAsked(body),
      ...(await missingIds(tx, named, 'PLAN_INVALID')),
      ...(isReason(body.reason) ? [] : unexplainedDates(held, body.changes)),
    ]
    if (laid.kind === 'refused') return refused(...problems, ...laid.refusals)
    problems.push(...(await heldBack(tx, held, { input, after: laid.value.nodes, reason: body.reason })))
    if (problems.length > 0) return refused(...problems)
    const { write, event } = planWrite(held, body, laid.value, body.reason ?? null)
    await append(tx, { at: clock.now, events: [event], items: [write] })
    const nodes = (write.nodes ?? []).map((node) => planNode(context, node))
    return done({ revision: write.after.revision, plan: planReply(nodes, linksOf(context, row), laid.value) })
  })
})
