import { metricPeriod, monthBefore, reportMetrics, saysTheSame } from '@guatu/playbook'
import type { EventDraft } from '../store/chain.ts'
import type { ListContext } from '../store/items/list-context.ts'
import type { ReportRow, ReportStateRow } from '../store/report-rows.ts'
import type { FactRow, NodeRow } from '../store/schema.ts'
import { uuidv7 } from '../store/uuid.ts'
import { addDays, instantAt, monthEnd } from './days.ts'
import type { DemoItem } from './items.ts'
import { type Random, seededRandom } from './random.ts'
import { progressByStage } from './words.ts'

/** Beside the seed of everything else, so that no project moves for a report. */
const seed = 330_402_17
/** Months before this one that are told as reports; older figures came without. */
const monthsTold = 3

interface Decider {
  readonly personId: string
  readonly name: string
}

export interface InventedReports {
  /** The same projects: nodes know their progress, figures the report that they came with. */
  readonly items: readonly DemoItem[]
  readonly reports: readonly ReportRow[]
  readonly states: readonly ReportStateRow[]
  readonly events: readonly EventDraft[]
}

interface Month {
  readonly month: string
  /** 0 is the running month. */
  readonly ago: number
}

/** The open node that is worked on; none before the works begin. */
const currentNode = ({ composed }: DemoItem): NodeRow | undefined =>
  (composed.nodes ?? [])
    .filter(({ actualStart, doneBasis }) => actualStart !== null && doneBasis === null)
    .toSorted((a, b) => ((a.plannedFinish ?? '9') < (b.plannedFinish ?? '9') ? -1 : 1))[0]

/** Every eighth copies what he said the month before. */
const copies = (index: number) => index % 8 === 5

interface Telling {
  readonly context: ListContext
  readonly random: Random
  readonly item: DemoItem
  readonly index: number
  readonly node: NodeRow | undefined
  readonly decider: Decider
}

function textOf({ random, item, index, node }: Telling, percent: number | null): string {
  const words = progressByStage[item.stage] ?? ['按计划推进']
  if (copies(index)) return words[index % words.length] as string
  const said = random.pick(words)
  return node && percent !== null ? `${said}，完成约 ${percent}%` : said
}

/** Figures of a month that were reported, as the report names them. */
function figuresOf({ context, item, index }: Telling, month: string): FactRow[] {
  // Whoever copies gives words only: his figures came from elsewhere.
  if (copies(index)) return []
  const asked = reportMetrics(context.playbook)
  return item.composed.facts.filter(({ metric, period }) => {
    const known = asked.find(({ key }) => key === metric)
    return known !== undefined && known.period === 'month' && period === metricPeriod(known, month)
  })
}

/** Where a report has come to: the older, the further; of last month's some are still on the way. */
function stateOf(index: number, ago: number): ReportRow['state'] {
  if (ago >= 2) return 'verified'
  if (ago === 0) return index % 3 === 0 ? 'received' : 'sent'
  return (['sent', 'verified', 'received', 'returned', 'sent', 'received'] as const)[index % 6]!
}

const returnReasons = [
  '进展写得太简单，请写明本月完成的部位',
  '照片看不出现场进度，请补拍',
  '投资与凭证对不上，请核对后重报',
]

function reportOf(telling: Telling, { month, ago }: Month, finalPercent: number | null): ReportRow {
  const { context, random, item, index, node, decider } = telling
  const percent = finalPercent === null ? null : Math.max(5, Math.round((finalPercent * (6 - ago)) / 6 / 5) * 5)
  const facts = figuresOf(telling, month)
  const said = facts[0]?.reportedAt
  const day = ago === 0 ? addDays(context.today, -(1 + (index % 9))) : addDays(monthEnd(`${month}-01`), 2 + (index % 4))
  const receivedAt = said ?? instantAt(day, 9 * 60 + random.between(0, 480))
  const isProved = facts.every(({ factId }) => item.composed.verifications.some((one) => one.factId === factId))
  const wished = stateOf(index, ago)
  // Verified are reports whose figures are.
  const state = wished === 'verified' && !isProved ? 'received' : wished
  const decidedAt =
    state === 'sent' ? null : instantAt(addDays(receivedAt.slice(0, 10), 1), 10 * 60 + random.between(0, 300))
  return {
    ...{ districtId: context.districtId, reportId: uuidv7(Date.parse(receivedAt)), itemId: item.itemId },
    ...{ nodeKey: node?.nodeKey ?? null, month, percent, done: false, startedOn: null, finishedOn: null },
    text: textOf(telling, percent),
    figures: facts.map(({ metric, period, value, currency, factId }) => ({ metric, period, value, currency, factId })),
    ...{ evidenceIds: [], explanation: null, lon: null, lat: null, accuracyM: null, nodeBefore: null },
    ...{ sameAsPrevious: false, replacesId: null, madeAt: receivedAt, receivedAt },
    ...{ reportedBy: item.owner?.name ?? 'local', reportedById: item.owner?.personId ?? null },
    ...{ reportedOrgId: item.owner?.orgId ?? null, state },
    decidedBy: decidedAt && decider.name,
    decidedById: decidedAt && decider.personId,
    ...{
      decidedAt,
      reason: state === 'returned' ? (returnReasons[Math.floor(index / 6) % returnReasons.length] as string) : null,
    },
  }
}

