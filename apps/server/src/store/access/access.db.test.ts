import { type Action, keysSought, phasesOf, standardRules } from '@guatu/access'
import {
  advanceItem,
  createItem,
  explainAccess,
  getCockpit,
  getItem,
  getSession,
  listAccessRules,
  listItemEvents,
  listItems,
  reportFact,
  saveAccessRules,
  updateItem,
  verifyFact,
} from '@guatu/contract'
import type { Phase } from '@guatu/kernel'
import { expect, test } from 'vitest'
import type { Actor } from '../actor.ts'
import { append } from '../append.ts'
import { orgRow } from '../district.ts'
import { givePerson } from '../testing/people.ts'
import { bureauOrg, townOrg, useTestApp } from '../testing/test-app.ts'
import { holderOf, rulesOf } from './access-of.ts'

const server = useTestApp()
const yuan = (amount: string) => ({ amount, currency: 'CNY' })
const acting = (personId: string): Actor => ({ personId, name: '某人', post: null, origin: 'test' })
const works = { playbook: 'works' }

async function make(fields: Record<string, unknown>) {
  return (await server.ask(createItem, { body: { ...works, fields } })).itemId
}

/** What the database's own functions grant a person, beside what the rules do. */
async function granted(personId: string, action: Action) {
  return await server.deps.store.as(acting(personId)).read(async (tx) => {
    const { rows } = await tx.client.query<{ phases: Phase[]; keys: string[]; may: boolean }>(
      'select guatu_phases($1) as phases, guatu_keys($1) as keys, guatu_may($1) as may',
      [action],
    )
    const [holder, rules] = [await holderOf(tx, personId), await rulesOf(tx)]
    return {
      stored: { ...rows[0]!, phases: rows[0]!.phases.sort(), keys: rows[0]!.keys.sort() },
      pure: { phases: phasesOf(holder, rules, action).sort(), keys: keysSought(holder, rules, action) },
    }
  })
}

test('a district starts with the standard rules', async () => {
  const { rules, version } = await server.ask(listAccessRules)
  expect(rules).toHaveLength(standardRules.length)
  expect(version).toMatch(/^[0-9a-f]{16}$/)
})

test('the database grants what the rules say, through a deputised post and a charge', async () => {
  const areaOf = (areaCode: string) => ({ kind: 'area' as const, target: areaCode })
  const chiefPost = '018f0000-0000-7000-8000-0000000000f1'
  const chief = await givePerson(
    server.deps,
    [{ role: 'leader', orgId: bureauOrg, postId: chiefPost }],
    [areaOf('330402100'), { kind: 'org', target: townOrg }],
  )
  const deputy = await givePerson(server.deps, [
    { role: 'leader', orgId: bureauOrg, deputyForId: chiefPost },
    { role: 'town', orgId: townOrg },
  ])
  for (const personId of [chief, deputy]) {
    for (const action of ['item.read', 'secret.negotiation', 'item.edit', 'evidence.add'] as const) {
      const { stored, pure } = await granted(personId, action)
      expect(stored, action).toMatchObject(pure)
    }
  }
  const { stored } = await granted(deputy, 'secret.negotiation')
  expect(stored.keys).toContain('area:330402100@negotiation')
  expect(stored.keys).toContain(`leader:${chief}@negotiation`)
  expect(stored.keys).not.toContain(`leader:${deputy}@negotiation`)
})

