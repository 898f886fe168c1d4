import { expect, test } from 'vitest'
import { tellSensitiveRead } from './sensitive-read.ts'
import { useTestApp } from './testing/test-app.ts'
import { verifyChain } from './verify/verify-chain.ts'

const server = useTestApp()
const [first, second, third] = ['1', '2', '3'].map((digit) => `018f0000-0000-7000-8000-00000000000${digit}`) as [
  string,
  string,
  string,
]
const reader = { personId: '018f0000-0000-7000-8000-0000000000aa', name: '陈岚', post: '区发改局 核实', origin: 'web' }

const recorded = () =>
  server.deps.store.read(async (tx) => ({
    events: await tx.db.selectFrom('event').selectAll().where('verb', '=', 'secret.read').orderBy('seq').execute(),
    items: await tx.db.selectFrom('sensitiveRead').select(['itemId', 'seq']).orderBy('itemId').execute(),
    chain: await verifyChain(tx),
  }))

test('one event tells which fields of which items somebody saw, and each item finds it', async () => {
  const { store, now } = server.deps
  await tellSensitiveRead(
    { store: store.as(reader), now },
    {
      via: 'listItems',
      items: [
        { itemId: first, fields: ['phone', 'contact'] },
        { itemId: second, fields: ['contact', 'phone', 'phone'] },
        { itemId: third, fields: ['floorPrice'] },
      ],
    },
  )
  const { events, items, chain } = await recorded()
  expect(events).toHaveLength(1)
  const { seq, ...event } = events[0]!
  expect(event).toMatchObject({ actor: reader.name, actorId: reader.personId, post: reader.post, itemId: null })
  expect(event.data).toEqual({
    via: 'listItems',
    read: [
      { fields: ['contact', 'phone'], items: [first, second] },
      { fields: ['floorPrice'], items: [third] },
    ],
  })
  expect(items).toEqual([first, second, third].map((itemId) => ({ itemId, seq })))
  expect(chain.kind).toBe('whole')
})

test('a page that shows nothing sensitive is not told of; the record itself is', async () => {
  const { events: before } = await recorded()
  await tellSensitiveRead(server.deps, { via: 'listItems', items: [] })
  expect((await recorded()).events).toHaveLength(before.length)
  await tellSensitiveRead(server.deps, { via: 'exportAudit', items: [], about: { rows: 7 } })
  expect((await recorded()).events.at(-1)?.data).toEqual({ via: 'exportAudit', about: { rows: 7 }, read: [] })
})
