import { advanceItem, createItem, getSession, listItems, reportFact, updateItem, verifyFact } from '@guatu/contract'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { turnDay } from '../jobs/turn-day.ts'
import { serverFile } from '../location.ts'
import { deleteItems } from './district.ts'
import { readMigrations } from './migrate.ts'
import { rollUp, rollupDeltas } from './rollup.ts'
import type { ItemRow, RollupRow } from './schema.ts'
import { asOwner } from './store.ts'
import { bureauOrg, townOrg, useTestApp } from './testing/test-app.ts'

const server = useTestApp()
const yuan = (thousands: number) => ({ amount: `${thousands}000.00`, currency: 'CNY' })

const fields = fc.record(
  {
    unit: fc.constantFrom(townOrg, bureauOrg, null),
    place: fc.constantFrom('330402100', '330402101', null),
    cost: fc.option(fc.integer({ min: 0, max: 900_000 }).map(yuan)),
    yearPlan: fc.option(fc.integer({ min: 0, max: 90_000 }).map(yuan)),
    until: fc.option(
      fc.constantFrom('2026-03-31', '2026-12-31', '2028-06-30').map((date) => ({ date, precision: 'day' })),
    ),
    trouble: fc.constantFrom('无', '缺指标', null),
  },
  { requiredKeys: [] },
)
const act = fc.oneof(
  fc.record({ kind: fc.constant('create' as const), fields }),
  fc.record({ kind: fc.constant('update' as const), which: fc.nat(), fields }),
  fc.record({
    kind: fc.constant('report' as const),
    which: fc.nat(),
    month: fc.integer({ min: 1, max: 6 }),
    value: fc.nat(9_000_000),
  }),
  fc.record({ kind: fc.constant('verify' as const), which: fc.nat() }),
  fc.record({ kind: fc.constant('advance' as const), which: fc.nat() }),
  fc.record({ kind: fc.constant('turn' as const) }),
)
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

const known: { itemId: string; revision: number; factIds: string[] }[] = []

/** Sends one act; refusals are fine, they change nothing. */
async function perform(step: Act): Promise<void> {
  if (step.kind === 'create') {
    const body = { playbook: 'works', fields: { name: `工程${known.length}`, ...step.fields } }
    const { itemId } = await server.ask(createItem, { body })
    known.push({ itemId, revision: 1, factIds: [] })
    return
  }
  if (step.kind === 'turn') {
    server.today = new Date(Date.parse(server.today) + 86_400_000 * 9).toISOString().slice(0, 10)
    await turnDay(server.deps)
    return
  }
  const item = known[step.which % Math.max(1, known.length)]
  if (!item) return
  const { itemId } = item
  const send = async (method: 'PATCH' | 'POST', path: string, payload: object) => {
    const reply = await server.app.inject({ method, url: path, payload })
    expect(reply.statusCode).toBeLessThan(500)
    return reply.json()
  }
  if (step.kind === 'update')
    await send('PATCH', `/api/items/${itemId}`, { revision: await revisionOf(itemId), fields: step.fields })
  if (step.kind === 'report') {
    const body = { metric: 'monthDone', period: `2026-0${step.month}`, value: String(step.value), reason: '更正' }
    const { fact } = await server.ask(reportFact, { params: { itemId }, body })
    item.factIds.push(fact.factId)
  }
  if (step.kind === 'verify' && item.factIds.length > 0) {
    await send('POST', verifyFact.path.replace(':factId', item.factIds.pop() as string), {})
  }
  if (step.kind === 'advance')
    await send('POST', advanceItem.path.replace(':itemId', itemId), { revision: await revisionOf(itemId), to: 'build' })
}

const revisionOf = async (itemId: string) =>
  (await server.app.inject({ url: `/api/items/${itemId}` })).json().item.revision

const comparable = (rows: readonly RollupRow[]) =>
  rows
    .map(({ year, areaCode, stage, lamp, leadOrgId, ...row }) =>
      JSON.stringify([[year, areaCode, stage, lamp, leadOrgId], Object.entries(row).sort()]),
    )
    .sort()

