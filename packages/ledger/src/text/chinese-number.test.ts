import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chineseNumber } from './chinese-number.ts'
import { toNumber } from './decimal.ts'

const signs = '零一二三四五六七八九'

/** The standard way of writing a whole number below 10^12. */
function written(number: number): string {
  if (number === 0) return '零'
  const groups = [Math.floor(number / 1e8), Math.floor(number / 1e4) % 1e4, number % 1e4]
  const units = ['亿', '万', '']
  let text = ''
  groups.forEach((group, at) => {
    if (group === 0) return
    if (text && (group < 1000 || (groups[at - 1] === 0 && at > 0))) text += '零'
    text += belowWan(group) + units[at]
  })
  return text
}

function belowWan(number: number): string {
  let text = ''
  for (const [power, unit] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(number / power) % 10
    if (digit > 0) text += signs[digit] + unit
    else if (text && !text.endsWith('零') && number % power > 0) text += '零'
  }
  return text
}

test('every whole number reads back from its words', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (number) => {
      expect(toNumber(chineseNumber(written(number))!)).toBe(number)
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['一亿二', 120_000_000],
  ['三万五', 35_000],
  ['一千二', 1200],
  ['一千零二', 1002],
  ['两亿半', 250_000_000],
  ['十', 10],
  ['百亿', 10_000_000_000],
  ['一万两千亿', 1_200_000_000_000],
  ['一万亿', 1_000_000_000_000],
  ['3亿2000万', 320_000_000],
  ['1.5亿', 150_000_000],
  ['二〇二六', 2026],
  ['十二点五', 12.5],
])('%s is %d', (text, number) => expect(toNumber(chineseNumber(text)!)).toBe(number))

test.each(['', '甲', '重点', '半', '万万', '一二三万x'])('%s is no number', (text) =>
  expect(chineseNumber(text)).toBeNull(),
)

test.each(['0万', '0.0亿', '零亿', '零万'])('%s is nothing', (text) => expect(toNumber(chineseNumber(text)!)).toBe(0))
