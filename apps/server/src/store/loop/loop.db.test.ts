import { advanceItem, createItem, getItem, pauseClock, resumeClock, updateItem } from '@guatu/contract'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asSystem } from '../../http/deps.ts'
import { relightByClocks } from '../../jobs/relight.ts'
import { turnDay } from '../../jobs/turn-day.ts'
import { expectLoops } from '../testing/loops.ts'
import { mattersList } from '../testing/matters-list.ts'
import { bureauOrg, townOrg, useTestApp } from '../testing/test-app.ts'
import { worksList } from '../testing/works-list.ts'

const lists = [worksList, mattersList]
const server = useTestApp(lists)
const units = [townOrg, bureauOrg]

/** Something that somebody tries to do to a matter, some minutes after the one before; what is refused changes nothing. */
interface Attempt {
  readonly after: number
  readonly what: 'move' | 'hand' | 'edit' | 'pause' | 'resume' | 'look'
  readonly choice: number
}

const attempts = fc.array(
  fc.record({
    after: fc.integer({ min: 1, max: 1500 }),
    what: fc.constantFrom<Attempt['what']>('move', 'move', 'move', 'hand', 'edit', 'pause', 'resume', 'look'),
    choice: fc.integer({ min: 0, max: 5 }),
  }),
  { minLength: 4, maxLength: 14 },
)

let minutes = 0
function pass(after: number): void {
  minutes += after
  const now = Date.parse('2026-06-15T01:00:00Z') + minutes * 60_000
  server.instant = new Date(now).toISOString()
  server.today = new Date(now + 8 * 3_600_000).toISOString().slice(0, 10)
}

async function tried(wish: Promise<unknown>): Promise<void> {
  await wish.catch((error: unknown) => expect(String(error)).toMatch(/expected 4\d\d to be 200/))
}

async function attempt(itemId: string, { what, choice }: Attempt): Promise<void> {
  const params = { itemId }
  const { item, moves } = await server.ask(getItem, { params, query: {} })
  const { revision } = item
  const unit = units[choice % 2] as string
  if (what === 'look') {
    await turnDay(asSystem(server.deps))
    await relightByClocks(asSystem(server.deps))
    return
  }
  if (what === 'edit')
    return await tried(server.ask(updateItem, { params, body: { revision, fields: { handler: unit } } }))
  if (what === 'hand') {
    const body = { revision, to: 'assigned', move: 'handOver', fields: { handler: unit }, reason: '转办' }
    return await tried(server.ask(advanceItem, { params, body }))
  }
  const clock = { itemId, clock: choice < 3 ? 'settle' : 'promise' }
  if (what === 'pause')
    return await tried(server.ask(pauseClock, { params: clock, body: { ground: 'review', text: '评审' } }))
  if (what === 'resume') return await tried(server.ask(resumeClock, { params: clock, body: {} }))
  const move = moves[choice % Math.max(1, moves.length)]
  if (!move) return
  const values: Readonly<Record<string, unknown>> = {
    handler: unit,
    urgent: choice > 2,
    answer: '已办结',
    until: { date: server.today, precision: 'day' },
  }
  const fields = Object.fromEntries(move.asks.map(({ field }) => [field, values[field]]))
  await tried(
    server.ask(advanceItem, { params, body: { revision, to: move.to, move: move.key, fields, reason: '有理由' } }),
  )
}

test('whatever happens, the stored way and clocks are what the events come to', async () => {
  await fc.assert(
    fc.asyncProperty(attempts, async (list) => {
      const fields = { name: '随机事项', raiser: townOrg, weight: 1.5 }
      const { itemId } = await server.ask(createItem, { body: { playbook: 'matters', fields } })
      for (const one of list) {
        pass(one.after)
        await attempt(itemId, one)
      }
    }),
    { numRuns: 12 },
  )
  await turnDay(asSystem(server.deps))
  await relightByClocks(asSystem(server.deps))
  const looked = await server.deps.store.read((tx) => expectLoops(tx, lists))
  expect(looked).toBe(12)
  const { rows } = await server.deps.store.read((tx) =>
    tx.client.query('select 1 from clock where next_change_at <= $1', [server.instant]),
  )
  expect(rows).toEqual([])
}, 60_000)
