import {
  createItem,
  exportItems,
  getItem,
  getItemSecrets,
  listItemEvents,
  listItems,
  openItem,
  search,
  updateItem,
  updateItems,
} from '@guatu/contract'
import { beforeAll, describe, expect, test } from 'vitest'
import { readableClasses, readableSecrets, secretDigest } from '../../store/items/secrets.ts'
import { givePerson } from '../../store/testing/people.ts'
import { bureauOrg, townOrg, useTestApp } from '../../store/testing/test-app.ts'
import { openFile } from '../../workbook/open-file.ts'

const server = useTestApp()
const phone = '13876543210'
const mask = '138****3210'
const terms = '前三年免租金'
const price = { amount: '876500.00', currency: 'CNY' }
const people = { lead: '', bureau: '', deputy: '' }
let itemId = ''

beforeAll(async () => {
  people.lead = await givePerson(server.deps, [{ role: 'town', orgId: townOrg }])
  people.bureau = await givePerson(server.deps, [{ role: 'department', orgId: bureauOrg }])
  people.deputy = await givePerson(server.deps, [{ role: 'deputy', orgId: bureauOrg }])
  const fields = { name: '保密工程', unit: townOrg, call: phone, terms, price }
  itemId = (await server.ask(createItem, { body: { playbook: 'works', fields } })).itemId
})

const params = () => ({ params: { itemId } })
const revision = async () => (await server.ask(getItem, params())).item.revision

describe('reading', () => {
  test('an item carries masks for everybody, and values for nobody', async () => {
    for (const asker of [server, server.as(people.lead), server.as(people.bureau)]) {
      const { item } = await asker.ask(getItem, params())
      expect(item.hidden).toEqual({ call: mask, terms: '••••', price: '••••' })
      expect(item.fields).toEqual({ name: '保密工程', unit: townOrg })
    }
  })

  test('who leads it sees the secrets by asking, and the record tells that he did', async () => {
    const seen = await server.as(people.lead).ask(getItemSecrets, params())
    expect(seen.fields).toEqual({ call: phone, terms, price })
    expect(seen.withheld).toEqual([])
    const told = await server.deps.store.read((tx) =>
      tx.db.selectFrom('event').selectAll().where('verb', '=', 'secret.read').orderBy('seq', 'desc').execute(),
    )
    expect(told[0]).toMatchObject({ actorId: people.lead })
    expect(JSON.stringify(told[0]!.data)).toContain(itemId)
    expect(JSON.stringify(told)).not.toContain(phone)
  })

  test('a token that leaves secrets out reads none, whatever its bearer may see', async () => {
    const actor = { personId: people.lead, name: '某人', post: null, origin: 'token', scope: ['item.read'] as const }
    const seen = await server.deps.store.as(actor).read(async (tx) => ({
      secrets: (await readableSecrets(tx, [itemId])).size,
      classes: (await readableClasses(tx, [itemId])).size,
    }))
    expect(seen).toEqual({ secrets: 0, classes: 0 })
  })

  test('who has no right is told what is withheld, and nothing goes on record', async () => {
    const before = await readings()
    const seen = await server.as(people.bureau).ask(getItemSecrets, params())
    expect(seen).toEqual({
      fields: {},
      classes: [],
      withheld: expect.arrayContaining([
        { field: 'call', class: 'personal' },
        { field: 'terms', class: 'negotiation' },
      ]),
    })
    expect(await readings()).toBe(before)
    await server.as(people.deputy).refused(getItemSecrets, params())
  })

  test('the database itself shows a person only the classes that he may read', async () => {
    const rows = (personId: string) =>
      server.deps.store
        .as({ personId, name: '查', post: null, origin: null })
        .read(async (tx) => [
          await tx.db.selectFrom('itemSecret').select('class').execute(),
          await tx.db.selectFrom('eventSecret').select('class').execute(),
        ])
    expect((await rows(people.lead)).map((found) => found.length)).toEqual([2, 2])
    expect(await rows(people.bureau)).toEqual([[], []])
  })

  test('no list is filtered or sorted by a secret', async () => {
    for (const query of [{ filter: 'terms:has:免租' }, { sort: 'call' }, { filter: 'price:from:1' }]) {
      expect((await server.refused(listItems, { query: { playbook: 'works', ...query } })).code).toBe('INPUT_INVALID')
    }
  })
})

const readings = async () =>
  (
    await server.deps.store.read((tx) =>
      tx.db.selectFrom('event').select('seq').where('verb', '=', 'secret.read').execute(),
    )
  ).length

