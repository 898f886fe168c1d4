import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, expect, test } from 'vitest'
import { markErrors } from './mark-errors.ts'
import { layoutWorkbook } from './testing/layout-workbook.ts'

const folder = mkdtempSync(join(tmpdir(), 'guatu-mark-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const errors = [{ row: 3, column: 'B', value: 'x', message: '读不成金额', accepted: ['5000万元'] }]

async function marked(name: string, content: Buffer): Promise<ExcelJS.Worksheet> {
  const path = join(folder, name)
  writeFileSync(path, content)
  const file = await markErrors({
    path,
    fileName: name,
    fileBytes: content.length,
    sheet: '台账',
    headerRows: [1],
    errors,
  })
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(file as unknown as ExcelJS.Buffer)
  return workbook.worksheets[0]!
}

const red = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF7C6C5' } }

test('a workbook comes back whole, its bad cells red and explained', async () => {
  const rows = [
    ['项目名称', '总投资'],
    ['甲', 5],
    ['乙', 'x'],
    ['丙', 6],
  ]
  const sheet = await marked('a.xlsx', await layoutWorkbook({ sheet: '台账', merges: [], hiddenRows: [], rows }))
  expect(sheet.rowCount).toBe(4)
  expect(sheet.getCell('B3').fill).toMatchObject(red)
  expect(JSON.stringify(sheet.getCell('B3').note)).toContain('5000万元')
  expect(sheet.getCell('B2').fill).not.toMatchObject(red)
})

test('of a text file the faulty rows come back, with their numbers', async () => {
  const sheet = await marked('台账.csv', Buffer.from('项目名称,总投资\n甲,5\n乙,x\n丙,6\n'))
  expect([1, 2].map((row) => (sheet.getRow(row).values as unknown[]).slice(1))).toEqual([
    ['项目名称', '总投资', '原表行号'],
    ['乙', 'x', 3],
  ])
  expect(sheet.getCell('B2').fill).toMatchObject(red)
})