test('what may not be read is absent; what may not be changed is refused with what is missing', async () => {
  const town = await givePerson(server.deps, [{ role: 'town', orgId: townOrg }])
  const firm = await givePerson(server.deps, [{ role: 'firm', orgId: bureauOrg }])
  const own = await make({ name: '本镇项目', unit: townOrg, yearPlan: yuan('100.00') })
  const other = await make({ name: '外单位项目', unit: bureauOrg })
  const asTown = server.as(town)
  const { allowed } = await asTown.ask(getItem, { params: { itemId: own } })
  expect(allowed).toContain('item.edit')
  expect((await asTown.ask(getItem, { params: { itemId: other } })).allowed).toEqual(['item.read'])
  const body = { revision: 1, fields: { trouble: '缺土地' } }
  const refused = await asTown.refused(updateItem, { params: { itemId: other }, body })
  expect(refused).toMatchObject({ code: 'FORBIDDEN' })
  expect(refused.refusals[0]?.message.zh).toBe(
    '修改内容：需要是全区的区级统筹，或牵头（责任）单位的镇街主攻、部门发力，或本人负责的镇街主攻、部门发力、项目专班，或专班成员的项目专班；您的岗位：凤桥镇 镇街主攻',
  )
  await asTown.ask(updateItem, { params: { itemId: own }, body })
  const asFirm = server.as(firm)
  await asFirm.refused(updateItem, { params: { itemId: other }, body })
  expect((await asFirm.refused(getItem, { params: { itemId: other } })).code).toBe('NOT_FOUND')
  expect((await asFirm.refused(listItemEvents, { params: { itemId: other } })).code).toBe('NOT_FOUND')
  expect(await asFirm.ask(listItems, { query: works })).toMatchObject({ total: 0, rows: [] })
  expect(await asFirm.ask(getCockpit, { query: works })).toMatchObject({ items: 0, lampsYesterday: null, changes: [] })
})

test('an item is put on the list by whoever leads it, and a stage is moved by its own units', async () => {
  const town = server.as(await givePerson(server.deps, [{ role: 'town', orgId: townOrg }]))
  const made = await town.ask(createItem, { body: { ...works, fields: { name: '自建', unit: townOrg } } })
  const refused = await town.refused(createItem, { body: { ...works, fields: { name: '代建', unit: bureauOrg } } })
  expect(refused.code).toBe('FORBIDDEN')
  const leader = server.as(await givePerson(server.deps, [{ role: 'leader', orgId: bureauOrg }]))
  const body = { revision: made.revision, to: 'build' }
  expect((await leader.refused(advanceItem, { params: { itemId: made.itemId }, body })).code).toBe('FORBIDDEN')
})

test('nobody verifies a figure that he reported himself', async () => {
  const office = await givePerson(server.deps, [{ role: 'districtOffice', orgId: bureauOrg }])
  const other = await givePerson(server.deps, [{ role: 'verifier', orgId: bureauOrg }])
  const itemId = await make({ name: '核实', unit: townOrg })
  const figure = { metric: 'yearDone', period: '2026', value: '12.00' }
  const { fact } = await server.as(office).ask(reportFact, { params: { itemId }, body: figure })
  const params = { factId: fact.factId }
  const refused = await server.as(office).refused(verifyFact, { params, body: {} })
  expect(refused.refusals[0]?.message.zh).toContain('不能核实自己上报的数据')
  expect((await server.as(other).ask(verifyFact, { params, body: {} })).fact.state).toBe('verified')
})

test('figures of those who read a part are those of the items that they read', async () => {
  const lead = bureauOrg
  const itemId = await make({ name: '有份', unit: lead, yearPlan: yuan('300.00'), yearDone: yuan('20.00') })
  const department = await givePerson(server.deps, [{ role: 'department', orgId: lead }])
  const reader = server.as(department)
  const all = await server.ask(getCockpit, { query: works })
  const seen = await reader.ask(getCockpit, { query: works })
  const { updatedAt: _all, changes: _told, lampsYesterday: _y, lampsWeekAgo: _w, ...whole } = all
  expect(seen).toMatchObject(whole)
  const totals = await reader.ask(listItems, { query: { ...works, filter: `leadOrg:in:${lead}` } })
  expect(totals.rows.map((row) => row.itemId)).toContain(itemId)
  const { me, playbooks } = await reader.ask(getSession)
  expect(me).toMatchObject({ personId: department, posts: [{ role: 'department', orgName: '区发改局' }] })
  expect(me?.may).toContain('item.edit')
  expect(me?.may).not.toContain('rule.manage')
  expect(playbooks[0]?.itemCount).toBe(all.items)
})

