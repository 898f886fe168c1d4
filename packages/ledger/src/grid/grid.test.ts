import fc from 'fast-check'
import { expect, test } from 'vitest'
import { titleKey } from '../text/normalise.ts'
import { type Cell, cellText, columnIndex, columnLetter, isBlank, numberText } from './grid.ts'
import { indexMerges, spreadCell } from './merges.ts'

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is %s', (index, letter) => {
  expect(columnLetter(index)).toBe(letter)
  expect(columnIndex(letter)).toBe(index)
})

test('letters and indexes are each other’s reverse', () => {
  fc.assert(
    fc.property(fc.nat({ max: 16_383 }), (index) => {
      expect(columnIndex(columnLetter(index))).toBe(index)
    }),
  )
})

test.each([
  [227133.67, '227133.67'],
  [0.1 + 0.2, '0.3'],
  [1e21, '1000000000000000000000'],
  [1.5e-7, '0.00000015'],
  [-2.5e-7, '-0.00000025'],
  [123456789012345, '123456789012345'],
  [0, '0'],
])('the number %d is written %s', (number, text) => expect(numberText(number)).toBe(text))

test.each([
  [null, ''],
  [' 甲\n', '甲'],
  [true, '是'],
  [{ kind: 'date', date: '2024-03-01', precision: 'month' } as const, '2024年3月'],
  [{ kind: 'formula', formula: 'A1', value: 5 } as const, '5'],
  [{ kind: 'error', code: '#REF!' } as const, '#REF!'],
] satisfies [Cell, string][])('a cell shows what people see', (cell, text) => {
  expect(cellText(cell)).toBe(text)
  expect(isBlank(cell)).toBe(text === '')
})

test('a merged block shows its first cell everywhere', () => {
  const grid = {
    sheet: '',
    rows: [
      ['甲', null],
      [null, null],
    ],
    merges: [{ startRow: 0, startColumn: 0, endRow: 1, endColumn: 1 }],
  }
  expect(spreadCell(grid, indexMerges(grid.merges), 1, 1)).toBe('甲')
})

test.each([
  ['甲（一期）项目', '甲(一期)'],
  ['ＡＢＣ 产业园', 'ABC产业园'],
  ['甲、乙建设项目', '甲乙项目'],
])('%s and %s are one name', (a, b) => expect(titleKey(a)).toBe(titleKey(b)))
test('一期 and 二期 are two', () => expect(titleKey('甲项目（一期）')).not.toBe(titleKey('甲项目（二期）')))
