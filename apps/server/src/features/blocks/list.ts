import { type Block, type HeldItem, listBlocks } from '@guatu/contract'
import { done, type PlanNode } from '@guatu/kernel'
import { type Hold, holdCost } from '@guatu/playbook'
import { chinaCalendar } from '@guatu/schedule'
import type { Deps } from '../../http/deps.ts'
import { feature } from '../../http/feature.ts'
import { playbookOf } from '../../http/shelf.ts'
import { type HoldRow, holdsBy, holdsOn } from '../../store/items/holds.ts'
import { editionOf } from '../../store/items/list-context.ts'
import { linksOf } from '../../store/items/node-rows.ts'
import { nodesByItem, planNodes } from '../../store/items/read.ts'
import { readAsOf } from '../../store/past/as-of.ts'
import { selectItems } from '../../store/past/source.ts'
import type { Tx } from '../../store/store.ts'
import { heldUntil } from './until.ts'

const calendar = chinaCalendar()

type Plan = Parameters<typeof holdCost>[0]

interface HeldPlan {
  readonly title: string
  readonly playbookKey: string
  readonly plan: Plan
}

/** The plans of held items, each by the edition that it pins. */
async function plansOf(deps: Deps, tx: Tx, itemIds: readonly string[], today: string): Promise<Map<string, HeldPlan>> {
  if (itemIds.length === 0) return new Map()
  const rows = await selectItems(tx)
    .selectAll('item')
    .where('item.districtId', '=', tx.districtId)
    .where('item.itemId', 'in', itemIds)
    .execute()
  const nodes = await nodesByItem(tx, itemIds)
  const plans = new Map<string, HeldPlan>()
  for (const row of rows) {
    const { itemId, title, playbookKey, deadline } = row
    const edition = await editionOf(tx, playbookOf(deps, playbookKey), row.playbookVersion, row.planRevision)
    const laid = planNodes(edition, nodes.get(itemId) ?? [])
    const plan = { nodes: laid, links: linksOf(edition, row), template: edition.template }
    plans.set(itemId, { title, playbookKey, plan: { ...plan, finish: deadline, calendar, today } })
  }
  return plans
}

const stateOf = (node: PlanNode | undefined): Block['state'] => {
  if (!node) return 'noNode'
  if (node.done) return 'done'
  return node.plannedFinish === null ? 'undated' : 'holds'
}

function blockOf(row: HoldRow, { title, playbookKey, plan }: HeldPlan): Block {
  const { linkId, kind, itemId, nodeKey, blockerId, stage, lamp, leadOrgId } = row
  const node = plan.nodes.find((candidate) => candidate.nodeKey === nodeKey)
  const { until, basis } = heldUntil(row, plan.today)
  const state = stateOf(node)
  const cost = state === 'holds' && nodeKey !== null ? holdCost(plan, [{ nodeKey, until }]) : null
  return {
    linkId,
    kind,
    blocker: { itemId: blockerId, playbookKey: row.playbookKey, title: row.title, stage, lamp, leadOrgId },
    itemId,
    playbookKey,
    itemTitle: title,
    nodeKey,
    nodeTitle: node?.title ?? null,
    state,
    until,
    basis,
    finishShiftWorkdays: cost?.finishShiftWorkdays ?? 0,
  }
}

function heldItem(itemId: string, { plan }: HeldPlan, blocks: readonly Block[]): HeldItem {
  const holds = blocks.flatMap(({ nodeKey, until }): Hold[] => (nodeKey === null ? [] : [{ nodeKey, until }]))
  const { finish, heldFinish, finishShiftWorkdays, shortfallWorkdays } = holdCost(plan, holds)
  return { itemId, finish, heldFinish, finishShiftWorkdays, shortfallWorkdays }
}

export const listBlocksFeature = feature(listBlocks, async (deps, { query }) => {
  const wanted = [...new Set(query.items.split(','))].slice(0, 100)
  const { playbooks } = deps.shelf
  return await readAsOf(deps, query.asOf, async ({ tx, today, said }) => {
    // What an item loses it loses to all that holds it, whichever of them was asked for.
    const itemIds = new Set([...(await holdsBy(tx, playbooks, wanted)).map(({ itemId }) => itemId), ...wanted])
    const rows = await holdsOn(tx, playbooks, [...itemIds])
    const plans = await plansOf(deps, tx, [...new Set(rows.map(({ itemId }) => itemId))], today)
    const blocks = rows.flatMap((row) => {
      const plan = plans.get(row.itemId)
      return plan ? [blockOf(row, plan)] : []
    })
    const isAsked = ({ itemId, blocker }: Block) => wanted.includes(itemId) || wanted.includes(blocker.itemId)
    const items = [...plans].map(([itemId, plan]) =>
      heldItem(
        itemId,
        plan,
        blocks.filter((block) => block.itemId === itemId),
      ),
    )
    return done({ ...said, blocks: blocks.filter(isAsked), items })
  })
})
