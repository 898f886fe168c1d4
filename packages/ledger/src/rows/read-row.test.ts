import { describe, expect, test } from 'vitest'
import { readLedger } from '../read-ledger.ts'
import type { LedgerReport } from '../report.ts'
import { gridOf } from '../testing/grid.ts'
import { testPlaybook } from '../testing/playbook.ts'

function read(lines: readonly string[], merges: readonly string[] = []): LedgerReport {
  const outcome = readLedger(gridOf(lines, merges), { playbook: testPlaybook, today: '2026-11-21' })
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.refusals))
  return outcome.value
}

const column = (report: LedgerReport, field: string) => report.items.map(({ fields }) => fields[field])

describe('a column of currencies or units', () => {
  const rows = ['甲|5000|美元', '乙|30000|人民币', '丙|30000|/', '丁|30000|']

  test('of currencies leaves the amounts their 万', () => {
    const report = read(['项目名称|总投资（万元）|币种', ...rows])
    expect(column(report, 'totalInvestment')).toEqual([
      { amount: '50000000.00', currency: 'USD' },
      '300000000.00',
      '300000000.00',
      '300000000.00',
    ])
  })

  test('of units gives each row its own', () => {
    const report = read(['项目名称|总投资|单位', '甲|5000|万美元', '乙|3|亿元', '丙|5000|元'])
    expect(column(report, 'totalInvestment')).toEqual([
      { amount: '50000000.00', currency: 'USD' },
      '300000000.00',
      '5000.00',
    ])
  })

  test('left of the amount counts where no amount is farther left', () =>
    expect(column(read(['项目名称|币种|总投资（万元）', '甲|美元|5000']), 'totalInvestment')).toEqual([
      { amount: '50000000.00', currency: 'USD' },
    ]))

  test('refuses a row of a currency that is not kept', () => {
    const report = read(['项目名称|总投资（万元）|币种', ...rows, '戊|5000|加元'])
    expect(report.errors).toMatchObject([
      { row: 6, column: 'B', value: '5000', accepted: expect.arrayContaining(['美元']) },
    ])
  })

  test('refuses a row whose unit is against the header’s', () =>
    expect(read(['项目名称|总投资（万元）|单位', '甲|5000|元', '乙|5000|万元']).errors).toMatchObject([
      { row: 2, message: expect.stringContaining('不知按哪个') },
    ]))
})

test.each(['总投资（万加元）', '总投资（CAD万）', '总投资（百万泰铢）'])('amounts under %s are refused', (header) => {
  const report = read([`项目名称|${header}`, '甲|5000', '乙|/'])
  expect(report.errors).toMatchObject([{ row: 2, column: 'B', message: expect.stringContaining('不认识') }])
})

describe('同上', () => {
  test('takes what stands above, with a warning', () => {
    const report = read([
      '项目名称|总投资（万元）|包联领导|责任单位|计划开工时间',
      '甲|1|张三|大桥镇|2026年3月',
      '乙|1|同上|〃|同上',
      '丙|1|″|同上|〃',
    ])
    expect(column(report, 'leader')).toEqual(['张三', '张三', '张三'])
    expect(column(report, 'leadOrg')).toEqual(['大桥镇', '大桥镇', '大桥镇'])
    expect(column(report, 'plannedStart')).toMatchObject([{}, { date: '2026-03-01' }, { date: '2026-03-01' }])
    expect(report.warnings.filter(({ message }) => message.includes('按上一行'))).toHaveLength(6)
  })

  test('sees past a section’s row, not past a blank cell', () => {
    const header = '序号|项目名称|总投资（万元）|责任单位'
    expect(column(read([header, '1|甲|1|大桥镇', '一、续建|||', '2|乙|1|同上']), 'leadOrg').at(-1)).toBe('大桥镇')
    const report = read([header, '1|甲|1|大桥镇', '2|乙|1|', '3|丙|1|同上'])
    expect(report.items[2]!.fields).toEqual({ title: '丙', totalInvestment: '10000.00', extra: { 责任单位: '同上' } })
    expect(report.warnings).toMatchObject([{ row: 4, column: 'D' }])
  })

  test('is refused for an amount, which is the project’s own', () => {
    const report = read(['项目名称|总投资（万元）|责任单位', '甲|1|大桥镇', '乙|同上|大桥镇'])
    expect(report.errors.map(({ row, column }) => `${column}${row}`)).toEqual(['B3'])
  })
})

describe('dates', () => {
  test('a length under 建设工期 is kept as words and loses no row', () => {
    const lengths = ['10年', '12月', '730', '24', '24个月', '两年', '1年半', '365天', '500日历天']
    const report = read(['项目名称|建设工期', ...lengths.map((length, at) => `项目${at}|${length}`)])
    expect(report.importable).toBe(lengths.length)
    expect(column(report, 'extra')).toEqual(lengths.map((length) => ({ 建设工期: length })))
    expect(column(report, 'plannedStart').some((start) => start !== undefined)).toBe(false)
  })

  test('a span under 建设周期 is still one', () =>
    expect(read(['项目名称|建设周期', '甲|2024-2026']).items[0]!.fields).toMatchObject({
      plannedStart: { date: '2024-01-01' },
      plannedFinish: { date: '2026-12-31' },
    }))

  test('年底 as a start is the first of December by convention, which is said', () => {
    const report = read(['项目名称|计划开工时间|计划竣工时间', '甲|2026年底|2028年底'])
    expect(report.items[0]!.fields).toMatchObject({ plannedStart: { date: '2026-12-01', precision: 'year' } })
    expect(report.warnings).toMatchObject([{ row: 2, column: 'B', message: expect.stringContaining('只精确到年') }])
  })
})

test('what the file’s reader left out of a cell is said where it counts', () => {
  const grid = gridOf(['项目名称|总投资（万元）', '甲|5000'])
  const remarks = [{ row: 1, column: 1, message: '上标没有读入' }]
  const outcome = readLedger({ ...grid, remarks }, { playbook: testPlaybook, today: '2026-11-21' })
  expect(outcome).toMatchObject({ value: { warnings: [{ row: 2, column: 'B', message: '上标没有读入' }] } })
})

test.each([
  ['张三\n李四', '张三、李四'],
  ['张 三', '张三'],
  ['张\n三', '张三'],
])('the persons in %j are %s', (text, names) =>
  expect(read(['项目名称|包联领导', `甲|${text}`]).items[0]!.fields).toMatchObject({ leader: names }),
)
