import { describe, expect, test } from 'vitest'
import { otherLedgers } from './read-ledger.ts'
import { gridOf } from './testing/grid.ts'
import { byRow, readGrid, readLines, skippedRows, testOptions } from './testing/read.ts'

const messages = (report: ReturnType<typeof readLines>): string[] =>
  report.warnings.map(({ row, column }) => `${column ?? ''}${row}`)

describe('several tables in one sheet', () => {
  test('another unit in the second header', () => {
    const report = readLines([
      '一、政府投资项目',
      '序号|项目名称|总投资（万元）|责任单位',
      '1|甲|3000|区住建局',
      '',
      '二、招商项目',
      '序号|项目名称|总投资（亿元）|责任单位',
      '1|丙|12|区商务局',
    ])
    expect(byRow(report, 'totalInvestment')).toEqual({ 3: '30000000.00', 7: '1200000000.00' })
    expect(skippedRows(report)).toEqual({ 4: 'blank', 5: 'section', 6: 'header' })
    expect(messages(report)).toEqual(['C6'])
  })

  test('another order of columns in the second header', () => {
    const report = readLines([
      '单位：万元',
      '序号|项目名称|总投资|今年计划投资|责任单位',
      '1|甲|3000|1000|区住建局',
      '招商项目',
      '序号|项目名称|今年计划投资|总投资|责任单位',
      '1|丙|900|12000|区商务局',
    ])
    expect(report.items[1]!.fields).toMatchObject({ totalInvestment: '120000000.00', annualPlan: '9000000.00' })
    expect(messages(report)).toEqual(['C5', 'D5'])
  })

  test('a unit line of its own between the tables', () => {
    const report = readLines([
      '表一 续建项目',
      '单位：万元',
      '序号|项目名称|总投资|责任单位',
      '1|甲|30000|区住建局',
      '',
      '表二 新建项目',
      '|||单位：亿元',
      '序号|项目名称|总投资|责任单位',
      '1|丙|12|区商务局',
    ])
    expect(byRow(report, 'totalInvestment')).toEqual({ 4: '300000000.00', 9: '1200000000.00' })
    expect(skippedRows(report)).toEqual({ 5: 'blank', 6: 'section', 7: 'title', 8: 'header' })
    expect(report.errors).toEqual([])
  })

  test('a third table without a unit goes on with the second’s, and says so', () => {
    const header = '序号|项目名称|总投资|责任单位'
    const second = ['表二（单位：元）', header, '1|乙|5|局']
    const report = readLines(['单位：亿元', header, '1|甲|3|局', ...second, '表三', header, '1|丙|6|局'])
    expect(byRow(report, 'totalInvestment')).toEqual({ 3: '300000000.00', 6: '5.00', 9: '6.00' })
    expect(messages(report)).toContain('8')
  })

  test('a note below each table names its unit', () => {
    const header = '序号|项目名称|总投资|责任单位'
    const report = readLines([header, '1|甲|3|局', '注：单位为亿元', '', header, '1|乙|5|局', '注：单位为元'])
    expect(byRow(report, 'totalInvestment')).toEqual({ 2: '300000000.00', 6: '5.00' })
  })

  test('further columns of the second table go to its fields', () => {
    const report = readLines([
      '项目名称|总投资（万元）|建设地点|备注',
      '甲|3000|余新|注',
      '招商项目',
      '项目名称|责任单位|建设地点|计划开工时间|总投资（万元）',
      '丙|区商务局|余新|2026.3|12',
    ])
    expect(report.items.map(({ title }) => title)).toEqual(['甲', '丙'])
    expect(report.items[1]!.fields).toMatchObject({ leadOrg: '区商务局', totalInvestment: '120000.00' })
  })

  test('a richer header does not hide the table above it', () => {
    const wide = '序号|项目名称|总投资（万元）|责任单位|建设地点|计划开工时间|包联领导'
    const report = readLines(['序号|项目名称|总投资（万元）', '1|甲|5', '2|乙|6', '', wide, '1|丙|7|丁|戊|2026.3|己'])
    expect(byRow(report, 'leader')).toEqual({ 2: undefined, 3: undefined, 6: '己' })
  })

  test('a header of two rows', () => {
    const report = readLines(
      [
        '项目名称|总投资（万元）|责任单位|建设地点',
        '甲|3000|乙|余新',
        '项目名称|2026年（亿元）||责任单位',
        '|计划投资|完成投资|',
        '丙|2|1|丁',
      ],
      ['A3:A4', 'B3:C3', 'D3:D4'],
    )
    expect(report.items[1]!.fields).toMatchObject({ annualPlan: '200000000.00', annualDone: '100000000.00' })
    expect(skippedRows(report)).toEqual({ 3: 'header', 4: 'header' })
  })

  test('pages that repeat title, unit line and header are one table', () => {
    const page = ['重点项目表', '单位：亿元', '序号|项目名称|总投资|责任单位']
    const report = readLines([...page, '1|甲|3|大桥镇', '本页小计||3', ...page, '2|乙|5|大桥镇'])
    expect(byRow(report, 'totalInvestment')).toEqual({ 4: '300000000.00', 9: '500000000.00' })
    expect(report.warnings).toEqual([])
  })

  test('a column mapped by hand is so only where the header is the same', () => {
    const lines = ['项目名称|总投资|金额', '甲|1|2', '项目名称|金额|总投资', '乙|3|4']
    const report = readGrid(gridOf(['单位：元', ...lines]), { mapping: { b: null, c: 'totalInvestment' } })
    expect(byRow(report, 'totalInvestment')).toEqual({ 3: '2.00', 5: '4.00' })
  })
})