test('a page explains by which rule, and what is missing; of others only for who may look it up', async () => {
  const itemId = await make({ name: '说明', unit: townOrg })
  const town = await givePerson(server.deps, [{ role: 'town', orgId: townOrg }])
  const reply = await server.as(town).ask(explainAccess, { query: { itemId } })
  const of = (action: Action) => reply.explanations.find((one) => one.action === action)
  expect(of('item.edit')).toMatchObject({ allowed: true, by: [{ rule: { role: 'town', relation: 'lead' } }] })
  expect(of('fact.verify')).toMatchObject({ allowed: false, by: [] })
  expect(of('fact.verify')?.missing).toContainEqual(
    expect.objectContaining({ lacks: 'role', rule: expect.objectContaining({ role: 'verifier' }) }),
  )
  const firm = await givePerson(server.deps, [{ role: 'firm', orgId: bureauOrg }])
  expect((await server.as(firm).refused(explainAccess, { query: { personId: town } })).code).toBe('FORBIDDEN')
  const security = await givePerson(server.deps, [{ role: 'securityAdmin', orgId: bureauOrg }])
  const district = await server.as(security).ask(explainAccess, { query: { personId: town } })
  expect(district.explanations.find((one) => one.action === 'import.run')?.allowed).toBe(true)
  // The security administrator looks up persons, not items that he may not read.
  const query = { personId: town, itemId }
  expect((await server.as(security).refused(explainAccess, { query })).code).toBe('NOT_FOUND')
})

test('rules are set as a whole, told with before and after, and never to the loss of setting them', async () => {
  const security = server.as(await givePerson(server.deps, [{ role: 'securityAdmin', orgId: bureauOrg }]))
  const firm = await givePerson(server.deps, [{ role: 'firm', orgId: bureauOrg }])
  const { rules, version } = await security.ask(listAccessRules)
  const plain = rules.map(({ text: _text, ...rule }) => rule)
  const reason = '企业可看全部'
  const none = plain.filter(({ action }) => action !== 'rule.manage')
  expect((await security.refused(saveAccessRules, { body: { version, rules: none, reason } })).code).toBe(
    'INPUT_INVALID',
  )
  expect((await security.refused(saveAccessRules, { body: { version, rules: plain, reason: ' ' } })).code).toBe(
    'REASON_REQUIRED',
  )
  for (const mixed of [
    { role: 'securityAdmin', action: 'item.read' },
    { role: 'systemAdmin', action: 'post.manage' },
    { role: 'districtOffice', action: 'audit.read' },
  ] as const) {
    const rules = [...plain, { ...mixed, relation: 'all' as const, phases: ['delivery' as const] }]
    const refused = await security.refused(saveAccessRules, { body: { version, rules, reason } })
    expect(refused.refusals[0]?.message.zh).toContain('三员分离')
  }
  const more = [...plain, { role: 'firm', action: 'item.read', relation: 'all', phases: ['delivery'] } as const]
  const body = { version, rules: more.map((rule) => ({ ...rule, phases: [...rule.phases] })), reason }
  expect(await security.ask(saveAccessRules, { body })).toMatchObject({ added: 1, removed: 0, changed: 0 })
  expect((await security.refused(saveAccessRules, { body })).code).toBe('REVISION_STALE')
  expect((await server.as(firm).ask(listItems, { query: works })).total).toBeGreaterThan(0)
  expect((await server.as(firm).refused(saveAccessRules, { body })).code).toBe('FORBIDDEN')
})

test('a firm sees the units of the district, itself, and no other firm', async () => {
  const [own, other, unlisted] = ['本企业', '别的企业', '台账里的企业']
  const orgs = [own, other, unlisted].map((name, index) => {
    const kind = index === 2 ? 'unlisted' : 'firm'
    return orgRow('330402', { kind, name, shortName: null, areaCode: null, assessed: false }, 90 + index)
  })
  await server.deps.store.write(async (tx) => {
    const event = { verb: 'unit.created', itemId: null, data: {} }
    await append(tx, { at: server.deps.now(), events: [event], orgs })
  })
  const names = async (role: 'firm' | 'town', orgId: string) =>
    (await server.as(await givePerson(server.deps, [{ role, orgId }])).ask(getSession)).orgs.map(({ name }) => name)
  const seen = await names('firm', orgs[0]!.orgId)
  expect(seen).toEqual(expect.arrayContaining([own, '凤桥镇']))
  expect(seen).not.toEqual(expect.arrayContaining([other]))
  expect(seen).not.toContain(unlisted)
  expect(await names('town', townOrg)).toEqual(expect.arrayContaining([own, other, unlisted]))
})
