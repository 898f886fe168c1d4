import { amountOfCents, centsOf } from '@guatu/kernel'
import type { FieldOf } from '@guatu/playbook'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { context } from '../../test/sample.ts'
import { dateFromCell, dateToCell } from './date-cell.ts'
import { moneyFromCell, moneyToCell } from './money-cell.ts'
import { dictionaryKeys, dictionaryName, directoryKeys, namedKey, namedText } from './named.ts'
import { splitSource, withSource } from './source-words.ts'

const title = { zh: '总额', en: 'Amount' }
const moneyField = (unit: FieldOf<'money'>['unit']): FieldOf<'money'> => ({ kind: 'money', title, group: 'g', unit })
const dateField: FieldOf<'date'> = { kind: 'date', title, group: 'g', end: 'start' }
const yuan = (amount: string) => ({ amount, currency: 'CNY' as const })
const dollars = (amount: string) => ({ amount, currency: 'USD' as const })

describe('money in a cell', () => {
  test.each([
    ['万元', yuan('10000.00'), 1],
    ['万元', yuan('310000.00'), 31],
    ['万元', yuan('1.00'), 0.0001],
    ['万元', yuan('16291000000.00'), 1629100],
    ['亿元', yuan('16291000000.00'), 162.91],
    ['万美元', dollars('300000000.00'), 30000],
    ['亿美元', dollars('862000000.00'), 8.62],
  ] as const)('in %s: %j is the figure %d', (unit, money, figure) => {
    expect(moneyToCell(money, moneyField(unit))).toBe(figure)
    expect(moneyFromCell(figure, moneyField(unit))).toEqual({ kind: 'good', value: money })
  })

  test.each([
    ['万元', dollars('5.00'), '5.00 USD'],
    ['亿元', yuan('0.01'), '0.01 CNY'],
    ['万美元', yuan('5.00'), '5.00 CNY'],
    ['万元', { ...yuan('5.00'), raw: '5元' }, '5.00 CNY（原文：5元）'],
    ['万元', { ...yuan('5.00'), bound: 'about' as const }, '约5.00 CNY'],
    ['万元', { ...yuan('5.00'), bound: 'atLeast' as const, raw: '' }, '超5.00 CNY（原文：）'],
  ] as const)('in %s: %j is the text %s', (unit, money, text) => {
    expect(moneyToCell(money, moneyField(unit))).toBe(text)
    expect(moneyFromCell(text, moneyField(unit))).toEqual({ kind: 'good', value: money })
  })

  test('every amount to the cent comes back to the cent, in every unit', () => {
    const cents = fc.bigInt({ min: 0n, max: 10n ** 17n })
    fc.assert(
      fc.property(cents, fc.constantFrom('万元', '亿元'), (drawn, unit) => {
        const money = yuan(amountOfCents(drawn))
        const cell = moneyToCell(money, moneyField(unit)) as string | number
        expect(moneyFromCell(cell, moneyField(unit))).toEqual({ kind: 'good', value: money })
      }),
    )
  })

  test('a figure that is typed is exact decimal arithmetic', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 0, max: 999 }), (whole, thousandths) => {
        const typed = Number(`${whole}.${String(thousandths).padStart(3, '0')}`)
        const outcome = moneyFromCell(typed, moneyField('万元'))
        const expected = BigInt(whole) * 1_000_000n + BigInt(thousandths) * 1000n
        expect(outcome.kind === 'good' && centsOf(outcome.value.amount)).toBe(expected)
      }),
    )
  })

  test.each(['', '5', '5 元', '5.00', '5.000 CNY', '-5.00 CNY', '约', '5.00 cny'])('%j is no amount', (text) => {
    expect(moneyFromCell(text, moneyField('万元')).kind).toBe('bad')
  })
})

describe('a date in a cell', () => {
  test.each([
    [{ date: '2024-03-05', precision: 'day' }, { date: '2024-03-05' }],
    [{ date: '2024-03-05', precision: 'day', raw: '3月5日' }, '2024-03-05（原文：3月5日）'],
    [{ date: '2024-03-01', precision: 'month' }, '2024-03-01（按月）'],
    [{ date: '2024-04-01', precision: 'quarter' }, '2024-04-01（按季）'],
    [{ date: '2024-07-01', precision: 'half' }, '2024-07-01（按半年）'],
    [{ date: '2024-12-31', precision: 'year', raw: '2024年底' }, '2024-12-31（按年）（原文：2024年底）'],
  ] as const)('%j is %j', (value, cell) => {
    expect(dateToCell(value)).toEqual(cell)
    expect(dateFromCell(cell, dateField)).toEqual({ kind: 'good', value })
  })

  test.each(['', '2024', '2024-3-5', '2024-03-05（按天）', '2024-03-05 （按月', '五月'])('%j is no date', (text) => {
    expect(dateFromCell(text, dateField)).toMatchObject({ kind: 'bad', accepted: ['2024-03-31', '2024-03-31（按月）'] })
  })
})

describe('words of the source', () => {
  test('come back whatever they are', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !text.includes('（原文：')),
        fc.string(),
        (text, raw) => {
          expect(splitSource(withSource(text, raw))).toEqual({ text, raw })
        },
      ),
    )
  })

  test('brackets inside them do not cut them short', () => {
    const raw = '首期（一期）超100亿元（原文：二）'
    expect(splitSource(withSource('超1.00 CNY', raw))).toEqual({ text: '超1.00 CNY', raw })
  })

  test('are absent where there are none', () => {
    expect(withSource('x', undefined)).toBe('x')
    expect(splitSource('x')).toEqual({ text: 'x' })
  })
})

describe('names', () => {
  const persons = directoryKeys('person', context)

  test.each([
    ['李娜', 'p-3', '李娜'],
    ['张伟', 'p-1', '张伟 #p-1'],
    ['张伟', 'p-2', '张伟 #p-2'],
    ['王#五', 'p-4', '#p-4'],
    [' 李娜', 'p-3', '#p-3'],
    ['', 'p-3', '#p-3'],
    [null, 'p-9', '#p-9'],
    ['李娜', 'p-9', '李娜 #p-9'],
  ])('%j with key %s is written %s', (name, key, text) => {
    expect(namedText(name, key, persons)).toBe(text)
    expect(namedKey(text, persons)).toEqual({ kind: 'good', value: key })
  })

  test('a name of nobody and a name of two are refused with a way out', () => {
    expect(namedKey('赵六', persons)).toMatchObject({ kind: 'bad', message: { zh: '名录中没有“赵六”' } })
    expect(namedKey('张伟', persons)).toMatchObject({
      kind: 'bad',
      message: { zh: '“张伟”有 2 个，请写成“名称 #编号”' },
    })
  })

  test('of a dictionary are looked up by kind', () => {
    expect(dictionaryName('area', '330402105', context)).toBe('大桥镇')
    expect(dictionaryName('area', '36', context)).toBeNull()
    expect(dictionaryName('districtIndustry', 'A', context)).toBeNull()
    expect(dictionaryKeys('industry', context)('房地产业')).toEqual(['K', '70'])
    expect(dictionaryKeys('districtIndustry', context)('房地产业')).toEqual([])
  })

  test('any key comes back from what is written for it', () => {
    const key = fc.string({ minLength: 1 }).filter((text) => text.trim() === text && !text.includes('#'))
    fc.assert(
      fc.property(fc.option(fc.string()), key, (name, drawn) => {
        expect(
          namedKey(
            namedText(name, drawn, () => []),
            () => [],
          ),
        ).toEqual({ kind: 'good', value: drawn })
      }),
    )
  })
})
