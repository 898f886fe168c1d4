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
