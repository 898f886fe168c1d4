import {
  advanceItem,
  applyForChange,
  createItem,
  freezeBaselines,
  getChange,
  getItem,
  listBaselines,
  listChanges,
  listItemEvents,
  saveChangeRequest,
  savePlan,
  seeChange,
  updateItem,
} from '@guatu/contract'
import { playbooks } from '@guatu/playbooks'
import { beforeAll, describe, expect, test } from 'vitest'
import { asOwner } from '../../store/store.ts'
import { givePerson } from '../../store/testing/people.ts'
import { bureauOrg, townOrg, useTestApp } from '../../store/testing/test-app.ts'
import { worksList } from '../../store/testing/works-list.ts'

const applications = playbooks.find(({ capabilities }) => capabilities.includes('changes'))!
const server = useTestApp([worksList, applications])
const playbook = worksList.key
const until = (date: string) => ({ date, precision: 'day' as const })
let town = ''
let other = ''
let office = ''
let leader = ''
let works = 0

beforeAll(async () => {
  town = await givePerson(server.deps, [{ role: 'town', orgId: townOrg }])
  other = await givePerson(server.deps, [{ role: 'department', orgId: bureauOrg }])
  office = await givePerson(server.deps, [{ role: 'districtOffice', orgId: bureauOrg }])
  leader = await givePerson(server.deps, [{ role: 'leader', orgId: bureauOrg }], [{ kind: 'org', target: townOrg }])
})

async function made() {
  works += 1
  const fields = { name: `工程${works}`, unit: townOrg, until: until('2027-12-31') }
  const { itemId } = await server.ask(createItem, { body: { playbook, fields } })
  return { itemId }
}

async function frozen() {
  const { itemId } = await made()
  await server.as(town).ask(freezeBaselines, { body: { playbook, itemIds: [itemId], name: '首版基线' } })
  return { itemId, revision: (await server.ask(getItem, { params: { itemId } })).item.revision }
}

const reasons = { reasonKind: 'demolition', reason: '三户未签约', basis: '会议纪要〔2026〕12 号' }
const later = [{ nodeKey: 'accept', durationWorkdays: 30 }]
const moveOf = async (itemId: string) => (await server.ask(getItem, { params: { itemId } })).item

async function applied(target: { itemId: string; revision: number }, rebaseline = false) {
  const body = { revision: target.revision, changes: later, finish: '2028-03-31', rebaseline, fields: reasons }
  const { itemId } = await server.as(town).ask(applyForChange, { params: { itemId: target.itemId }, body })
  const { revision } = await moveOf(itemId)
  await server.as(town).ask(advanceItem, { params: { itemId }, body: { revision, to: 'applied' } })
  return itemId
}

const decide = async (personId: string, itemId: string, to = 'approved', more = {}) => {
  const { revision } = await moveOf(itemId)
  return { params: { itemId }, body: { revision, to, ...more }, personId }
}

