import {
  answerContest,
  askExemption,
  contestSign,
  createItem,
  decideExemption,
  endExemption,
  getItem,
  listExemptions,
  listItemEvents,
  listItemExemptions,
  listItemPledges,
  listSigns,
  removeLink,
  reportFact,
  verifyFact,
} from '@guatu/contract'
import { worstLamp } from '@guatu/kernel'
import { playbooks } from '@guatu/playbooks'
import { beforeAll, expect, test } from 'vitest'
import { turnDay } from '../../jobs/turn-day.ts'
import { systemActor } from '../../store/actor.ts'
import { holdItems } from '../../store/items/hold.ts'
import { isMoved, relit } from '../../store/items/relit.ts'
import { givePerson } from '../../store/testing/people.ts'
import { townOrg, useTestApp } from '../../store/testing/test-app.ts'

const server = useTestApp(playbooks)
const projects = playbooks.find(({ capabilities }) => capabilities.includes('annualInvestment'))!
const pledges = playbooks.find(({ pledge }) => pledge)!
const yuan = (amount: string) => ({ amount, currency: 'CNY' })
const day = (date: string) => ({ date, precision: 'day' })
/** Office hours of a day in Shanghai. */
async function turnTo(today: string) {
  server.today = today
  server.instant = `${today}T02:00:00.000Z`
  await turnDay(server.deps)
}

let office = ''
let other = ''
let itemId = ''

beforeAll(async () => {
  server.instant = '2026-06-15T01:00:00.000Z'
  office = await givePerson(server.deps, [{ role: 'districtOffice', orgId: townOrg }])
  other = await givePerson(server.deps, [{ role: 'districtOffice', orgId: townOrg }])
  const fields = {
    ...{ title: '南湖新材', leadOrg: townOrg, capitalType: 'private', landMode: 'existing', landAreaMu: 40 },
    ...{ annualPlan: yuan('10000000.00'), annualDone: yuan('100000.00'), totalInvestment: yuan('50000000.00') },
    plannedFinish: day('2027-12-31'),
  }
  itemId = (await server.ask(createItem, { body: { playbook: projects.key, fields } })).itemId
})

const read = async (more = {}) => (await server.ask(getItem, { params: { itemId }, query: more })).item
const behind = async () => (await read()).lampReasons.find(({ rule }) => rule === 'behind-schedule')

/** Every lamp in the district as it is stored, and as it comes out from nothing but what it is judged by. */
async function expectLampsFresh(): Promise<void> {
  const { deps } = server
  await deps.store.as(systemActor).write(async (tx) => {
    const { rows } = await tx.client.query<{ id: string }>('select item_id as id from item where lit_on = $1', [
      server.today,
    ])
    const clock = { today: server.today, now: deps.now() }
    const ids = rows.map(({ id }) => id)
    const held = await holdItems(tx, ids, (key) => playbooks.find((playbook) => playbook.key === key)!, clock)
    expect([...held.values()].map(relit).filter(isMoved)).toEqual([])
    expect(held.size).toBeGreaterThan(0)
  })
}

/** The gravest level of each rule that lit an item, from the item as it is known. */
function gravest({ lampReasons }: Awaited<ReturnType<typeof read>>) {
  const lit = lampReasons.filter(({ exempted }) => !exempted)
  const rules = [...new Set(lit.map(({ rule }) => rule))].sort()
  const worst = (rule: string) => worstLamp(lit.filter((reason) => reason.rule === rule).map(({ level }) => level))
  return rules.map((rule) => ({ rule, level: worst(rule) }))
}

const wish = { rule: 'behind-schedule', ground: 'planning', text: '控规调整待批', until: '2026-07-10' } as const

test('an exemption is asked for with everything that it needs, and granted by somebody else', async () => {
  expect((await read()).lamp).toBe('red')
  server.instant = '2026-06-15T02:00:00.000Z'
  const bad = { ...wish, rule: 'nobody-knows', text: ' ', until: '2026-06-01' }
  const all = await server.as(office).refused(askExemption, { params: { itemId }, body: bad })
  expect(all.refusals.map(({ path }) => path).sort()).toEqual(['rule', 'text', 'until'])
  const { exemption } = await server.as(office).ask(askExemption, { params: { itemId }, body: wish })
  expect(exemption).toMatchObject({ state: 'asked', wouldLight: 'red', from: null })
  expect((await read()).lamp).toBe('red')
  const params = { exemptionId: exemption.exemptionId }
  const again = await server.as(office).refused(askExemption, { params: { itemId }, body: wish })
  expect(again.code).toBe('EXEMPTION_STATE')
  const own = await server.as(office).refused(decideExemption, { params, body: { granted: true } })
  expect(own.refusals[0]).toMatchObject({ code: 'FORBIDDEN', message: { zh: expect.stringContaining('自己') } })
  const silent = await server.as(other).refused(decideExemption, { params, body: { granted: false } })
  expect(silent.code).toBe('REASON_REQUIRED')
  const granted = await server.as(other).ask(decideExemption, { params, body: { granted: true } })
  expect(granted.exemption).toMatchObject({ state: 'inForce', from: '2026-06-15', until: '2026-07-10' })

  const item = await read()
  expect(item.lamp).not.toBe('red')
  const reason = await behind()
  expect(reason).toMatchObject({ level: 'red', exempted: { ground: 'planning', until: '2026-07-10' } })
  expect(reason?.text.zh).toContain('已豁免至 2026-07-10：规划或用地指标调整')
  expect((await read({ asOf: '2026-06-15T01:30:00Z' })).lamp).toBe('red')
  const { events } = await server.ask(listItemEvents, { params: { itemId } })
  expect(events.map(({ verb }) => verb)).toEqual(
    expect.arrayContaining(['exemption.asked', 'exemption.granted', 'item.lit']),
  )
  await expectLampsFresh()
})

