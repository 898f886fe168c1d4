import {
  advanceItem,
  assignPost,
  countNotices,
  createItem,
  listNotices,
  markNotices,
  saveNoticePreference,
  updateItem,
} from '@guatu/contract'
import { beforeAll, expect, test } from 'vitest'
import { systemActor } from '../store/actor.ts'
import { append } from '../store/append.ts'
import { appendEvents } from '../store/chain.ts'
import { litEvent } from '../store/item-events.ts'
import { asOwner } from '../store/store.ts'
import { givePerson } from '../store/testing/people.ts'
import { bureauOrg, townOrg, useTestApp } from '../store/testing/test-app.ts'
import { usualPreference } from './preference.ts'
import { toldCheck } from './testing/told.ts'
import { turnEvents } from './turn.ts'

const server = useTestApp()
const nothingWrong = { missing: [], doubled: [], unfounded: [] }
let town: string
let clerk: string
let bureau: string
let office: string
let admin: string

beforeAll(async () => {
  town = await givePerson(server.deps, [{ role: 'town', orgId: townOrg }])
  clerk = await givePerson(server.deps, [{ role: 'town', orgId: townOrg }])
  bureau = await givePerson(server.deps, [{ role: 'department', orgId: bureauOrg }])
  office = await givePerson(server.deps, [{ role: 'districtOffice', orgId: bureauOrg }])
  admin = await givePerson(server.deps, [{ role: 'systemAdmin', orgId: townOrg }])
}, 60_000)

const inbox = async (personId: string) => (await server.as(personId).ask(listNotices, { query: {} })).notices
const kindsOf = async (personId: string) => (await inbox(personId)).map(({ kind, itemTitle }) => `${kind} ${itemTitle}`)
const work = (name: string, more: Record<string, unknown> = {}) => ({ playbook: 'works', fields: { name, ...more } })

test('a new item is told to the unit that leads it: not to the actor, not to administrators, once', async () => {
  await server.as(office).ask(createItem, { body: work('一号桥', { unit: townOrg }) })
  await turnEvents(server.deps)
  expect(await kindsOf(town)).toEqual(['assigned 一号桥'])
  expect(await kindsOf(clerk)).toEqual(['assigned 一号桥'])
  expect(await kindsOf(office)).toEqual([])
  expect(await kindsOf(admin)).toEqual([])
  const again = await turnEvents(server.deps)
  expect(again.notices).toBe(0)
  expect(await kindsOf(town)).toHaveLength(1)
})

test('whoever is killed in the middle has told nobody; the next turn tells everybody once', async () => {
  const { itemId } = await server.as(office).ask(createItem, { body: work('二号桥', { unit: townOrg }) })
  const killed = turnEvents(server.deps, async () => {
    throw new Error('killed')
  })
  await expect(killed).rejects.toThrow('killed')
  expect(await kindsOf(town)).toHaveLength(1)
  await turnEvents(server.deps)
  expect((await inbox(town)).filter((notice) => notice.itemId === itemId)).toHaveLength(1)
})

test('of two who turn at once one finds nothing left', async () => {
  const { itemId } = await server.as(office).ask(createItem, { body: work('三号桥', { unit: townOrg }) })
  await Promise.all([turnEvents(server.deps), turnEvents(server.deps), turnEvents(server.deps)])
  expect((await inbox(town)).filter((notice) => notice.itemId === itemId)).toHaveLength(1)
})

test('an item that changes hands is told to the one who gets it, as it was left by that very act', async () => {
  const made = await server.as(office).ask(createItem, { body: work('四号桥', { unit: townOrg }) })
  const { itemId } = made
  const first = { params: { itemId }, body: { revision: 1, fields: { unit: bureauOrg } } }
  await server.as(office).ask(updateItem, first)
  await server.as(office).ask(updateItem, { params: { itemId }, body: { revision: 2, fields: { unit: townOrg } } })
  await turnEvents(server.deps)
  const told = async (personId: string) => (await inbox(personId)).filter((notice) => notice.itemId === itemId).length
  expect([await told(town), await told(bureau)]).toEqual([2, 1])
  expect(await toldCheck(server.deps)).toEqual(nothingWrong)
})

test('many lamps lit at one stroke are one notice', async () => {
  const itemIds: string[] = []
  for (let index = 0; index < 7; index += 1) {
    const body = work(`路${index}`, { unit: townOrg, keeper: clerk })
    itemIds.push((await server.as(office).ask(createItem, { body })).itemId)
  }
  await turnEvents(server.deps)
  const before = (await inbox(town)).length
  await server.deps.store.write((tx) =>
    append(tx, {
      at: server.deps.now(),
      events: itemIds.map((itemId, index) => litEvent(itemId, 'none', index === 0 ? 'red' : 'yellow', ['behind'])),
    }),
  )
  await turnEvents(server.deps)
  const [latest] = await inbox(town)
  expect(await inbox(town)).toHaveLength(before + 1)
  expect(latest).toMatchObject({ kind: 'many', itemId: null, text: { zh: '1 项亮红灯、6 项亮黄灯' } })
  expect(await toldCheck(server.deps)).toEqual(nothingWrong)
})

