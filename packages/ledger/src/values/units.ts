import type { Currency } from '@guatu/kernel'
import { halfWidth } from '../text/normalise.ts'

/** A money unit as a ledger writes it: how many tens of the currency's main unit, and the currency. */
export interface MoneyUnit {
  readonly label: string
  readonly power: number
  readonly currency: Currency
}

/** An area unit: one of it is `numerator / denominator` mu. 15 mu are one hectare, 10,000 m² (GB 3100 conversion table). */
export interface AreaUnit {
  readonly label: string
  readonly numerator: bigint
  readonly denominator: bigint
}

const currencyWords: readonly (readonly [string, Currency])[] = [
  ['新加坡元', 'SGD'],
  ['新加坡币', 'SGD'],
  ['新台币', 'TWD'],
  ['人民币元', 'CNY'],
  ['人民币', 'CNY'],
  ['美元', 'USD'],
  ['美金', 'USD'],
  ['欧元', 'EUR'],
  ['日元', 'JPY'],
  ['日圆', 'JPY'],
  ['港元', 'HKD'],
  ['港币', 'HKD'],
  ['港幣', 'HKD'],
  ['英镑', 'GBP'],
  ['韩元', 'KRW'],
  ['韩币', 'KRW'],
  ['韩圆', 'KRW'],
  ['新元', 'SGD'],
  ['新币', 'SGD'],
  ['台币', 'TWD'],
  ['us$', 'USD'],
  ['hk$', 'HKD'],
  ['usd', 'USD'],
  ['eur', 'EUR'],
  ['jpy', 'JPY'],
  ['hkd', 'HKD'],
  ['gbp', 'GBP'],
  ['krw', 'KRW'],
  ['sgd', 'SGD'],
  ['twd', 'TWD'],
  ['cny', 'CNY'],
  ['rmb', 'CNY'],
  ['yuan', 'CNY'],
  ['元', 'CNY'],
  ['圆', 'CNY'],
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'CNY'],
]

const unkept =
  /(?:^|[万亿千百(:/])(加元|加拿大元|加币|澳元|澳大利亚元|澳币|澳门元|澳门币|纽元|新西兰元|(?:瑞士)?法郎|卢布|泰铢|(?:印度)?卢比|林吉特|令吉|比索|(?:瑞典|挪威|丹麦)?克朗|雷亚尔|迪拉姆|里亚尔|(?:越南|印尼)盾|兰特)|\b(cad|aud|chf|thb|rub|inr|myr|nzd|vnd|idr|php|sek|nok|dkk|brl|mop|aed|zar|sar|mxn)\b/

/** A currency that a header names and that no amount can be kept in, or null: 总投资（万加元）. */
export function unkeptCurrency(header: string): string | null {
  const match = unkept.exec(halfWidth(header).toLowerCase().replace(/\s+/g, ''))
  return match ? (match[1] ?? match[2]!) : null
}

const escaped = (word: string): string => word.replace(/[$]/g, '\\$')

/** Alternation of all currency words, longest first where one holds another. */
export const currencyPattern = currencyWords.map(([word]) => escaped(word)).join('|')

export const currencyOf = (word: string): Currency | undefined => currencyWords.find(([known]) => known === word)?.[1]

const englishPowers: Readonly<Record<string, number>> = {
  '10k': 4,
  '10000': 4,
  '100m': 8,
  thousand: 3,
  k: 3,
  million: 6,
  mn: 6,
  mil: 6,
  billion: 9,
  bn: 9,
  m: 6,
  b: 9,
}

export const englishScalePattern = 'thousand|million|billion|mil|mn|bn'

const scaleWords = `${englishScalePattern}|10k|10000|100m`

export const englishPower = (word: string): number => englishPowers[word] ?? 0

const scalePowers: Readonly<Record<string, number>> = {
  '': 0,
  十: 1,
  百: 2,
  千: 3,
  万: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
  十亿: 9,
  百亿: 10,
}

const scalePattern = '百亿|十亿|千万|百万|十万|亿|万|千|百'
const wholeMoneyUnit = new RegExp(
  `^(人民币|rmb|cny)?(?:(${scalePattern})(${currencyPattern})?|(${scaleWords})(${currencyPattern})?|(${currencyPattern})(${scalePattern}|${scaleWords})?)(人民币)?$`,
)

/** Reads `万元`, `亿美元`, `RMB million`, a bare `亿`. Null when the text is no money unit. */
export function moneyUnitOf(text: string): MoneyUnit | null {
  const bare = halfWidth(text)
    .toLowerCase()
    .replace(/[\s.。、,()]/g, '')
  const match = wholeMoneyUnit.exec(bare)
  if (!match) return null
  const [, prefix, scale, scaled, english, englishCurrency, alone, trailing] = match
  const power = scale
    ? scalePowers[scale]!
    : english
      ? englishPower(english)
      : trailing
        ? (scalePowers[trailing] ?? englishPower(trailing))
        : 0
  const word = scaled ?? englishCurrency ?? alone ?? prefix ?? '元'
  return { label: bare, power, currency: currencyOf(word) ?? 'CNY' }
}

const areaUnits: readonly (readonly [RegExp, bigint, bigint])[] = [
  [/^万亩$/, 10000n, 1n],
  [/^(亩|mu)$/, 1n, 1n],
  [/^(公顷|ha|hm2|hectares?)$/, 15n, 1n],
  [/^(平方公里|平方千米|km2|sqkm)$/, 1500n, 1n],
  [/^万(平方米|平方|平米|m2|方|平)$/, 15n, 1n],
  [/^(平方米|平方|平米|m2|sqm|平)$/, 15n, 10000n],
]

/** Reads `亩`, `公顷`, `㎡`, `万平方米`, `平方公里`. Null when the text is no area unit. */
export function areaUnitOf(text: string): AreaUnit | null {
  const bare = halfWidth(text)
    .toLowerCase()
    .replace(/[\s.。、,()^]/g, '')
  const found = areaUnits.find(([pattern]) => pattern.test(bare))
  return found ? { label: bare, numerator: found[1], denominator: found[2] } : null
}

export const areaUnitPattern =
  '万亩|亩|公顷|hm2|ha|平方公里|平方千米|km2|万平方米|万平米|万m2|万平方|万方|平方米|平米|m2|平方|mu'