test('it stands in the list of all, which somebody else reads by what he may decide', async () => {
  const { counts, exemptions } = await server.as(other).ask(listExemptions, { query: { state: 'inForce' } })
  expect(counts).toEqual({ asked: 0, inForce: 1, refused: 0, over: 0 })
  expect(exemptions[0]).toMatchObject({ itemTitle: '南湖新材', decidable: false })
})

test('it ends by itself at the turn of the day, and the month behind keeps what it showed', async () => {
  await turnTo('2026-07-03')
  const { rows } = await server.deps.store.read((tx) =>
    tx.client.query('select month, rule, level from lamp_month where item_id = $1 order by rule', [itemId]),
  )
  expect(rows.map(({ rule }) => rule)).not.toContain('behind-schedule')
  await turnTo('2026-07-11')
  expect(await read()).toMatchObject({ lamp: 'red' })
  expect((await behind())?.exempted).toBeUndefined()
  await turnTo('2026-07-31')
  await turnTo('2026-08-02')
  const ends = await server.deps.store.read((tx) =>
    tx.client.query("select rule, level from lamp_month where item_id = $1 and month = '2026-07' order by rule", [
      itemId,
    ]),
  )
  expect(ends.rows).toContainEqual({ rule: 'behind-schedule', level: 'red' })
  expect(ends.rows).toEqual(gravest(await read({ asOf: '2026-07-31' })))
  await expectLampsFresh()
})

test('it is ended early with a reason, and stays in the list of what was', async () => {
  const { exemption } = await server
    .as(office)
    .ask(askExemption, { params: { itemId }, body: { ...wish, until: '2026-09-30' } })
  const params = { exemptionId: exemption.exemptionId }
  await server.as(other).ask(decideExemption, { params, body: { granted: true, until: '2026-08-31', note: '缩短' } })
  expect((await server.as(office).refused(endExemption, { params, body: { reason: ' ' } })).code).toBe(
    'REASON_REQUIRED',
  )
  const ended = await server.as(office).ask(endExemption, { params, body: { reason: '批复已下' } })
  expect(ended.exemption).toMatchObject({ state: 'over', ended: { text: '批复已下' } })
  expect((await read()).lamp).toBe('red')
  const { exemptions } = await server.ask(listItemExemptions, { params: { itemId }, query: {} })
  expect(exemptions.map(({ state }) => state)).toEqual(['over', 'over'])
})

test('a pledge follows what is verified of its project, and the project follows the pledge', async () => {
  const fields = {
    title: '亩均税收承诺',
    kind: 'taxPerMu',
    amount: yuan('120000.00'),
    dueOn: day('2026-08-20'),
    leadOrg: townOrg,
  }
  const links = [{ kind: pledges.pledge!.link, itemId }]
  const pledgeId = (await server.ask(createItem, { body: { playbook: pledges.key, fields, links } })).itemId
  const lampOf = async () => (await server.ask(getItem, { params: { itemId: pledgeId } })).item.lamp
  expect(await lampOf()).toBe('yellow')
  expect((await read()).lampReasons.map(({ rule }) => rule)).toContain('pledge-at-risk')
  const body = { metric: 'tax', period: '2025', value: '4800000.00', currency: 'CNY' as const }
  const { fact } = await server.as(office).ask(reportFact, { params: { itemId }, body })
  expect(await lampOf()).toBe('yellow')
  await server.as(other).ask(verifyFact, { params: { factId: fact.factId }, body: {} })
  const { pledges: held } = await server.ask(listItemPledges, { params: { itemId }, query: {} })
  expect(held).toMatchObject([{ actual: '120000.00', promised: '120000.00', kept: true, percent: 100 }])
  expect(await lampOf()).toBe('green')
  expect((await read()).lampReasons.map(({ rule }) => rule)).not.toContain('pledge-at-risk')
  const link = (await server.ask(getItem, { params: { itemId: pledgeId } })).links[0]!
  await server.ask(removeLink, { params: { itemId: pledgeId, linkId: link.linkId }, body: {} })
  expect(await lampOf()).toBe('yellow')
  await expectLampsFresh()
})

test('signs name their records, are contested by whoever keeps the item, and go when that is upheld', async () => {
  await turnTo('2027-03-01')
  const board = await server.as(office).ask(listSigns, { query: { item: itemId } })
  const record = board.records.find(({ sign }) => sign === 'slow') ?? board.records[0]
  expect(board.counts.slow).toBeGreaterThan(0)
  const body = { itemId, sign: record!.sign, record: record!.record, text: '节点已完成，待补录' }
  const { contestId } = await server.as(office).ask(contestSign, { body })
  expect((await server.as(office).refused(contestSign, { body })).code).toBe('SIGN_CONTEST_STATE')
  const marked = await server.as(other).ask(listSigns, { query: { item: itemId } })
  expect(marked.records.find((one) => one.record === record!.record)?.contest?.text).toBe('节点已完成，待补录')
  const answer = { params: { contestId }, body: { text: '属实', upheld: true } }
  expect((await server.as(office).refused(answerContest, answer)).code).toBe('FORBIDDEN')
  await server.as(other).ask(answerContest, answer)
  const after = await server.as(other).ask(listSigns, { query: { item: itemId } })
  expect(after.counts.slow).toBe((board.counts.slow ?? 0) - 1)
  expect(after.units.every(({ contested }) => contested === 0)).toBe(true)
})
