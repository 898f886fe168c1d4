import { previewPlan } from '@guatu/contract'
import { done, refused } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { playbookOf } from '../../http/shelf.ts'
import { replanItem } from '../../store/items/change.ts'
import { judge } from '../../store/items/judge.ts'
import { contextOf, listContext } from '../../store/items/list-context.ts'
import { linksOf } from '../../store/items/node-rows.ts'
import { findItem, statesOf } from '../../store/items/read.ts'
import { planReply } from '../../store/items/row-reply.ts'
import { nothingAsked } from './nothing-asked.ts'
import { replanText } from './texts.ts'

export const previewPlanFeature = feature(previewPlan, async (deps, { params, body }) => {
  const clock = { today: deps.today(), now: deps.now() }
  const nothing = nothingAsked(body)
  if (nothing.length > 0) return refused(...nothing)
  return await deps.store.read(async (tx) => {
    const row = await findItem(tx, params.itemId)
    if (!row) return refused(refusal('NOT_FOUND'))
    const context = await contextOf(tx, await listContext(tx, playbookOf(deps, row.playbookKey), clock), row)
    const state = (await statesOf(tx, context, [row])).get(row.itemId)!
    const laid = replanItem({ context, row, state }, body.changes, body.finish)
    if (laid.kind === 'refused') return laid
    const { moved, finishShiftWorkdays } = laid.value
    const { nodes } = judge(context, { ...state, nodes: laid.value.nodes })
    return done({
      plan: planReply(nodes, linksOf(context, row), laid.value),
      moved: moved.map(({ nodeKey, fromFinish, toFinish, workdays }) => ({ nodeKey, fromFinish, toFinish, workdays })),
      finishShiftWorkdays,
      text: replanText(laid.value),
    })
  })
})
