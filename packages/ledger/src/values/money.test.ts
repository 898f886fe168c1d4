import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMoney } from './money.ts'
import { moneyUnitOf } from './units.ts'

const wan = moneyUnitOf('万元')!
const yuan = moneyUnitOf('元')!

/** `162910000` or `1 USD`, with `>` for a lower bound and `~` for an approximation. */
function read(text: string, unit = wan): string {
  const reading = readMoney(text, unit)
  if (reading.kind !== 'value') return reading.kind
  const { amount, currency, bound } = reading.value
  const sign = bound === 'atLeast' ? '>' : bound === 'about' ? '~' : ''
  return `${sign}${amount}${currency === 'CNY' ? '' : ` ${currency}`}`
}

const yi = moneyUnitOf('亿元')!

describe('money as ledgers write it, in a column of 万元', () => {
  test.each([
    ['227133.67', '2271336700.00'],
    ['1,234.5', '12345000.00'],
    ['１２３', '1230000.00'],
    ['1，200', '12000000.00'],
    ['1 234.5', '12345000.00'],
    ['0', '0.00'],
    ['162.91亿元', '16291000000.00'],
    ['8.5 亿', '850000000.00'],
    ['5000万元', '50000000.00'],
    ['3000 万', '30000000.00'],
    ['12.5万', '125000.00'],
    ['￥500', '5000000.00'],
    ['人民币5亿元', '500000000.00'],
    ['5亿元人民币', '500000000.00'],
    ['总投资10亿元', '1000000000.00'],
    ['2亿3000万元', '230000000.00'],
    ['1.63E+10', '163000000000000.00'],
  ])('%s is an exact amount', (text, amount) => expect(read(text)).toBe(amount))

  test.each([
    ['一亿二', '120000000.00'],
    ['三千万', '30000000.00'],
    ['两亿半', '250000000.00'],
    ['1亿2千万', '120000000.00'],
    ['一百二十亿', '12000000000.00'],
    ['三点五亿', '350000000.00'],
    ['壹亿贰仟万元', '120000000.00'],
    ['五千', '50000000.00'],
  ])('%s is a number in words', (text, amount) => expect(read(text)).toBe(amount))

  test.each([
    ['1亿美元', '100000000.00 USD'],
    ['30万美元', '300000.00 USD'],
    ['$5,000万', '50000000.00 USD'],
    ['USD 100 million', '100000000.00 USD'],
    ['100 million USD', '100000000.00 USD'],
    ['10亿欧元', '1000000000.00 EUR'],
    ['100亿日元', '10000000000.00 JPY'],
    ['500万港币', '5000000.00 HKD'],
  ])('%s keeps its currency', (text, amount) => expect(read(text)).toBe(amount))

  test.each([
    ['超2亿元', '>200000000.00'],
    ['百亿级', '>10000000000.00'],
    ['超百亿元', '>10000000000.00'],
    ['首期超100亿元', '>10000000000.00'],
    ['不低于5亿元', '>500000000.00'],
    ['5亿元以上', '>500000000.00'],
    ['50亿+', '>5000000000.00'],
    ['＞10亿', '>1000000000.00'],
    ['数十亿元', '>1000000000.00'],
    ['十几亿', '>1000000000.00'],
    ['20余亿元', '>2000000000.00'],
    ['3-5亿元', '>300000000.00'],
    ['3亿-5亿元', '>300000000.00'],
    ['10亿~20亿元', '>1000000000.00'],
    ['一期5亿元，二期3亿元', '>500000000.00'],
    ['约19亿元', '~1900000000.00'],
    ['近50亿元', '~5000000000.00'],
    ['5亿左右', '~500000000.00'],
    ['暂估3亿', '~300000000.00'],
    ['不超过5亿元', '~500000000.00'],
    ['约1.2亿元（12000万元）', '~120000000.00'],
  ])('%s is a bound', (text, amount) => expect(read(text)).toBe(amount))

  test.each(['/', '-', '—', '无', '暂无', 'N/A'])('%s says that nothing is there', (text) =>
    expect(read(text)).toBe('empty'),
  )
  test.each(['待定', '未定', '不详', '面议'])('%s is kept as words', (text) => expect(read(text)).toBe('words'))
  test.each(['-5', '(500)', '50%', 'abc', '1.2.3', '2026-03-01', '万元', '10+5亿', '2024年500'])(
    '%s is no amount',
    (text) => expect(read(text)).toBe('error'),
  )
})

describe('the unit that a cell gives in its own way', () => {
  test.each([
    ['3个亿', '300000000.00'],
    ['5.5个亿', '550000000.00'],
    ['一个亿', '100000000.00'],
    ['两个多亿', '>200000000.00'],
    ['15000（万元）', '150000000.00'],
    ['5（亿元）', '500000000.00'],
    ['5[亿元]', '500000000.00'],
    ['5000（元）', '5000.00'],
    ['1500万（美元）', '15000000.00 USD'],
    ['3（美元）', '30000.00 USD'],
    ['5亿元（人民币）', '500000000.00'],
    ['3亿元（含税）', '300000000.00'],
    ['$50m', '50000000.00 USD'],
    ['1.5bn USD', '1500000000.00 USD'],
    ['2000万欧', '20000000.00 EUR'],
    ['500万新加坡元', '5000000.00 SGD'],
    ['0万元', '0.00'],
    ["'3000", '30000000.00'],
    ['3000.', '30000000.00'],
    ['3000.万', '30000000.00'],
    ['投资3亿一期建成', '>300000000.00'],
  ])('%s', (text, amount) => expect(read(text)).toBe(amount))

  test('a currency in brackets leaves the column its unit', () =>
    expect(read('3（美元）', yi)).toBe('300000000.00 USD'))
})

