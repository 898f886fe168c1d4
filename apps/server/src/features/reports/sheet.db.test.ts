import { exportReportSheet, type ReadSheet, readReportSheet, reportSheet, sendReport } from '@guatu/contract'
import ExcelJS from 'exceljs'
import { beforeAll, expect, test } from 'vitest'
import { bureauOrg, townOrg, useTestApp } from '../../store/testing/test-app.ts'
import { multipart } from '../../testing/multipart.ts'
import { makeWork, reportOf } from './testing/works.ts'

const server = useTestApp()
const query = { playbook: 'works', unit: townOrg, month: '2026-06' }
let first: string
let second: string

beforeAll(async () => {
  first = await makeWork(server, '甲工程')
  second = await makeWork(server, '乙工程')
  const before = { month: '2026-05', text: '上月', figures: [{ metric: 'monthDone', value: '1200000' }] }
  await server.ask(sendReport, { body: reportOf(first, before) })
})

const addressOf = (path: string, wanted: object) =>
  `${path}?${new URLSearchParams(Object.entries(wanted) as [string, string][])}`

async function exported(wanted: object = query): Promise<ExcelJS.Worksheet> {
  const reply = await server.app.inject({ url: addressOf(exportReportSheet.path, wanted) })
  expect(reply.statusCode, reply.body).toBe(200)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(reply.rawPayload as unknown as ExcelJS.Buffer)
  return workbook.worksheets[0]!
}

async function sent(sheet: ExcelJS.Worksheet, wanted: object = query) {
  const content = Buffer.from(await sheet.workbook.xlsx.writeBuffer())
  const url = addressOf(readReportSheet.path, wanted)
  return await server.app.inject({ method: 'POST', url, ...multipart({ fileName: '月报.xlsx', content }) })
}

const read = async (sheet: ExcelJS.Worksheet): Promise<ReadSheet> => (await sent(sheet)).json()

/** The cell of a column, by its key, in the row of an item. */
function cell(sheet: ExcelJS.Worksheet, key: string, title: string): ExcelJS.Cell {
  const keys = (sheet.getRow(2).values as unknown[]).map(String)
  const titles = sheet.getColumn(keys.indexOf('title')).values as unknown[]
  return sheet.getRow(titles.indexOf(title)).getCell(keys.indexOf(key))
}

test('the file out says last month’s figures in 万元 and comes back in with nothing said', async () => {
  const sheet = await exported()
  expect([cell(sheet, 'last.monthDone', '甲工程').value, cell(sheet, 'lastText', '甲工程').value]).toEqual([
    120,
    '上月',
  ])
  expect(cell(sheet, 'node', '甲工程').value).toBe('节点file')
  expect([cell(sheet, 'title', '甲工程').protection?.locked, cell(sheet, 'text', '甲工程').protection?.locked]).toEqual(
    [undefined, false],
  )
  expect(await read(sheet)).toEqual({ rows: [], problems: [] })
})

test('what is filled in comes back as rows: 万元 are yuan, and the sum of the year follows', async () => {
  const sheet = await exported()
  cell(sheet, 'figure.monthDone', '甲工程').value = 30.5
  cell(sheet, 'percent', '甲工程').value = 40
  cell(sheet, 'text', '甲工程').value = '基础施工'
  cell(sheet, 'finishedOn', '乙工程').value = new Date('2026-06-10T00:00:00Z')
  const { rows, problems } = await read(sheet)
  expect(problems).toEqual([])
  expect(rows.find(({ itemId }) => itemId === first)).toMatchObject({
    ...{ nodeKey: 'file', percent: 40, text: '基础施工', explanation: null },
    figures: [
      { metric: 'monthDone', value: '305000.00' },
      { metric: 'yearDone', value: '1505000.00' },
    ],
  })
  expect(rows.find(({ itemId }) => itemId === second)).toMatchObject({ finishedOn: '2026-06-10', figures: [] })
})

test('tampered, shifted, foreign and doubled rows are refused by row and column, in words', async () => {
  const sheet = await exported()
  const other = cell(sheet, 'row', '乙工程')
  const own = cell(sheet, 'row', '甲工程')
  ;[own.value, other.value] = [other.value, own.value]
  sheet.addRow(['0190d8c0-0000-7000-8000-00000000000f/file', '外来工程'])
  sheet.addRow([null, '手工加的行'])
  const { rows, problems } = await read(sheet)
  expect(rows).toEqual([])
  expect(problems.map(({ row, column, message }) => [row, column, message.zh])).toEqual([
    [4, 'B', expect.stringContaining('行可能错位')],
    [5, 'B', expect.stringContaining('行可能错位')],
    [6, 'A', expect.stringContaining('外来工程')],
    [7, 'A', expect.stringContaining('不能在表中新增行')],
  ])
})

test('cells that are no figure, percent or date say so, each at its place', async () => {
  const sheet = await exported()
  cell(sheet, 'figure.monthDone', '甲工程').value = { formula: '1+1', result: 2 }
  cell(sheet, 'percent', '甲工程').value = '大半'
  cell(sheet, 'finishedOn', '乙工程').value = '下月'
  cell(sheet, 'figure.yearDone', '乙工程').value = '约三亿'
  const { problems } = await read(sheet)
  expect(problems.map(({ message }) => message.zh).toSorted()).toEqual(
    [
      '“下月”不是日期，应如 2026-11-20',
      '“大半”不是 0 到 100 的整数',
      '“约三亿”不是万元数，最多六位小数',
      '请填数值或文字，不要用公式',
    ].toSorted(),
  )
})

test('a sheet of another unit, month or make is refused as a whole', async () => {
  const sheet = await exported()
  const codes = async (wanted: object) => (await sent(sheet, wanted)).json().refusals[0].message.zh
  expect(await codes({ ...query, month: '2026-05' })).toBe('这是 2026-06 的月报表，不是 2026-05 的')
  expect(await codes({ ...query, unit: bureauOrg })).toContain('其他单位')
  sheet.getCell('A1').value = '某表'
  expect(await codes(query)).toContain('不是从本系统导出的月报表')
  const { items, total } = await server.ask(reportSheet, { query })
  expect([items.length, total]).toEqual([2, 2])
})
