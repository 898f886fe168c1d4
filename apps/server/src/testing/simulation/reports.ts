import {
  type DueReply,
  listReports,
  receiveReports,
  reportsDue,
  returnReport,
  sendReport,
  verifyReports,
} from '@guatu/contract'
import { uuidv7 } from '../../store/uuid.ts'
import type { District } from './district.ts'
import { takePhoto } from './evidence.ts'
import type { Person } from './world.ts'

type DueItem = DueReply['items'][number]

const texts = ['基础施工', '主体结构施工', '设备安装', '手续办理中', '受雨天影响放缓']

/** A month's figure that goes on from the one before, mostly. */
function figureOf({ random }: District, { metric, current, last }: DueItem['figures'][number]) {
  const before = Number(current ?? last ?? '0')
  return { metric, value: (before + random.between(0, 900) * 10_000).toFixed(2) }
}

async function report(district: District, person: Person, month: string, item: DueItem): Promise<void> {
  const { random, client } = district
  const open = item.nodes.filter(({ actualFinish }) => actualFinish === null)
  const node = open.length > 0 && random.chance(0.8) ? random.pick(open.slice(0, 6)) : null
  const percent = node ? Math.min(100, (node.percentDone ?? 0) + random.between(-5, 40)) : null
  const done = node !== null && random.chance(0.3)
  const body = {
    ...{ reportId: uuidv7(), itemId: item.itemId, nodeKey: node?.nodeKey ?? null, month },
    ...{ percent: percent === null ? null : Math.max(0, done ? 100 : percent), done },
    startedOn: null,
    finishedOn: done ? district.day : null,
    text: random.chance(0.8) ? random.pick(texts) : '',
    figures: random.chance(0.7) ? item.figures.map((figure) => figureOf(district, figure)) : [],
    ...{ evidenceIds: [], explanation: random.chance(0.5) ? '按统计口径更正' : null, place: null },
    madeAt: new Date(Date.parse(client.now) - random.between(0, 600) * 60_000).toISOString(),
    replacesId: item.returned[0]?.reportId ?? null,
  }
  let sent = await client.ask(person, sendReport, { body })
  // Told what is missing, some bring it.
  if (sent.kind === 'refused' && random.chance(0.7)) {
    const lacks = (code: string) => sent.kind === 'refused' && sent.refusal.refusals.some((one) => one.code === code)
    if (lacks('EVIDENCE_REQUIRED')) await takePhoto(district, person, item.itemId, node?.nodeKey)
    sent = await client.ask(person, sendReport, { body: { ...body, explanation: '按统计口径更正' } })
  }
  if (sent.kind !== 'done') return
  district.tally('reports sent')
  district.remember(body.reportId)
  // A phone that has lost its line sends the same once more.
  if (random.chance(0.1)) {
    const again = await client.ask(person, sendReport, {
      body: { ...body, explanation: sent.value.report.explanation },
    })
    if (again.kind === 'done' && !again.value.repeated) client.faults.push(`report ${body.reportId} was written twice`)
  }
}

/** Somebody looks what he has to report for the month and reports some of it; some report late, some nothing. */
export async function reportSome(district: District, person: Person, most: number): Promise<void> {
  const { random, client } = district
  const due = await client.ask(person, reportsDue, { query: {} })
  if (due.kind !== 'done') return
  const open = due.value.items.filter(
    ({ mayReport, missing }) => mayReport && (missing.length > 0 || random.chance(0.2)),
  )
  for (const item of random.shuffled(open).slice(0, most)) await report(district, person, due.value.month, item)
}

/** Whoever may decides on what has come in: received, verified, or returned with a reason. */
export async function decideReports(district: District, person: Person): Promise<void> {
  const { random, client } = district
  const found = await client.ask(person, listReports, { query: { state: 'sent,received', mine: 'decide', limit: 40 } })
  if (found.kind !== 'done') return
  const ids = found.value.reports.filter(({ mayDecide }) => mayDecide).map(({ reportId }) => reportId)
  const [received, returned, verified] = [ids, ids, ids].map((all) => all.filter(() => random.chance(0.4)))
  const count = (decided: Awaited<ReturnType<typeof client.ask<typeof receiveReports>>>, what: string) =>
    decided.kind === 'done' && district.tally(what, decided.value.decided.length)
  if (received!.length > 0)
    count(await client.ask(person, receiveReports, { body: { reportIds: received! } }), 'reports received')
  const back = returned!.slice(0, 2)
  if (back.length > 0)
    count(
      await client.ask(person, returnReport, { body: { reportIds: back, reason: '数据与上月不衔接' } }),
      'reports returned',
    )
  if (verified!.length > 0)
    count(await client.ask(person, verifyReports, { body: { reportIds: verified! } }), 'reports verified')
}
