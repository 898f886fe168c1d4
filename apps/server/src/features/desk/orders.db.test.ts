import {
  addLink,
  advanceItem,
  advanceItems,
  assignCharge,
  createItem,
  getDesk,
  getDocument,
  getDocumentPdf,
  getDocumentWord,
  getItem,
  getMyCharge,
  getPatrol,
  planVisits,
  updateItem,
} from '@guatu/contract'
import type { Capability } from '@guatu/playbook'
import { playbooks } from '@guatu/playbooks'
import { beforeAll, expect, test } from 'vitest'
import { bureauOrg, townOrg, useTestApp } from '../../store/testing/test-app.ts'
import { personWith } from '../directory/testing/administrators.ts'

const listOf = (capability: Capability) => playbooks.find(({ capabilities }) => capabilities.includes(capability))!
const [order, visit] = [listOf('orders'), listOf('visits')]
const server = useTestApp([order, visit])
const playbook = order.key
const day = (date: string) => ({ date, precision: 'day' })

type Asker = ReturnType<typeof server.as>
const people: Record<'office' | 'town' | 'bureau' | 'leader', Asker & { personId: string }> = {} as never

beforeAll(async () => {
  const made = async (name: string, role: 'districtOffice' | 'town' | 'department' | 'leader', orgId: string) => {
    const { person } = await personWith(server, name, role, orgId)
    return { ...server.as(person.personId), personId: person.personId }
  }
  people.office = await made('王主任', 'districtOffice', bureauOrg)
  people.town = await made('李镇长', 'town', townOrg)
  people.bureau = await made('陈局长', 'department', bureauOrg)
  people.leader = await made('周区长', 'leader', bureauOrg)
})

const body = (changes: Record<string, unknown> = {}) => ({
  playbook,
  fields: {
    title: '加快办理用地手续',
    orderKind: 'hint',
    ground: '节点已逾期22天。',
    demand: '一、抓紧办理。\n二、按周报送。',
    issuerOrg: bureauOrg,
    leadOrg: townOrg,
    dueOn: day('2026-06-26'),
    ...changes,
  },
})

const made = async (changes = {}) => (await people.office.ask(createItem, { body: body(changes) })).itemId

async function move(by: Asker, itemId: string, to: string, more: Record<string, unknown> = {}) {
  const { item } = await by.ask(getItem, { params: { itemId } })
  return (await by.ask(advanceItem, { params: { itemId }, body: { revision: item.revision, to, ...more } })).item
}

const revisionOf = async (itemId: string) => (await people.office.ask(getItem, { params: { itemId } })).item.revision

test('an order goes its whole way, each move by its own side', async () => {
  const { office, town } = people
  const itemId = await made()
  const params = { itemId }
  const issued = await move(office, itemId, 'issued')
  expect(issued.fields).toMatchObject({ documentNumber: '南提〔2026〕1号', issuedOn: day('2026-06-15') })
  const renumbered = await office.refused(updateItem, {
    params,
    body: { revision: issued.revision, fields: { documentNumber: '南督〔2026〕9号' } },
  })
  expect(renumbered.refusals.map(({ path }) => path)).toEqual(['documentNumber'])
  const foreign = await people.office.refused(advanceItem, {
    params,
    body: { revision: issued.revision, to: 'received' },
  })
  expect(foreign.code).toBe('FORBIDDEN')
  await move(town, itemId, 'received')
  await move(town, itemId, 'extensionAsked', {
    fields: { askedUntil: day('2026-07-10'), extensionGround: '等上级批复' },
  })
  await move(office, itemId, 'received', { move: 'grant', reason: '情况属实', fields: { dueOn: day('2026-07-10') } })
  await move(town, itemId, 'replied', { fields: { reply: '已办结。', repliedOn: day('2026-06-16') } })
  await move(office, itemId, 'received', { reason: '缺佐证' })
  await move(town, itemId, 'replied')
  await move(office, itemId, 'accepted', { fields: { opinion: '同意' } })
  await move(office, itemId, 'struckOff')
  const whole = await office.ask(getItem, { params })
  expect(whole).toMatchObject({ counts: { extension: 1, rejection: 1 }, item: { stage: 'struckOff' } })
  expect(whole.item.fields.documentNumber).toBe('南提〔2026〕1号')
})

