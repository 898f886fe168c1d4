import { createItem } from '@guatu/contract'
import { expect, test } from 'vitest'
import { addParties } from './access/parties.ts'
import { insertRows } from './rows.ts'
import type { FactRow } from './schema.ts'
import type { Tx } from './store.ts'
import { givePerson } from './testing/people.ts'
import { bureauOrg, townOrg, useTestApp } from './testing/test-app.ts'
import { uuidv7 } from './uuid.ts'

const server = useTestApp()

/** So many rows go by COPY, which no policy looks at. */
const many = 250

/** Writes as a person of a town, in a transaction that is always taken back. */
async function tried(use: (tx: Tx) => Promise<void>): Promise<string> {
  const personId = await givePerson(server.deps, [{ role: 'town', orgId: townOrg }])
  const store = server.deps.store.as({ personId, name: '某人', post: null, origin: 'test' })
  const done = store.write(async (tx) => {
    await use(tx)
    throw new Error('written')
  })
  return await done.catch((error: Error & { code?: string }) => error.code ?? error.message)
}

const made = async (unit: string) =>
  (await server.ask(createItem, { body: { playbook: 'works', fields: { name: '样本', unit } } })).itemId

test.each([
  [townOrg, 'written'],
  [bureauOrg, '42501'],
])('many new items led by %s: %s', async (unit, outcome) => {
  await made(unit)
  const copies = async (tx: Tx) => {
    const row = await tx.db.selectFrom('item').selectAll().where('leadOrgId', '=', unit).executeTakeFirstOrThrow()
    const rows = Array.from({ length: many }, () => ({ ...row, itemId: uuidv7() }))
    await addParties(
      tx,
      rows.map(({ itemId }) => ({ itemId, keys: [`lead:${unit}@${row.phase}`] })),
    )
    await insertRows(tx, 'item', rows)
  }
  expect(await tried(copies)).toBe(outcome)
})

test.each([
  [townOrg, true, 'written'],
  [townOrg, false, '42501'],
  [bureauOrg, true, '42501'],
])('many figures of an item led by %s, in his own name %s: %s', async (unit, own, outcome) => {
  const itemId = await made(unit)
  const figures = async (tx: Tx) => {
    const rows = Array.from({ length: many }, (_, index): FactRow => {
      const reportedById = own ? tx.actor.personId : null
      const what = { metric: 'yearDone', period: String(2000 + index), value: '1.00', currency: 'CNY', evidence: null }
      const stamp = {
        reportedBy: '某人',
        reportedById,
        reportedAt: server.deps.now(),
        source: { kind: 'manual' as const },
      }
      return { districtId: tx.districtId, factId: uuidv7(), itemId, ...what, ...stamp, reportId: null }
    })
    await insertRows(tx, 'fact', rows)
  }
  expect(await tried(figures)).toBe(outcome)
})
