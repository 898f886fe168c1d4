import { type GapNode, type GapUnit, listGaps } from '@guatu/contract'
import { done, type FiveFix, fiveFixes } from '@guatu/kernel'
import type { Playbook } from '@guatu/playbook'
import { feature } from '../../http/feature.ts'
import { findPlaybook } from '../../http/shelf.ts'
import { itemRefusals } from '../../store/access/permit.ts'
import { editionOf } from '../../store/items/list-context.ts'
import { nodesByItem, planNodes } from '../../store/items/read.ts'
import { readAsOf } from '../../store/past/as-of.ts'
import { selectItems } from '../../store/past/source.ts'
import type { Tx } from '../../store/store.ts'
import { countGaps, type GapRow, type GapScope, gapPage, type UnitRow } from './gap-sql.ts'
import { templateWords } from './template-words.ts'

const countsOf = (count: (fix: FiveFix) => number) =>
  Object.fromEntries(fiveFixes.map((fix) => [fix, count(fix)])) as GapUnit['gaps']

const unitOf = (row: UnitRow): GapUnit => {
  const { orgId, openNodes, incompleteNodes } = row
  return { orgId, openNodes, incompleteNodes, gaps: countsOf((fix) => row[fix]) }
}

const sum = (rows: readonly UnitRow[], key: 'openNodes' | 'incompleteNodes' | FiveFix) =>
  rows.reduce((total, row) => total + row[key], 0)

/** How many nodes the unit and the kind leave: the counts by unit tell it already. */
const totalOf = (rows: readonly UnitRow[], { unit, gap }: GapScope) =>
  sum(
    rows.filter(({ orgId }) => unit === null || (orgId ?? 'none') === unit),
    gap ?? 'incompleteNodes',
  )

async function itemsOf(tx: Tx, itemIds: readonly string[]) {
  if (itemIds.length === 0) return new Map()
  const rows = await selectItems(tx)
    .select(['item.itemId', 'item.title', 'item.stage', 'item.areaCode', 'item.revision'])
    .select(['item.playbookVersion', 'item.planRevision'])
    .where('item.districtId', '=', tx.districtId)
    .where('item.itemId', 'in', itemIds)
    .execute()
  return new Map(rows.map((row) => [row.itemId, row]))
}

/** The words of the nodes found, each by the edition that its item pins. */
async function nodesFound(tx: Tx, playbook: Playbook, page: readonly GapRow[]): Promise<GapNode[]> {
  const itemIds = [...new Set(page.map(({ itemId }) => itemId))]
  const items = await itemsOf(tx, itemIds)
  const stored = itemIds.length === 0 ? new Map() : await nodesByItem(tx, itemIds)
  const barred = tx.asOf ? null : await itemRefusals(tx, itemIds, ['item.plan'])
  const laid = new Map<string, GapNode>()
  for (const itemId of itemIds) {
    const { title: itemTitle, stage, areaCode, revision, playbookVersion, planRevision } = items.get(itemId)!
    const edition = await editionOf(tx, playbook, playbookVersion, planRevision)
    const evidence = new Map(edition.template.nodes.map((node) => [node.key, node.evidence]))
    const assignable = barred !== null && !barred.has(itemId)
    for (const node of planNodes(edition, stored.get(itemId) ?? [])) {
      const { nodeKey, title, standard, plannedStart, plannedFinish, ownerId, leadOrgId, leaderId } = node
      const said = { nodeKey, title, standard, plannedStart, plannedFinish, ownerId, leadOrgId, leaderId }
      const of = { itemId, itemTitle, revision, stage, areaCode, assignable, unitId: null, gaps: [] }
      laid.set(`${itemId}/${nodeKey}`, { ...of, ...said, evidence: evidence.get(nodeKey) ?? null })
    }
  }
  return page.map(({ itemId, nodeKey, unitId, gaps }) => {
    return { ...laid.get(`${itemId}/${nodeKey}`)!, unitId, gaps: [...gaps] }
  })
}

export const listGapsFeature = feature(listGaps, async (deps, { query }) => {
  const playbook = findPlaybook(deps, query.playbook)
  if (playbook.kind === 'refused') return playbook
  const { area = null, stage = null, unit = null, gap = null } = query
  const scope: GapScope = { playbookKey: playbook.value.key, area, stage, unit, gap }
  return await readAsOf(deps, query.asOf, async ({ tx, said }) => {
    const words = await templateWords(tx, playbook.value)
    const counted = await countGaps(tx, scope, words)
    const page = await gapPage(tx, scope, words, { offset: query.offset ?? 0, limit: query.limit ?? 200 })
    const incomplete = counted.filter((row) => row.incompleteNodes > 0)
    return done({
      ...said,
      openNodes: sum(counted, 'openNodes'),
      incompleteNodes: sum(counted, 'incompleteNodes'),
      gaps: countsOf((fix) => sum(counted, fix)),
      units: incomplete.map(unitOf).sort((a, b) => b.incompleteNodes - a.incompleteNodes),
      total: totalOf(counted, scope),
      nodes: await nodesFound(tx, playbook.value, page),
    })
  })
})
