import { getItem, listReports, receiveReports, returnReport, sendReport, verifyReports } from '@guatu/contract'
import { beforeAll, expect, test } from 'vitest'
import { givePerson } from '../../store/testing/people.ts'
import { bureauOrg, townOrg, useTestApp } from '../../store/testing/test-app.ts'
import { makeWork, nodeOf, reportOf } from './testing/works.ts'

const server = useTestApp()
let clerk: ReturnType<typeof server.as>
let verifier: ReturnType<typeof server.as>
/** May report and verify alike. */
let officer: ReturnType<typeof server.as>
let officerId: string

beforeAll(async () => {
  clerk = server.as(await givePerson(server.deps, [{ role: 'town', orgId: townOrg }]))
  verifier = server.as(await givePerson(server.deps, [{ role: 'verifier', orgId: bureauOrg }]))
  officerId = await givePerson(server.deps, [{ role: 'districtOffice', orgId: bureauOrg }])
  officer = server.as(officerId)
})

const figures = [{ metric: 'monthDone', value: '250000' }]

test('received, then verified: its figures are verified with it, and count', async () => {
  const itemId = await makeWork(server, '核实')
  const { report } = await clerk.ask(sendReport, { body: reportOf(itemId, { text: '基础完成', figures }) })
  const reportIds = [report.reportId]
  expect(await verifier.ask(receiveReports, { body: { reportIds } })).toEqual({ decided: reportIds, refused: [] })
  expect(await verifier.ask(verifyReports, { body: { reportIds, evidence: '凭证 3 号' } })).toMatchObject({
    refused: [],
  })
  const { facts } = await server.ask(getItem, { params: { itemId } })
  expect(facts.find(({ metric }) => metric === 'monthDone')).toMatchObject({ state: 'verified', evidence: '凭证 3 号' })
  const { reports } = await verifier.ask(listReports, { query: { item: itemId } })
  expect(reports).toMatchObject([{ state: 'verified', figures: [{ verified: true }], mayDecide: false, own: false }])
  const again = await verifier.ask(verifyReports, { body: { reportIds } })
  expect(again.refused).toMatchObject([
    { refusals: [{ code: 'REPORT_STATE', message: { zh: '报送已核实，不能再核实' } }] },
  ])
})

test('returned with a reason: the node is what it was, and the report that follows takes its place', async () => {
  const itemId = await makeWork(server, '退回')
  await clerk.ask(sendReport, { body: reportOf(itemId, { nodeKey: 'file', percent: 20 }) })
  const done = reportOf(itemId, { nodeKey: 'file', done: true, finishedOn: '2026-06-12', text: '批文到手' })
  await clerk.ask(sendReport, { body: done })
  expect(await nodeOf(server, itemId, 'file')).toMatchObject({ done: true })
  const returning = { reportIds: [done.reportId], reason: '批文没有编号' }
  expect(await verifier.refused(returnReport, { body: { ...returning, reason: ' ' } })).toMatchObject({
    code: 'REASON_REQUIRED',
  })
  expect(await verifier.ask(returnReport, { body: returning })).toMatchObject({ refused: [] })
  expect(await nodeOf(server, itemId, 'file')).toMatchObject({ done: false, percentDone: 20, actualFinish: null })
  const anew = reportOf(itemId, { nodeKey: 'file', percent: 90, replacesId: done.reportId })
  await clerk.ask(sendReport, { body: anew })
  const { reports } = await verifier.ask(listReports, { query: { item: itemId } })
  expect(reports.map(({ state, replaced }) => [state, replaced])).toEqual([
    ['sent', false],
    ['returned', true],
    ['sent', false],
  ])
  expect(reports[1]).toMatchObject({ reason: '批文没有编号' })
  const late = reportOf(itemId, { text: '又一次', replacesId: done.reportId })
  expect(await clerk.refused(sendReport, { body: late })).toMatchObject({ refusals: [{ path: 'replacesId' }] })
})

