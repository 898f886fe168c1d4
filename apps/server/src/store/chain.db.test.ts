import { createItem } from '@guatu/contract'
import { expect, test } from 'vitest'
import { append } from './append.ts'
import { asOwner, openStore, type Tx } from './store.ts'
import { useTestApp } from './testing/test-app.ts'
import { verifyChain } from './verify/verify-chain.ts'

const server = useTestApp()
const verdict = () => server.deps.store.read(verifyChain)

/** Runs a statement that no program of ours would, as the tables' owner. */
const tamper = (text: string) => server.deps.store.write((tx) => asOwner(tx, () => tx.client.query(text)))

test('a chain is whole until somebody alters, removes or cuts it, and the first broken link is named', async () => {
  for (const name of ['甲', '乙', '丙'])
    await server.ask(createItem, { body: { playbook: 'works', fields: { name, share: 12.5 } } })
  expect(await verdict()).toEqual({ kind: 'whole', events: 4 })

  await tamper(`update event set data = jsonb_set(data, '{title}', '"丁"') where seq = 3`)
  expect(await verdict()).toEqual({ kind: 'broken', seq: 3, problem: 'altered' })
  await tamper(`update event set data = jsonb_set(data, '{title}', '"乙"') where seq = 3`)
  expect((await verdict()).kind).toBe('whole')

  await tamper(`update event set at = at + interval '1 millisecond' where seq = 2`)
  expect(await verdict()).toEqual({ kind: 'broken', seq: 2, problem: 'altered' })
  await tamper(`update event set at = at - interval '1 millisecond' where seq = 2`)

  await tamper('delete from event where seq = 4')
  expect(await verdict()).toEqual({ kind: 'broken', seq: 4, problem: 'missing' })
  await tamper('delete from event where seq = 2')
  expect(await verdict()).toEqual({ kind: 'broken', seq: 2, problem: 'missing' })
})

test('the application’s role can add to the history, not change it, and sees its own district only', async () => {
  const attempt = (text: string) => server.deps.store.write((tx) => tx.client.query(text))
  await expect(attempt(`update event set actor = 'x'`)).rejects.toThrow(/permission denied/)
  await expect(attempt('delete from fact')).rejects.toThrow(/permission denied/)
  await expect(attempt('update fact_verification set evidence = null')).rejects.toThrow(/permission denied/)
  await expect(attempt('truncate item')).rejects.toThrow(/permission denied/)
  await expect(attempt(`insert into chain_head values ('330411', 0, 'x')`)).rejects.toThrow(/row-level security/)
  const others = await server.deps.store.read(async (tx) => {
    await tx.client.query(`set local guatu.district = '330411'`)
    return await tx.client.query('select count(*) as n from item')
  })
  expect(others.rows[0].n).toBe(0)
})

test('no write without an event that tells of it', async () => {
  const silent = (tx: Tx) =>
    append(tx, {
      at: new Date().toISOString(),
      events: [],
      links: [
        {
          ...{ districtId: '330402', linkId: 'l', fromItemId: 'a', toItemId: 'b', kind: 'x', nodeKey: null },
          ...{ addedAt: '2026-01-01T00:00:00.000Z', addedBy: 'x', removedAt: null, removedBy: null },
        },
      ],
    })
  await expect(server.deps.store.write(silent)).rejects.toThrow('a write without an event')
})

test('a district that is no code never reaches the database', async () => {
  const store = openStore('postgresql://nobody@localhost:1/nothing', `330402'; drop table item; --`)
  await expect(store.read(async () => 1)).rejects.toThrow()
  await store.close()
})

test('a transaction in which a statement failed is never answered as done, whoever swallowed the failure', async () => {
  const { store } = server.deps
  const swallowed = store.write(async (tx) => {
    await tx.client.query('select 1 / 0').catch(() => undefined)
    return 'done'
  })
  await expect(swallowed).rejects.toThrow('had failed')
  expect(await store.read(async (tx) => (await tx.client.query('select 1 as one')).rows)).toEqual([{ one: 1 }])
})
