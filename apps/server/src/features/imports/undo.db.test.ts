import { getItem, listItems, reportFact, savePlan, undoImport, updateItem, verifyFact } from '@guatu/contract'
import { expect, test, vi } from 'vitest'
import { operatorActor } from '../../store/actor.ts'
import { expectLoops } from '../../store/testing/loops.ts'
import { givePerson } from '../../store/testing/people.ts'
import { verifyChain } from '../../store/verify/verify-chain.ts'
import { rowCounts, shownState } from './testing/district-state.ts'
import { useImportApp } from './testing/import-app.ts'

/** Every file that is read starts a thread of its own, which on a busy machine takes its time. */
vi.setConfig({ testTimeout: 300_000 })

const server = useImportApp()
const header =
  '项目名称,总投资（万元）,用地面积（亩）,计划开工时间,计划竣工时间,年度计划投资（万元）,本月完成投资（万元）,建设阶段'
const csv = (...rows: string[]): Buffer => Buffer.from([header, ...rows, ''].join('\n'))

async function itemOf(title: string): Promise<{ itemId: string; revision: number }> {
  const { body } = await server.send({ ...listItems, path: '/api/items?playbook=major-project&limit=200' }, {})
  return (body.rows as { title: string; itemId: string; revision: number }[]).find((row) => row.title === title)!
}

interface Fact {
  readonly factId: string
  readonly metric: string
  readonly period: string
  readonly value: string
  readonly state: string
  readonly verifiedBy: string | null
  readonly source: { kind: string; sha256?: string; row?: number }
}

async function detail(itemId: string) {
  const { body } = await server.send(getItem, { itemId })
  return body as unknown as {
    item: { stage: string; fields: Record<string, unknown> }
    facts: Fact[]
    plan: { nodes: { nodeKey: string; plannedFinish: string | null; durationWorkdays: number }[] }
  }
}

async function eventsOf(itemId: string) {
  return await server.deps.store.read(async (tx) => {
    const text = `select verb, data, reason from event where item_id = $1 order by seq`
    return (
      await tx.client.query<{ verb: string; data: Record<string, unknown>; reason: string | null }>(text, [itemId])
    ).rows
  })
}

const undo = async (importId: string) => await server.send(undoImport, { importId }, { reason: '导错了文件' })

test('what an import changed is as it was before: fields, stage, plan, figures and their verified marks', async () => {
  const first = await server.import(csv('甲项目,10000,12.5,2026-12,2028-06,3000,200,储备', '乙项目,20000,,,,,,储备'))
  const { itemId } = await itemOf('甲项目')
  const plan = (await detail(itemId)).facts.find(({ metric }) => metric === 'annualPlan')!
  await server.send(verifyFact, { factId: plan.factId }, { evidence: '发改核实' })
  const shown = await shownState(server.deps.store)
  const laid = (await detail(itemId)).plan.nodes

  const second = await server.import(
    csv('甲项目,10500,13.75,2027-03,2029-12,3600,260,前期', '乙项目,20000,30,2027-01,2028-12,500,40,储备'),
  )
  const changed = await detail(itemId)
  expect(changed.item).toMatchObject({ stage: 'preliminary', fields: { landAreaMu: 13.75 } })
  expect(changed.plan.nodes.map(({ plannedFinish }) => plannedFinish)).not.toEqual(
    laid.map(({ plannedFinish }) => plannedFinish),
  )
  expect(await shownState(server.deps.store)).not.toEqual(shown)

  const before = await rowCounts(server.deps.store)
  expect(await undo(second.importId)).toEqual({ status: 200, body: { removed: 0, restored: 2 } })
  expect(await shownState(server.deps.store)).toEqual(shown)
  const after = await rowCounts(server.deps.store)
  // Two figures stood before and are reported again, one of them verified; nothing of the history goes.
  expect([after.fact! - before.fact!, after.fact_verification! - before.fact_verification!]).toEqual([2, 1])

  const [restored] = (await detail(itemId)).facts.filter(({ metric }) => metric === 'annualPlan')
  expect(restored).toMatchObject({
    value: '30000000.00',
    state: 'verified',
    verifiedBy: 'local',
    evidence: '发改核实',
    source: { kind: 'ledger', sha256: first.sha256, row: 2 },
  })
  const history = await eventsOf(itemId)
  // What takes the place of figures on record says by itself which file it came with.
  const corrected = history.filter(({ reason }) => reason === '导入台账 台账.csv')
  expect(corrected.map(({ verb, data }) => [verb, data.metric, data.replaces])).toEqual([
    ['fact.reported', 'annualPlan', { value: '30000000.00', currency: 'CNY', verifiedValue: '30000000.00' }],
    ['fact.reported', 'monthDone', { value: '2000000.00', currency: 'CNY', verifiedValue: null }],
  ])
  const told = history.filter(({ reason }) => reason?.includes('import taken back'))
  expect(told.map(({ verb }) => verb)).toEqual(['item.updated', 'item.advanced', 'fact.reported', 'fact.reported'])
  expect(told[1]!.data).toMatchObject({ from: 'preliminary', to: 'reserve', back: true })
  const other = await eventsOf((await itemOf('乙项目')).itemId)
  expect(other.filter(({ verb }) => verb === 'fact.withdrawn').map(({ data }) => data.metric)).toEqual([
    'annualPlan',
    'monthDone',
  ])
  expect(await server.deps.store.read(verifyChain)).toMatchObject({ kind: 'whole' })
  expect((await undo(second.importId)).body.code).toBe('IMPORT_CLOSED')
})

