import { describe, expect, test } from 'vitest'
import { readLines, skippedRows } from '../testing/read.ts'

const names = [
  '数字经济产业园',
  '数字化改造（二期）',
  '文本智能研究院',
  '下拉式窗帘生产线',
  '选填充材料项目',
  '示例性养老社区',
  '样表印刷厂',
  '例：某某',
  '注塑机生产线项目',
  '注射剂生产基地',
  '*星号项目',
  '※重点项目',
  '备注科技园',
  '说明书印刷项目',
]

describe('names that begin like a remark', () => {
  test.each(names)('%s with a serial number is a project', (name) => {
    const report = readLines(['序号|项目名称|总投资（万元）|责任单位', '1|甲|5|乙', `2|${name}|||`])
    expect(report.items.map(({ title }) => title)).toEqual(['甲', name])
  })

  test.each(names)('%s with an amount or a date is a project', (name) => {
    const header = '项目名称|总投资（万元）|计划开工时间'
    expect(readLines([header, '甲|5|2026年3月', `${name}|7|`]).rows).toBe(2)
    expect(readLines([header, '甲|5|2026年3月', `${name}||2026年5月`]).rows).toBe(2)
  })
})

describe('remarks, examples and instructions', () => {
  const header = '序号|项目名称|总投资（万元）|责任单位'

  test.each([
    ['注：按月更新|||', 'footnote'],
    ['注1、按月更新|||', 'footnote'],
    ['注意按月更新|||', 'footnote'],
    ['※按月更新|||', 'footnote'],
    ['*按月更新|||', 'footnote'],
    ['注1|本表截至10月|2026|', 'footnote'],
    ['续表|||', 'title'],
    ['第1页 共2页|||', 'title'],
    ['示例|某产业园|100|', 'example'],
    ['（填写示例）|某产业园|100|', 'example'],
    ['|示例：某产业园||某局', 'example'],
    ['数字|文本|数字|下拉', 'instruction'],
    ['必填|||', 'instruction'],
    ['单位：万元|||', 'title'],
  ])('%s', (line, reason) => expect(skippedRows(readLines([header, '1|甲|5|乙', line]))).toEqual({ 3: reason }))
})

test.each(['*1', '★2', '（3）', 'No.4', 'NH-5', '1.1', 'A01'])('%s is a project’s own number', (serial) => {
  const report = readLines(['序号|项目名称|总投资（万元）|责任单位', '1|甲|5|乙', '2|丙|6|丁', `${serial}|数字园|7|己`])
  expect(report.rows).toBe(3)
})
