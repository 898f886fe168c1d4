import { describe, expect, test } from 'vitest'
import { byRow, readLines, skippedRows } from '../testing/read.ts'

const header = '序号|项目名称|总投资（万元）|今年计划投资（万元）|责任单位'
const warned = (report: ReturnType<typeof readLines>): number[] => report.warnings.map(({ row }) => row)

describe('rows that hold the sum of others', () => {
  test('are headings where the others have numbers', () => {
    const report = readLines([
      header,
      '|交通类（2项）|8000|2000|',
      '1|甲路|3000|1000|交通局',
      '2|乙路|5000|1000|交通局',
      '|教育类|7000|3000|',
      '3|甲校|3000|1000|教体局',
      '4|乙校|4000|2000|教体局',
      'A|产业类|900|100|',
      '5|甲厂|900|100|大桥镇',
    ])
    expect(skippedRows(report)).toEqual({ 2: 'section', 5: 'section', 8: 'section' })
    expect(report.rows).toBe(5)
    expect(warned(report)).toEqual([5, 8])
    expect(report.items[1]!.fields.extra).toEqual({ 所在分类: '交通类' })
  })

  test('are headings in a list without numbers', () => {
    const lines = [
      '项目名称|总投资（万元）|责任单位',
      '续建项目|5000|',
      '甲|2000|镇',
      '乙|3000|镇',
      '新开工项目|4000|',
      '丙|4000|镇',
    ]
    expect(skippedRows(readLines(lines))).toEqual({ 2: 'section', 5: 'section' })
  })

  test('are pointed out where nothing but names and amounts stands', () => {
    const report = readLines(['项目名称|总投资（万元）', '产业类|9', '甲|3', '乙|6', '丙|5'])
    expect(report.rows).toBe(4)
    expect(warned(report)).toEqual([2])
  })

  test('are headings over headings', () => {
    const report = readLines([
      header,
      '|全区|6|3|',
      '|交通|3|2|',
      '1|甲|1|1|局',
      '2|乙|2|1|局',
      '|教育|3|1|',
      '3|丙|2|0.5|局',
      '4|丁|1|0.5|局',
    ])
    expect(report.items.map(({ title }) => title)).toEqual(['甲', '乙', '丙', '丁'])
  })

  test('whose sum does not fit are read and pointed out', () => {
    const report = readLines([header, '|教育类|7100|3000|', '1|甲校|3000|1000|教体局', '2|乙校|4000|2000|教体局'])
    expect(report.rows).toBe(3)
    expect(warned(report)).toEqual([2])
  })

  test('a project without a number that happens to cost as much as the next is a project', () => {
    const report = readLines([header, '1|甲|5|1|局', '|乙|6|1|局', '2|丙|6|1|局', '3|丁|8|1|局'])
    expect(report.rows).toBe(4)
  })

  test('a town over number and name, with its sum', () => {
    const lines = ['大桥镇||8000|2000|', '1|甲|3000|1000|镇', '2|乙|5000|1000|镇', '余新镇||9|9|', '1|丙|3000|1|镇']
    for (const merges of [[], ['A2:B2', 'A5:B5']]) {
      const report = readLines([header, ...lines], merges)
      expect(report.errors).toEqual([])
      expect(report.rows).toBe(3)
    }
  })
})

describe('parts of a numbered project', () => {
  const part = (...serials: readonly string[]) => [
    header,
    '1|甲校|3000|1000|教体局',
    `${serials[0]}|甲校教学楼|2000|600|教体局`,
    `${serials[1]}|甲校操场|1000|400|教体局`,
    '2|乙校|9000|6000|教体局',
  ]

  test.each([
    ['①', '②'],
    ['（1）', '（2）'],
    ['1.1', '1.2'],
  ])('%s %s that add up to it are kept with it as words', (...serials) => {
    const report = readLines(part(...serials))
    expect(byRow(report, 'totalInvestment')).toEqual({ 2: '30000000.00', 5: '90000000.00' })
    expect(report.items[0]!.fields.extra).toEqual({ 子项: expect.stringContaining('甲校操场 1000 400') })
    expect(warned(report)).toEqual([3, 4])
  })

  test('that do not add up to it are projects, pointed out', () => {
    const report = readLines(part('①', '②').with(2, '①|甲校教学楼|2500|600|教体局'))
    expect(report.rows).toBe(4)
    expect(warned(report)).toEqual([3, 4])
  })

  test('numbers in brackets throughout are numbers like others', () => {
    const report = readLines([header, '（1）|甲|3|1|局', '（2）|乙|2|1|局', '（3）|丙|1|0|局'])
    expect(report.rows).toBe(3)
    expect(warned(report)).toEqual([])
  })
})

describe('a second line without a number', () => {
  const lines = (second: string) => [
    '序号|项目名称|建设内容|总投资（万元）|责任单位',
    '1|甲路|新建道路，|3000|交通局',
    second,
    '2|乙|x|5|局',
  ]

  test('goes on with the words of the project above', () => {
    const report = readLines(lines('||含桥梁两座||'))
    expect(skippedRows(report)).toEqual({ 3: 'continuation' })
    expect(report.items[0]!.fields.scope).toBe('新建道路，含桥梁两座')
  })

  test('adds a bracket to its name', () => {
    expect(readLines(lines('|（一期）|宽24米||')).items[0]!.title).toBe('甲路（一期）')
  })

  test('with an amount and no name is an error', () =>
    expect(readLines(lines('||x|7|')).errors).toEqual([expect.objectContaining({ row: 3 })]))

  test('has a project above it', () => {
    const report = readLines(['序号|项目名称|建设内容|责任单位', '||x|', '1|甲|y|局', '2|乙|z|局'])
    expect(report.errors).toEqual([expect.objectContaining({ row: 2 })])
  })
})
