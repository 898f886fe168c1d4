import { advanceItem, createItem, getWallMap, listBlocks, removeLink, updateItem } from '@guatu/contract'
import { playbooks } from '@guatu/playbooks'
import { expect, test } from 'vitest'
import { givePerson } from '../../store/testing/people.ts'
import { bureauOrg, townOrg, useTestApp } from '../../store/testing/test-app.ts'
import { worksList } from '../../store/testing/works-list.ts'

const list = playbooks.find(({ capabilities }) => capabilities.includes('problemBoard'))!
const server = useTestApp([worksList, list])

async function work(name: string) {
  const fields = { name, unit: townOrg, until: { date: '2026-12-31', precision: 'day' } }
  return (await server.ask(createItem, { body: { playbook: worksList.key, fields } })).itemId
}

async function raise(itemId: string, nodeKey: string, more: Record<string, unknown> = {}) {
  const fields = {
    title: '停电',
    asked: '请送电',
    raiserOrg: townOrg,
    problemType: 'utilities',
    urgency: 'urgent',
    ...more,
  }
  const links = [{ kind: 'blocks', itemId, nodeKey }]
  return (await server.ask(createItem, { body: { playbook: list.key, fields, links } })).itemId
}

async function move(itemId: string, revision: number, to: string, fields: Record<string, unknown>, reason?: string) {
  const body = { revision, to, fields, ...(reason ? { reason } : {}) }
  return (await server.ask(advanceItem, { params: { itemId }, body })).item.revision
}

const promised = (date: string) => ({ date, precision: 'day' })

test('a held node costs the finish until the promised day, alone and together, and no more once it is let go', async () => {
  const project = await work('南湖新材')
  const first = await raise(project, 'permit')
  let revision = await move(first, 1, 'assigned', { leadOrg: bureauOrg })
  const owner = await givePerson(server.deps, [{ role: 'department', orgId: bureauOrg }])
  revision = await move(first, revision, 'accepted', { complexity: 'complex', owner })
  revision = await move(first, revision, 'handling', { measure: '迁线', promisedOn: promised('2026-09-30') })
  const alone = await server.ask(listBlocks, { query: { items: project } })
  expect(alone.blocks).toMatchObject([
    {
      blocker: { itemId: first, stage: 'handling' },
      nodeKey: 'permit',
      until: '2026-09-30',
      basis: 'promised',
      state: 'holds',
    },
  ])
  const cost = alone.blocks[0]!.finishShiftWorkdays
  expect(cost).toBeGreaterThan(20)
  expect(alone.items).toMatchObject([{ itemId: project, finishShiftWorkdays: cost }])

  const second = await raise(project, 'body')
  const both = await server.ask(listBlocks, { query: { items: second } })
  expect(both.blocks.map(({ blocker }) => blocker.itemId)).toEqual([second])
  expect(both.items[0]!.finishShiftWorkdays).toBeGreaterThanOrEqual(cost)
  const { items } = await server.ask(getWallMap, { query: { playbook: worksList.key } })
  expect(items[0]!.blocks?.map(({ nodeKey }) => nodeKey).sort()).toEqual(['body', 'permit'])

  const then = new Date().toISOString()
  await new Promise((resolve) => setTimeout(resolve, 5))
  await move(first, revision, 'closed', { closeGround: 'beyond' }, '需省级批复')
  const [link] = both.blocks
  await server.ask(removeLink, { params: { itemId: second, linkId: link!.linkId }, body: {} })
  expect(await server.ask(listBlocks, { query: { items: project } })).toMatchObject({ blocks: [], items: [] })
  const past = await server.ask(listBlocks, { query: { items: project, asOf: then } })
  expect(past.blocks.map(({ blocker }) => blocker.itemId).sort()).toEqual([first, second].sort())
})

test('each side writes its own word: the raiser rates, the lead unit does not, nor does it move its own date', async () => {
  const project = await work('南湖二期')
  const raiser = await givePerson(server.deps, [{ role: 'town', orgId: townOrg }])
  const lead = await givePerson(server.deps, [{ role: 'department', orgId: bureauOrg }])
  const itemId = await raise(project, 'permit', { raiser })
  const params = { itemId }
  let revision = await move(itemId, 1, 'assigned', { leadOrg: bureauOrg })
  revision = await move(itemId, revision, 'accepted', { complexity: 'complex', owner: lead })
  revision = await move(itemId, revision, 'handling', { measure: '迁线', promisedOn: promised('2026-09-30') })
  const own = { raiserRating: '5', promisedOn: promised('2026-12-30'), leadOrg: townOrg }
  const refused = await server.as(lead).refused(updateItem, { params, body: { revision, fields: own } })
  expect(refused.refusals.map(({ path }) => path)).toEqual(['raiserRating', 'promisedOn', 'leadOrg'])
  await server.as(lead).refused(advanceItem, { params, body: { revision, to: 'solved' } })
  const sent = { revision, to: 'confirming', fields: { result: '已送电', leadRating: '4' } }
  const reported = await server.as(lead).ask(advanceItem, { params, body: sent })
  const body = { revision: reported.item.revision, to: 'solved', fields: { raiserRating: '5' } }
  const foreign = await server.as(lead).refused(advanceItem, { params, body })
  expect(foreign.refusals[0]!.message.zh).toContain('提出')
  const solved = await server.as(raiser).ask(advanceItem, { params, body })
  expect(solved.item).toMatchObject({ stage: 'solved', fields: { raiserRating: '5', leadRating: '4' } })
  const unrated = { revision: solved.item.revision, fields: { leadRating: '1' } }
  expect((await server.as(raiser).refused(updateItem, { params, body: unrated })).code).toBe('FORBIDDEN')
  // Nor does whoever raises one write the other side's word, or choose who solves it, on the way in.
  const preset = { title: '停水', asked: '请通水', raiser, leadRating: '5', leadOrg: bureauOrg }
  const early = await server.as(raiser).refused(createItem, { body: { playbook: list.key, fields: preset } })
  expect(early.refusals.map(({ path }) => path)).toEqual(['leadRating', 'leadOrg'])
})