test('numbers run without gaps by kind and year, also side by side and over a failed issue', async () => {
  const { office } = people
  const ids = await Promise.all(Array.from({ length: 6 }, () => made({ orderKind: 'order', directGround: '当场交办' })))
  const incomplete = await made({ orderKind: 'order', demand: null, directGround: '当场交办' })
  const failed = await office.refused(advanceItem, {
    params: { itemId: incomplete },
    body: { revision: 1, to: 'issued' },
  })
  expect(failed.refusals.map(({ path }) => path)).toEqual(['demand'])
  const issued = await Promise.all(ids.map((itemId) => move(office, itemId, 'issued')))
  const numbers = issued.map(({ fields }) => String(fields.documentNumber)).sort()
  expect(numbers).toEqual([1, 2, 3, 4, 5, 6].map((number) => `南督〔2026〕${number}号`))
  // A ledger brought the next one: it is passed over, and the year after begins anew.
  await made({ orderKind: 'order', documentNumber: '南督〔2026〕7号' })
  const eighth = await move(office, await made({ orderKind: 'order', directGround: '当场交办' }), 'issued')
  expect(eighth.fields.documentNumber).toBe('南督〔2026〕8号')
  server.today = '2027-01-04'
  const next = await move(office, await made({ orderKind: 'order', directGround: '当场交办' }), 'issued')
  expect(next.fields.documentNumber).toBe('南督〔2027〕1号')
  server.today = '2026-06-15'
})

test('a card is refused without the document before it', async () => {
  const { office } = people
  const first = await made({ orderKind: 'order', directGround: '当场交办' })
  const card = await made({ orderKind: 'yellowCard' })
  const params = { itemId: card }
  const alone = await office.refused(advanceItem, { params, body: { revision: 1, to: 'issued' } })
  expect(alone.refusals.map(({ path }) => path)).toEqual(['links/cites'])
  await office.ask(addLink, { params, body: { kind: 'cites', itemId: first } })
  const ofDraft = await office.refused(advanceItem, {
    params,
    body: { revision: await revisionOf(card), to: 'issued' },
  })
  expect(ofDraft.refusals.map(({ path }) => path)).toEqual(['links/cites'])
  await move(office, first, 'issued')
  const issued = await move(office, card, 'issued')
  expect(issued.fields.documentNumber).toBe('南黄牌〔2026〕1号')
})

test('the desk says what waits for whom, and receives many at once', async () => {
  const { town, office, bureau } = people
  const ids = [await made(), await made()]
  for (const itemId of ids) await move(office, itemId, 'issued')
  const desk = await town.ask(getDesk, { query: { playbook } })
  const own = desk.rows.filter(({ itemId }) => ids.includes(itemId))
  expect(own.map(({ moves }) => moves.map(({ key, plain }) => [key, plain]))).toEqual([
    [['received', true]],
    [['received', true]],
  ])
  // The past has the items as they were, without clocks and without anything to do.
  const past = await town.ask(getDesk, { query: { playbook, asOf: new Date().toISOString() } })
  expect(past).toMatchObject({ open: desk.open, waiting: 0, overdue: 0 })
  expect((await town.ask(getDesk, { query: { playbook, asOf: '2026-01-01' } })).open).toBe(0)
  expect(own[0]?.clock).toMatchObject({ key: 'receipt', overdue: false })
  expect(desk.waiting).toBeLessThanOrEqual(desk.open)
  const reply = await town.ask(advanceItems, {
    body: { to: 'received', items: own.map(({ itemId, revision }) => ({ itemId, revision })) },
  })
  expect(reply).toEqual({ moved: expect.arrayContaining(ids), refused: [] })
  const again = await town.ask(advanceItems, { body: { to: 'received', items: [{ itemId: ids[0]!, revision: 2 }] } })
  expect(again.refused[0]?.reasons.length).toBeGreaterThan(0)
  const others = await bureau.ask(getDesk, { query: { playbook } })
  expect(others.rows.find(({ itemId }) => itemId === ids[0])?.moves ?? []).toEqual([])
})

