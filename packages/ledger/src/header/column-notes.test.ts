import { describe, expect, test } from 'vitest'
import { gridOf } from '../testing/grid.ts'
import { readGrid, readLines } from '../testing/read.ts'

const fieldsOf = (report: ReturnType<typeof readLines>) => report.columns.map(({ field }) => field)

describe('hidden columns', () => {
  const lines = ['项目名称|总投资（万元）|总投资（万元）|责任单位', '甲|3000|3333|乙']

  test('stand back behind a visible one of the same meaning, and are named', () => {
    const report = readGrid({ ...gridOf(lines), hiddenColumns: [1] })
    expect(report.items[0]!.fields.totalInvestment).toBe('33330000.00')
    expect(report.warnings).toEqual([expect.objectContaining({ row: 1, column: 'B' })])
  })

  test('are read where there is no other, and named', () => {
    const report = readGrid({ ...gridOf(lines), hiddenColumns: [3] })
    expect(report.items[0]!.fields.leadOrg).toBe('乙')
    expect(report.warnings).toEqual([expect.objectContaining({ row: 1, column: 'D' })])
  })

  test('without a word in the header are nobody’s concern', () =>
    expect(readGrid({ ...gridOf(lines), hiddenColumns: [9] }).warnings).toEqual([]))
})

describe('累计完成投资', () => {
  const lines = ['项目名称|总投资（万元）|累计完成投资（万元）|责任单位', '甲|9000|7000|乙']

  test('without a year is taken as this year’s with a note', () => {
    const report = readLines(lines)
    expect(report.items[0]!.fields.annualDone).toBe('70000000.00')
    expect(report.warnings).toEqual([expect.objectContaining({ row: 1, column: 'C' })])
  })

  test('is settled by a mapping', () =>
    expect(readGrid(gridOf(lines), { mapping: { C: 'annualDone' } }).warnings).toEqual([]))

  test.each(['今年累计完成投资（万元）', '1-10月累计完成投资（万元）', '2026年累计完成投资（万元）'])(
    '%s needs none',
    (label) => expect(readLines([`项目名称|总投资（万元）|${label}|责任单位`, '甲|9000|7000|乙']).warnings).toEqual([]),
  )
})

test('levels of government divide money only', () => {
  const header = '项目名称|总投资（万元）|区级责任单位|区级挂钩联系领导|区级资金（万元）'
  const report = readLines([header, '甲|500|区发改局|张三|200'])
  expect(fieldsOf(report)).toEqual(['title', 'totalInvestment', 'leadOrg', 'leader', null])
})

test('long labels of daily use find their fields', () => {
  const labels =
    '项目名称|项目牵头责任单位（区级部门）|其中：2026年度计划完成投资额（万元）|目前主要进展（100字以内）|2026年10月单月完成（万元）'
  const report = readLines(['2026年10月项目', labels, '甲|区发改局|4000|在建|300'])
  expect(fieldsOf(report)).toEqual(['title', 'leadOrg', 'annualPlan', 'progress', 'monthDone'])
})

test('a part of the year’s plan is not the plan', () =>
  expect(
    fieldsOf(readLines(['项目名称|其中：政府投资（万元）|其中：固定资产投资（万元）|责任单位', '甲|1|2|乙'])),
  ).toEqual(['title', null, null, 'leadOrg']))
