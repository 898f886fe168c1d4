import { amountOfCents, currencies, type Money } from '@guatu/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moneyOfText, textOfMoney } from './money-text.ts'

const read = (text: string, unit = '万元') => {
  const typed = moneyOfText(text, unit)
  return typed.kind === 'value' ? `${typed.value.amount} ${typed.value.currency}` : typed.kind
}

describe('typed amounts', () => {
  it('reads 亿 and 万, with and without 元', () => {
    expect(read('1.2亿')).toBe('120000000.00 CNY')
    expect(read('3000万')).toBe('30000000.00 CNY')
    expect(read('162.91亿元')).toBe('16291000000.00 CNY')
    expect(read('5千万')).toBe('50000000.00 CNY')
    expect(read('12,000,000元')).toBe('12000000.00 CNY')
  })

  it('takes a bare number in the unit of the field', () => {
    expect(read('3000')).toBe('30000000.00 CNY')
    expect(read('1.5', '亿元')).toBe('150000000.00 CNY')
    expect(read('200', '万美元')).toBe('2000000.00 USD')
    expect(read('1亿', '万美元')).toBe('100000000.00 USD')
    expect(read('1亿元', '万美元')).toBe('100000000.00 CNY')
  })

  it('reads full-width signs and foreign currencies', () => {
    expect(read('１．２ 亿')).toBe('120000000.00 CNY')
    expect(read('1亿美元')).toBe('100000000.00 USD')
  })

  it('keeps a bound beside the words', () => {
    expect(moneyOfText('超2亿元', '万元')).toEqual({
      kind: 'value',
      value: { amount: '200000000.00', currency: 'CNY', bound: 'atLeast', raw: '超2亿元' },
    })
    expect(moneyOfText('约19亿', '万元')).toMatchObject({ value: { bound: 'about', amount: '1900000000.00' } })
  })

  it('says what it cannot read and what it would take', () => {
    for (const text of ['一大笔', '1.2.3亿', '12块', '亿']) {
      expect(moneyOfText(text, '万元')).toMatchObject({ kind: 'fault', accepted: expect.arrayContaining(['1.2亿']) })
    }
    expect(read('-3万')).toBe('fault')
    expect(read('0.001元')).toBe('fault')
    expect(read('   ')).toBe('empty')
  })

  it('gives a text to type on that means exactly the stored amount', () => {
    const money = fc.record({
      amount: fc.bigInt({ min: 0n, max: 10n ** 15n }).map(amountOfCents),
      currency: fc.constantFrom(...currencies),
    })
    fc.assert(
      fc.property(money, (stored: Money) => {
        expect(moneyOfText(textOfMoney(stored), '万元')).toEqual({ kind: 'value', value: stored })
      }),
    )
    expect(textOfMoney({ amount: '120000000.00', currency: 'CNY' })).toBe('1.2亿元')
    expect(textOfMoney({ amount: '1.00', currency: 'CNY', bound: 'atLeast', raw: '超1元' })).toBe('超1元')
  })
})
