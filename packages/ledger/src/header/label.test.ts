import { describe, expect, test } from 'vitest'
import { headerText, labelParts, labelVariants, unitsIn } from './label.ts'
import { similarity } from './similarity.ts'

const period = { year: 2026, month: 3, told: true }

test.each([
  ['总投资\n（亿元）', '总投资'],
  ['序 号', '序号'],
  ['用地面积 亩', '用地面积'],
  ['2026年计划投资（万元）', '今年计划投资'],
  ['2025年完成投资', '往年完成投资'],
  ['1-3月完成投资', '今年累计完成投资'],
  ['3月完成投资', '本月完成投资'],
  ['4月完成投资', '他月完成投资'],
  ['截至2025年底累计完成投资', '往年累计完成投资'],
  ['自开工以来累计完成', '历年累计完成'],
  ['年度计划投资', '今年计划投资'],
  ['建设起止年限', '建设起止年限'],
  ['*项目名称', '项目名称'],
])('%s reads as %s', (label, words) => expect(labelVariants(label, period)[0]).toBe(words))

test('brackets that are no unit are a reading of their own', () => {
  expect(labelVariants('投资（计划）', period)).toEqual(['投资', '投资计划'])
  expect(labelVariants('总投资（亿元）', period)).toEqual(['总投资'])
})

test('both languages of a label are read', () =>
  expect(labelVariants('Start 开工', period)).toEqual(expect.arrayContaining(['开工', 'start'])))

test.each([
  ['总投资（亿元）', ['亿元']],
  ['用地面积(亩)', ['亩']],
  ['投资额 单位：万元', ['万元']],
  ['金额（亿元/万美元）', ['亿元', '万美元']],
  ['责任单位', []],
  ['项目名称', []],
])('units in %s', (label, units) => expect(unitsIn(label)).toEqual(units))

test.each([
  ['责任单位/责任人', ['责任单位', '责任人']],
  ['联系人及电话', ['联系人', '电话']],
  ['建设内容及规模', ['建设内容', '规模']],
  ['总投资', []],
])('the parts of %s', (label, parts) => expect(labelParts(label)).toEqual(parts))

test('a path is shown level by level', () =>
  expect(headerText(['投资完成情况', '今年\n计划投资'])).toBe('投资完成情况/今年计划投资'))

describe('likeness', () => {
  test('the head of a noun is its end', () => {
    expect(similarity('签约项目名称', '项目名称')).toBeGreaterThan(0.8)
    expect(similarity('项目名称变更', '项目名称')).toBeLessThan(0.6)
    expect(similarity('投资方国别', '投资方')).toBeLessThan(0.58)
    expect(similarity('投资方名称', '投资方')).toBe(0.95)
  })
  test('short words and short headers prove nothing', () => {
    expect(similarity('项目类型', '项目')).toBe(0)
    expect(similarity('时间', '签约时间')).toBeLessThan(0.58)
    expect(similarity('项目得分', '项目分类')).toBeLessThan(0.58)
  })
  test('the same signs in another order are alike', () =>
    expect(similarity('年度投资计划表', '年度计划投资')).toBeGreaterThan(0.58))
})
