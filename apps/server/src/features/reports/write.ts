import type { ReportBody } from '@guatu/contract'
import { done, type Outcome, type PlanNode, type Refusal, refused } from '@guatu/kernel'
import { hasChangedSince, type Playbook, refuseReport, reportMetrics, saysTheSame } from '@guatu/playbook'
import type { Deps } from '../../http/deps.ts'
import { refusal } from '../../http/refuse.ts'
import { playbookOf } from '../../http/shelf.ts'
import { holdFor } from '../../store/access/permit.ts'
import { append } from '../../store/append.ts'
import { changedNodes, reportedEvent } from '../../store/item-events.ts'
import { type ChangedItem, changeItem, type HeldItem } from '../../store/items/change.ts'
import { replacedFigure } from '../../store/items/reasons.ts'
import { relightAfter } from '../../store/relight-after.ts'
import type { ReportRow } from '../../store/report-rows.ts'
import { insertRows } from '../../store/rows.ts'
import type { Tx } from '../../store/store.ts'
import { conflictRefusal } from './conflict.ts'
import { sentEvent } from './events.ts'
import { type FigureParts, figureParts, standingFacts, storedFigures } from './figures-part.ts'
import { changeOf, planWith, reportedOf, unexplainedDatesOf } from './node-part.ts'
import { findReport, previousReports, replacementOf } from './stored.ts'

export interface Written {
  readonly reportId: string
  readonly repeated: boolean
  readonly revision: number
}

const wrong = (path: string, zh: string, en: string): Refusal => refusal('REPORT_INVALID', { zh, en }, path)

const taken = refusal('REPORT_STATE', {
  zh: '这个报送编号已用于别的报送',
  en: 'This id is that of another report',
})

/** The same report again: answered as it stands, and never written twice. */
async function repeatedOf(deps: Deps, tx: Tx, body: ReportBody): Promise<Outcome<Written> | null> {
  const known = await findReport(tx, body.reportId)
  if (!known) return null
  if (known.itemId !== body.itemId || known.reportedById !== deps.actor.personId) return refused(taken)
  const item = await tx.db
    .selectFrom('item')
    .select('revision')
    .where('districtId', '=', tx.districtId)
    .where('itemId', '=', body.itemId)
    .executeTakeFirstOrThrow()
  return done({ reportId: known.reportId, repeated: true, revision: item.revision })
}

interface KeptFile {
  readonly evidenceId: string
  readonly nodeKey: string | null
}

/** Files of the item that stand. */
async function filesOf(tx: Tx, itemId: string): Promise<KeptFile[]> {
  const query = tx.db.selectFrom('evidence').select(['evidenceId', 'nodeKey']).where('districtId', '=', tx.districtId)
  return await query.where('itemId', '=', itemId).where('withdrawnAt', 'is', null).execute()
}

async function replacedProblems(tx: Tx, { replacesId, itemId }: ReportBody): Promise<Refusal[]> {
  if (replacesId === null) return []
  const known = await findReport(tx, replacesId)
  if (known?.itemId !== itemId)
    return [wrong('replacesId', '找不到要重报的那一次', 'There is no such report to replace')]
  if (known.state !== 'returned')
    return [wrong('replacesId', '原报送没有被退回，不能重报', 'The former report was not returned')]
  const other = await replacementOf(tx, replacesId)
  return other ? [wrong('replacesId', '退回的报送已经重报过', 'The returned report was sent again already')] : []
}

/** A clock that is this far ahead is wrong; whatever it says of the past stands. */
const clockAheadMs = 24 * 3_600_000

function clockProblems({ madeAt }: ReportBody, now: string): Refusal[] {
  if (Date.parse(madeAt) - Date.parse(now) <= clockAheadMs) return []
  return [wrong('madeAt', '设备的时钟比实际快了一天以上，请校准', 'The clock of the device is over a day ahead')]
}

async function problemsOf(tx: Tx, held: HeldItem, body: ReportBody, node: PlanNode | undefined): Promise<Refusal[]> {
  const { context, state, row } = held
  const files = await filesOf(tx, row.itemId)
  const known = new Set(files.map(({ evidenceId }) => evidenceId))
  const hasEvidence = (nodeKey: string) => files.some((file) => file.nodeKey === nodeKey)
  const ground = {
    playbook: context.playbook,
    today: context.today,
    nodes: state.nodes,
    figures: state.figures,
    hasEvidence,
  }
  const isConflict = node !== undefined && hasChangedSince(node, body.seen)
  return [
    ...(isConflict ? [await conflictRefusal(tx, held, node)] : []),
    ...refuseReport(body, ground),
    ...unexplainedDatesOf(held, changeOf(body), body.explanation),
    ...(body.evidenceIds.every((id) => known.has(id))
      ? []
      : [wrong('evidenceIds', '有照片不是这个项目的，或已撤回', 'A file is not of this item, or was withdrawn')]),
    ...(await replacedProblems(tx, body)),
    ...clockProblems(body, context.now),
  ]
}

