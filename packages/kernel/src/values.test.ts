import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { moneyFigure } from './figure.ts'
import { lampFaces, lampLevels, worstLamp } from './lamp.ts'
import { amountOfCents, centsOf, isAmount, sumMoney } from './money.ts'
import { done, refused } from './refusal.ts'
import { searchText } from './search-text.ts'
import { isUscc } from './uscc.ts'

const yuan = (amount: string) => ({ amount, currency: 'CNY' as const })

describe('money', () => {
  test.each([
    ['0', 0n],
    ['0.01', 1n],
    ['1.5', 150n],
    ['16291000000.00', 1629100000000n],
    ['-3.20', -320n],
  ])('%s is %d cents', (amount, cents) => {
    expect(centsOf(amount)).toBe(cents)
    expect(isAmount(amount)).toBe(true)
  })

  test.each(['', '1.234', '1,000', '1e5', '.5', '5.', '+1', ' 1', '１', 'NaN'])('%j is no amount', (text) => {
    expect(isAmount(text)).toBe(false)
    expect(() => centsOf(text)).toThrow(/not a money amount/)
  })

  test.each([5, null, undefined, 5n, {}])('%s is no amount text', (value) => {
    expect(isAmount(value)).toBe(false)
  })

  test('cents and amounts are two ways of writing one thing', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), (cents) => {
        expect(centsOf(amountOfCents(cents))).toBe(cents)
      }),
    )
  })

  test('sums are exact where floats are not', () => {
    expect(sumMoney('CNY', [yuan('0.10'), yuan('0.20')]).amount).toBe('0.30')
    expect(
      sumMoney(
        'CNY',
        Array.from({ length: 1000 }, () => yuan('90071992547409.93')),
      ).amount,
    ).toBe('90071992547409930.00')
    expect(sumMoney('CNY', [])).toEqual({ amount: '0.00', currency: 'CNY' })
  })

  test('currencies are never added without a rate', () => {
    expect(() => sumMoney('CNY', [yuan('1.00'), { amount: '1.00', currency: 'USD' }])).toThrow(/USD to CNY/)
  })

  test('23 signed projects make 70.77 亿元', () => {
    const parts = [...Array.from({ length: 22 }, () => yuan('300000000.00')), yuan('477000000.00')]
    expect(moneyFigure(sumMoney('CNY', parts).amount, 'CNY', 'zh')).toEqual({ number: '70.77', unit: '亿元' })
  })
})

describe('a figure to read', () => {
  test.each([
    ['16291000000.00', 'CNY', '162.91', '亿元'],
    ['100000000.00', 'CNY', '1', '亿元'],
    ['99999999.99', 'CNY', '10,000', '万元'],
    ['10000.00', 'CNY', '1', '万元'],
    ['9999.99', 'CNY', '9,999.99', '元'],
    ['0.00', 'CNY', '0', '元'],
    ['-250000.00', 'CNY', '-25', '万元'],
    ['862000000.00', 'USD', '8.62', '亿美元'],
    ['123456789000000.00', 'CNY', '1,234,567.89', '亿元'],
  ] as const)('%s %s is %s %s', (amount, currency, number, unit) => {
    expect(moneyFigure(amount, currency, 'zh')).toEqual({ number, unit })
  })

  test.each([
    ['16291000000.00', 'CNY', '16.29', 'bn CNY'],
    ['3100000.00', 'CNY', '3.1', 'm CNY'],
    ['999.00', 'USD', '999', 'USD'],
  ] as const)('%s %s is %s %s in English', (amount, currency, number, unit) => {
    expect(moneyFigure(amount, currency, 'en')).toEqual({ number, unit })
  })

  test('rounds half away from zero to the places asked for', () => {
    expect(moneyFigure('12500.00', 'CNY', 'zh', 1).number).toBe('1.3')
    expect(moneyFigure('-12500.00', 'CNY', 'zh', 1).number).toBe('-1.3')
    expect(moneyFigure('12400.00', 'CNY', 'zh', 0).number).toBe('1')
  })
})

describe('lamps', () => {
  test('the worst is the gravest', () => {
    expect(worstLamp(['green', 'yellow', 'blue'])).toBe('yellow')
    expect(worstLamp(['none', 'green'])).toBe('green')
    expect(worstLamp([])).toBe('none')
  })

  test('the worst of many is the worst of their worsts', () => {
    const levels = fc.array(fc.constantFrom(...lampLevels))
    fc.assert(
      fc.property(levels, levels, (a, b) => {
        expect(worstLamp([...a, ...b])).toBe(worstLamp([worstLamp(a), worstLamp(b)]))
      }),
    )
  })

  test('each has a glyph of its own, so that it is read without its colour', () => {
    const glyphs = lampLevels.map((level) => lampFaces[level].glyph)
    expect(new Set(glyphs).size).toBe(lampLevels.length)
  })
})

describe('unified social credit codes', () => {
  test.each(['91350100M000100Y43', '91330000MA27XL0H4J', '12330402471031417A'])('%s is checked by GB 32100', (code) => {
    const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY'
    const right = [...characters].filter((last) => isUscc(code.slice(0, 17) + last))
    expect(right).toHaveLength(1)
  })

  test('one of them is right as printed', () => {
    expect(isUscc('91350100M000100Y43')).toBe(true)
  })

  test.each(['91350100M000100Y44', '91350100m000100y43', '91350100M000100Y4', '91350100I000100Y43', ''])(
    '%j is wrong',
    (code) => {
      expect(isUscc(code)).toBe(false)
    },
  )

  test('one wrong character is noticed', () => {
    const code = '91350100M000100Y43'
    fc.assert(
      fc.property(fc.nat(16), fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'), (at, character) => {
        if (code[at] === character) return
        expect(isUscc(code.slice(0, at) + character + code.slice(at + 1))).toBe(false)
      }),
    )
  })
})

describe('what a search looks through', () => {
  test.each([
    ['南湖新材', 'nanhuxincai'],
    ['南湖新材', 'nhxc'],
    ['南湖新材', '南湖'],
    ['FNA诺爱空压机项目', 'fna'],
    ['ＡＢＣ 项目', 'abc项目'],
  ])('%s is found by %s', (text, query) => {
    expect(searchText(text)).toContain(query)
  })
})

describe('an outcome', () => {
  test('is done with a value or refused with reasons', () => {
    const refusal = { code: 'NOT_FOUND', message: { zh: '没有找到', en: 'Not found' } }
    expect(done(5)).toEqual({ kind: 'done', value: 5 })
    expect(refused(refusal, refusal)).toEqual({ kind: 'refused', refusals: [refusal, refusal] })
  })
})
