import { listItems } from '@guatu/contract'
import { sheetLayout } from '@guatu/derive'
import ExcelJS from 'exceljs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { sharedBrowser } from '../../../../../scripts/testing/shared-browser.ts'
import { driveLedger, type LedgerDriver } from '../../testing/ledger.ts'

let browser: Browser
let ledger: LedgerDriver

beforeAll(async () => {
  browser = await sharedBrowser()
  ledger = await driveLedger(browser, inject('guatuUrl'))
})
afterAll(() => browser.close())

async function download(page: Page, name: string) {
  await page.getByRole('button', { name: '更多' }).click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name, exact: true }).click(),
  ])
  const workbook = new ExcelJS.Workbook()
  // The browser may be connected to from afar: its files are read, not opened.
  await workbook.xlsx.read(await file.createReadStream())
  return { fileName: file.suggestedFilename(), sheet: workbook.worksheets[0]! }
}

const textsOf = (sheet: ExcelJS.Worksheet, row: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => sheet.getRow(row).getCell(index + 1).text)

describe('workbooks of a ledger', () => {
  it('exports the rows and columns in view, with key row and label row', async () => {
    const page = await ledger.open(`?sort=${ledger.titleKey}&filter=lamp:in:red`)
    const { sheet, fileName } = await download(page, '导出 Excel')
    expect(fileName).toMatch(/^.+-2026-11-21\.xlsx$/)
    const shown = ledger.playbook.columns.filter((key) => key in ledger.playbook.fields)
    const layout = sheetLayout(ledger.playbook, shown)
    const { columns, keyRow, labelRow, firstDataRow } = layout
    expect(textsOf(sheet, keyRow, columns.length)).toEqual(columns.map(({ key }) => key))
    expect(textsOf(sheet, labelRow, columns.length)).toEqual(columns.map(({ label }) => label))
    const { rows } = await ledger.ask(listItems, {
      query: { playbook: ledger.playbook.key, sort: ledger.titleKey, filter: 'lamp:in:red', limit: 200 },
    })
    expect(rows.length).toBeGreaterThan(0)
    const at = columns.findIndex(({ key }) => key === ledger.titleKey) + 1
    const titles = rows.map((_, index) => sheet.getRow(firstDataRow + index).getCell(at).text)
    expect(titles).toEqual(rows.map(({ title }) => title))
    expect(sheet.getRow(firstDataRow + rows.length).getCell(at).text).toBe('')
    expect(sheet.getRow(firstDataRow).getCell(1).text).toBe(rows[0]!.itemId)
    await page.context().close()
  })

  it('gives an empty workbook of every field to fill in', async () => {
    const page = await ledger.open()
    const { sheet, fileName } = await download(page, '下载空白表')
    expect(fileName).toContain('填报模板')
    const { columns, keyRow, labelRow, firstDataRow } = sheetLayout(ledger.playbook)
    expect(textsOf(sheet, keyRow, columns.length)).toEqual(columns.map(({ key }) => key))
    expect(textsOf(sheet, labelRow, columns.length)).toEqual(columns.map(({ label }) => label))
    expect(textsOf(sheet, firstDataRow, columns.length).join('')).toBe('')
    await page.context().close()
  })
})