async function compare(): Promise<void> {
  await server.deps.store.read(async (tx) => {
    const items = await tx.db.selectFrom('item').selectAll().where('districtId', '=', tx.districtId).execute()
    const scan = rollupDeltas(items.map((after: ItemRow) => ({ before: null, after })))
    const kept = await tx.db.selectFrom('rollup').selectAll().where('districtId', '=', tx.districtId).execute()
    expect(comparable(kept)).toEqual(comparable(scan.rollup))
    const rules = await tx.db.selectFrom('rollupRule').selectAll().where('districtId', '=', tx.districtId).execute()
    const byKey = (row: { areaCode: string; lamp: string; rule: string }) => `${row.areaCode} ${row.lamp} ${row.rule}`
    expect(new Map(rules.map((row) => [byKey(row), row.items]))).toEqual(
      new Map(scan.rules.map((row) => [byKey(row), row.items])),
    )
    const unplanned = items.filter((item) => Number(item.planCny ?? 0) === 0 && Number(item.doneCny ?? 0) !== 0)
    const cents = (amount: string) => Math.round(Number(amount) * 100)
    expect(kept.reduce((sum, row) => sum + row.unplannedItems, 0)).toBe(unplanned.length)
    expect(kept.reduce((sum, row) => sum + cents(row.unplannedDoneCny), 0)).toBe(
      unplanned.reduce((sum, item) => sum + cents(item.doneCny as string), 0),
    )
  })
}

test('the roll-up equals the scan after any acts', async () => {
  const runs = process.env.GUATU_LONG === '1' ? 60 : 6
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 25 }), async (acts) => {
      for (const step of acts) await perform(step)
      await compare()
    }),
    { numRuns: runs },
  )
})

test('totals by the roll-up equal totals by the scan', async () => {
  const rolled = await server.ask(listItems, { query: { playbook: 'works', filter: 'stage:in:prepare' } })
  const scanned = await server.ask(listItems, {
    query: { playbook: 'works', filter: 'stage:in:prepare;name:has:%E5%B7%A5' },
  })
  expect({ ...rolled, rows: [] }).toEqual({ ...scanned, rows: [] })
  const { playbooks } = await server.ask(getSession)
  expect(playbooks[0]?.itemCount).toBe(known.length)
})

test('the roll-up of an older database is filled as it would have been kept', async () => {
  const { sql } = readMigrations(serverFile('migrations')).find(({ name }) => name === '0005-done-without-plan')!
  for (const more of [{ unit: townOrg }, { place: '330402100' }, { yearPlan: yuan(9) }]) {
    const body = { playbook: 'works', fields: { name: '计划外', yearDone: yuan(5), ...more } }
    await server.ask(createItem, { body })
    known.push({ itemId: '', revision: 1, factIds: [] })
  }
  const fill = /^update rollup [^;]+;/m.exec(sql)![0]
  await server.deps.store.write((tx) =>
    asOwner(tx, async () => {
      await tx.client.query('update rollup set unplanned_done_cny = 0.00, unplanned_items = 0')
      expect((await tx.client.query(fill)).rowCount).toBeGreaterThanOrEqual(2)
    }),
  )
  await compare()
})

test('nothing is left of items that go', async () => {
  await server.deps.store.write(async (tx) => {
    const items = await tx.db.selectFrom('item').selectAll().where('districtId', '=', tx.districtId).execute()
    await deleteItems(
      tx,
      items.map((item) => item.itemId),
    )
    await rollUp(
      tx,
      items.map((before) => ({ before, after: null })),
    )
  })
  await compare()
  const { total } = await server.ask(listItems, { query: { playbook: 'works' } })
  expect(total).toBe(0)
})

test('an update by a field that is not the item’s own revision is refused without a trace', async () => {
  const { itemId } = await server.ask(createItem, { body: { playbook: 'works', fields: { name: '甲' } } })
  await server.refused(updateItem, { params: { itemId }, body: { revision: 7, fields: { cost: yuan(5) } } })
  await compare()
})
