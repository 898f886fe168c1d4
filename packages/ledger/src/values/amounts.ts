import { chineseNumber, chineseNumberSigns } from '../text/chinese-number.ts'
import { type Decimal, decimalOf, timesPowerOfTen } from '../text/decimal.ts'
import { currencyOf, currencyPattern, englishPower, englishScalePattern, type MoneyUnit } from './units.ts'

const numberPart = `(?:\\d+(?:\\.\\d*)?|\\.\\d+)e[+-]?\\d+|[0-9.${chineseNumberSigns}]*[0-9${chineseNumberSigns}][0-9.${chineseNumberSigns}]*`
const amountPattern = new RegExp(
  `(人民币|${currencyPattern})?(?<![\\d.])((?<![\\d\\p{L}])-(?=\\d))?(${numberPart})(${englishScalePattern}|[mkb](?![a-z]))?(${currencyPattern})?(人民币)?`,
  'gu',
)

export interface Amount {
  readonly number: Decimal
  readonly unit: MoneyUnit | null
  /** The cell itself says how large its unit is. */
  readonly owned: boolean
  /** Nothing but 百, 千, 万, 亿: an amount in 百亿级, part of a word in 千方百计. */
  readonly scaleOnly: boolean
  readonly negative: boolean
  readonly start: number
  readonly end: number
}

/** One amount, or the two ends of a range, with the words that lead to it from the amount before. */
export interface AmountGroup {
  readonly first: Amount
  readonly last: Amount
  readonly lead: string
  /** The words behind it, up to the next amount. */
  readonly tail: string
}

/** All amounts in a text that is half-width, lower case and without spaces. */
export function amountGroups(text: string, fallback: MoneyUnit): AmountGroup[] {
  const amounts = telling(amountsIn(text, fallback), text)
  const pairs: (readonly [Amount, Amount])[] = []
  for (const amount of amounts) {
    const before = pairs.at(-1)
    if (before && before[0] === before[1] && rangeSign.test(text.slice(before[1].end, amount.start)))
      pairs[pairs.length - 1] = [before[0], amount]
    else pairs.push([amount, amount])
  }
  return pairs.map(([first, last], at) => ({
    first,
    last,
    lead: text.slice(pairs[at - 1]?.[1].end ?? 0, first.start),
    tail: text.slice(last.end, pairs[at + 1]?.[0].start ?? text.length),
  }))
}

function amountsIn(text: string, fallback: MoneyUnit): Amount[] {
  const amounts: Amount[] = []
  for (const match of text.matchAll(amountPattern)) {
    const [all, before, minus, written = '', english, after, suffix] = match
    const cut = after === undefined && english === undefined && isOrdinal(written, text, match.index + all.length)
    const digits = cut ? written.slice(0, -1) : written
    const number = /e/.test(digits) ? scientific(digits) : chineseNumber(digits)
    const word = after ?? before ?? suffix
    // 50m is an amount only beside a currency: $50m.
    if (!number || (english?.length === 1 && !word)) continue
    if (/^[万亿]$/.test(digits) && !/[级超上过]/.test(text)) continue
    // A sign or code in front (¥500, USD 500) names the currency only; the column's 万 still holds.
    const owned = after !== undefined || english !== undefined || /[万亿萬億]/.test(digits)
    const currency = word ? currencyOf(word)! : fallback.currency
    amounts.push({
      number: english ? timesPowerOfTen(number, englishPower(english)) : number,
      unit: owned ? { label: '', power: 0, currency } : word ? { ...fallback, currency } : null,
      owned,
      scaleOnly: /^[十百千万亿拾佰仟萬億]+$/.test(digits),
      negative: minus === '-',
      start: match.index,
      end: match.index + all.length - (cut ? 1 : 0),
    })
  }
  return amounts
}

/** The 一 of 3亿一期 counts the phase, it is no 1000万. */
const isOrdinal = (digits: string, text: string, end: number): boolean =>
  /[百千万亿][一二两三四五六七八九]$/.test(digits) && /[期年月个批块次栋家座条宗阶]/.test(text[end] ?? '')

/**
 * 一期投资5亿元 has a number before its amount, 2024年完成300万元 a year: where some amounts carry a unit, those without
 * are no amounts, except the first of a range, 3-5亿元.
 */
function telling(amounts: readonly Amount[], text: string): readonly Amount[] {
  if (!amounts.some((amount) => amount.owned)) return amounts
  return amounts.filter((amount, at) => {
    const next = amounts[at + 1]
    return amount.owned || (next?.owned && rangeSign.test(text.slice(amount.end, next.start)))
  })
}

const rangeSign = /^(-|~|至|到)$/

function scientific(digits: string): Decimal | null {
  const [mantissa = '', exponent = '0'] = digits.split('e')
  const number = decimalOf(mantissa)
  return number && Math.abs(Number(exponent)) <= 20 ? timesPowerOfTen(number, Number(exponent)) : null
}
