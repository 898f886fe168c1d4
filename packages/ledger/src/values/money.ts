import type { Money, MoneyBound } from '@guatu/kernel'
import { type Decimal, decimalOf, fixed, timesPowerOfTen } from '../text/decimal.ts'
import { figureText, isPlaceholder } from '../text/normalise.ts'
import { type AmountGroup, amountGroups } from './amounts.ts'
import { withoutBrackets } from './brackets.ts'
import { chooseAmount } from './choose-amount.ts'
import { empty, faulty, type Reading, undecided, unmarked, value, words } from './reading.ts'
import type { MoneyUnit } from './units.ts'

const acceptedMoney = ['1234.5', '1.2亿元', '3000万元', '1亿美元', '超2亿元', '约19亿元', '一亿二'] as const

/**
 * Reads a cell's text as money. The unit in the cell counts first; `unit`, from header or unit line, stands for a bare
 * number. Words that make it a bound (超, 约, 百亿级) keep the text beside the lower figure. A bare number beside other
 * words is no amount: 详见附件1.
 */
export function readMoney(raw: string, unit: MoneyUnit): Reading<Money> {
  if (/^\d{1,15}(\.\d*)?$/.test(raw)) return plainAmount(raw, unit)
  if (isPlaceholder(raw)) return empty
  return unmarked(raw, (text) => readText(text, raw, unit))
}

