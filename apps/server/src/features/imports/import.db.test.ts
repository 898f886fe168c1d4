import { readFileSync } from 'node:fs'
import {
  commitImport,
  getImportDifferences,
  getImportReport,
  getItem,
  type ImportState,
  listItems,
  mapImport,
  undoImport,
} from '@guatu/contract'
import { playbooks } from '@guatu/playbooks'
import { expect, test } from 'vitest'
import { projectRoot } from '../../location.ts'
import { useImportApp } from './testing/import-app.ts'

const server = useImportApp()
const ledger = (name: string): Buffer => readFileSync(`${projectRoot}/fixtures/ledgers/${name}`)
const everything = { rows: 'all', changes: 'all' } as const

async function items(): Promise<{
  total: number
  rows: { itemId: string; title: string; fields: Record<string, unknown> }[]
}> {
  const { body } = await server.send({ ...listItems, path: '/api/items?playbook=major-project&limit=200' }, {})
  return body as never
}

async function commit(state: ImportState, choice: object = everything) {
  return await server.send(commitImport, { importId: state.importId }, choice)
}

test('a ledger becomes items with their source, figures, units and plans, and goes again', async () => {
  const state = await server.upload(ledger('major-projects-monthly.xlsx'), '月报.xlsx')
  expect(state.refusal).toBeNull()
  expect(state.counts).toMatchObject({
    rows: 16,
    importable: 16,
    errors: 0,
    created: 16,
    changed: 0,
    unlistedOrgs: ['嘉兴科技城招商局'],
  })
  const done = await commit(state)
  expect(done.body).toMatchObject({ progress: { phase: 'done' } })
  const { total, rows } = await items()
  expect(total).toBe(16)
  const steel = rows.find((row) => row.title.startsWith('振石'))!
  const { body } = await server.send(getItem, { itemId: steel.itemId })
  expect(body).toMatchObject({
    item: {
      fields: { totalInvestment: { amount: '16291000000.00', currency: 'CNY' } },
      stage: 'construction',
      areaCode: '330402103',
    },
    source: { kind: 'ledger', sheet: '重点项目月报', row: 6, fileName: '月报.xlsx', sha256: state.sha256 },
  })
  expect(body.facts).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ metric: 'annualPlan', period: '2026', value: '3000000000.00' }),
      expect.objectContaining({ metric: 'annualDone', period: '2026-03', value: '680000000.00' }),
      expect.objectContaining({ metric: 'monthDone', period: '2026-03', value: '210000000.00' }),
    ]),
  )
  const undone = await server.send(undoImport, { importId: state.importId }, { reason: '导错了文件' })
  expect(undone.body).toEqual({ removed: 16, restored: 0 })
  expect((await items()).total).toBe(0)
})

test('all or nothing, unless the valid rows are asked for', async () => {
  const state = await server.upload(ledger('signing-list.xlsx'), '签约.xlsx')
  expect(state.counts).toMatchObject({ rows: 22, importable: 20, errors: 2, duplicates: 1 })
  const refused = await commit(state)
  expect(refused.body.code).toBe('IMPORT_HAS_ERRORS')
  expect((await items()).total).toBe(0)
  await commit(state, { rows: 'valid', changes: 'all' })
  const { rows, total } = await items()
  expect(total).toBe(20)
  expect(rows.some((row) => row.title === '=HYPERLINK("http://x","点我")')).toBe(true)
  const again = await commit(state)
  expect(again.body.code).toBe('IMPORT_CLOSED')
  await server.send(undoImport, { importId: state.importId }, { reason: '导错了文件' })
})

test('a newer ledger shows its differences cell by cell and changes only what is chosen', async () => {
  const csv = (plan: string, place: string) =>
    Buffer.from(
      `项目名称,总投资（万元）,建设地点,责任单位\n甲项目,${plan},${place},余新镇\n乙项目,200,东栅街道,新单位\n`,
    )
  const first = await server.upload(csv('100', '凤桥镇'), '一月.csv')
  expect((await commit(first)).status).toBe(200)
  const second = await server.upload(csv('150.5', '新丰镇'), '二月.csv')
  expect(second.counts).toMatchObject({ created: 0, changed: 1, unchanged: 1, unlistedOrgs: [] })
  expect(second.mappingRemembered).toBe(true)
  const { body } = await server.send(getImportDifferences, { importId: second.importId })
  expect(body).toMatchObject({ total: 1, unchanged: 1, created: 0 })
  const [difference] = body.differences as {
    itemId: string
    cells: { field: string; beforeText: string; afterText: string }[]
  }[]
  expect(difference!.cells.map(({ field, beforeText, afterText }) => [field, beforeText, afterText])).toEqual(
    expect.arrayContaining([
      ['totalInvestment', '100 万元', '150.5 万元'],
      ['location', '凤桥镇', '新丰镇'],
    ]),
  )
  await commit(second, { ...everything, keep: [`${difference!.itemId}/location`] })
  const changed = (await items()).rows.find((row) => row.title === '甲项目')!
  expect(changed.fields).toMatchObject({ totalInvestment: { amount: '1505000.00' }, location: '凤桥镇' })
  expect((await server.send(undoImport, { importId: second.importId }, { reason: '导错了文件' })).body).toEqual({
    removed: 0,
    restored: 1,
  })
  const restored = (await items()).rows.find((row) => row.title === '甲项目')!
  expect(restored.fields).toMatchObject({ totalInvestment: { amount: '1000000.00' }, location: '凤桥镇' })
})

test('what changed after the check stops the commit', async () => {
  const csv = Buffer.from('项目名称,建设地点\n丙项目,凤桥镇\n')
  await commit(await server.upload(csv, '甲.csv'))
  const newer = Buffer.from('项目名称,建设地点\n丙项目,新丰镇\n')
  const [slow, quick] = [await server.upload(newer, '乙.csv'), await server.upload(newer, '丙.csv')]
  expect((await commit(quick)).status).toBe(200)
  expect((await commit(slow)).body.code).toBe('IMPORT_CHANGED')
})

test('a file that is no spreadsheet is refused with its reason, and its report too', async () => {
  const state = await server.upload(Buffer.from('%PDF-1.7'), 'a.pdf')
  expect(state).toMatchObject({ progress: { phase: 'refused' }, refusal: { code: 'FILE_NOT_SPREADSHEET' } })
  const report = await server.send(getImportReport, { importId: state.importId })
  expect(report.body.code).toBe('FILE_NOT_SPREADSHEET')
})

test('the header tells the list where nobody names one; a correction reads the file for another', async () => {
  const csv = Buffer.from('项目名称,总投资（万元）,建设地点,责任单位\n丁项目,100,凤桥镇,余新镇\n')
  const { status, body } = await server.start(csv, '无名.csv', { playbook: undefined })
  expect(status).toBe(200)
  const state = await server.settled((body as unknown as ImportState).importId)
  expect(state).toMatchObject({ playbook: playbooks[0]!.key, counts: { importable: 1 } })
  const unknown = await server.send(mapImport, { importId: state.importId }, { playbook: 'nowhere' })
  expect(unknown.body).toMatchObject({ code: 'PLAYBOOK_UNKNOWN' })
  for (const { key } of playbooks) {
    const corrected = await server.send(mapImport, { importId: state.importId }, { playbook: key })
    expect(corrected.status).toBe(200)
    expect(await server.settled(state.importId)).toMatchObject({ playbook: key })
  }
})