test('what somebody wrote of the node since is not taken back', async () => {
  const itemId = await makeWork(server, '已有新报')
  const first = reportOf(itemId, { nodeKey: 'file', percent: 30 })
  await clerk.ask(sendReport, { body: first })
  await clerk.ask(sendReport, { body: reportOf(itemId, { nodeKey: 'file', percent: 70 }) })
  await verifier.ask(returnReport, { body: { reportIds: [first.reportId], reason: '重报' } })
  expect(await nodeOf(server, itemId, 'file')).toMatchObject({ percentDone: 70 })
})

test('nobody decides on his own report, whether by the handler or at the database itself', async () => {
  const itemId = await makeWork(server, '四眼')
  const body = reportOf(itemId, { text: '自报', figures })
  await officer.ask(sendReport, { body })
  const own = await officer.ask(verifyReports, { body: { reportIds: [body.reportId] } })
  expect(own).toMatchObject({ decided: [], refused: [{ refusals: [{ code: 'FORBIDDEN' }] }] })
  const store = server.deps.store.as({ personId: officerId, name: '某人', post: null, origin: null })
  const forced = await store.write((tx) =>
    tx.client.query(`update report set state = 'verified' where report_id = $1`, [body.reportId]),
  )
  expect(forced.rowCount).toBe(0)
  expect(await clerk.refused(verifyReports, { body: { reportIds: [body.reportId] } })).toMatchObject({
    code: 'FORBIDDEN',
  })
})

test('many at once: what can be done is done, and each of the others says why not', async () => {
  const itemId = await makeWork(server, '成批')
  const [one, two] = [reportOf(itemId, { text: '一' }), reportOf(itemId, { text: '二', figures })]
  await clerk.ask(sendReport, { body: one })
  await officer.ask(sendReport, { body: two })
  const reply = await officer.ask(verifyReports, { body: { reportIds: [one.reportId, two.reportId] } })
  expect(reply.decided).toEqual([one.reportId])
  expect(reply.refused.map(({ reportId }) => reportId)).toEqual([two.reportId])
})

test('the list counts by state and unit, knows who may decide, and reads the past as it was', async () => {
  const itemId = await makeWork(server, '所知')
  const body = reportOf(itemId, { text: '当时', figures, month: '2026-04' })
  await clerk.ask(sendReport, { body })
  const asOf = new Date().toISOString()
  await new Promise((resolve) => setTimeout(resolve, 5))
  await verifier.ask(verifyReports, { body: { reportIds: [body.reportId] } })
  const query = { month: '2026-04', playbook: 'works' }
  const now = await verifier.ask(listReports, { query })
  expect(now).toMatchObject({ total: 1, states: { verified: 1, sent: 0 }, units: [{ orgId: townOrg, reports: 1 }] })
  const then = await verifier.ask(listReports, { query: { ...query, asOf } })
  expect(then).toMatchObject({
    total: 1,
    states: { verified: 0, sent: 1 },
    reports: [{ state: 'sent', decidedBy: null }],
  })
  expect(then.reports[0]!.figures).toMatchObject([{ verified: false }])
  expect(await verifier.ask(listReports, { query: { ...query, asOf: '2026-01-01' } })).toMatchObject({ total: 0 })
  const mine = { ...query, mine: 'decide' as const, state: 'sent,received' }
  expect((await verifier.ask(listReports, { query: mine })).total).toBe(0)
  await clerk.ask(sendReport, { body: reportOf(itemId, { text: '再报', month: '2026-04' }) })
  expect((await verifier.ask(listReports, { query: mine })).reports).toMatchObject([{ text: '再报', mayDecide: true }])
  expect((await clerk.ask(listReports, { query: { ...query, mine: 'decide' } })).total).toBe(0)
  const other = { ...query, unit: bureauOrg }
  expect((await verifier.ask(listReports, { query: other })).total).toBe(0)
})