describe('writing', () => {
  test('a change is told in masks, with a digest of what it kept apart', async () => {
    const body = { revision: await revision(), fields: { terms: '前两年免租金', name: '保密工程' }, reason: '重新商定' }
    await server.as(people.lead).ask(updateItem, { ...params(), body })
    const { events } = await server.as(people.bureau).ask(listItemEvents, params())
    expect(events[0]).toMatchObject({ verb: 'item.updated', reason: '重新商定' })
    expect(events[0]!.text.zh).toBe('改动洽谈条件（不公开）')
    const [told] = events[0]!.data.secrets as { class: string; changes: unknown; digest: string }[]
    expect(told).toMatchObject({ class: 'negotiation', changes: { terms: { from: '••••', to: '••••' } } })
    const [kept] = await server.deps.store.read((tx) =>
      tx.db.selectFrom('eventSecret').selectAll().where('seq', '=', events[0]!.seq).execute(),
    )
    expect(kept!.changes).toEqual({ terms: { from: terms, to: '前两年免租金' } })
    expect(secretDigest(kept!.salt, kept!.changes)).toBe(told!.digest)
  })

  test('who may not see a value may not replace it, and what he writes beside leaves it as it is', async () => {
    const office = await givePerson(server.deps, [{ role: 'projectTeam', orgId: bureauOrg }])
    await server.deps.store.write((tx) =>
      tx.client.query(
        `insert into access_rule (district_id, role, action, relation, phases)
           values ($1, 'projectTeam', 'item.edit', 'all', '{delivery}'), ($1, 'projectTeam', 'item.read', 'all', '{delivery}')
           on conflict do nothing`,
        [tx.districtId],
      ),
    )
    const before = await server.ask(getItemSecrets, params())
    const fields = { terms: '改', call: '13800000000' }
    const reply = await server
      .as(office)
      .refused(updateItem, { ...params(), body: { revision: await revision(), fields } })
    expect(reply.refusals.map(({ code, path }) => [code, path])).toEqual([
      ['FORBIDDEN', 'terms'],
      ['FORBIDDEN', 'call'],
    ])
    await server
      .as(office)
      .ask(updateItem, { ...params(), body: { revision: await revision(), fields: { permit: 'A' } } })
    expect(await server.ask(getItemSecrets, params())).toEqual(before)
  })

  test('a mask that comes back changes nothing', async () => {
    const before = await revision()
    await server.ask(updateItem, { ...params(), body: { revision: before, fields: { call: mask, terms: '••••' } } })
    expect(await revision()).toBe(before)
  })

  test('an emptied secret is gone, with its mask', async () => {
    await server.ask(updateItems, {
      body: { changes: [{ itemId, revision: await revision(), fields: { price: null, call: null } }] },
    })
    expect((await server.ask(getItem, params())).item.hidden).toEqual({ terms: '••••' })
    expect((await server.ask(getItemSecrets, params())).fields).toEqual({ terms: '前两年免租金' })
  })
})

describe('oversight', () => {
  test('an item is opened with a reason, and then deputies read it, without its secrets', async () => {
    await server.as(people.deputy).refused(getItem, params())
    const body = { revision: await revision(), opened: true, reason: '列入监督计划' }
    await server.as(people.bureau).refused(openItem, { ...params(), body })
    expect((await server.ask(openItem, { ...params(), body })).item.opened).toBe(true)
    const { item } = await server.as(people.deputy).ask(getItem, params())
    expect(item.hidden).toEqual({ terms: '••••' })
    const { events } = await server.ask(listItemEvents, params())
    expect(events[0]).toMatchObject({ verb: 'item.opened', reason: '列入监督计划', text: { zh: '向人大公开' } })
    await server.ask(openItem, { ...params(), body: { ...body, revision: item.revision, opened: false } })
    await server.as(people.deputy).refused(getItem, params())
  })
})

test('no reply but the asked one holds a secret, in no form', async () => {
  const marked = '机密标记七号'
  const fields = {
    name: '乙工程',
    unit: townOrg,
    terms: marked,
    call: '13911112222',
    price: { ...price, amount: '987654321.00' },
  }
  const made = await server.ask(createItem, { body: { playbook: 'works', fields } })
  const body = { revision: 1, fields: { terms: `${marked}再议` } }
  const seen = [
    await server.ask(updateItem, { params: { itemId: made.itemId }, body }),
    await server.ask(getItem, { params: { itemId: made.itemId } }),
    await server.ask(listItems, { query: { playbook: 'works' } }),
    await server.ask(listItemEvents, { params: { itemId: made.itemId } }),
    await server.ask(search, { query: { q: marked } }),
    await server.refused(updateItem, { params: { itemId: made.itemId }, body }),
  ]
  const file = await server.app.inject({ method: 'GET', url: `${exportItems.path}?playbook=works` })
  const text = JSON.stringify([seen, await openFile(file.rawPayload, '导出.xlsx')])
  for (const value of [marked, '13911112222', '987654321', '98765']) expect(text).not.toContain(value)
  expect(text).toContain('139****2222')
})
