import type { DueItem, DueNode } from '@guatu/contract'
import type { PlanNode } from '@guatu/kernel'
import { figureCourse, type Playbook, reportMetrics, type StandingFigure } from '@guatu/playbook'
import type { Deps } from '../../http/deps.ts'
import { playbookOf } from '../../http/shelf.ts'
import { mayEach } from '../../store/access/may-each.ts'
import { editionOf } from '../../store/items/list-context.ts'
import { nodesByItem, planNodes } from '../../store/items/read.ts'
import type { ReportRow } from '../../store/report-rows.ts'
import type { ItemRow } from '../../store/schema.ts'
import type { Tx } from '../../store/store.ts'

/** Whose nodes come first: the reader's own and those of his units; of a unit's sheet, the unit's. */
export interface Owners {
  readonly personId: string | null
  readonly orgIds: ReadonlySet<string>
}

interface Ground {
  readonly month: string
  readonly owners: Owners
  readonly reports: readonly ReportRow[]
  readonly replaced: ReadonlySet<string>
  readonly figures: readonly StandingFigure[]
  /** Keys of nodes that files prove. */
  readonly proved: ReadonlySet<string>
  readonly mayReport: boolean
}

/** Open nodes that are shown of an item; the rest is on its page. */
const mostNodes = 8

function grouped<Row extends { itemId: string }>(rows: readonly Row[]): (itemId: string) => readonly Row[] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.itemId)
    if (group) group.push(row)
    else groups.set(row.itemId, [row])
  }
  return (itemId) => groups.get(itemId) ?? []
}

async function factsOf(tx: Tx, itemIds: readonly string[], month: string) {
  const query = tx.db.selectFrom('factCurrent').select(['itemId', 'metric', 'period', 'value', 'verifiedValue'])
  return await query
    .where('districtId', '=', tx.districtId)
    .where('itemId', 'in', itemIds)
    .where('period', 'like', `${month.slice(0, 4)}%`)
    .execute()
}

async function reportsOf(tx: Tx, itemIds: readonly string[], month: string): Promise<ReportRow[]> {
  return await tx.db
    .selectFrom('report')
    .selectAll()
    .where('districtId', '=', tx.districtId)
    .where('itemId', 'in', itemIds)
    .where('month', '<=', month)
    .orderBy('receivedAt', 'desc')
    .execute()
}

async function proofsOf(tx: Tx, itemIds: readonly string[]) {
  const query = tx.db.selectFrom('evidence').select(['itemId', 'nodeKey']).distinct()
  return await query
    .where('districtId', '=', tx.districtId)
    .where('itemId', 'in', itemIds)
    .where('nodeKey', 'is not', null)
    .where('withdrawnAt', 'is', null)
    .execute()
}

const isOwn = ({ ownerId, leadOrgId }: PlanNode, { personId, orgIds }: Owners) =>
  (personId !== null && ownerId === personId) || orgIds.has(leadOrgId ?? '')

function nodesOf(
  playbook: Playbook,
  nodes: readonly PlanNode[],
  ground: Ground,
  thisMonth: readonly ReportRow[],
): DueNode[] {
  const words = new Map(playbook.nodes.map((node) => [node.key, node.evidence]))
  const rank = (node: PlanNode) =>
    `${isOwn(node, ground.owners) ? 0 : 1}${node.actualStart === null ? 1 : 0}${node.plannedFinish ?? '9'}`
  const open = nodes.filter(({ done }) => !done).toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1))
  return open.slice(0, mostNodes).map((node): DueNode => {
    const { nodeKey, title, standard, plannedStart, plannedFinish, actualStart, actualFinish, percentDone, lamp } = node
    const evidence = words.get(nodeKey)
    return {
      ...{ nodeKey, title, standard, plannedStart, plannedFinish, actualStart, actualFinish, percentDone, lamp },
      evidence: evidence ? { ...evidence } : null,
      hasEvidence: ground.proved.has(nodeKey),
      own: isOwn(node, ground.owners),
      reported: thisMonth.some((report) => report.nodeKey === nodeKey),
    }
  })
}

const lastOf = (report: ReportRow | undefined): DueItem['last'] => {
  if (!report) return null
  const { month, percent, done, text, state, receivedAt, reason } = report
  return { month, percent, done, text, state, receivedAt, reason }
}

function dueItem(row: ItemRow, playbook: Playbook, nodes: readonly PlanNode[], ground: Ground): DueItem {
  const { itemId, title, playbookKey, stage, leadOrgId, lamp, revision } = row
  const standing = ground.reports.filter(
    ({ state, reportId }) => state !== 'returned' && !ground.replaced.has(reportId),
  )
  const thisMonth = standing.filter(({ month }) => month === ground.month)
  const returned = ground.reports.filter(
    ({ state, reportId }) => state === 'returned' && !ground.replaced.has(reportId),
  )
  const figures = reportMetrics(playbook).map((metric) => {
    const { current, last } = figureCourse(metric, ground.figures, ground.month)
    return {
      metric: metric.key,
      current: current?.value ?? null,
      last: last?.value ?? null,
      lastPeriod: last?.period ?? null,
    }
  })
  const asked = reportMetrics(playbook)
    .filter(({ period }) => period === 'month')
    .map(({ key }) => key)
  const lacksFigures =
    row.planCny !== null && figures.some(({ metric, current }) => current === null && asked.includes(metric))
  return {
    ...{ itemId, title, playbookKey, stage, leadOrgId, lamp, revision, mayReport: ground.mayReport, figures },
    missing: [
      ...(thisMonth.length === 0 ? (['report'] as const) : []),
      ...(lacksFigures ? (['figures'] as const) : []),
    ],
    reports: thisMonth.map(({ reportId, nodeKey, state, text }) => ({ reportId, nodeKey, state, text })),
    last: lastOf(standing.find(({ month }) => month < ground.month)),
    returned: returned.map(({ reportId, nodeKey, month, text, percent, reason, decidedBy }) => {
      return { reportId, nodeKey, month, text, percent, reason: reason ?? '', decidedBy: decidedBy ?? '' }
    }),
    nodes: nodesOf(playbook, nodes, ground, thisMonth),
  }
}

/** What a month's report of each of these items stands on, in their order. */
export async function dueItems(
  deps: Deps,
  tx: Tx,
  rows: readonly ItemRow[],
  month: string,
  owners: Owners,
): Promise<DueItem[]> {
  if (rows.length === 0) return []
  const itemIds = rows.map(({ itemId }) => itemId)
  const nodes = await nodesByItem(tx, itemIds)
  const facts = grouped(await factsOf(tx, itemIds, month))
  const stored = await reportsOf(tx, itemIds, month)
  const reports = grouped(stored)
  const proofs = grouped(await proofsOf(tx, itemIds))
  const replaced = new Set(stored.flatMap(({ replacesId }) => replacesId ?? []))
  const reportable = await mayEach(tx, rows, 'fact.report')
  const items: DueItem[] = []
  for (const row of rows) {
    const { itemId } = row
    const edition = await editionOf(tx, playbookOf(deps, row.playbookKey), row.playbookVersion, row.planRevision)
    const proved = new Set(proofs(itemId).flatMap(({ nodeKey }) => nodeKey ?? []))
    const ground = { month, owners, reports: reports(itemId), replaced, figures: facts(itemId), proved }
    const laid = planNodes(edition, nodes.get(itemId) ?? [])
    items.push(dueItem(row, edition.playbook, laid, { ...ground, mayReport: reportable.has(itemId) }))
  }
  return items
}
