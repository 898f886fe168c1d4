import type { Money, MoneyBound } from '@guatu/kernel'
import { chineseNumber, chineseNumberSigns } from '../text/chinese-number.ts'
import { type Decimal, decimalOf, fixed, timesPowerOfTen } from '../text/decimal.ts'
import { halfWidth, isPlaceholder } from '../text/normalise.ts'
import { empty, faulty, type Reading, undecided, value, words } from './reading.ts'
import { currencyOf, currencyPattern, englishPower, englishScalePattern, type MoneyUnit } from './units.ts'

const acceptedMoney = ['1234.5', '1.2亿元', '3000万元', '1亿美元', '超2亿元', '约19亿元', '一亿二'] as const

const numberPart = `(?:\\d+(?:\\.\\d*)?|\\.\\d+)e[+-]?\\d+|[0-9.${chineseNumberSigns}]*[0-9${chineseNumberSigns}][0-9.${chineseNumberSigns}]*`
const amountPattern = new RegExp(
  `(人民币|${currencyPattern})?(?<![\\d.])((?<![\\d\\p{L}])-(?=\\d))?(${numberPart})(${englishScalePattern})?(${currencyPattern})?(人民币)?`,
  'gu',
)

interface Amount {
  readonly number: Decimal
  readonly unit: MoneyUnit | null
  /** The cell itself says how large its unit is. */
  readonly owned: boolean
  readonly negative: boolean
  readonly index: number
  readonly length: number
}

/**
 * Reads a cell's text as money. The unit in the cell counts first; `unit`, from header or unit line, stands for a bare
 * number. Words that make it a bound (超, 约, 百亿级) keep the text beside the lower figure.
 */
