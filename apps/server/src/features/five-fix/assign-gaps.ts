import { assignGaps, type ItemAssignment, maxAssignedNodes, type NodeAssignment } from '@guatu/contract'
import { done, type Outcome, type PlanNode, type Refusal, refused } from '@guatu/kernel'
import type { Deps } from '../../http/deps.ts'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { playbookOf } from '../../http/shelf.ts'
import { itemRefusals } from '../../store/access/permit.ts'
import { append } from '../../store/append.ts'
import { staleRefusal } from '../../store/events/stale.ts'
import { type ChangedNode, changedNodes, plannedEvent } from '../../store/item-events.ts'
import { changeItem, type HeldItem } from '../../store/items/change.ts'
import { holdItems } from '../../store/items/hold.ts'
import { missingIds } from '../../store/items/references.ts'
import type { Tx } from '../../store/store.ts'

const wrong = (path: string, zh: string, en: string): Refusal => refusal('PLAN_INVALID', { zh, en }, path)

/** What is asked beyond its form: each item and node once, and no more nodes than the record takes at a time. */
function askedWrongly(items: readonly ItemAssignment[]): Refusal[] {
  const keys = items.flatMap(({ itemId, nodes }) => nodes.map(({ nodeKey }) => `${itemId}/${nodeKey}`))
  const problems: Refusal[] = []
  if (new Set(items.map(({ itemId }) => itemId)).size < items.length || new Set(keys).size < keys.length) {
    problems.push(wrong('items', '同一个项目或节点出现了两次', 'One item or node is named twice'))
  }
  if (keys.length > maxAssignedNodes) {
    const most = maxAssignedNodes
    problems.push(wrong('items', `一次最多 ${most} 个节点，请分批指定`, `At most ${most} nodes at a time`))
  }
  return problems
}

function nodeProblems({ row, state }: HeldItem, wanted: readonly NodeAssignment[]): Refusal[] {
  const nodes = new Map(state.nodes.map((node) => [node.nodeKey, node]))
  return wanted.flatMap(({ nodeKey }) => {
    const path = `${row.itemId}/${nodeKey}`
    const node = nodes.get(nodeKey)
    if (!node) return [wrong(path, `“${row.title}”没有节点 ${nodeKey}`, `'${row.title}' has no node ${nodeKey}`)]
    if (!node.done) return []
    const named = `“${row.title}”的节点“${node.title}”`
    return [wrong(path, `${named}已完成，不再指定`, `'${node.title}' of '${row.title}' is done already`)]
  })
}

async function problemsOf(deps: Deps, tx: Tx, held: HeldItem, wanted: ItemAssignment): Promise<Refusal[]> {
  const { playbook, today } = held.context
  const texts = { playbook, dictionaries: deps.shelf.dictionaries, today }
  const stale = await staleRefusal(tx, held.row, wanted.revision, texts)
  return [...(stale ? [stale] : []), ...nodeProblems(held, wanted.nodes)]
}

function assigned(node: PlanNode, wanted: NodeAssignment | undefined): PlanNode {
  if (!wanted) return node
  const { ownerId = node.ownerId, leadOrgId = node.leadOrgId, leaderId = node.leaderId } = wanted
  return { ...node, ownerId, leadOrgId, leaderId, standard: wanted.standard?.trim() ?? node.standard }
}

/** The item with its nodes assigned; dates, links and what follows from them stay. Null: nothing differs. */
function writeOf(held: HeldItem, wanted: ItemAssignment, reason: string | null) {
  const { row, state } = held
  const byKey = new Map(wanted.nodes.map((node) => [node.nodeKey, node]))
  const nodes = state.nodes.map((node) => assigned(node, byKey.get(node.nodeKey)))
  const changes: readonly ChangedNode[] = changedNodes(state.nodes, nodes)
  if (changes.length === 0) return null
  const { feasible, shortfallWorkdays } = row
  const write = changeItem(held, { plan: { nodes, feasible, shortfallWorkdays } })
  const differs = new Set(changes.map(({ nodeKey }) => nodeKey))
  const event = plannedEvent(row.itemId, write.after.revision, {
    changes: wanted.nodes.filter(({ nodeKey }) => differs.has(nodeKey)),
    titles: Object.fromEntries(changes.map(({ nodeKey, title }) => [nodeKey, title])),
    movedNodes: 0,
    finishShiftWorkdays: 0,
    finish: null,
    nodes: changes,
  })
  return { write, event: { ...event, reason }, changedNodes: changes.length }
}

/** Units and persons named, each told once: hundreds of nodes usually get the same. */
async function unknownIds(tx: Tx, items: readonly ItemAssignment[]): Promise<Refusal[]> {
  const named = new Map(
    items.flatMap(({ nodes }) =>
      nodes.flatMap(({ ownerId, leadOrgId, leaderId }) =>
        Object.entries({ ownerId, leadOrgId, leaderId }).map(([path, id]) => [`${path} ${id}`, { path, id }] as const),
      ),
    ),
  )
  return await missingIds(tx, [...named.values()], 'PLAN_INVALID')
}

async function assignAll(deps: Deps, tx: Tx, items: readonly ItemAssignment[], reason: string | null) {
  const clock = { today: deps.today(), now: deps.now() }
  const itemIds = items.map(({ itemId }) => itemId)
  const barred = await itemRefusals(tx, itemIds, ['item.plan'])
  const held = await holdItems(tx, itemIds, (key) => playbookOf(deps, key), clock)
  const refusals: Refusal[] = await unknownIds(tx, items)
  const writes: NonNullable<ReturnType<typeof writeOf>>[] = []
  for (const wanted of items) {
    const { itemId } = wanted
    const item = held.get(itemId)
    const forbidden = barred.get(itemId)
    if (!item || forbidden) {
      refusals.push(...(forbidden ?? [refusal('NOT_FOUND')]).map((one) => ({ ...one, path: itemId })))
      continue
    }
    refusals.push(...(await problemsOf(deps, tx, item, wanted)))
    const write = refusals.length > 0 ? null : writeOf(item, wanted, reason)
    if (write) writes.push(write)
  }
  if (refusals.length > 0) return refused(...refusals)
  if (writes.length > 0) {
    const [events, rows] = [writes.map(({ event }) => event), writes.map(({ write }) => write)]
    await append(tx, { at: clock.now, events, items: rows })
  }
  const revisions = new Map(writes.map(({ write }) => [write.after.itemId, write.after.revision]))
  return done({
    changedNodes: writes.reduce((total, write) => total + write.changedNodes, 0),
    items: items.map(({ itemId, revision }) => ({ itemId, revision: revisions.get(itemId) ?? revision })),
  }) satisfies Outcome<unknown>
}

export const assignGapsFeature = feature(assignGaps, async (deps, { body }) => {
  const problems = askedWrongly(body.items)
  if (problems.length > 0) return refused(...problems)
  return await deps.store.write((tx) => assignAll(deps, tx, body.items, body.reason ?? null))
})