test('an order and its reply come out as documents, for whoever may read it', async () => {
  const { office, town } = people
  const itemId = await made({ title: '加快办理<用地>手续', copyOrgs: [bureauOrg] })
  const params = { itemId, document: 'order' }
  const draft = await office.ask(getDocument, { params })
  expect(draft.document).toMatchObject({ number: null, date: null, printed: null, mark: '区发展和改革局' })
  await move(office, itemId, 'issued')
  const { document } = await town.ask(getDocument, { params })
  expect(document).toMatchObject({
    title: '关于加快办理<用地>手续的提示函',
    recipient: '凤桥镇',
    date: '2026-06-15',
    copies: ['区发展和改革局'],
  })
  expect(document.paragraphs.map(([span]) => span?.face)).toEqual(['text', 'heading', 'heading', 'text'])
  const none = await town.refused(getDocument, { params: { itemId, document: 'reply' } })
  expect(none.refusals.map(({ path }) => path)).toEqual(['reply'])
  for (const [route, ending, mark] of [
    [getDocumentWord, 'docx', 'PK'],
    [getDocumentPdf, 'pdf', '%PDF'],
  ] as const) {
    const url = route.path.replace(':itemId', itemId).replace(':document', 'order')
    const file = await server.app.inject({ method: 'GET', url })
    expect(file.statusCode).toBe(200)
    expect(file.rawPayload.subarray(0, mark.length).toString()).toBe(mark)
    expect(decodeURIComponent(String(file.headers['content-disposition']))).toContain(`手续的提示函.${ending}`)
  }
})

test('a patrol plan is laid at once, and shows what was made and what was missed', async () => {
  const { office, leader } = people
  const plan = (plannedOn: string) => ({
    title: '走访凤桥镇',
    visitorId: leader.personId,
    areaCode: '330402101',
    plannedOn,
  })
  const visits = [plan('2026-05-20'), plan('2026-06-10'), plan('2026-06-25')]
  const strange = await office.refused(planVisits, {
    body: { playbook: visit.key, visits: [...visits, { ...plan('2026-07-01'), areaCode: '000000' }] },
  })
  expect(strange.refusals[0]?.path).toBe('visits/3/area')
  expect(await office.ask(planVisits, { body: { playbook: visit.key, visits } })).toEqual({ created: 3 })
  const before = await leader.ask(getPatrol, { query: { playbook: visit.key } })
  expect(before).toMatchObject({ year: 2026, planned: 3, made: 0, missed: 2 })
  const first = before.visits.find(({ plannedOn }) => plannedOn === '2026-05-20')!
  const fields = { visitedOn: day('2026-05-21'), findings: '桩基未进场' }
  await leader.ask(advanceItem, { params: { itemId: first.itemId }, body: { revision: 1, to: 'made', fields } })
  const after = await leader.ask(getPatrol, { query: { playbook: visit.key } })
  expect(after).toMatchObject({ planned: 3, made: 1, missed: 1 })
  expect(after.cells).toContainEqual({ month: 5, areaCode: '330402101', planned: 1, made: 1, missed: 0 })
  expect(after.visitors).toEqual([{ personId: leader.personId, planned: 3, made: 1, missed: 1 }])
})

test('what is in a leader’s charge, list by list, for himself and for whoever may ask', async () => {
  const { office, leader, town } = people
  const before = await leader.ask(getMyCharge)
  expect(before.lists.map(({ playbook: list }) => list)).toEqual([visit.key])
  await office.ask(assignCharge, {
    body: { personId: leader.personId, kind: 'org', target: townOrg, from: '2026-01-01' },
  })
  const own = await leader.ask(getMyCharge)
  expect(own.charges).toEqual([{ kind: 'org', target: townOrg }])
  const orders = own.lists.find(({ playbook: list }) => list === playbook)!
  expect(orders.total).toBeGreaterThan(5)
  expect(orders.rows.length).toBe(orders.total)
  expect(await office.ask(getMyCharge, { query: { person: leader.personId } })).toEqual(own)
  expect((await town.ask(getMyCharge)).lists.every(({ playbook: list }) => list !== visit.key)).toBe(true)
})