describe('one amount among several', () => {
  test.each([
    ['首期5亿，总投资20亿', '2000000000.00'],
    ['一期2亿，二期3亿，合计5亿', '500000000.00'],
    ['其中固投8亿，总投资12亿', '1200000000.00'],
    ['总投资约3.5亿元，其中设备投资1.2亿元', '~350000000.00'],
    ['2亿元，其中设备1.2亿元', '200000000.00'],
    ['总投资3-5亿元，首期1亿元', '>300000000.00'],
    ['一期5亿，二期10亿，总15亿', '1500000000.00'],
    ['注册资本5000万元，投资2亿元', '200000000.00'],
    ['共5亿元，2026年1亿元', '500000000.00'],
    ['21.5亿元，折合3亿美元', '2150000000.00'],
    ['总投资5亿元，亩均300万元', '500000000.00'],
    ['2026年安排500万元', '5000000.00'],
  ])('%s', (text, amount) => expect(read(text)).toBe(amount))

  test.each([
    '1.2亿元/5000万元',
    '0.5亿元;0.3亿元',
    '项目1：3亿；项目2：2亿',
    '10亿+5亿',
    '计划5亿元，已完成3亿元',
    '总投资由3亿元调整为5亿元',
    '总投资3亿元，总投资5亿元',
    '3亿-5',
    '3000\n2000',
    '1亿元\n2000万元',
    '1亿\n2000万',
    '3000 20',
    '2亿3千',
  ])('%s does not tell which', (text) => expect(read(text)).toBe('error'))
})

describe('what is no amount is refused', () => {
  test.each([
    '详见附件1',
    '二期另行安排',
    '统一由区财政安排',
    '一事一议',
    '第3批',
    '2026年安排',
    '已完成80',
    '千方百计争取',
  ])('words: %s', (text) => expect(read(text)).toBe('error'))
  test.each(['1。5亿', '3、5亿元', '1,5亿', '5OO万', '3O00', 'l500', '3×500', '12.345.6', '5亿（万元）', '3〇O'])(
    'slips of the keyboard: %s',
    (text) => expect(read(text)).toBe('error'),
  )
  test.each([
    '5亿加元',
    '5亿澳元',
    '5亿（加元）',
    '3000万瑞士法郎',
    '2亿泰铢',
    'CAD 500',
    '500 AUD',
    '₽500',
    '5000加元',
  ])('currencies that are not kept: %s', (text) => expect(read(text)).toBe('error'))
  test.each(['3000元/㎡', '300万元/亩', '每亩300万元', '亩均300万元', '5000元每平方米', '200元/年'])(
    'prices: %s',
    (text) => expect(read(text)).toBe('error'),
  )
  test.each(['50m', '60%', '约60%'])('other figures: %s', (text) => expect(read(text)).toBe('error'))
})

test.each([
  ['5000①', '50000000.00'],
  ['5000¹', '50000000.00'],
  ['5000*', '50000000.00'],
  ['1.2亿元②', '120000000.00'],
])('the mark of a footnote in %s is no digit', (text, amount) => {
  expect(read(text)).toBe(amount)
  expect(readMoney(text, wan)).toMatchObject({ notes: [expect.stringContaining('脚注')] })
})

test('a bound keeps its words, an exact amount with other words keeps them aside', () => {
  expect(readMoney('约19亿元', wan)).toMatchObject({
    value: { raw: '约19亿元' },
    notes: [expect.stringContaining('约19亿元')],
  })
  expect(readMoney('50亿元（含外资1亿美元）', wan)).toMatchObject({
    value: { amount: '5000000000.00' },
    rest: '50亿元（含外资1亿美元）',
  })
})

test('foreign money without 万 in a column of 万 is read by the column, which is said', () =>
  expect(readMoney('USD 5000', wan)).toMatchObject({
    value: { amount: '50000000.00', currency: 'USD' },
    notes: [expect.stringContaining('万元')],
  }))

test('what is below a cent is rounded, and said', () => {
  expect(readMoney('33333.3333333333', wan)).toMatchObject({
    value: { amount: '333333333.33' },
    notes: [expect.stringContaining('四舍五入')],
  })
  expect(readMoney('1.005', yuan)).toMatchObject({ value: { amount: '1.01' } })
})

test('a refused amount says what would have been taken', () => {
  expect(readMoney('约多少', wan)).toMatchObject({ kind: 'error', accepted: expect.arrayContaining(['1.2亿元']) })
})

test('every amount to the cent comes back exactly, whatever the unit of the column', () => {
  const cents = fc.bigInt({ min: 0n, max: 10n ** 17n })
  fc.assert(
    fc.property(cents, fc.constantFrom(0, 4, 8), (amount, power) => {
      const digits = String(amount).padStart(power + 3, '0')
      const text = `${digits.slice(0, -(power + 2))}.${digits.slice(-(power + 2))}`
      const plain = `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`
      expect(read(text, { ...yuan, power })).toBe(plain)
    }),
  )
})
