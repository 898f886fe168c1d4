import { getItem, listItemEvents, listReports, reportsDue, sendReport, sendReports } from '@guatu/contract'
import { beforeAll, expect, test } from 'vitest'
import { givePerson } from '../../store/testing/people.ts'
import { townOrg, useTestApp } from '../../store/testing/test-app.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { makeWork, nodeOf, reportOf } from './testing/works.ts'

const server = useTestApp()
let clerk: ReturnType<typeof server.as>

beforeAll(async () => {
  clerk = server.as(await givePerson(server.deps, [{ role: 'town', orgId: townOrg }]))
})

const factsOf = async (itemId: string) => (await server.ask(getItem, { params: { itemId } })).facts
const verbsOf = async (itemId: string) =>
  (await server.ask(listItemEvents, { params: { itemId } })).events.map(({ verb }) => verb)

test('a report writes its figures, its node and its events at once', async () => {
  const itemId = await makeWork(server, '一次报送')
  const said = { nodeKey: 'file', percent: 40, startedOn: '2026-06-01', text: '材料已递交' }
  const body = reportOf(itemId, { ...said, figures: [{ metric: 'monthDone', value: '300000' }] })
  const { report, repeated, revision } = await clerk.ask(sendReport, { body })
  expect(repeated).toBe(false)
  expect(report).toMatchObject({ state: 'sent', percent: 40, text: '材料已递交', nodeTitle: '节点file', own: true })
  expect(report).toMatchObject({ sameAsPrevious: false, previous: null, mayDecide: false, replaced: false })
  expect(report.figures).toMatchObject([
    { metric: 'monthDone', period: '2026-06', value: '300000.00', verified: false },
  ])
  expect(await nodeOf(server, itemId, 'file')).toMatchObject({
    percentDone: 40,
    actualStart: '2026-06-01',
    done: false,
  })
  expect(await factsOf(itemId)).toMatchObject(
    [{ metric: 'monthDone', state: 'reported' }, { metric: 'yearPlan' }].slice(0, 1),
  )
  expect(await verbsOf(itemId)).toEqual(['fact.reported', 'report.sent', 'item.created'])
  const { item } = await server.ask(getItem, { params: { itemId } })
  expect([item.revision, item.fields.monthDone]).toEqual([revision, { amount: '300000.00', currency: 'CNY' }])
})

test('the same report again is answered as it stands, and written once; so are two at the same time', async () => {
  const itemId = await makeWork(server, '重复报送')
  const body = reportOf(itemId, { text: '一次', figures: [{ metric: 'monthDone', value: '1.00' }] })
  const replies = await Promise.all([clerk.ask(sendReport, { body }), clerk.ask(sendReport, { body })])
  expect(replies.map(({ repeated }) => repeated).toSorted()).toEqual([false, true])
  expect((await clerk.ask(sendReport, { body: { ...body, text: '改了字' } })).report.text).toBe('一次')
  expect(await verbsOf(itemId)).toEqual(['fact.reported', 'report.sent', 'item.created'])
  const other = server.as(await givePerson(server.deps, [{ role: 'town', orgId: townOrg }]))
  expect(await other.refused(sendReport, { body })).toMatchObject({ code: 'REPORT_STATE' })
})

test('everything that is wrong is said at once', async () => {
  const itemId = await makeWork(server, '错处')
  await clerk.ask(sendReport, { body: reportOf(itemId, { nodeKey: 'file', percent: 60 }) })
  const wrong = {
    ...{ nodeKey: 'file', percent: 30, startedOn: '2026-07-01', month: '2026-07', evidenceIds: [uuidv7()] },
    figures: [{ metric: 'gold', value: '1' }],
    madeAt: '2099-01-01T00:00:00Z',
    replacesId: uuidv7(),
  }
  const reply = await clerk.refused(sendReport, { body: reportOf(itemId, wrong) })
  expect(reply.refusals.map(({ path }) => path).toSorted()).toEqual(
    ['evidenceIds', 'figures/gold', 'madeAt', 'month', 'percent', 'replacesId', 'startedOn'].toSorted(),
  )
  expect(await verbsOf(itemId)).toHaveLength(2)
})

test('a node that somebody changed since is told with who, when and what', async () => {
  const itemId = await makeWork(server, '冲突')
  const other = await givePerson(server.deps, [{ role: 'town', orgId: townOrg }])
  const seen = { percentDone: null, actualStart: null, actualFinish: null }
  await server.as(other).ask(sendReport, { body: reportOf(itemId, { nodeKey: 'file', percent: 50 }) })
  const late = reportOf(itemId, { nodeKey: 'file', percent: 55, seen })
  const { refusals } = await clerk.refused(sendReport, { body: late })
  expect(refusals).toMatchObject([{ code: 'REPORT_CONFLICT', path: 'nodes/file' }])
  expect(refusals[0]!.message.zh).toMatch(new RegExp(`人员${other.slice(-4)} .* 改动，目前50%`))
  const checked = { ...late, seen: { ...seen, percentDone: 50 } }
  expect(await clerk.ask(sendReport, { body: checked })).toMatchObject({ repeated: false, report: { percent: 55 } })
})