/** Reports of a project, month by month, each knowing whether it says what the last one said. */
function reportsOf(telling: Telling, finalPercent: number | null): ReportRow[] {
  const { context, item, index } = telling
  const metrics = reportMetrics(context.playbook)
  const rows: ReportRow[] = []
  for (let ago = monthsTold; ago >= 0; ago -= 1) {
    const month = monthBefore(context.today.slice(0, 7), ago)
    // The running month is not over: a third has reported it.
    if ((ago === 0 && index % 3 !== 1) || month < item.createdOn.slice(0, 7)) continue
    const row = reportOf(telling, { month, ago }, finalPercent)
    if (row.receivedAt.slice(0, 10) > context.today) continue
    const before = rows.at(-1)
    rows.push({ ...row, sameAsPrevious: before !== undefined && saysTheSame(metrics, before, row) })
  }
  return rows
}

function statesOf({ districtId, reportId, itemId, ...report }: ReportRow): ReportStateRow[] {
  const of = { districtId, reportId, itemId }
  const { reportedBy, reportedById, receivedAt, decidedAt, decidedBy, decidedById, state, reason } = report
  const sent = { ...of, ordinal: 0, state: 'sent' as const, at: receivedAt, byName: reportedBy, byId: reportedById }
  const first: ReportStateRow = { ...sent, reason: null }
  if (decidedAt === null || decidedBy === null) return [first]
  return [first, { ...of, ordinal: 1, state, at: decidedAt, byName: decidedBy, byId: decidedById, reason }]
}

function eventsOf(report: ReportRow, title: string | null): EventDraft[] {
  const { reportId, itemId, month, nodeKey, percent, done, startedOn, finishedOn, text, figures } = report
  const { sameAsPrevious, replacesId, madeAt, reportedBy, decidedBy, decidedAt, state } = report
  const of = { reportId, month, nodeKey }
  const said = { percent, done, startedOn, finishedOn, text, figures: [...figures], files: 0 }
  const data = { ...of, title, ...said, sameAsPrevious, replacesId, madeAt, nodes: [] }
  const sent = { verb: 'report.sent', itemId, at: report.receivedAt, actor: reportedBy, data }
  if (decidedAt === null || decidedBy === null) return [sent]
  const told = { verb: `report.${state}`, itemId, at: decidedAt, actor: decidedBy, reason: report.reason }
  return [sent, { ...told, data: { ...of, reportedBy } }]
}

/** Percent of works that run: by the share of their time that is over, never done. */
function progressOf(random: Random, node: NodeRow | undefined, today: string): number | null {
  if (!node?.actualStart || !node.plannedFinish) return node ? 20 : null
  const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000
  const share = days(node.actualStart, today) / Math.max(1, days(node.actualStart, node.plannedFinish))
  return Math.min(95, Math.max(10, Math.round((share * 100 - random.between(0, 15)) / 5) * 5))
}

function withProgress(item: DemoItem, node: NodeRow | undefined, rows: readonly ReportRow[]): DemoItem {
  const standing = rows.filter(({ state }) => state !== 'returned').at(-1)
  const reportIds = new Map(rows.flatMap(({ reportId, figures }) => figures.map(({ factId }) => [factId, reportId])))
  const { composed } = item
  const nodes = (composed.nodes ?? []).map((one) =>
    one.nodeKey === node?.nodeKey ? { ...one, percentDone: standing?.percent ?? null } : one,
  )
  const facts = composed.facts.map((fact) => ({ ...fact, reportId: reportIds.get(fact.factId) ?? fact.reportId }))
  return { ...item, composed: { ...composed, nodes, facts } }
}

/** The last months of reports for projects that are worked on, in every state, some of them copied from the month before. */
export function inventReports(context: ListContext, items: readonly DemoItem[], decider: Decider): InventedReports {
  const random = seededRandom(seed)
  const reports: ReportRow[] = []
  const events: EventDraft[] = []
  const after = items.map((item, index) => {
    const node = currentNode(item)
    const hasFigures = item.drafts.length > 0
    if (!node && !hasFigures) return item
    const rows = reportsOf({ context, random, item, index, node, decider }, progressOf(random, node, context.today))
    reports.push(...rows)
    const title = item.plan.nodes.find(({ nodeKey }) => nodeKey === node?.nodeKey)?.title ?? null
    events.push(...rows.flatMap((row) => eventsOf(row, title)))
    return withProgress(item, node, rows)
  })
  return { items: after, reports, states: reports.flatMap(statesOf), events }
}
