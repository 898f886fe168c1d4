import {
  type Decided,
  type ReportState,
  receiveReports,
  refusalCodes,
  returnReport,
  verifyReports,
} from '@guatu/contract'
import { done, type Outcome, type Refusal, refused } from '@guatu/kernel'
import type { Deps } from '../../http/deps.ts'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { playbookOf } from '../../http/shelf.ts'
import { holdFor } from '../../store/access/permit.ts'
import { append } from '../../store/append.ts'
import { changedNodes } from '../../store/item-events.ts'
import { changeItem, type HeldItem } from '../../store/items/change.ts'
import { relightAfter } from '../../store/relight-after.ts'
import type { ReportRow } from '../../store/report-rows.ts'
import { insertRows } from '../../store/rows.ts'
import type { Tx } from '../../store/store.ts'
import { decidedEvent } from './events.ts'
import { planWith, reportedOf } from './node-part.ts'
import { findReport } from './stored.ts'
import { verifyHeld } from './verify-held.ts'

export interface Deciding {
  readonly deps: Deps
  readonly tx: Tx
  readonly held: HeldItem
  readonly report: ReportRow
}

/** Four eyes: whoever reports is the last to decide on it. */
const ownReport = refusal('FORBIDDEN', {
  zh: '不能收下、退回或核实自己的报送，请由他人办理',
  en: 'Nobody decides on a report of his own',
})

const stateWords: Readonly<Record<ReportState, string>> = {
  sent: '待收',
  received: '已收下',
  returned: '已退回',
  verified: '已核实',
}

/** From which states a report comes into this one. */
const from: Readonly<Record<Exclude<ReportState, 'sent'>, readonly ReportState[]>> = {
  received: ['sent'],
  returned: ['sent', 'received'],
  verified: ['sent', 'received'],
}

function refuseState({ state }: ReportRow, to: Exclude<ReportState, 'sent'>): Refusal[] {
  if (from[to].includes(state)) return []
  const zh = `报送${stateWords[state]}，不能再${{ received: '收下', returned: '退回', verified: '核实' }[to]}`
  return [refusal('REPORT_STATE', { zh, en: `The report is ${state} already` })]
}

/** Locks the report's item, and judges what stands against the decision. */
async function hold(
  deps: Deps,
  tx: Tx,
  reportId: string,
  to: Exclude<ReportState, 'sent'>,
): Promise<Outcome<Deciding>> {
  const found = await findReport(tx, reportId)
  if (!found) return refused(refusal('NOT_FOUND'))
  const clock = { today: deps.today(), now: deps.now() }
  const held = await holdFor(tx, found.itemId, ['fact.verify'], (key) => playbookOf(deps, key), clock)
  if (held.kind === 'refused') return held
  const report = (await findReport(tx, reportId))!
  const isOwn = deps.actor.personId !== null && report.reportedById === deps.actor.personId
  const problems = [...(isOwn ? [ownReport] : []), ...refuseState(report, to)]
  return problems.length > 0 ? refused(...problems) : done({ deps, tx, held: held.value, report })
}

/** The report in its new state, and the state in its row of states. */
async function settle({ deps, tx, report }: Deciding, state: ReportState, reason: string | null): Promise<void> {
  const by = { decidedBy: deps.actor.name, decidedById: deps.actor.personId, decidedAt: deps.now() }
  await tx.db
    .updateTable('report')
    .set({ state, reason, ...by })
    .where('districtId', '=', tx.districtId)
    .where('reportId', '=', report.reportId)
    .execute()
  const known = await tx.db
    .selectFrom('reportState')
    .select(({ fn }) => fn.countAll<number>().as('states'))
    .where('districtId', '=', tx.districtId)
    .where('reportId', '=', report.reportId)
    .executeTakeFirstOrThrow()
  const { districtId, reportId, itemId } = report
  const row = { districtId, reportId, itemId, ordinal: Number(known.states), state, reason }
  await insertRows(tx, 'reportState', [{ ...row, at: by.decidedAt, byName: by.decidedBy, byId: by.decidedById }])
}