function readText(unmarkedText: string, raw: string, unit: MoneyUnit): Reading<Money> {
  const whole = figureText(unmarkedText).replace(/(\d)'(?=\d{3})/g, '$1')
  if (undecided.test(whole)) return words(`“${raw}”不是金额，按文字保留`)
  const outside = withoutBrackets(whole)
  const text = vague(outside.text)
  const bad = malformed(text.text)
  if (bad) return faulty(`“${raw}”${bad}`, acceptedMoney)
  const groups = amountGroups(text.text, unit)
  if (groups.some(({ first }) => first.negative) || /^\(\d+(\.\d+)?\)$/.test(whole))
    return faulty(`金额不能为负数：${raw}`, acceptedMoney)
  const chosen = chooseAmount(groups)
  if (chosen.kind === 'why') return faulty(`“${raw}”${chosen.message}`, acceptedMoney)
  const odd = oddBeside(chosen.group, text.text)
  if (odd) return faulty(`“${raw}”${odd}`, acceptedMoney)
  return moneyOf(raw, text, chosen.group, groups.length, unit, outside.dropped)
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

/** 数十亿, 十几亿, 20余亿, 10多亿, 上百亿: the sure part is a lower bound. The 个 of 3个亿 says nothing. */
function vague(text: string): VagueText {
  const plain = text
    .replace(/个(?=[余多]?[十百千]?[万亿])/g, '')
    .replace(/([\d万亿])欧(?![\p{Script=Han}])/gu, '$1欧元')
  const sure = plain
    .replace(/[数几](?=[十百千万亿])/g, '')
    .replace(/(上|好几|成)(?=[百千万亿])/g, '')
    .replace(/([\d一二两三四五六七八九十百千])[余多几](?=[十百千万亿元])/g, '$1')
    .replace(/(亿|万)[余多](?=元|美元|欧元|$)/g, '$1')
  return { text: sure, atLeast: sure !== plain }
}

/** Slips of the keyboard and other texts that no amount can be taken from, though there are digits. */
function malformed(text: string): string | null {
  if (/\d[oil]|[oil]\d/.test(text)) return '里字母与数字混在一起，不是金额'
  if (/[\d一二三四五六七八九][,。、·'][\d一二三四五六七八九]/.test(text))
    return '里的标点在数字中间，不知是小数点还是顿号'
  if (/\d-\d+-\d|\d\/\d|\d[×x*=^]\d/.test(text)) return '不像金额'
  if (/\d\+\d/.test(text)) return '里有几个数，不知哪个是金额'
  if (/亿[\d.一二两三四五六七八九]+[千百](?![\d一二两三四五六七八九十百万])/.test(text)) return '里亿以下的部分不清楚'
  return null
}

const unknownCurrency =
  /^[万亿]?(\p{Script=Han}{1,4}元|\p{Script=Han}{0,3}(镑|法郎|卢布|铢|盾|卢比|林吉特|令吉|比索|克朗|雷亚尔|迪拉姆|里亚尔|第纳尔|兰特|[加澳纽][币刀]))/u

/** What stands right beside an amount may make it something else: 5亿加元, 60%, A5亿. */
function oddBeside({ first, last, tail }: AmountGroup, text: string): string | null {
  const before = text[first.start - 1] ?? ''
  if (/^[%‰]/.test(tail)) return '是百分比，不是金额'
  if (unknownCurrency.test(tail) || /[\p{Sc}]/u.test(before + tail[0])) return '的币种不认识'
  if (/[a-z]/.test(before) || /^[a-z]/.test(tail)) return '里字母与数字混在一起，不是金额'
  if (/^[-~至到/*+×.]+\d/.test(tail) || /\d[-~/*+×.]+$/.test(text.slice(0, first.start)))
    return '里有几个数，不知哪个是金额'
  const bare = text.slice(0, first.start) + text.slice(last.end)
  if ((first.owned || last.owned) && !(first.scaleOnly && first.end === last.end)) return null
  return bare.replace(saidOfAmounts, '') === '' ? null : '读不成金额'
}

/** What may stand beside a bare number without making it the number of something else. */
const saidOfAmounts =
  /总投资额?|投资总额|总额|计划|预计|预估|估算|估计|估|暂定|拟|约为?|近|超过?|逾|不低于|不少于|不小于|至少|以上|大于|高于|突破|不超过|不高于|以内|以下|低于|不足|最多|至多|接近|左右|上下|大概|级|余|多|起|首期|投资额?|金额|合计|共计|总计|共|资金|项目|人民币|整$|[<≤>≥~≈+:;,。.、]/g

function moneyOf(
  raw: string,
  text: VagueText,
  { first, last, lead, tail }: AmountGroup,
  count: number,
  fallback: MoneyUnit,
  bracketed: boolean,
): Reading<Money> {
  const range = first !== last
  // 3-5亿元: the unit written once at the end is the unit of both.
  const unit = first.unit ?? last.unit ?? fallback
  const scaled = range && !first.unit && last.unit ? shareScale(text.text, first.number, last) : first.number
  const { text: amount, exact } = fixed(timesPowerOfTen(scaled, unit.power), 2)
  const rest = text.text.slice(0, first.start) + text.text.slice(last.end)
  const beside = count === 1 ? rest : `${/[^,;。]*$/.exec(lead)![0]}${/^[^,;。]*/.exec(tail)![0]}`
  const bound = range || text.atLeast ? 'atLeast' : boundOf(beside)
  const notes: string[] = []
  if (!exact) notes.push(roundedNote(raw))
  if (unit.currency !== fallback.currency && fallback.currency !== 'CNY') notes.push(`币种与表头不同：${raw}`)
  if (!first.owned && !last.owned && unit.currency !== fallback.currency && fallback.power > 0)
    notes.push(`没有写万或亿，按表头的单位${fallback.label}读入：${raw}`)
  if (bound !== 'exact') {
    notes.push(bound === 'atLeast' ? `按下限记入，保留原文：${raw}` : `按约数记入，保留原文：${raw}`)
    return value({ amount, currency: unit.currency, bound, raw }, notes)
  }
  const leftover = rest.replace(/总投资额?|计划|投资|金额|合计|共计|人民币|整$|[:;,。.、]/g, '')
  if (leftover || bracketed) notes.push(`单元格里另有文字，已保留：${raw}`)
  return value({ amount, currency: unit.currency }, notes, leftover || bracketed ? raw : undefined)
}

/** The 亿 of 3-5亿 belongs to the 3 as well. */
function shareScale(text: string, number: Decimal, last: AmountGroup['last']): Decimal {
  const scale = /[万亿]+/.exec(text.slice(last.start, last.end))?.[0]
  return scale ? timesPowerOfTen(number, scale === '亿' ? 8 : scale === '万' ? 4 : 12) : number
}

function boundOf(rest: string): MoneyBound {
  if (/不超过?|不高于|以内|以下|低于|不足|<|≤|最多|至多/.test(rest.replace(/不低于/g, ''))) return 'about'
  if (/超|逾|不低于|不少于|不小于|至少|以上|大于|高于|突破|>|≥|\+|级|余|多|起$|首期|一期/.test(rest)) return 'atLeast'
  return /约|近|接近|左右|上下|预计|预估|估算|估|暂定|拟|~|≈|大概/.test(rest) ? 'about' : 'exact'
}
