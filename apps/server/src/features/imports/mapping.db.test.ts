import { commitImport, getImportReport, type LedgerReport, mapImport } from '@guatu/contract'
import { expect, test } from 'vitest'
import { useImportApp } from './testing/import-app.ts'

const server = useImportApp()
const csv = (title: string): Buffer =>
  Buffer.from(`项目名称,总投资（万元）,甲乙丙丁,建设地点\n${title},100,一号地块,凤桥镇\n`)
const everything = { rows: 'all', changes: 'all' }

async function reportOf(importId: string): Promise<LedgerReport> {
  return (await server.send(getImportReport, { importId })).body as unknown as LedgerReport
}

async function fieldsByColumn(importId: string): Promise<Record<string, string | null>> {
  const { columns } = await reportOf(importId)
  return Object.fromEntries(columns.map(({ column, field }) => [column, field]))
}

test('a corrected mapping holds for this file at once, and for the next file of its shape after the commit', async () => {
  const first = await server.upload(csv('甲项目'), '一月.csv')
  expect(await fieldsByColumn(first.importId)).toMatchObject({ A: 'title', C: null, D: 'location' })
  const mapping = { A: 'title', B: 'totalInvestment', C: 'location', D: null }
  expect((await server.send(mapImport, { importId: first.importId }, { mapping })).status).toBe(200)
  await server.settled(first.importId)
  expect((await reportOf(first.importId)).items[0]!.fields).toMatchObject({ location: '一号地块' })

  const early = await server.upload(csv('乙项目'), '二月.csv')
  expect(early.mappingRemembered).toBe(false)
  await server.send(commitImport, { importId: first.importId }, everything)
  const next = await server.upload(csv('丙项目'), '三月.csv')
  expect(next.mappingRemembered).toBe(true)
  expect(await fieldsByColumn(next.importId)).toEqual(mapping)

  const otherShape = await server.upload(Buffer.from('项目名称,建设地点\n丁项目,凤桥镇\n'), '四月.csv')
  expect(otherShape.mappingRemembered).toBe(false)
})

test('a remembered mapping can be corrected again', async () => {
  const state = await server.upload(csv('戊项目'), '五月.csv')
  expect(state.mappingRemembered).toBe(true)
  const mapping = { A: 'title', B: 'totalInvestment', C: 'remark', D: 'location' }
  await server.send(mapImport, { importId: state.importId }, { mapping })
  expect(await server.settled(state.importId)).toMatchObject({ mappingRemembered: false })
  await server.send(commitImport, { importId: state.importId }, everything)
  const next = await server.upload(csv('己项目'), '六月.csv')
  expect(await fieldsByColumn(next.importId)).toEqual(mapping)
})

test('everything that is wrong with a mapping is told, and the old one stays', async () => {
  const { importId } = await server.upload(csv('庚项目'), '七月.csv')
  const before = await fieldsByColumn(importId)
  const mapping = { A: 'title', B: 'title', C: 'nonsense' }
  const refused = await server.send(mapImport, { importId }, { mapping })
  expect(refused.status).toBe(400)
  const refusals = refused.body.refusals as { code: string; path: string; accepted: string[] }[]
  expect(refusals.map(({ code, path }) => `${code} ${path}`)).toEqual([
    'MAPPING_INVALID A',
    'MAPPING_INVALID B',
    'MAPPING_INVALID C',
  ])
  expect(refusals[2]!.accepted).toEqual(expect.arrayContaining(['title', 'stage']))
  expect(await fieldsByColumn(importId)).toEqual(before)
})

test('another sheet of the file can be chosen, if there is one', async () => {
  const { importId } = await server.upload(csv('辛项目'), '八月.csv')
  const refused = await server.send(mapImport, { importId }, { sheet: '没有' })
  expect(refused.body).toMatchObject({ code: 'SHEET_UNKNOWN', refusals: [{ accepted: ['八月'] }] })
  expect((await server.send(mapImport, { importId }, { sheet: '八月' })).status).toBe(200)
  expect(await server.settled(importId)).toMatchObject({ sheet: '八月', progress: { phase: 'ready' } })
})

test('a committed import keeps its mapping', async () => {
  const { importId } = await server.import(csv('壬项目'))
  const late = await server.send(mapImport, { importId }, { mapping: { A: 'title' } })
  expect(late.body.code).toBe('IMPORT_CLOSED')
})