test('a node that is done is done on its day, and moves what follows', async () => {
  const itemId = await makeWork(server, '完成')
  const body = reportOf(itemId, { nodeKey: 'file', done: true, finishedOn: '2026-06-10' })
  await clerk.ask(sendReport, { body })
  expect(await nodeOf(server, itemId, 'file')).toMatchObject({
    ...{ done: true, doneBasis: 'reported', actualFinish: '2026-06-10' },
  })
  const again = reportOf(itemId, { nodeKey: 'file', percent: 80 })
  expect(await clerk.refused(sendReport, { body: again })).toMatchObject({ code: 'REPORT_INVALID' })
})

test('text and figures of the month before are told as the same; a difference is none', async () => {
  const itemId = await makeWork(server, '照抄')
  const said = { text: '主体施工，进展顺利。', figures: [{ metric: 'monthDone', value: '100' }] }
  await clerk.ask(sendReport, { body: reportOf(itemId, { ...said, month: '2026-05' }) })
  const same = await clerk.ask(sendReport, { body: reportOf(itemId, { ...said, text: '主体施工 进展顺利' }) })
  expect(same.report).toMatchObject({ sameAsPrevious: true, previous: { text: said.text } })
  const other = await clerk.ask(sendReport, { body: reportOf(itemId, { ...said, text: '主体结顶' }) })
  expect(other.report.sameAsPrevious).toBe(false)
  expect((await server.ask(listReports, { query: { item: itemId, same: 'yes' } })).total).toBe(1)
})

test('many reports are sent all or none, and each refusal names its row', async () => {
  const [first, second] = [await makeWork(server, '批一'), await makeWork(server, '批二')]
  const good = reportOf(first, { text: '好' })
  const bad = reportOf(second, { text: '坏', figures: [{ metric: 'gold', value: '1' }] })
  const { refusals } = await clerk.refused(sendReports, { body: { reports: [good, bad] } })
  expect(refusals).toMatchObject([{ path: 'reports/1/figures/gold' }])
  expect((await server.ask(listReports, { query: { item: first } })).total).toBe(0)
  const mended = { ...bad, figures: [{ metric: 'monthDone', value: '1' }] }
  const two = reportOf(first, { nodeKey: 'file', percent: 10 })
  expect(await clerk.ask(sendReports, { body: { reports: [good, mended, two] } })).toEqual({ sent: 3, repeated: 0 })
  expect(await clerk.ask(sendReports, { body: { reports: [good, mended] } })).toEqual({ sent: 0, repeated: 2 })
  expect(await clerk.refused(sendReports, { body: { reports: [good, good] } })).toMatchObject({
    code: 'REPORT_INVALID',
  })
})

test('what is due knows what was said last, what stands and what is missing', async () => {
  const itemId = await makeWork(server, '待报')
  const before = { month: '2026-05', text: '上月进展', figures: [{ metric: 'monthDone', value: '200000' }] }
  await clerk.ask(sendReport, { body: reportOf(itemId, before) })
  const dueOf = async () => (await clerk.ask(reportsDue)).items.find((item) => item.itemId === itemId)!
  const due = await dueOf()
  expect(due).toMatchObject({
    missing: ['report', 'figures'],
    mayReport: true,
    last: { text: '上月进展' },
    reports: [],
  })
  expect(due.figures[0]).toEqual({ metric: 'monthDone', current: null, last: '200000.00', lastPeriod: '2026-05' })
  expect(due.nodes[0]).toMatchObject({ nodeKey: 'file', own: true, reported: false })
  const now = { nodeKey: 'file', percent: 5, figures: [{ metric: 'monthDone', value: '100' }] }
  await clerk.ask(sendReport, { body: reportOf(itemId, now) })
  expect(await dueOf()).toMatchObject({
    missing: [],
    reports: [{ nodeKey: 'file' }],
    nodes: [{ reported: true, percentDone: 5 }, {}, {}, {}, {}],
  })
  const stranger = server.as(await givePerson(server.deps, [{ role: 'leader', orgId: townOrg }]))
  expect(await stranger.refused(reportsDue)).toMatchObject({ code: 'FORBIDDEN' })
  expect(await stranger.refused(sendReport, { body: reportOf(itemId, { text: '不该' }) })).toMatchObject({
    code: 'FORBIDDEN',
  })
})
