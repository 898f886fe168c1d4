import { exportItems, getImportDifferences, getItemSecrets, listItems, undoImport } from '@guatu/contract'
import { expect, test } from 'vitest'
import { useImportApp } from './testing/import-app.ts'

const server = useImportApp()
const header = '项目名称,总投资（万元）,联系人,联系电话,政策诉求,意向地价（万元）,计划竣工时间'
const csv = (...rows: string[]): Buffer => Buffer.from([header, ...rows, ''].join('\n'))

interface Row {
  readonly itemId: string
  readonly title: string
  readonly revision: number
  readonly fields: Readonly<Record<string, unknown>>
  readonly hidden: Readonly<Record<string, string>>
}

const rowsNow = async (): Promise<readonly Row[]> => {
  const { body } = await server.send({ ...listItems, path: '/api/items?playbook=major-project&limit=200' }, {})
  return body.rows as unknown as readonly Row[]
}
const secretsOf = async (itemId: string) => (await server.send(getItemSecrets, { itemId })).body.fields
const undo = (importId: string) => server.send(undoImport, { importId }, { reason: '导错了文件' })

test('secret columns of a ledger are kept apart, changed by the next one and restored when it is taken back', async () => {
  const first = await server.import(
    csv('甲项目,10000,张三,13876543210,免租三年,35,2028-06', '乙项目,20000,,,,,2028-06'),
  )
  const row = (await rowsNow()).find(({ title }) => title === '甲项目')!
  expect(row.hidden).toEqual({ contact: '••••', phone: '138****3210', policyRequests: '••••', landPriceAsked: '••••' })
  expect(JSON.stringify(await rowsNow())).not.toMatch(/张三|13876543210|免租三年|350000/)
  const before = await secretsOf(row.itemId)
  expect(before).toMatchObject({ contact: '张三', phone: '13876543210', policyRequests: '免租三年' })

  const next = await server.upload(
    csv('甲项目,10000,张三,13911112222,免租两年,35,2028-06', '乙项目,20000,,,补贴,,2028-06'),
    '二.csv',
  )
  expect(next.counts).toMatchObject({ changed: 2, created: 0 })
  const differences = await server.send(
    { ...getImportDifferences, path: `/api/imports/${next.importId}/differences` },
    {},
  )
  const told = JSON.stringify(differences.body)
  expect(told).not.toMatch(/13876543210|免租三年/)
  expect(told).toContain('138****3210')
  const committed = await server.import(
    csv('甲项目,10000,张三,13911112222,免租两年,35,2028-06', '乙项目,20000,,,补贴,,2028-06'),
  )
  expect(await secretsOf(row.itemId)).toMatchObject({ phone: '13911112222', policyRequests: '免租两年' })

  expect(await undo(committed.importId)).toEqual({ status: 200, body: { removed: 0, restored: 2 } })
  expect(await secretsOf(row.itemId)).toEqual(before)
  const shown = await rowsNow()
  expect(shown.find(({ title }) => title === '甲项目')!.hidden).toEqual(row.hidden)
  expect(shown.find(({ title }) => title === '乙项目')!.hidden).toEqual({})
  expect((await undo(first.importId)).status).toBe(409)
}, 240_000)

test('an exported sheet holds masks, and coming back they change nothing', async () => {
  const before = await rowsNow()
  const reply = await server.app.inject({ method: 'GET', url: `${exportItems.path}?playbook=major-project` })
  const state = await server.upload(reply.rawPayload, '导出.xlsx')
  expect(state.counts).toMatchObject({ errors: 0, created: 0, changed: 0, unchanged: 2 })
  expect(await rowsNow()).toEqual(before)
}, 120_000)

test('what an import made goes with its secrets when it is taken back', async () => {
  const { importId } = await server.import(csv('丙项目,10000,李四,13700001111,减税,35,2028-06'))
  const { itemId } = (await rowsNow()).find(({ title }) => title === '丙项目')!
  expect((await undo(importId)).status).toBe(200)
  const left = await server.deps.store.read((tx) =>
    tx.db.selectFrom('itemSecret').selectAll().where('itemId', '=', itemId).execute(),
  )
  expect(left).toEqual([])
}, 120_000)
