import {
  createItem,
  getCockpit,
  getItem,
  getWallMap,
  listItemEvents,
  listItems,
  search,
  updateItem,
} from '@guatu/contract'
import { expect, test } from 'vitest'
import { deleteItems } from '../district.ts'
import { asOwner } from '../store.ts'
import { givePerson } from '../testing/people.ts'
import { bureauOrg, townOrg, useTestApp } from '../testing/test-app.ts'

const server = useTestApp()
const works = { playbook: 'works' }

/** An instant that lies after everything that was done before, and before everything that is done later. */
async function moment(): Promise<string> {
  const pause = () => new Promise((resolve) => setTimeout(resolve, 5))
  await pause()
  const at = server.deps.now()
  await pause()
  return at
}

async function renamed(itemId: string, name: string): Promise<void> {
  const { item } = await server.ask(getItem, { params: { itemId } })
  await server.ask(updateItem, { params: { itemId }, body: { revision: item.revision, fields: { name } } })
}

const owned = async (text: string, values: unknown[]) =>
  await server.deps.store.write((tx) => asOwner(tx, () => tx.client.query(text, values)))

test('what was said in talks stays with those who may see talks, also when it is read as of then', async () => {
  const { itemId } = await server.ask(createItem, { body: { ...works, fields: { name: '在谈项目', unit: townOrg } } })
  const inTalks = await moment()
  await renamed(itemId, '签约项目')
  await owned(`update item_past set phase = 'negotiation' where item_id = $1`, [itemId])
  const asOf = { query: { ...works, asOf: inTalks } }

  const town = await givePerson(server.deps, [{ role: 'town', orgId: townOrg }])
  const own = await server.as(town).ask(listItems, asOf)
  expect(own.rows.map(({ title }) => title)).toEqual(['在谈项目'])

  // Departments read the whole list once talks are over, and nothing of talks that are not theirs.
  const other = server.as(await givePerson(server.deps, [{ role: 'department', orgId: bureauOrg }]))
  const now = await other.ask(listItems, { query: works })
  expect(now.rows.map(({ title }) => title)).toEqual(['签约项目'])
  expect(await other.ask(listItems, asOf)).toMatchObject({ total: 0, rows: [] })
  expect(await other.ask(getWallMap, asOf)).toMatchObject({ total: 0, items: [] })
  expect(await other.ask(getCockpit, asOf)).toMatchObject({ items: 0, attention: [], changes: [] })
  expect((await other.ask(search, { query: { q: '在谈', asOf: inTalks } })).hits).toEqual([])
  expect(await other.refused(getItem, { params: { itemId }, query: { asOf: inTalks } })).toMatchObject({
    code: 'NOT_FOUND',
  })
  const verbs = async (asker: Pick<typeof server, 'ask'>) =>
    (await asker.ask(listItemEvents, { params: { itemId } })).events.map(({ verb }) => verb)
  expect(await verbs(other)).toEqual(['item.updated'])
  expect(await verbs(server.as(town))).toEqual(['item.updated', 'item.created'])
  const seen = await server.deps.store
    .as({ personId: town, name: '某人', post: null, origin: null })
    .read((tx) => tx.client.query('select item_id from item_past where item_id = $1', [itemId]))
  expect(seen.rowCount).toBe(1)
})

test('nobody writes the past by hand, and no other district reads it', async () => {
  const person = await givePerson(server.deps, [{ role: 'districtOffice', orgId: bureauOrg }])
  const store = server.deps.store.as({ personId: person, name: '某人', post: null, origin: null })
  for (const table of ['item_past', 'node_past']) {
    await expect(store.write((tx) => tx.client.query(`delete from ${table}`))).rejects.toThrow(/permission denied/)
    await expect(store.write((tx) => tx.client.query(`update ${table} set known_to = now()`))).rejects.toThrow(
      /permission denied/,
    )
    const foreign = await store.read(async (tx) => {
      await tx.client.query(`set local guatu.district = '330411'`)
      return await tx.client.query(`select count(*) as rows from ${table}`)
    })
    expect(foreign.rows).toEqual([{ rows: 0 }])
  }
})

test('the tables of the past have every column of the present', async () => {
  const columnsOf = async (table: string) => {
    const text = `select attname::text as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`
    const { rows } = await owned(text, [table])
    return rows.map(({ name }: { name: string }) => name)
  }
  expect(await columnsOf('item_past')).toEqual(expect.arrayContaining(await columnsOf('item')))
  expect(await columnsOf('node_past')).toEqual(expect.arrayContaining(await columnsOf('node')))
})

test('a moment to come, a moment before everything, and a write with a moment', async () => {
  const { itemId } = await server.ask(createItem, { body: { ...works, fields: { name: '边界' } } })
  const asOf = '2020-01-01'
  expect(await server.ask(listItems, { query: { ...works, asOf } })).toMatchObject({
    total: 0,
    asOf: '2020-01-01T15:59:59.999Z',
    note: { zh: expect.stringContaining('还没有任何记录') },
  })
  expect(await server.refused(getItem, { params: { itemId }, query: { asOf } })).toMatchObject({ code: 'NOT_FOUND' })
  expect(await server.refused(listItems, { query: { ...works, asOf: '2999-01-01' } })).toMatchObject({
    code: 'INPUT_INVALID',
    refusals: [{ path: 'asOf' }],
  })
  const write = await server.app.inject({
    method: 'PATCH',
    url: `/api/items/${itemId}?asOf=2026-01-01`,
    payload: { revision: 1, fields: { name: '改过' } },
  })
  expect([write.statusCode, write.json().refusals[0].path]).toEqual([400, 'asOf'])
})

test('what is taken back wholly leaves no past either', async () => {
  const { itemId } = await server.ask(createItem, { body: { ...works, fields: { name: '演示' } } })
  await renamed(itemId, '演示二')
  await server.deps.store.write((tx) => deleteItems(tx, [itemId]))
  const { rows } = await owned(
    'select (select count(*) from item_past where item_id = $1) as items, (select count(*) from node_past where item_id = $1) as nodes',
    [itemId],
  )
  expect(rows).toEqual([{ items: 0, nodes: 0 }])
})
