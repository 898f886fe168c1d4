import { describe, expect, test } from 'vitest'
import { readArea, readCount, readFlag, readPercent } from './quantity.ts'
import { areaUnitOf, moneyUnitOf } from './units.ts'

const mu = areaUnitOf('亩')!

describe('areas in mu', () => {
  test.each([
    ['30', 30],
    ['30亩', 30],
    ['2256.5', 2256.5],
    ['3,000', 3000],
    ['2公顷', 30],
    ['20000平方米', 30],
    ['2万平方米', 30],
    ['1.5万㎡', 22.5],
    ['1平方公里', 1500],
    ['用地30亩', 30],
  ])('%s', (text, value) => expect(readArea(text, mu, 'mu')).toMatchObject({ value }))

  test('a bare number is in the column’s unit, one with a unit in its own', () => {
    expect(readArea('3', areaUnitOf('公顷')!, 'mu')).toMatchObject({ value: 45 })
    expect(readArea('3亩', areaUnitOf('公顷')!, 'mu')).toMatchObject({ value: 3 })
    expect(readArea('7.9万平方米', areaUnitOf('㎡')!, 'm2')).toMatchObject({ value: 79_000 })
    expect(readArea('3亩', areaUnitOf('㎡')!, 'm2')).toMatchObject({ value: 2000 })
  })

  test('what is about is kept as written', () =>
    expect(readArea('约30亩', mu, 'mu')).toMatchObject({ value: 30, rest: '约30亩' }))
  test.each([
    ['30-50亩', 30],
    ['30亩-50亩', 30],
    ['30～50亩', 30],
    ['2-3公顷', 30],
    ['1-2万平方米', 15],
    ['2025-12号地块，30亩', 30],
    ['2号地块50亩', 50],
    ['总用地50亩，其中新增20亩', 50],
    ['50亩，其中新增20亩', 50],
    ['一期20亩，合计50亩', 50],
    ['30（亩）', 30],
    ['2（公顷）', 30],
    ['15亩（10000平方米）', 15],
    ['3000.', 3000],
    ['30余亩', 30],
    ['45亩/30000平方米', 45],
    ['45亩，3万平方米', 45],
    ['30①', 30],
    ['30²', 30],
    ['30m²', 0.045],
  ])('the area meant by %s', (text, value) => expect(readArea(text, mu, 'mu')).toMatchObject({ value }))

  test('a range keeps its words, and the unit of its end in a column of another', () =>
    expect(readArea('30-50亩', areaUnitOf('㎡')!, 'mu')).toMatchObject({
      value: 30,
      rest: '30-50亩',
      notes: [expect.stringContaining('下限')],
    }))

  test.each(['利用现有厂房', '租用厂房', '不新增用地', '利用1号厂房', '详见附件1'])('%s tells of no new land', (text) =>
    expect(readArea(text, mu, 'mu').kind).toBe('words'),
  )
  test.each([
    'A地块20亩，B地块30亩',
    '2号地块',
    '1。5亩',
    '3、5亩',
    '3O亩',
    '30acres',
    '1-2万',
    '30\n20',
    '建筑3万平方米，用地50亩',
  ])('%s is no area', (text) => expect(readArea(text, mu, 'mu').kind).toBe('error'))

  test.each([
    ['-3', 'error'],
    ['很多', 'error'],
    ['待定', 'words'],
    ['/', 'empty'],
  ])('%s: %s', (text, kind) => expect(readArea(text, mu, 'mu').kind).toBe(kind))
})

test.each([
  ['120户', 120],
  ['1,200', 1200],
  ['三十', 30],
  ['2万人', 20_000],
])('the count %s', (text, value) => expect(readCount(text, true)).toMatchObject({ value }))
test.each(['统一安排', '第3批', '3人5户'])('%s is no count', (text) => expect(readCount(text, true).kind).toBe('error'))
test('the mark of a footnote is no digit of a share', () => expect(readPercent('85%①')).toMatchObject({ value: 85 }))
test('half a household is refused', () => expect(readCount('1.5', true).kind).toBe('error'))
test.each([
  ['85%', 85],
  ['12.5', 12.5],
  ['5‰', 0.5],
])('the share %s', (text, value) => expect(readPercent(text)).toMatchObject({ value }))
test.each([
  ['是', true],
  ['√', true],
  ['未办理', false],
  ['否', false],
])('the flag %s', (text, value) => expect(readFlag(text)).toMatchObject({ value }))
test('other words are no flag', () => expect(readFlag('部分').kind).toBe('words'))

test.each([
  ['万元', 4, 'CNY'],
  ['亿', 8, 'CNY'],
  ['（百万元）', 6, 'CNY'],
  ['亿美元', 8, 'USD'],
  ['万欧元', 4, 'EUR'],
  ['RMB million', 6, 'CNY'],
  ['USD 10k', 4, 'USD'],
  ['人民币万元', 4, 'CNY'],
])('the unit %s', (text, power, currency) => expect(moneyUnitOf(text)).toMatchObject({ power, currency }))
test.each(['亩', '项目', '', '年'])('%s is no unit of money', (text) => expect(moneyUnitOf(text)).toBeNull())
