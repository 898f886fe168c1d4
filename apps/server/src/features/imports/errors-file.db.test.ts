import { readFileSync } from 'node:fs'
import { getImportErrorsFile, getImportReport, type LedgerReport } from '@guatu/contract'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { projectRoot } from '../../location.ts'
import { useImportApp } from './testing/import-app.ts'

const server = useImportApp()
const fixture = readFileSync(`${projectRoot}/fixtures/ledgers/signing-list.xlsx`)

async function workbookOf(content: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(content as unknown as ExcelJS.Buffer)
  return workbook
}

async function errorsFile(importId: string): Promise<ExcelJS.Workbook> {
  const reply = await server.app.inject({ method: 'GET', url: getImportErrorsFile.path.replace(':importId', importId) })
  expect(reply.headers['content-type']).toContain('spreadsheetml')
  expect(decodeURIComponent(String(reply.headers['content-disposition']))).toMatch(/-错误标注\.xlsx$/)
  return await workbookOf(reply.rawPayload)
}

const isRed = (cell: ExcelJS.Cell): boolean => JSON.stringify(cell.fill ?? {}).includes('FFF7C6C5')

/** Every filled cell of every sheet by its address. */
function cellsOf(workbook: ExcelJS.Workbook): Map<string, ExcelJS.Cell> {
  const cells = new Map<string, ExcelJS.Cell>()
  workbook.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell({ includeEmpty: true }, (cell) => cells.set(`${sheet.name}!${cell.address}`, cell)),
    ),
  )
  return cells
}

const texts = (cells: Map<string, ExcelJS.Cell>) =>
  [...cells].filter(([, cell]) => cell.value !== null).map(([address, cell]) => [address, cell.value])

test('the workbook comes back with its bad cells marked and every value as it was', async () => {
  const { importId } = await server.upload(fixture, '签约.xlsx')
  const report = (await server.send(getImportReport, { importId })).body as unknown as LedgerReport
  const original = cellsOf(await workbookOf(fixture))
  const marked = cellsOf(await errorsFile(importId))
  expect(texts(marked)).toEqual(texts(original))
  const red = [...marked].filter(([, cell]) => isRed(cell)).map(([address]) => address)
  expect(red.sort()).toEqual(report.errors.map(({ row, column }) => `${report.sheet}!${column}${row}`).sort())
  expect(red).toHaveLength(2)
  for (const { row, column, message } of report.errors) {
    expect(JSON.stringify(marked.get(`${report.sheet}!${column}${row}`)!.note)).toContain(message)
  }
  const commented = [...marked].filter(([, cell]) => cell.note !== undefined)
  expect(commented).toHaveLength(2)
})

test('of a text file only the bad rows come back, and each says which row it was', async () => {
  const { importId } = await server.upload(
    Buffer.from('项目名称,总投资（万元）\n甲项目,5\n乙项目,很多\n丙项目,6\n'),
    '台账.csv',
  )
  const [sheet] = (await errorsFile(importId)).worksheets
  const rows = [1, 2, 3].map((row) => (sheet!.getRow(row).values as unknown[]).slice(1))
  expect(rows).toEqual([['项目名称', '总投资（万元）', '原表行号'], ['乙项目', '很多', 3], []])
  expect(isRed(sheet!.getCell('B2'))).toBe(true)
})

test('an unknown import has no such file', async () => {
  const url = getImportErrorsFile.path.replace(':importId', '018f0000-0000-7000-8000-00000000ffff')
  const reply = await server.app.inject({ method: 'GET', url })
  expect([reply.statusCode, reply.json().code]).toEqual([404, 'NOT_FOUND'])
})
