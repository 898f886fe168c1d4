import { advanceItem, type Cockpit, createItem, getCockpit, getItem, listItems, savePlan } from '@guatu/contract'
import { expect, test } from 'vitest'
import { townOrg, useTestApp } from '../../store/testing/test-app.ts'

const server = useTestApp()
const yuan = (amount: string) => ({ amount, currency: 'CNY' })
const day = (date: string) => ({ date, precision: 'day' })
const cockpit = (area?: string): Promise<Cockpit> =>
  server.ask(getCockpit, { query: { playbook: 'works', ...(area ? { area } : {}) } })

test('every figure is that of the rows behind it', async () => {
  const make = (fields: Record<string, unknown>, stage?: string) =>
    server.ask(createItem, { body: { playbook: 'works', fields, ...(stage ? { stage } : {}) } })
  const north = { place: '330402100', unit: townOrg }
  await make({ ...north, name: '甲', cost: yuan('100000000.00'), yearPlan: yuan('1000.00'), yearDone: yuan('100.00') })
  await make(
    { ...north, name: '乙', cost: yuan('99999999.99'), from: day('2026-06-03'), until: day('2028-01-31') },
    'build',
  )
  const { itemId } = await make({
    name: '丙',
    place: '330402101',
    permit: 'A',
    trouble: '缺地',
    until: day('2028-01-31'),
  })
  const changes = [{ nodeKey: 'permit', actualFinish: '2026-06-10' }]
  await server.ask(savePlan, { params: { itemId }, body: { revision: 1, changes } })
  await server.ask(advanceItem, { params: { itemId }, body: { revision: 2, to: 'build' } })

  const whole = await cockpit()
  expect(whole).toMatchObject({
    items: 3,
    itemsFrom100m: 1,
    withBlockers: 1,
    startedThisMonth: 1 + Number(new Date().toISOString() >= '2026-06-01'),
    totalInvestmentCny: '199999999.99',
    gaps: { noLeadOrg: 1, noDeadline: 1, noAnnualPlan: 2, noOwner: 3 },
    investment: { planCny: '1000.00', doneCny: '100.00', verifiedCny: '0.00', donePercent: 10 },
    redRules: [{ rule: 'behind', items: 1 }],
    lampsYesterday: null,
    attentionTotal: 1,
  })
  expect(whole.attention).toMatchObject([{ title: '甲', lamp: 'red', nodeKey: null }])
  const { lamps, total } = await server.ask(listItems, { query: { playbook: 'works' } })
  expect([whole.lamps, whole.items]).toEqual([lamps, total])

  const part = await cockpit('330402100')
  expect([part.items, part.areas.length, part.withBlockers]).toEqual([2, 2, 0])
})

test('what is done without a plan does not fulfil the plan', async () => {
  for (const yearPlan of [{}, { yearPlan: yuan('0.00') }]) {
    await server.ask(createItem, {
      body: { playbook: 'works', fields: { name: '丁', yearDone: yuan('70.00'), ...yearPlan } },
    })
  }
  const { investment } = await cockpit()
  expect(investment).toMatchObject({ doneCny: '240.00', plannedDoneCny: '100.00', donePercent: 10 })
  expect(investment).toMatchObject({ unplannedDoneCny: '140.00', unplannedItems: 2 })
})

test('the filters that figures open select the same rows', async () => {
  const { gaps, withBlockers, itemsFrom100m, investment } = await cockpit()
  const rows = async (filter: string) => (await server.ask(listItems, { query: { playbook: 'works', filter } })).total
  for (const [gap, items] of Object.entries({
    ...gaps,
    withBlockers,
    from100m: itemsFrom100m,
    doneWithoutPlan: investment.unplannedItems,
  })) {
    expect(await rows(`gap:in:${gap}`), gap).toBe(items)
  }
})

test('an import is one line among the changes, and opens its rows', async () => {
  // The changes are those since yesterday, and events carry the real instant.
  server.today = new Date().toISOString().slice(0, 10)
  const importId = '018f0000-0000-7000-8000-0000000000aa'
  const place = '330402103'
  await server.ask(createItem, { body: { playbook: 'works', fields: { name: '戊' } } })
  const { itemId } = await server.ask(createItem, { body: { playbook: 'works', fields: { name: '己', place } } })
  await server.ask(createItem, { body: { playbook: 'works', fields: { name: '庚' } } })
  const { item } = await server.ask(getItem, { params: { itemId } })
  const record = {
    districtId: '330402',
    importId,
    playbookKey: 'works',
    fileName: '月报.xlsx',
    sha256: '0',
    sheet: '1',
  }
  const counts = { createdItems: 1, changedItems: 0, committedAt: item.updatedAt, undoneAt: null }
  await server.deps.store.write(async (tx) => {
    await tx.db
      .insertInto('importRecord')
      .values({ ...record, ...counts, actor: 'local' })
      .execute()
  })

  const { changes } = await cockpit()
  expect(changes.map(({ at }) => at)).toEqual(
    changes
      .map(({ at }) => at)
      .toSorted()
      .reverse(),
  )
  const [last, line, first] = changes
  expect([first?.title, last?.title]).toEqual(['戊', '庚'])
  expect(line).toMatchObject({ itemId: null, importId, text: { zh: '导入《月报.xlsx》：新增 1 个、改动 0 个' } })
  expect(changes.some(({ title }) => title === '己')).toBe(false)
  const filter = `import:in:${importId}`
  const { rows } = await server.ask(listItems, { query: { playbook: 'works', filter } })
  expect(rows.map((row) => row.title)).toEqual(['己'])
  expect((await cockpit(place)).changes.map((change) => change.importId)).toEqual([importId])
  expect((await cockpit('330402101')).changes.some((change) => change.importId)).toBe(false)
})

test('an unknown list is refused with the lists there are', async () => {
  const reply = await server.refused(getCockpit, { query: { playbook: 'nonsense' } })
  expect(reply.refusals[0]).toMatchObject({ code: 'PLAYBOOK_UNKNOWN', accepted: ['works'] })
})