export function readMoney(raw: string, unit: MoneyUnit): Reading<Money> {
  if (/^\d{1,15}(\.\d+)?$/.test(raw)) return plainAmount(raw, unit)
  if (isPlaceholder(raw)) return empty
  const whole = halfWidth(raw)
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
    .replace(/(\d)'(?=\d{3})/g, '$1')
  if (undecided.test(whole)) return words(`“${raw}”不是金额，按文字保留`)
  const bracketed = whole.replace(/\((.*?)\)|\[(.*?)\]/g, '')
  const text = vague(bracketed.trim() === '' ? whole : bracketed)
  const amounts = telling(amountsIn(text.text, unit), text.text)
  const first = amounts[0]
  if (!first) return faulty(`“${raw}”读不成金额`, acceptedMoney)
  if (first.negative || /^\(\d+(\.\d+)?\)$/.test(whole)) return faulty(`金额不能为负数：${raw}`, acceptedMoney)
  if (/^\d+(\.\d+)?%/.test(text.text.slice(first.index))) return faulty(`“${raw}”是百分比，不是金额`, acceptedMoney)
  if (/\d-\d+-\d|\d\/\d/.test(text.text)) return faulty(`“${raw}”不像金额`, acceptedMoney)
  return moneyOf(raw, text, amounts, unit, whole !== bracketed && bracketed.trim() !== '')
}

/** A bare figure, which most cells hold. */
function plainAmount(raw: string, unit: MoneyUnit): Reading<Money> {
  const { text: amount, exact } = fixed(timesPowerOfTen(decimalOf(raw)!, unit.power), 2)
  return value({ amount, currency: unit.currency }, exact ? [] : [roundedNote(raw)])
}

const roundedNote = (raw: string): string => `金额不足一分的部分已四舍五入：${raw}`

interface VagueText {
  readonly text: string
  readonly atLeast: boolean
}

/** 数十亿, 十几亿, 20余亿, 10多亿, 上百亿: the sure part is a lower bound. */
function vague(text: string): VagueText {
  const sure = text
    .replace(/[数几](?=[十百千万亿])/g, '')
    .replace(/(上|好几|成)(?=[百千万亿])/g, '')
    .replace(/([\d十百千])[余多几](?=[十百千万亿元])/g, '$1')
    .replace(/(亿|万)[余多](?=元|美元|欧元|$)/g, '$1')
  return { text: sure, atLeast: sure !== text }
}

function amountsIn(text: string, fallback: MoneyUnit): Amount[] {
  const amounts: Amount[] = []
  for (const match of text.matchAll(amountPattern)) {
    const [all, before, minus, digits = '', english, after, suffix] = match
    const number = /e/.test(digits) ? scientific(digits) : chineseNumber(digits)
    if (!number) continue
    // A sign or code in front (¥500, USD 500) names the currency only; the column's 万 still holds.
    const owned = after !== undefined || english !== undefined || /[万亿萬億]/.test(digits)
    const word = after ?? before ?? suffix
    const currency = word ? currencyOf(word)! : fallback.currency
    if (/^[万亿]$/.test(digits) && !/[级超上过]/.test(text)) continue
    amounts.push({
      number: english ? timesPowerOfTen(number, englishPower(english)) : number,
      unit: owned ? { label: '', power: 0, currency } : word ? { ...fallback, currency } : null,
      owned,
      negative: minus === '-',
      index: match.index,
      length: all.length,
    })
  }
  return amounts
}

/**
 * 一期投资5亿元 has a number before its amount, 2024年完成300万元 a year: where some amounts carry a unit, those without
 * are no amounts, except the first of a range, 3-5亿元.
 */
function telling(amounts: readonly Amount[], text: string): readonly Amount[] {
  if (!amounts.some((amount) => amount.owned)) return amounts
  return amounts.filter((amount, at) => {
    const next = amounts[at + 1]
    return amount.owned || (next?.owned && rangeSign.test(text.slice(amount.index + amount.length, next.index)))
  })
}

const rangeSign = /^(-|~|至|到)$/

function scientific(digits: string): Decimal | null {
  const [mantissa = '', exponent = '0'] = digits.split('e')
  const number = decimalOf(mantissa)
  return number && Math.abs(Number(exponent)) <= 20 ? timesPowerOfTen(number, Number(exponent)) : null
}

function moneyOf(
  raw: string,
  text: VagueText,
  amounts: readonly Amount[],
  fallback: MoneyUnit,
  bracketed: boolean,
): Reading<Money> {
  const [first, second] = amounts as [Amount, Amount | undefined]
  const range = second !== undefined && rangeSign.test(text.text.slice(first.index + first.length, second.index))
  if ((second && !range && !first.unit) || /\d\+\d/.test(text.text))
    return faulty(`“${raw}”里有几个数，不知哪个是金额`, acceptedMoney)
  // 3-5亿元: the unit written once at the end is the unit of both.
  const unit = first.unit ?? (range ? (second.unit ?? fallback) : fallback)
  const scaled = range && !first.unit && second.unit ? shareScale(text.text, first, second) : first.number
  const { text: amount, exact } = fixed(timesPowerOfTen(scaled, unit.power), 2)
  const rest = text.text.slice(0, first.index) + text.text.slice(first.index + first.length)
  const bound = range || text.atLeast ? 'atLeast' : boundOf(rest, second !== undefined)
  const notes: string[] = []
  if (!exact) notes.push(roundedNote(raw))
  if (unit.currency !== fallback.currency && fallback.currency !== 'CNY') notes.push(`币种与表头不同：${raw}`)
  if (bound !== 'exact') {
    notes.push(bound === 'atLeast' ? `按下限记入，保留原文：${raw}` : `按约数记入，保留原文：${raw}`)
    return value({ amount, currency: unit.currency, bound, raw }, notes)
  }
  const leftover = rest.replace(/总投资额?|计划|投资|金额|合计|共计|人民币|[:;,。.、]/g, '')
  if (leftover || bracketed) notes.push(`单元格里另有文字，已保留：${raw}`)
  return value({ amount, currency: unit.currency }, notes, leftover || bracketed ? raw : undefined)
}

/** The 亿 of 3-5亿 belongs to the 3 as well. */
function shareScale(text: string, first: Amount, second: Amount): Decimal {
  const scale = /[万亿]+/.exec(text.slice(second.index, second.index + second.length))?.[0]
  return scale ? timesPowerOfTen(first.number, scale === '亿' ? 8 : scale === '万' ? 4 : 12) : first.number
}

function boundOf(rest: string, several: boolean): MoneyBound {
  if (/不超过?|不高于|以内|以下|低于|不足|<|≤|最多|至多/.test(rest.replace(/不低于/g, ''))) return 'about'
  if (/超|逾|不低于|不少于|不小于|至少|以上|大于|高于|突破|>|≥|\+|级|余|多|起$|首期|一期/.test(rest)) return 'atLeast'
  if (/约|近|接近|左右|上下|预计|预估|估算|估|暂定|拟|~|≈|大概/.test(rest)) return 'about'
  return several && /[+、和及]/.test(rest) ? 'atLeast' : 'exact'
}
