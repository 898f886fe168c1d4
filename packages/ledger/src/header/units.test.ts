import { describe, expect, test } from 'vitest'
import { byRow, readLines } from '../testing/read.ts'

const header = '序号|项目名称|总投资|今年计划投资|责任单位'
const rows = ['1|甲|9000|400|大桥镇', '2|乙|8000|300|大桥镇']
const amountOf = (above: readonly string[], below: readonly string[] = []): unknown =>
  Object.values(byRow(readLines([...above, header, ...rows, ...below]), 'totalInvestment'))[0]

describe('the unit of a sheet', () => {
  test.each([
    ['a summary above the unit line', ['共安排项目2个，总投资1.7亿元', '||||单位：万元']],
    ['a summary below the unit line', ['||||单位：万元', '共安排项目2个，总投资1.7亿元']],
    ['a summary alone', ['本年度计划完成投资12亿元']],
    ['an amount in the title’s bracket', ['项目计划表（总投资百亿元）', '||||单位：万元']],
    ['a bracket of another line', ['附件3：计划（投资：亿元）', '单位：万元']],
    ['a threshold in foreign money', ['外资项目（总投资千万美元以上）', '||||（万元）']],
    ['a reporting unit whose name begins with one', ['填报单位：元通街道办事处||填报时间：2026年10月']],
    ['two organisations', ['牵头单位：亩产办|||统计单位：元和街道']],
  ])('is 万元 in spite of %s', (_, above) => expect(amountOf(above)).toBe('90000000.00'))

  test.each([
    ['a sum in a note', ['注：以上项目总投资共计1.7亿元']],
    ['foreign money in a remark', ['说明：2号项目外资总投资（万美元）按当日汇率折算。']],
    ['a foreign unit in a note', ['注：协议外资单位：万美元']],
    ['a section in foreign money', ['三、外资项目（万美元）||||', '3|丙|7000|1|余新镇']],
  ])('is not set by %s', (_, below) => expect(amountOf([], below)).toBe('90000000.00'))

  test('the nearest of two unit lines counts', () =>
    expect(amountOf(['单位：亿元', '表二', '单位：元'])).toBe('9000.00'))

  test('stands in two cells', () => expect(amountOf(['|||单位：|元'])).toBe('9000.00'))
})

describe('a unit line that names several units', () => {
  test('gives each figure its own', () => {
    const report = readLines(['单位：总投资为亿元，年度投资为万元', header, '1|甲|12.5|30000|大桥镇'])
    expect(report.items[0]!.fields).toMatchObject({ totalInvestment: '1250000000.00', annualPlan: '300000000.00' })
    expect(report.warnings).toEqual([])
  })

  test('without saying which is whose is pointed out', () => {
    const report = readLines(['单位：亿元、万元', header, '1|甲|12.5|3|大桥镇'])
    expect(report.warnings.map(({ row, column }) => `${column}${row}`)).toEqual(['C2', 'D2'])
  })

  test('gives foreign money its unit', () => {
    const report = readLines(['单位：万元、万美元', '项目名称|总投资|协议外资', '甲|5|6'])
    expect(report.items[0]!.fields).toMatchObject({
      totalInvestment: '50000.00',
      foreignInvestment: { amount: '60000.00', currency: 'USD' },
    })
  })
})

test('a header that names two units is pointed out', () => {
  const report = readLines(['单位：万元', '项目名称|总投资（亿元/万美元）|责任单位', '甲|5|乙'])
  expect(report.warnings).toEqual([expect.objectContaining({ row: 2, column: 'B' })])
})

test.each([
  ['总投资（百万）', '3000000.00'],
  ['总投资（千万）', '30000000.00'],
  ['总投资（佰万元）', '3000000.00'],
  ['总投资（萬元）', '30000.00'],
  ['总投资（億元）', '300000000.00'],
])('the header %s', (label, amount) =>
  expect(readLines([`项目名称|${label}|责任单位`, '甲|3|乙']).items[0]!.fields.totalInvestment).toBe(amount),
)