test('an import that was taken back leaves nothing for the next one to come back to', async () => {
  await server.import(csv('丙项目,100,,,,,,储备'))
  const shown = await shownState(server.deps.store)
  for (const figure of ['50', '60']) {
    const state = await server.import(csv(`丙项目,100,,,,${figure},,储备`))
    expect((await undo(state.importId)).body).toEqual({ removed: 0, restored: 1 })
    expect(await shownState(server.deps.store)).toEqual(shown)
  }
})

test('an item that an import made and that goes with it stays readable in the record', async () => {
  const { importId } = await server.import(csv('壬项目,10000,12.5,,,,,储备'))
  const { itemId } = await itemOf('壬项目')
  expect((await undo(importId)).body).toEqual({ removed: 1, restored: 0 })
  const removed = (await eventsOf(itemId)).at(-1)
  expect(removed).toMatchObject({
    verb: 'item.removed',
    data: {
      title: '壬项目',
      stage: 'reserve',
      revision: 1,
      importId,
      fields: { landAreaMu: '12.5', totalInvestment: { amount: '100000000.00', currency: 'CNY' } },
    },
  })
})

test('a plan that was changed by hand before the import comes back as it was changed', async () => {
  await server.import(csv('丁项目,100,,2026-12,2029-06,,,储备'))
  const { itemId, revision } = await itemOf('丁项目')
  const { nodeKey, durationWorkdays } = (await detail(itemId)).plan.nodes[0]!
  const changes = [{ nodeKey, durationWorkdays: durationWorkdays + 3 }]
  expect((await server.send(savePlan, { itemId }, { revision, changes })).status).toBe(200)
  const shown = await shownState(server.deps.store)
  const state = await server.import(csv('丁项目,100,,2027-06,2030-06,,,储备'))
  expect(await shownState(server.deps.store)).not.toEqual(shown)
  expect((await undo(state.importId)).status).toBe(200)
  expect(await shownState(server.deps.store)).toEqual(shown)
})

test('items that somebody changed since are all named, and nothing is undone', async () => {
  const first = await server.import(csv('戊项目,100,,,,,,储备', '己项目,100,,,,,,储备', '庚项目,100,,,,,,储备'))
  const second = await server.import(csv('戊项目,200,,,,,,储备', '己项目,200,,,,,,储备', '辛项目,1,,,,,,储备'))
  const [edited, reported] = [await itemOf('己项目'), await itemOf('辛项目')]
  await server.send(updateItem, { itemId: edited.itemId }, { revision: edited.revision, fields: { remark: '手工' } })
  await server.send(
    reportFact,
    { itemId: reported.itemId },
    { metric: 'annualPlan', period: '2026', value: '5', reason: '更正' },
  )
  const before = [await rowCounts(server.deps.store), await shownState(server.deps.store)]
  const refused = await undo(second.importId)
  expect(refused.status).toBe(409)
  const refusals = refused.body.refusals as { path: string; message: { zh: string } }[]
  expect(refusals.map(({ path }) => path).sort()).toEqual([edited.itemId, reported.itemId].sort())
  expect(refusals.map(({ message }) => message.zh).join()).toMatch(/“己项目”在导入之后又有改动（共 2 个），不能撤回/)
  expect([await rowCounts(server.deps.store), await shownState(server.deps.store)]).toEqual(before)
  // 戊 and 己 differ from what the first import left, too.
  expect(((await undo(first.importId)).body.refusals as object[]).length).toBe(2)
})

test('the district office takes back what it has imported: made, changed and reported', async () => {
  const { orgs } = await server.deps.store.read(async (tx) => ({
    orgs: await tx.db.selectFrom('org').selectAll().execute(),
  }))
  const personId = await givePerson(server.deps, [{ role: 'districtOffice', orgId: orgs[0]!.orgId }])
  await server.import(csv('癸项目,100,,,,50,,储备'))
  const { itemId } = await itemOf('癸项目')
  const fact = (await detail(itemId)).facts.find(({ metric }) => metric === 'annualPlan')!
  await server.send(verifyFact, { factId: fact.factId }, { evidence: '发改核实' })
  const shown = await shownState(server.deps.store)
  server.actor = { personId, name: '统筹办', post: '区级统筹', origin: 'test' }
  try {
    const { importId } = await server.import(csv('癸项目,200,,2026-12,2029-06,60,7,前期', '子项目,100,,,,,,储备'))
    const undone = await undo(importId)
    expect(undone).toEqual({ status: 200, body: { removed: 1, restored: 1 } })
  } finally {
    server.actor = operatorActor
  }
  expect(await shownState(server.deps.store)).toEqual(shown)
})

test('an unknown import cannot be taken back', async () => {
  expect((await undo('018f0000-0000-7000-8000-00000000ffff')).body.code).toBe('NOT_FOUND')
})

test('whatever was imported and taken back, the ways of the items are what their events come to', async () => {
  const { playbooks } = server.deps.shelf
  expect(await server.deps.store.read((tx) => expectLoops(tx, playbooks))).toBeGreaterThan(3)
})
