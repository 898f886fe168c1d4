import { advanceItem, createItem, getStageBoard, type StageBoard } from '@guatu/contract'
import { playbooks } from '@guatu/playbooks'
import { expect, test } from 'vitest'
import { relightByClocks } from '../../jobs/relight.ts'
import { systemActor } from '../../store/actor.ts'
import { givePerson } from '../../store/testing/people.ts'
import { bureauOrg, townOrg, useTestApp } from '../../store/testing/test-app.ts'

const list = playbooks.find(({ capabilities }) => capabilities.includes('problemBoard'))!
const server = useTestApp([list])

const query = { playbook: list.key }
const stageOf = (board: StageBoard, stage: string) => board.stages.find((one) => one.stage === stage)!

async function raise(title: string, fields: Record<string, unknown> = {}) {
  const body = { playbook: list.key, fields: { title, asked: '请协调', raiserOrg: townOrg, ...fields } }
  return (await server.ask(createItem, { body })).itemId
}

test('a board tells its stages, with clocks, the most urgent first, and whom it waits for', async () => {
  const empty = await server.ask(getStageBoard, { query })
  expect(empty).toMatchObject({ total: 0, open: 0, overdue: 0, minutesPerDay: 420, units: [] })
  expect(empty.stages.map(({ stage }) => stage)).toEqual(list.stages.map(({ key }) => key))

  const plain = await raise('便道被占', { urgency: 'normal' })
  const urgent = await raise('停电', { urgency: 'urgent' })
  const assigned = await raise('管线未迁', { urgency: 'normal' })
  const fields = { leadOrg: bureauOrg, problemType: 'utilities' }
  const params = { itemId: assigned }
  await server.ask(advanceItem, { params, body: { revision: 1, to: 'assigned', fields } })

  const board = await server.ask(getStageBoard, { query })
  expect(board).toMatchObject({
    total: 3,
    open: 3,
    units: expect.arrayContaining([{ orgId: bureauOrg, open: 1, overdue: 0 }]),
  })
  const raised = stageOf(board, 'raised')
  expect(raised).toMatchObject({ total: 2, overdue: 0 })
  expect(raised.cards.map(({ itemId }) => itemId)).toEqual([urgent, plain])
  expect(raised.cards[0]!.clock).toMatchObject({ key: 'assignment', state: 'running', limitMinutes: 240 })
  const [card] = stageOf(board, 'assigned').cards
  expect(card).toMatchObject({ leadOrgId: bureauOrg, handOvers: 1, clock: { key: 'acceptance' }, blocks: 0 })
  expect(card!.fields).toMatchObject({ urgency: 'normal', problemType: 'utilities', raiserOrg: townOrg })
  expect(card!.fields).not.toHaveProperty('asked')

  const narrowed = await server.ask(getStageBoard, { query: { ...query, filter: `tied:in:${bureauOrg}`, limit: 0 } })
  expect(narrowed).toMatchObject({ total: 1, open: 1 })
  expect(stageOf(narrowed, 'assigned')).toMatchObject({ total: 1, cards: [] })
})

test('as of a moment it shows what was known then', async () => {
  const itemId = await raise('道口未开', { urgency: 'urgent' })
  const then = new Date().toISOString()
  await new Promise((resolve) => setTimeout(resolve, 5))
  const params = { itemId }
  const fields = { leadOrg: bureauOrg, problemType: 'traffic' }
  await server.ask(advanceItem, { params, body: { revision: 1, to: 'assigned', fields } })
  const past = await server.ask(getStageBoard, { query: { ...query, asOf: then } })
  const card = stageOf(past, 'raised').cards.find((one) => one.itemId === itemId)
  expect(card).toMatchObject({ handOvers: 0, clock: { key: 'assignment', state: 'running' } })
  const now = await server.ask(getStageBoard, { query })
  expect(stageOf(now, 'assigned').cards.some((one) => one.itemId === itemId)).toBe(true)
})

test('what is settled stays in sight with no clock; a firm sees its own', async () => {
  const itemId = await raise('重复上报', { urgency: 'normal' })
  const body = { revision: 1, to: 'closed', fields: { closeGround: 'duplicate' }, reason: '与“停电”同一件事' }
  await server.ask(advanceItem, { params: { itemId }, body })
  const board = await server.ask(getStageBoard, { query })
  expect(stageOf(board, 'closed')).toMatchObject({ total: 1, cards: [{ itemId, clock: null }] })
  expect(board.open).toBe(board.total - 1)

  const firm = await givePerson(server.deps, [{ role: 'firm', orgId: bureauOrg }])
  const own = await server.as(firm).ask(getStageBoard, { query })
  expect(own.total).toBe(0)
  await raise('厂区断水', { raiserOrg: bureauOrg })
  expect(await server.as(firm).ask(getStageBoard, { query })).toMatchObject({ total: 1, open: 1 })
})

test('the clocks as they are kept give the board that the way of each item gives', async () => {
  const wide = { ...query, limit: 200 }
  const paused = await raise('苗木待迁', { urgency: 'urgent' })
  const fields = { leadOrg: bureauOrg, problemType: 'utilities' }
  await server.ask(advanceItem, { params: { itemId: paused }, body: { revision: 1, to: 'assigned', fields } })
  const started = Date.now()
  for (const hours of [0, 1, 3, 20, 75, 200]) {
    const asOf = new Date(started + hours * 3_600_000).toISOString()
    server.instant = asOf
    const deps = { ...server.deps, store: server.deps.store.as(systemActor), actor: systemActor }
    await relightByClocks(deps)
    const { asOf: said, ...counted } = await server.ask(getStageBoard, { query: { ...wide, asOf } })
    const kept = await server.ask(getStageBoard, { query: wide })
    expect([said, kept], `after ${hours} hours`).toEqual([asOf, counted])
    expect(kept.open).toBeGreaterThan(3)
    if (hours === 200) expect(kept.overdue).toBeGreaterThan(3)
  }
})
