import { advanceItem } from '@guatu/contract'
import { done, type PlanNode, refused } from '@guatu/kernel'
import { type Advance, decideAdvance } from '@guatu/playbook'
import { feature } from '../../http/feature.ts'
import { playbookOf } from '../../http/shelf.ts'
import { holdFor } from '../../store/access/permit.ts'
import { append } from '../../store/append.ts'
import { staleRefusal } from '../../store/events/stale.ts'
import { advancedEvent } from '../../store/item-events.ts'
import { changeItem, type HeldItem, replanItem } from '../../store/items/change.ts'
import { gateEvidence } from '../../store/items/gate-evidence.ts'
import { itemReply } from '../../store/items/row-reply.ts'

/** Nodes left behind are done by the stage; going back reopens what only the stage had made done. */
function nodesAfter({ context, state }: HeldItem, advance: Advance): readonly PlanNode[] {
  const place = (stage: string) => context.template.stages.indexOf(stage)
  const passed = new Set(advance.passedNodes)
  return state.nodes.map((node): PlanNode => {
    if (passed.has(node.nodeKey)) return { ...node, done: true, doneBasis: 'stage' }
    const reopened = advance.back && node.doneBasis === 'stage' && place(node.stage) >= place(advance.to)
    return reopened ? { ...node, done: false, doneBasis: null } : node
  })
}

/** The plan after the move: floats and what is missing follow from the nodes that are still open. */
function planAfter(held: HeldItem, advance: Advance) {
  const nodes = nodesAfter(held, advance)
  const laid = replanItem({ ...held, state: { ...held.state, nodes } }, [])
  return laid.kind === 'done'
    ? laid.value
    : { nodes, feasible: held.row.feasible, shortfallWorkdays: held.row.shortfallWorkdays }
}

export const advanceItemFeature = feature(advanceItem, async (deps, { params, body }) => {
  const clock = { today: deps.today(), now: deps.now() }
  return await deps.store.write(async (tx) => {
    const wanted = await holdFor(tx, params.itemId, ['item.advance'], (key) => playbookOf(deps, key), clock)
    if (wanted.kind === 'refused') return wanted
    const held = wanted.value
    const { row, state, context } = held
    const { playbook, today } = context
    const stale = await staleRefusal(tx, row, body.revision, { playbook, dictionaries: deps.shelf.dictionaries, today })
    if (stale) return refused(stale)
    const facts = state.figures.map(({ metric, verifiedValue }) => {
      return { metric, state: verifiedValue === null ? ('reported' as const) : ('verified' as const) }
    })
    const reason = body.reason ?? null
    const decided = decideAdvance({
      playbook,
      item: { ...row, fields: state.fields },
      nodes: state.nodes,
      facts,
      evidence: await gateEvidence(tx, row.itemId),
      to: body.to,
      reason,
    })
    if (decided.kind === 'refused') return decided
    const write = changeItem(held, { stage: body.to, plan: planAfter(held, decided.value) })
    const event = { ...advancedEvent(row.itemId, write.after.revision, decided.value), reason }
    await append(tx, { at: clock.now, events: [event], items: [write] })
    return done({ item: itemReply(write.after) })
  })
})