async function orgOf(tx: Tx, personId: string | null): Promise<string | null> {
  if (personId === null) return null
  const query = tx.db.selectFrom('person').select('orgId').where('districtId', '=', tx.districtId)
  return (await query.where('personId', '=', personId).executeTakeFirst())?.orgId ?? null
}

interface Sending {
  readonly deps: Deps
  readonly tx: Tx
  readonly held: HeldItem
  readonly body: ReportBody
  readonly node: PlanNode | undefined
}

/** Whether the month before said the same, of the same item and node. */
async function isCopy({ tx, held, body }: Sending): Promise<boolean> {
  const previous = (await previousReports(tx, [body]))(body)
  return previous !== null && saysTheSame(reportMetrics(held.context.playbook), previous, body)
}

async function reportRow(
  { deps, tx, held, body, node, sameAsPrevious }: Sending & { readonly sameAsPrevious: boolean },
  parts: FigureParts,
  write: ChangedItem,
): Promise<ReportRow> {
  const { playbook, now } = held.context
  const { reportId, itemId, nodeKey, month, percent, startedOn, finishedOn, place } = body
  const said = { text: body.text.trim(), figures: storedFigures(playbook, parts.standing, write.facts) }
  return {
    ...{ districtId: tx.districtId, reportId, itemId, nodeKey, month, percent, done: body.done, startedOn, finishedOn },
    ...{ ...said, evidenceIds: body.evidenceIds, explanation: body.explanation?.trim() || null },
    ...{ lon: place?.lon ?? null, lat: place?.lat ?? null, accuracyM: place?.accuracyM ?? null },
    ...{ nodeBefore: node ? reportedOf(node) : null, sameAsPrevious, replacesId: body.replacesId },
    ...{ madeAt: body.madeAt, receivedAt: now, reportedBy: deps.actor.name, reportedById: deps.actor.personId },
    reportedOrgId: await orgOf(tx, deps.actor.personId),
    ...{ state: 'sent', decidedBy: null, decidedById: null, decidedAt: null, reason: null },
  }
}

const firstState = ({ districtId, reportId, itemId, receivedAt, reportedBy, reportedById }: ReportRow) => {
  const by = { byName: reportedBy, byId: reportedById, reason: null }
  return { districtId, reportId, ordinal: 0, itemId, state: 'sent' as const, at: receivedAt, ...by }
}

async function write(sending: Sending): Promise<Outcome<Written>> {
  const { deps, tx, held, body } = sending
  const { context, state, row } = held
  const change = changeOf(body)
  const plan = change ? planWith(held, change) : undefined
  if (plan?.kind === 'refused') return plan
  const stamp = { source: { kind: 'manual' } as const, reportedBy: deps.actor.name, reportedAt: context.now }
  const current = await standingFacts(tx, row.itemId)
  const parts = figureParts(context.playbook, body, current, { ...stamp, reportId: body.reportId })
  const sameAsPrevious = await isCopy(sending)
  const written = changeItem(held, { drafts: parts.drafts, ...(plan ? { plan: plan.value } : {}) })
  const report = await reportRow({ ...sending, sameAsPrevious }, parts, written)
  const { revision } = written.after
  const nodes = plan ? changedNodes(state.nodes, plan.value.nodes) : []
  const told = {
    ...sentEvent(report, revision, { nodes, title: sending.node?.title ?? null }),
    reason: report.explanation,
  }
  const figures = written.facts.map((fact) => reportedEvent(fact, revision, replacedFigure(held, fact)))
  await append(tx, { at: context.now, events: [told, ...figures], items: [written], facts: written.facts })
  await insertRows(tx, 'report', [report])
  await insertRows(tx, 'reportState', [firstState(report)])
  await relightAfter(tx, [row.itemId], context.now)
  return done({ reportId: report.reportId, repeated: false, revision })
}

/** Writes one report in the caller's transaction: report, figures, node, lamps and events, whole or not at all. */
export async function writeReport(deps: Deps, tx: Tx, body: ReportBody): Promise<Outcome<Written>> {
  const early = await repeatedOf(deps, tx, body)
  if (early) return early
  const clock = { today: deps.today(), now: deps.now() }
  const wanted = await holdFor(tx, body.itemId, ['fact.report'], (key): Playbook => playbookOf(deps, key), clock)
  if (wanted.kind === 'refused') return wanted
  const held = wanted.value
  // Whoever sent the same at the same time was waited for at the lock.
  const repeated = await repeatedOf(deps, tx, body)
  if (repeated) return repeated
  const node = held.state.nodes.find(({ nodeKey }) => nodeKey === body.nodeKey)
  const problems = await problemsOf(tx, held, body, node)
  return problems.length > 0 ? refused(...problems) : await write({ deps, tx, held, body, node })
}