test('reading is one’s own: count, marking, undoing', async () => {
  const { unread } = await server.as(clerk).ask(countNotices)
  expect(unread).toBeGreaterThan(5)
  const all = await server.as(clerk).ask(markNotices, { body: { read: true } })
  expect(all).toMatchObject({ unread: 0 })
  expect(all.changed).toHaveLength(unread)
  expect((await server.as(town).ask(countNotices)).unread).toBeGreaterThan(5)
  const undone = await server.as(clerk).ask(markNotices, { body: { read: false, noticeIds: all.changed } })
  expect(undone.unread).toBe(unread)
  // Another's notices are nobody else's to mark.
  const foreign = await server.as(bureau).ask(markNotices, { body: { read: true, noticeIds: all.changed } })
  expect(foreign.changed).toEqual([])
  const page = await server.as(clerk).ask(listNotices, { query: { limit: 3 } })
  expect(page.notices).toHaveLength(3)
  const rest = await server.as(clerk).ask(listNotices, { query: { after: page.next!, limit: 200 } })
  expect(rest.notices).toHaveLength(unread - 3)
})

test('kinds that somebody does not want are kept as read', async () => {
  await server.as(clerk).ask(saveNoticePreference, { body: { ...usualPreference, mutedKinds: ['assigned'] } })
  const { unread } = await server.as(clerk).ask(countNotices)
  await server.as(office).ask(createItem, { body: work('五号桥', { unit: townOrg }) })
  await turnEvents(server.deps)
  expect((await server.as(clerk).ask(countNotices)).unread).toBe(unread)
  expect(await toldCheck(server.deps)).toEqual(nothingWrong)
})

test('a move that ends the work tells those who answer for it; a post tells its holder', async () => {
  const fields = { name: '六号桥', unit: townOrg, keeper: clerk, permit: 'x' }
  const { itemId } = await server.as(office).ask(createItem, { body: { playbook: 'works', fields, stage: 'build' } })
  const body = { revision: 1, to: 'prepare', reason: '资料不全' }
  await server.as(office).ask(advanceItem, { params: { itemId }, body })
  const post = { personId: bureau, orgId: townOrg, role: 'town' as const, title: '镇长', from: '2026-06-01' }
  await server.ask(assignPost, { body: post })
  await turnEvents(server.deps)
  const back = (await inbox(town)).find((notice) => notice.itemId === itemId && notice.kind === 'returned')
  expect(back).toMatchObject({ reason: '资料不全', text: { zh: '由“在建”退回到“前期”' } })
  expect((await inbox(bureau))[0]).toMatchObject({ kind: 'post', text: { zh: '任岗：凤桥镇 镇长' } })
  expect(await toldCheck(server.deps)).toEqual(nothingWrong)
})

test('an import of thousands of rows is one notice to whoever brought it and one to each of the unit’s people', async () => {
  const rows = 10_000
  const { itemId } = await server.as(office).ask(createItem, { body: work('样板', { unit: townOrg }) })
  await turnEvents(server.deps)
  const before = (await inbox(town)).length
  const at = server.deps.now()
  await server.deps.store.as({ ...systemActor, personId: office }).write((tx) =>
    asOwner(tx, async (owner) => {
      const { rows: made } = await owner.client.query<{ id: string }>(
        `insert into item select r.* from item i, generate_series(1, $3::int) n, lateral jsonb_populate_record(null::item,
             to_jsonb(i) || jsonb_build_object('item_id', md5(n::text)::uuid, 'known_from', $2::text)) r
           where i.item_id = $1 returning item_id as id`,
        [itemId, at, rows],
      )
      const data = { importId: 'x', fileName: '台账.xlsx', rows }
      await appendEvents(owner, at, [
        { verb: 'import.committed', itemId: null, data },
        ...made.map(({ id }) => ({ verb: 'item.created', itemId: id, data: { importId: 'x', playbook: 'works' } })),
      ])
    }),
  )
  const began = performance.now()
  const turned = await turnEvents(server.deps)
  console.log(
    `${rows} rows of an import turned into ${turned.notices} notices in ${Math.round(performance.now() - began)} ms`,
  )
  expect(await inbox(town)).toHaveLength(before + 1)
  expect((await inbox(town))[0]).toMatchObject({ kind: 'imported', text: { zh: '导入《台账.xlsx》：10000 项' } })
  expect((await inbox(office))[0]).toMatchObject({ kind: 'imported', itemId: null })
})
