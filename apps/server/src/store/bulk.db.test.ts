import { expect, test } from 'vitest'
import { append } from './append.ts'
import { composeItem } from './items/compose.ts'
import { listContext } from './items/list-context.ts'
import { findItem } from './items/read.ts'
import { rollupDeltas } from './rollup.ts'
import { townOrg, useTestApp } from './testing/test-app.ts'
import { worksList } from './testing/works-list.ts'
import { verifyChain } from './verify/verify-chain.ts'

const server = useTestApp()
const now = '2026-06-15T02:00:00.000Z'
const source = { kind: 'demonstration' } as const
const odd = ['平常', '', 'a\tb', 'c\\d', '\\N', '\\.', 'e\nf\r\n', '"g"', '{h}', '\u{20000}', 'null']

/** So many items that every table is written by COPY. */
const many = 300

test('rows written in bulk are the rows that were meant, told of in a whole chain', async () => {
  const { store } = server.deps
  const { items, nodes } = await store.write(async (tx) => {
    const context = await listContext(tx, worksList, { today: server.today, now })
    const composed = Array.from({ length: many }, (_, index) => {
      const fields = {
        name: `${index}${odd[index % odd.length]}名`,
        unit: index % 3 === 0 ? townOrg : null,
        trouble: odd[index % odd.length] || null,
        yearPlan: index % 2 === 0 ? { amount: '1000.00', currency: 'CNY' } : null,
        until: { date: '2027-12-31', precision: 'day' },
      }
      const stamp = { currency: 'CNY', source, reportedBy: 'local', reportedAt: now }
      const facts = ['2026-04', '2026-05'].map((period) => ({ metric: 'monthDone', period, value: '7.00', ...stamp }))
      return composeItem(context, { fields, stage: 'prepare', source, actor: 'local', facts })
    })
    const [events, facts] = [composed.map(({ event }) => event), composed.flatMap((item) => item.facts)]
    await append(tx, { at: now, events, items: composed, facts })
    return {
      items: composed.map(({ after }) => after),
      nodes: composed.flatMap(({ nodes = [] }) => nodes.map((node) => ({ ...node, knownFrom: null }))),
    }
  })

  await store.read(async (tx) => {
    for (const item of items.slice(0, odd.length)) expect(await findItem(tx, item.itemId)).toEqual(item)
    const stored = (table: 'node' | 'factCurrent' | 'rollup') =>
      tx.db.selectFrom(table).selectAll().where('districtId', '=', tx.districtId).execute()
    const byKey = (rows: readonly object[]) => rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort()
    expect(byKey(await stored('node'))).toEqual(byKey(nodes))
    expect(await stored('factCurrent')).toHaveLength(many * 2)
    const { rollup } = rollupDeltas(items.map((after) => ({ before: null, after })))
    expect(byKey(await stored('rollup'))).toEqual(byKey(rollup))
    expect(await verifyChain(tx)).toEqual({ kind: 'whole', events: many + 1 })
  })
})
