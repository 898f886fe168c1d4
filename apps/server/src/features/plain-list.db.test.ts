import {
  advanceItem,
  createItem,
  exportItems,
  getCockpit,
  getDistrictPlan,
  getItem,
  getSession,
  getTemplateFile,
  getWallMap,
  listGaps,
  listItemEvents,
  listItems,
  search,
  updateItem,
} from '@guatu/contract'
import { expect, test } from 'vitest'
import { notesList } from '../store/testing/notes-list.ts'
import { addressOf, bureauOrg, townOrg, useTestApp } from '../store/testing/test-app.ts'
import { worksList } from '../store/testing/works-list.ts'
import { openFile } from '../workbook/open-file.ts'

const server = useTestApp([worksList, notesList])
const playbook = notesList.key

const create = (fields: Record<string, unknown>) => server.ask(createItem, { body: { playbook, fields } })

test('an item of a list without nodes, figures, gates or lamps is made, read, changed and moved on', async () => {
  const { itemId } = await create({ subject: '关于用地的函', from: townOrg, to: [bureauOrg, townOrg] })
  const made = await server.ask(getItem, { params: { itemId } })
  expect(made.item).toMatchObject({
    stage: 'open',
    lamp: 'none',
    leadOrgId: townOrg,
    fields: { to: [bureauOrg, townOrg] },
  })
  expect(made.plan.nodes).toEqual([])
  const changed = await server.ask(updateItem, { params: { itemId }, body: { revision: 1, fields: { to: [townOrg] } } })
  expect(changed.item.fields.to).toEqual([townOrg])
  const moved = await server.ask(advanceItem, { params: { itemId }, body: { revision: 2, to: 'answered' } })
  expect(moved.item.stage).toBe('answered')
  const { events } = await server.ask(listItemEvents, { params: { itemId } })
  expect(events.map(({ text }) => text.zh).join('；')).toContain('区发改局、凤桥')
})

test('several units are each looked up, told once where they are unknown, and found by', async () => {
  const unknown = '018f0000-0000-7000-8000-00000000dead'
  const refused = await server.refused(createItem, {
    body: { playbook, fields: { subject: '函', to: [bureauOrg, unknown] } },
  })
  expect(refused.refusals.map(({ path }) => path)).toEqual(['to'])
  const { itemId } = await create({ subject: '只发给发改局', to: [bureauOrg] })
  const found = async (filter: string) =>
    (await server.ask(listItems, { query: { playbook, filter, limit: 50 } })).rows.map((row) => row.itemId)
  expect(await found(`to:in:${bureauOrg}`)).toEqual([itemId])
  expect(await found('to:empty:')).not.toContain(itemId)
  expect(await found('to:filled:')).toContain(itemId)
})

test('search says which list a hit is of', async () => {
  await create({ subject: '水电接入的函' })
  await server.ask(createItem, { body: { playbook: worksList.key, fields: { name: '水电接入工程' } } })
  const { hits } = await server.ask(search, { query: { q: '水电接入' } })
  expect(hits.map((hit) => hit.playbook).sort()).toEqual([playbook, worksList.key].sort())
})

test('boards of the list are empty where it has nothing for them, and no fault', async () => {
  await create({ subject: '又一函' })
  const { total } = await server.ask(listItems, { query: { playbook, limit: 0 } })
  const cockpit = await server.ask(getCockpit, { query: { playbook } })
  expect(cockpit).toMatchObject({ items: total, stages: [{ stage: 'open' }, { stage: 'answered' }] })
  expect(await server.ask(getDistrictPlan, { params: { playbook } })).toMatchObject({
    plan: { nodes: [], thresholds: {} },
  })
  const wall = await server.ask(getWallMap, { query: { playbook } })
  expect(wall.items.flatMap(({ nodes }) => nodes)).toEqual([])
  expect(await server.ask(listGaps, { query: { playbook } })).toMatchObject({ incompleteNodes: 0 })
  const session = await server.ask(getSession, {})
  expect(session.playbooks.find(({ key }) => key === playbook)).toMatchObject({ itemCount: total })
})

test('goes out as a workbook with the names of its units, and its template is empty', async () => {
  await create({ subject: '发往两处', to: [townOrg, bureauOrg] })
  const grid = async (address: string) => {
    const { rawPayload, statusCode } = await server.app.inject({ method: 'GET', url: address })
    expect(statusCode).toBe(200)
    return (await openFile(rawPayload, '函件.xlsx'))[0]!.rows
  }
  const rows = await grid(addressOf(exportItems, { query: { playbook, q: '发往两处' } }))
  expect(rows[3]).toEqual(expect.arrayContaining(['发往两处', '凤桥镇、区发展和改革局', '待复']))
  expect(await grid(addressOf(getTemplateFile, { query: { playbook } }))).toHaveLength(3)
})