describe('a baseline', () => {
  test('is the plan as it stands, comes into force, and is never altered', async () => {
    const { itemId } = await made()
    const params = { itemId }
    const { plan, item } = await server.ask(getItem, { params })
    await server.ask(savePlan, { params, body: { revision: item.revision, changes: later } })
    const before = (await server.ask(getItem, { params })).plan.nodes
    expect(before.some(({ plannedFinish, baselineFinish }) => plannedFinish !== baselineFinish)).toBe(true)
    const reply = await server.as(town).ask(freezeBaselines, { body: { playbook, itemIds: [itemId], name: '首版' } })
    expect(reply).toMatchObject({ frozen: 1, left: [] })
    const after = (await server.ask(getItem, { params })).plan.nodes
    expect(after.every(({ plannedFinish, baselineFinish }) => plannedFinish === baselineFinish)).toBe(true)
    expect(after.map(({ plannedFinish }) => plannedFinish)).toEqual(before.map(({ plannedFinish }) => plannedFinish))
    expect(plan.nodes).toHaveLength(after.length)
    const { baselines, mayFreeze } = await server.ask(listChanges, { params })
    expect(baselines).toMatchObject([{ number: 1, name: '首版', finish: '2027-12-31', changeItemId: null }])
    expect(mayFreeze).toBe(true)
    const { events } = await server.ask(listItemEvents, { params })
    expect(events[0]).toMatchObject({
      verb: 'baseline.frozen',
      text: { zh: expect.stringContaining('冻结第 1 版基线') },
    })
    for (const change of ['update baseline set name = name', 'delete from baseline_node']) {
      for (const actor of [{ personId: office, name: '办', post: null, origin: null }, server.deps.actor]) {
        const writing = server.deps.store.as(actor).write((tx) => tx.client.query(change))
        await expect(writing).rejects.toThrow(/permission denied/)
      }
    }
  })

  test('of one item is frozen by its planner once; a further one by whoever approves, with a reason', async () => {
    const { itemId } = await frozen()
    const again = { body: { playbook, itemIds: [itemId], name: '二版' } }
    expect((await server.as(town).refused(freezeBaselines, again)).code).toBe('BASELINE_FROZEN')
    expect((await server.as(other).refused(freezeBaselines, again)).code).toBe('FORBIDDEN')
    expect((await server.as(office).refused(freezeBaselines, again)).code).toBe('REASON_REQUIRED')
    const body = { ...again.body, reason: '区政府常务会议调整' }
    expect((await server.as(office).ask(freezeBaselines, { body })).frozen).toBe(1)
    expect((await server.ask(listChanges, { params: { itemId } })).baselines.map(({ number }) => number)).toEqual([
      2, 1,
    ])
  })

  test('of a list is frozen for the items that one may, and says how many were left out and why', async () => {
    const [{ itemId: first }, { itemId: second }] = [await made(), await frozen()]
    const undated = (await server.ask(createItem, { body: { playbook, fields: { name: '无期', unit: townOrg } } }))
      .itemId
    await server.ask(createItem, {
      body: { playbook, fields: { name: '他方', unit: bureauOrg, until: until('2027-12-31') } },
    })
    const { unfrozen } = await server.as(town).ask(listBaselines, { query: { playbook } })
    const reply = await server.as(town).ask(freezeBaselines, { body: { playbook, name: '年度基线' } })
    expect(reply.left.map(({ text }) => text.zh).sort()).toEqual([
      '不由您调整计划',
      '已有基线，再次冻结须经批准的变更',
      '还没有计划日期',
    ])
    expect(reply.frozen).toBe(unfrozen - 2)
    const { baselines } = await server.as(town).ask(listBaselines, { query: { playbook } })
    expect(baselines[0]).toMatchObject({
      baselineId: reply.baselineId,
      name: '年度基线',
      items: reply.frozen,
      number: null,
    })
    const one = await server.as(town).ask(listBaselines, { query: { playbook, item: first } })
    expect(one.baselines).toMatchObject([{ number: 1, finish: '2027-12-31' }])
    expect((await server.ask(listBaselines, { query: { playbook, item: second } })).baselines).toHaveLength(1)
    expect((await server.ask(listBaselines, { query: { playbook, item: undated } })).unfrozen).toBe(1)
  })
})

describe('after a baseline is frozen', () => {
  test('what puts the plan off is refused with every node and date, what does not is saved', async () => {
    const { itemId, revision } = await frozen()
    const params = { itemId }
    const refused = await server
      .as(town)
      .refused(savePlan, { params, body: { revision, changes: later, finish: '2028-03-31' } })
    expect(refused.code).toBe('CHANGE_NEEDED')
    expect(refused.refusals.map(({ path }) => path)).toEqual(expect.arrayContaining(['finish', 'nodes/accept']))
    expect(refused.refusals.every(({ message }) => message.zh.includes('须申请变更'))).toBe(true)
    const earlier = { revision, changes: [], finish: '2027-11-30' }
    expect((await server.as(town).ask(savePlan, { params, body: earlier })).revision).toBe(revision + 1)
    const back = { revision: revision + 1, changes: [], finish: '2027-12-31' }
    await server.as(town).ask(savePlan, { params, body: back })
  })

  test('the form of the item refuses another finish as the plan does', async () => {
    const { itemId, revision } = await frozen()
    const params = { itemId }
    const body = { revision, fields: { until: until('2028-06-30') } }
    expect((await server.as(town).refused(updateItem, { params, body })).code).toBe('CHANGE_NEEDED')
    const named = { revision, fields: { name: '改名' } }
    expect((await server.as(town).ask(updateItem, { params, body: named })).item.title).toBe('改名')
  })

  test('whoever approves changes may put it off with a reason; facts are told without', async () => {
    const { itemId, revision } = await frozen()
    const params = { itemId }
    const body = { revision, changes: later }
    expect((await server.as(office).refused(savePlan, { params, body })).code).toBe('REASON_REQUIRED')
    const facts = { revision, changes: [{ nodeKey: 'file', actualFinish: '2026-06-12' }] }
    const saved = await server.as(town).ask(savePlan, { params, body: facts })
    await server.as(office).ask(savePlan, { params, body: { ...body, revision: saved.revision, reason: '常务会议' } })
  })
})

