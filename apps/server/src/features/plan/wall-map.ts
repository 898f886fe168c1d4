import { getWallMap, type WallItem, type WallNode } from '@guatu/contract'
import { done, type PlanNode } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { findPlaybook } from '../../http/shelf.ts'
import { mayEach } from '../../store/access/may-each.ts'
import { type HoldRow, holdsOn } from '../../store/items/holds.ts'
import { editionOf } from '../../store/items/list-context.ts'
import { linksOf } from '../../store/items/node-rows.ts'
import { nodesByItem, planNodes } from '../../store/items/read.ts'
import { readAsOf } from '../../store/past/as-of.ts'
import { parseSelection } from '../../store/selection/parse.ts'
import { selectPage } from '../../store/selection/select.ts'
import { selectionTotals } from '../../store/selection/totals.ts'

/** A node as the wall map draws it: without the words that only the item's page shows. */
function wallNode({
  standard: _standard,
  leaderId: _leaderId,
  doneBasis: _basis,
  percentDone: _percent,
  ...node
}: PlanNode): WallNode {
  return node
}

const blocker = ({ blockerId: itemId, title, lamp, nodeKey }: HoldRow) => ({ itemId, title, lamp, nodeKey })

export const getWallMapFeature = feature(getWallMap, async (deps, { query }) => {
  const playbook = findPlaybook(deps, query.playbook)
  if (playbook.kind === 'refused') return playbook
  const selection = parseSelection(playbook.value, query)
  if (selection.kind === 'refused') return selection
  return await readAsOf(deps, query.asOf, async ({ tx, said }) => {
    const { total } = await selectionTotals(tx, selection.value)
    const rows = await selectPage(tx, selection.value, { offset: query.offset ?? 0, limit: query.limit ?? 200 })
    const nodes = await nodesByItem(
      tx,
      rows.map((row) => row.itemId),
    )
    const holds = await holdsOn(
      tx,
      deps.shelf.playbooks,
      rows.map((row) => row.itemId),
    )
    const plannable = await mayEach(tx, rows, 'item.plan')
    const items: WallItem[] = []
    for (const row of rows) {
      const edition = await editionOf(tx, playbook.value, row.playbookVersion, row.planRevision)
      const { itemId, title, stage, lamp, leadOrgId, areaCode, plannedStart: start, deadline, revision } = row
      const laid = planNodes(edition, nodes.get(itemId) ?? []).map(wallNode)
      const links = linksOf(edition, row).map((link) => ({ ...link }))
      const mayPlan = plannable.has(itemId)
      const own = { itemId, title, stage, lamp, leadOrgId, areaCode, start, deadline, revision, mayPlan }
      const blocks = holds.filter((hold) => hold.itemId === itemId).map(blocker)
      items.push({ ...own, nodes: laid, links, ...(blocks.length > 0 ? { blocks } : {}) })
    }
    return done({ ...said, total, items })
  })
})