describe('a unit line between the rows', () => {
  test('holds from there on, and is pointed out', () => {
    const report = readLines([
      '项目名称|总投资|责任单位',
      '甲|3|乙',
      '二、外资项目（单位：亿元）',
      '丙|4|丁',
      '戊|5|己',
    ])
    expect(byRow(report, 'totalInvestment')).toEqual({ 2: '30000.00', 4: '400000000.00', 5: '500000000.00' })
    expect(messages(report)).toEqual(['B1', '3'])
  })

  test('a heading’s bracket changes nothing, and is pointed out', () => {
    const report = readLines(['单位：万元', '项目名称|总投资|责任单位', '甲|3|乙', '二、外资项目（万美元）', '丙|4|丁'])
    expect(byRow(report, 'totalInvestment')).toEqual({ 3: '30000.00', 5: '40000.00' })
    expect(messages(report)).toEqual(['4'])
  })
})

describe('what is not read is named', () => {
  test('a table side by side', () => {
    const half = '序号|项目名称|总投资（万元）|责任单位'
    const report = readLines([`${half}||${half}`, '1|甲|5|乙||3|丙|6|丁'])
    expect(report.warnings).toEqual([expect.objectContaining({ row: 1, column: 'G' })])
  })

  test('a table of two columns above', () => {
    const wide = '序号|项目名称|总投资（万元）|责任单位|建设地点|计划开工时间|包联领导'
    const report = readLines(['项目名称|总投资（万元）', '甲|5', '乙|6', '', wide, '1|丙|7|丁|戊|2026.3|己'])
    expect(report).toMatchObject({ headerRows: [5], rows: 1 })
    const message = expect.stringContaining('2行没有读入')
    expect(report.warnings).toEqual([expect.objectContaining({ row: 1, message })])
  })

  test('other sheets that are ledgers', () => {
    const sheet = (name: string) => gridOf(['序号|项目名称|总投资（万元）|责任单位', '1|甲|5|乙'], [], name)
    const [first, second] = [sheet('大桥镇'), sheet('余新镇')]
    const notes = gridOf(['填报说明'], [], '说明')
    const hidden = { ...sheet('旧'), hidden: true }
    const unread = otherLedgers([first, second, notes, hidden], first, testOptions)
    expect(unread).toEqual(['余新镇'])
    expect(readGrid(first, { unread }).warnings).toEqual([expect.objectContaining({ row: 1, value: '余新镇' })])
  })
})