describe('an application for a change', () => {
  test('is drafted with what it moves, handed in, approved in one move; the baseline stays', async () => {
    const target = await frozen()
    const params = { itemId: target.itemId }
    const before = (await server.ask(getItem, { params })).plan.nodes
    const application = await applied(target)
    const seen = await server.as(leader).ask(getChange, { params: { itemId: application } })
    expect(seen).toMatchObject({ mayApprove: true, mayRevise: false, since: null, obstacles: [] })
    expect(seen.askedEffect).toMatchObject({ fromDeadline: '2027-12-31', toDeadline: '2028-03-31' })
    expect(seen.effect).toEqual(seen.askedEffect)
    expect((await server.as(town).ask(getChange, { params: { itemId: application } })).mayApprove).toBe(false)
    const item = await moveOf(application)
    expect(item).toMatchObject({ stage: 'applied', leadOrgId: townOrg })
    expect(item.fields).toMatchObject({ shiftWorkdays: seen.askedEffect.finishShiftWorkdays, applicant: town })
    await server
      .as(leader)
      .ask(advanceItem, await decide(leader, application, 'approved', { fields: { opinion: '同意' } }))
    const after = await server.ask(getItem, { params })
    expect(after.item.deadline).toBe('2028-03-31')
    expect(after.plan.nodes.map(({ baselineFinish }) => baselineFinish)).toEqual(
      before.map((node) => node.baselineFinish),
    )
    const last = after.plan.nodes.find(({ nodeKey }) => nodeKey === 'accept')
    expect(last).toMatchObject({ durationWorkdays: 30, plannedFinish: '2028-03-31' })
    const { approved, changes } = await server.as(town).ask(listChanges, { params })
    expect(approved).toEqual({ changes: 1, workdays: seen.askedEffect.finishShiftWorkdays })
    expect(changes).toMatchObject([{ itemId: application, stage: 'approved', approvedWorkdays: approved.workdays }])
    const told = async (itemId: string) => (await server.ask(listItemEvents, { params: { itemId } })).events
    expect((await told(target.itemId))[0]).toMatchObject({ verb: 'plan.saved', data: { changeItemId: application } })
    expect((await told(application)).map(({ verb }) => verb)).toEqual([
      ...['item.advanced', 'change.asked', 'item.advanced', 'link.added', 'change.asked', 'item.created'],
    ])
    const { effect, approvedEffect } = await server.ask(getChange, { params: { itemId: application } })
    expect(effect).toBeNull()
    expect(approvedEffect).toEqual(seen.askedEffect)
    // Up to what was approved the plan is free again.
    const { revision } = after.item
    const again = { revision, changes: [], finish: '2028-02-29' }
    const shorter = await server.as(town).ask(savePlan, { params, body: again })
    await server
      .as(town)
      .ask(savePlan, { params, body: { ...again, revision: shorter.revision, finish: '2028-03-31' } })
  })

  test('is refused to its applicant, to whoever may not approve, and to strangers', async () => {
    const target = await frozen()
    const deputy = await givePerson(server.deps, [{ role: 'districtOffice', orgId: townOrg }])
    const body = { revision: target.revision, changes: later, fields: reasons }
    const { itemId } = await server.as(deputy).ask(applyForChange, { params: { itemId: target.itemId }, body })
    const { revision } = await moveOf(itemId)
    await server.as(deputy).ask(advanceItem, { params: { itemId }, body: { revision, to: 'applied' } })
    const own = await server.as(deputy).refused(advanceItem, await decide(deputy, itemId))
    expect(own).toMatchObject({ code: 'FORBIDDEN', refusals: [{ message: { zh: '申请人不能审批自己的申请' } }] })
    expect((await server.as(town).refused(advanceItem, await decide(town, itemId))).code).toBe('FORBIDDEN')
    expect((await server.as(other).refused(getChange, { params: { itemId } })).code).toBe('NOT_FOUND')
    expect((await server.ask(getItem, { params: { itemId: target.itemId } })).item.revision).toBe(target.revision)
    await server.as(office).ask(advanceItem, await decide(office, itemId))
  })

  test('that another change has overtaken is shown anew before it is approved', async () => {
    const target = await frozen()
    const params = { itemId: target.itemId }
    const application = await applied(target)
    const pulled = { revision: target.revision, changes: [{ nodeKey: 'body', durationWorkdays: 60 }] }
    await server.as(office).ask(savePlan, { params, body: { ...pulled, reason: '提速' } })
    const overtaken = await server.as(office).refused(advanceItem, await decide(office, application))
    expect(overtaken.code).toBe('REVISION_STALE')
    expect(overtaken.refusals[0]?.message.zh).toMatch(/已被改过：.*工期 60 个工作日.*请先查看变更/)
    const { since, target: now, effect } = await server.as(office).ask(getChange, { params: { itemId: application } })
    expect(since?.zh).toContain('工期 60 个工作日')
    const old = { params: { itemId: application }, body: { revision: target.revision } }
    expect((await server.as(office).refused(seeChange, old)).code).toBe('REVISION_STALE')
    const seen = await server.as(office).ask(seeChange, { ...old, body: { revision: now.revision } })
    expect(seen.effect).toEqual(effect)
    await server.as(office).ask(advanceItem, await decide(office, application))
    expect((await server.ask(getItem, { params })).item.deadline).toBe('2028-03-31')
  })

  test('that was returned asks for something else, and freezes its plan where it says so', async () => {
    const target = await frozen()
    const application = await applied(target, true)
    const params = { itemId: application }
    const ask = { revision: target.revision, changes: [], finish: '2028-01-31' }
    expect((await server.as(town).refused(saveChangeRequest, { params, body: ask })).code).toBe('CHANGE_STATE')
    await server.as(office).ask(advanceItem, await decide(office, application, 'returned', { reason: '推迟过多' }))
    const { effect } = await server.as(town).ask(saveChangeRequest, { params, body: ask })
    expect(effect.toDeadline).toBe('2028-01-31')
    const nothing = { ...ask, changes: [], finish: undefined }
    expect((await server.as(town).refused(saveChangeRequest, { params, body: nothing })).code).toBe('PLAN_INVALID')
    await server.as(town).ask(advanceItem, await decide(town, application, 'applied', { reason: '压缩到一月底' }))
    await server.as(office).ask(advanceItem, await decide(office, application))
    const { baselines, approved } = await server.ask(listChanges, { params: { itemId: target.itemId } })
    expect(baselines).toMatchObject([{ number: 2, finish: '2028-01-31', changeItemId: application }, { number: 1 }])
    expect(approved.changes).toBe(1)
    const { plan } = await server.ask(getItem, { params: { itemId: target.itemId } })
    expect(plan.nodes.every(({ plannedFinish, baselineFinish }) => plannedFinish === baselineFinish)).toBe(true)
  })

  test('without anything asked, on an old plan, or made by hand goes nowhere', async () => {
    const target = await frozen()
    const params = { itemId: target.itemId }
    const body = { revision: target.revision, changes: [], fields: reasons }
    expect((await server.as(town).refused(applyForChange, { params, body })).code).toBe('PLAN_INVALID')
    const stale = { ...body, changes: later, revision: target.revision - 1 }
    expect((await server.as(town).refused(applyForChange, { params, body: stale })).code).toBe('REVISION_STALE')
    expect((await server.as(other).refused(applyForChange, { params, body })).code).toBe('FORBIDDEN')
    const fields = { title: '手工', ...reasons, applicantOrg: townOrg }
    const { itemId } = await server.as(town).ask(createItem, { body: { playbook: applications.key, fields } })
    const hand = await server
      .as(town)
      .refused(advanceItem, { params: { itemId }, body: { revision: 1, to: 'applied' } })
    expect(hand.refusals[0]?.message.zh).toContain('没有写明要变更什么')
    expect((await server.refused(getChange, { params: { itemId } })).code).toBe('NOT_FOUND')
  })
})

test('who may read a project reads its baselines and how often it was changed; strangers to it nothing', async () => {
  const firm = await givePerson(server.deps, [{ role: 'firm', orgId: bureauOrg }])
  const { rows } = await server.deps.store
    .as({ personId: firm, name: '企业', post: null, origin: null })
    .read((tx) =>
      tx.client.query('select (select count(*) from baseline)::int as b, (select count(*) from change_node)::int as c'),
    )
  expect(rows).toEqual([{ b: 0, c: 0 }])
  const all = await server.deps.store.write((tx) =>
    asOwner(tx, (owner) => owner.client.query('select count(*)::int as b from baseline_node')),
  )
  expect(all.rows[0].b).toBeGreaterThan(0)
})
