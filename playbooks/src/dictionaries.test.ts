import { describe, expect, test } from 'vitest'
import { dictionaries } from './index.ts'

const { area, industry, districtIndustry } = dictionaries
const entry = (code: string) => area.entries.find((candidate) => candidate.code === code)

describe.each(Object.entries(dictionaries))('the dictionary of %s', (_, dictionary) => {
  test('has each code once and a name in both languages', () => {
    const codes = dictionary.entries.map((one) => one.code)
    expect(new Set(codes).size).toBe(codes.length)
    for (const { title } of dictionary.entries) expect(title.zh && title.en).toBeTruthy()
  })

  test('has parents that exist', () => {
    const codes = new Set(dictionary.entries.map((one) => one.code))
    for (const one of dictionary.entries) if (one.parent) expect(codes).toContain(one.parent)
  })

  test('is frozen', () => {
    expect(Object.isFrozen(dictionary.entries)).toBe(true)
    for (const one of dictionary.entries) expect(Object.isFrozen(one)).toBe(true)
  })

  test('names its source', () => {
    expect(dictionary.source).not.toBe('')
  })
})

describe('areas', () => {
  test('are the thirteen divisions of the district and three functional areas', () => {
    const bySort = (sort: string) => area.entries.filter((one) => one.sort === sort).length
    expect([bySort('subDistrict'), bySort('town'), bySort('functionalArea'), bySort('district')]).toEqual([9, 4, 3, 1])
  })

  test.each([
    ['330402007', '建设街道'],
    ['330402015', '七星街道'],
    ['330402100', '凤桥镇'],
    ['330402101', '余新镇'],
    ['330402103', '新丰镇'],
    ['330402105', '大桥镇'],
  ])('%s is %s', (code, name) => {
    expect(entry(code)?.title.zh).toBe(name)
  })

  test('the two that the city’s zone runs are not assessed and say so', () => {
    const aside = area.entries.filter((one) => one.assessed === false)
    expect(aside.map((one) => one.title.zh)).toEqual(['城南街道', '长水街道'])
    for (const one of aside) expect(one.note?.zh).toContain('嘉兴经济技术开发区')
  })

  test('a functional area has no division’s code', () => {
    for (const one of area.entries) expect(/^\d+$/.test(one.code)).toBe(one.sort !== 'functionalArea')
  })

  test('a word leads to one area', () => {
    const words = area.entries.flatMap((one) => [one.title.zh, ...(one.words ?? [])])
    expect(new Set(words).size).toBe(words.length)
    expect(words).not.toContain('南湖')
    expect(words).not.toContain('经开区')
  })

  test('嘉兴科技城 is the high-tech zone', () => {
    expect(area.entries.find((one) => one.words?.includes('嘉兴科技城'))?.title.zh).toBe('南湖高新区')
  })
})

describe('industries', () => {
  const sections = industry.entries.filter((one) => one.sort === 'section')
  const divisions = industry.entries.filter((one) => one.sort === 'division')

  test('are 20 sections and 97 divisions', () => {
    expect(sections.map((one) => one.code).join('')).toBe('ABCDEFGHIJKLMNOPQRST')
    expect(divisions.map((one) => Number(one.code))).toEqual(Array.from({ length: 97 }, (_, index) => index + 1))
  })

  test.each([
    ['C', 31],
    ['A', 5],
    ['E', 4],
    ['K', 1],
    ['T', 1],
  ])('section %s has %i divisions', (code, count) => {
    expect(divisions.filter((one) => one.parent === code)).toHaveLength(count)
  })

  test.each([
    ['36', '汽车制造业', 'C'],
    ['39', '计算机、通信和其他电子设备制造业', 'C'],
    ['65', '软件和信息技术服务业', 'I'],
    ['73', '研究和试验发展', 'M'],
  ])('%s is %s in %s', (code, name, parent) => {
    expect(divisions.find((one) => one.code === code)).toMatchObject({ title: { zh: name }, parent })
  })
})

test('the district’s own industries are left to the district', () => {
  expect(districtIndustry).toMatchObject({ editable: true, entries: [] })
})