async function receive(deciding: Deciding): Promise<Outcome<null>> {
  const { deps, tx, report } = deciding
  await append(tx, { at: deps.now(), events: [decidedEvent(report, 'report.received')] })
  await settle(deciding, 'received', null)
  return done(null)
}

/** The node as the report found it, where nobody has said anything of it since; null: it stays. */
function nodeTakenBack({ held, report }: Deciding) {
  const { nodeKey, nodeBefore } = report
  const node = held.state.nodes.find((candidate) => candidate.nodeKey === nodeKey)
  if (!node || !nodeBefore || nodeKey === null) return null
  const now = reportedOf(node)
  const left = {
    percentDone: report.percent ?? nodeBefore.percentDone,
    actualStart: report.startedOn ?? nodeBefore.actualStart,
    actualFinish: report.finishedOn ?? nodeBefore.actualFinish,
  }
  const keys = ['percentDone', 'actualStart', 'actualFinish'] as const
  if (keys.some((key) => now[key] !== left[key])) return null
  const changed = keys.filter((key) => now[key] !== nodeBefore[key])
  if (changed.length === 0) return null
  return { nodeKey, ...Object.fromEntries(changed.map((key) => [key, nodeBefore[key]])) }
}

async function giveBack(deciding: Deciding, reason: string): Promise<Outcome<null>> {
  const { deps, tx, held, report } = deciding
  const change = nodeTakenBack(deciding)
  const plan = change ? planWith(held, change) : undefined
  if (plan?.kind === 'refused') return plan
  const write = plan ? changeItem(held, { plan: plan.value }) : null
  const nodes = plan ? changedNodes(held.state.nodes, plan.value.nodes) : []
  const more = write ? { revision: write.after.revision, nodes: [...nodes] } : {}
  const event = { ...decidedEvent(report, 'report.returned', more), reason }
  await append(tx, { at: deps.now(), events: [event], items: write ? [write] : [] })
  await settle(deciding, 'returned', reason)
  await relightAfter(tx, [report.itemId], deps.now())
  return done(null)
}

async function verify(deciding: Deciding, evidence: string | null): Promise<Outcome<null>> {
  const verified = await verifyHeld(deciding, evidence)
  if (verified.kind === 'refused') return verified
  await settle(deciding, 'verified', null)
  return done(null)
}

type Act = (deciding: Deciding) => Promise<Outcome<null>>

/** Each report by itself: what can be done is done, and each of the others says why not. */
async function decideEach(
  deps: Deps,
  reportIds: readonly string[],
  to: Exclude<ReportState, 'sent'>,
  act: Act,
): Promise<Outcome<Decided>> {
  return await deps.store.write(async (tx) => {
    const decided: string[] = []
    const barred: Decided['refused'] = []
    for (const reportId of new Set(reportIds)) {
      const held = await hold(deps, tx, reportId, to)
      const outcome = held.kind === 'refused' ? held : await act(held.value)
      if (outcome.kind === 'done') decided.push(reportId)
      else
        barred.push({
          reportId,
          refusals: outcome.refusals.map(({ code, message }) => ({ code, message: { ...message } })),
        })
    }
    return done({ decided, refused: barred })
  })
}

export const receiveReportsFeature = feature(receiveReports, (deps, { body }) =>
  decideEach(deps, body.reportIds, 'received', receive),
)

export const returnReportFeature = feature(returnReport, async (deps, { body }) => {
  const reason = body.reason.trim()
  if (reason === '') return refused(refusal('REASON_REQUIRED', refusalCodes.REASON_REQUIRED.title, 'reason'))
  return await decideEach(deps, body.reportIds, 'returned', (deciding) => giveBack(deciding, reason))
})

export const verifyReportsFeature = feature(verifyReports, (deps, { body }) =>
  decideEach(deps, body.reportIds, 'verified', (deciding) => verify(deciding, body.evidence ?? null)),
)
