import { amountOfCents, type Currency, centsOf, type Money, moneyFigure } from '@guatu/kernel'
import { fault, plainText, type Typed, typedEmpty, typedValue } from './typed.ts'

const currencyWords: Readonly<Record<string, Currency>> = {
  元: 'CNY',
  人民币: 'CNY',
  rmb: 'CNY',
  cny: 'CNY',
  美元: 'USD',
  美金: 'USD',
  usd: 'USD',
  欧元: 'EUR',
  eur: 'EUR',
  日元: 'JPY',
  jpy: 'JPY',
  港元: 'HKD',
  港币: 'HKD',
  hkd: 'HKD',
  英镑: 'GBP',
  gbp: 'GBP',
  韩元: 'KRW',
  krw: 'KRW',
  新加坡元: 'SGD',
  sgd: 'SGD',
  新台币: 'TWD',
  twd: 'TWD',
}

const scales: Readonly<Record<string, number>> = { '': 0, 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8, 十亿: 9, 百亿: 10 }

const bounds: readonly (readonly [RegExp, 'atLeast' | 'about'])[] = [
  [/^(?:超过?|逾|不低于|至少|>=?|≥)/, 'atLeast'],
  [/^(?:约|近|大约|左右|~)/, 'about'],
]

const accepted = ['1.2亿', '3000万', '1亿美元', '约19亿元'] as const
const amountPattern = /^(\d+)(?:\.(\d+))?(十亿|百亿|千万|百万|亿|万|千)?([^\d.]*)$/

/** Cents of `whole.fraction` times ten to the power `scale`; null when less than a cent would be lost. */
function centsOfScaled(whole: string, fraction: string, scale: number): bigint | null {
  const places = scale + 2
  if (fraction.length > places && !/^0*$/.test(fraction.slice(places))) return null
  return BigInt(whole + fraction.padEnd(places, '0').slice(0, places))
}

const unreadable = (text: string) =>
  fault(`读不懂“${text}”。可以写 1.2亿、3000万`, `“${text}” is not an amount. Write 1.2亿 or 3000万`, accepted)

/**
 * Reads an amount as people type it: `1.2亿`, `3000万`, `1亿美元`, `约19亿元`, `12,000,000`. A bare number is in `unit`,
 * the unit of the field (`万元`), because that is how ledgers are filled in. Bounds keep the words they came from.
 */
export function moneyOfText(typed: string, unit: string): Typed<Money> {
  const text = plainText(typed)
  if (text === '') return typedEmpty
  const bound = bounds.find(([pattern]) => pattern.test(text))
  const bare = (bound ? text.replace(bound[0], '') : text)
    .toLowerCase()
    .replace(/(\d),(?=\d{3})/g, '$1')
    .replace(/ /g, '')
  if (bare.startsWith('-')) return fault('金额不能是负数', 'An amount cannot be negative')
  const match = amountPattern.exec(bare)
  if (!match) return unreadable(text)
  const [, whole = '', fraction = '', scaleWord, currencyWord = ''] = match
  const bareUnit = unitParts(
    scaleWord === undefined && currencyWord === '' ? unit : `${scaleWord ?? ''}${currencyWord || currencyOfUnit(unit)}`,
  )
  if (!bareUnit) return unreadable(text)
  const cents = centsOfScaled(whole, fraction, bareUnit.scale)
  if (cents === null) return fault('金额最多精确到分', 'An amount goes to the cent at most')
  const money: Money = { amount: amountOfCents(cents), currency: bareUnit.currency }
  return typedValue(bound ? { ...money, bound: bound[1], raw: text } : money)
}

const currencyOfUnit = (unit: string): string => unit.replace(/^[十百千]?[万亿]/, '')

function unitParts(unit: string): { readonly scale: number; readonly currency: Currency } | null {
  const match = /^(十亿|百亿|千万|百万|亿|万|千|)(.*)$/.exec(unit)
  const currency = currencyWords[match?.[2] ?? '']
  const scale = scales[match?.[1] ?? '']
  return currency && scale !== undefined ? { scale, currency } : null
}

/** What an editor shows of stored money: in the field's own scale where that loses nothing, so that it is typed on. */
export function textOfMoney(money: Money): string {
  if (money.raw && money.bound && money.bound !== 'exact') return money.raw
  const { number, unit } = moneyFigure(money.amount, money.currency, 'zh', 10)
  const text = `${number.replaceAll(',', '')}${unit}`
  const back = moneyOfText(text, '元')
  return back.kind === 'value' && centsOf(back.value.amount) === centsOf(money.amount) ? text : `${money.amount}元`
}
