import { chineseNumber } from '../text/chinese-number.ts'
import { type Decimal, decimalOf, fixed, times, timesPowerOfTen, toNumber } from '../text/decimal.ts'
import { figureText, isPlaceholder } from '../text/normalise.ts'
import { withoutBrackets } from './brackets.ts'
import { empty, faulty, type Reading, undecided, unmarked, value, words } from './reading.ts'
import { type AreaUnit, areaUnitOf, areaUnitPattern } from './units.ts'

const areaAmount = new RegExp(
  `(?<![\\d.])((?<![\\d\\p{L}])-)?(\\d+(?:\\.\\d+)?)(万(?!亩|平|m|方))?(${areaUnitPattern})?`,
  'gu',
)

const acceptedAreas = ['30', '30亩', '2公顷', '20000平方米']

/** What may stand beside a bare number without making it the number of something else: 用地约30. */
const saidOfAreas = /约|近|左右|超过?|以上|总|用地|占地|面积|新增|需求?|建筑|建设|规模|共|合计|[:;,。.+]/g

/** Words that say where a project stands without any new land. */
const noNewLand = /利用|租|现有|原有|存量|厂房|无新增|不新增|不涉及|无需|原址|改造|盘活|自有|商务楼|楼宇|见附|详见|另附/

interface AreaPart {
  readonly number: Decimal
  readonly unit: AreaUnit | null
  readonly lead: string
  readonly start: number
  readonly end: number
}

/** Reads an area, in mu or square metres. The unit in the cell counts first, then `unit` of header or unit line. */
export function readArea(raw: string, unit: AreaUnit, wanted: 'mu' | 'm2'): Reading<number> {
  if (isPlaceholder(raw)) return empty
  return unmarked(raw, (unmarkedText) => readAreaText(figureText(unmarkedText), raw, unit, wanted))
}

function readAreaText(whole: string, raw: string, unit: AreaUnit, wanted: 'mu' | 'm2'): Reading<number> {
  if (undecided.test(whole)) return words(`“${raw}”不是面积，按文字保留`)
  const outside = withoutBrackets(whole)
  const text = outside.text.replace(/(\d)[余多](?=[万亩公顷平m])/g, '$1')
  const dropped = outside.dropped || text !== outside.text
  const parts = areaParts(text)
  const owned = parts.filter((part) => part.unit !== null)
  if (parts.length === 0 || (owned.length === 0 && noNewLand.test(text)))
    return noNewLand.test(text) ? words(`“${raw}”没有写面积，按文字保留`) : faulty(`“${raw}”读不成面积`, acceptedAreas)
  const range = rangeOf(parts, text)
  const candidates = range ? [range.from] : owned.length > 0 ? owned : parts
  if (candidates.some(({ number }) => number.digits < 0n)) return faulty(`面积不能为负数：${raw}`)
  const chosen = candidates.length === 1 || sameArea(candidates) ? candidates[0]! : wholeOf(candidates)
  if (!chosen) return faulty(`“${raw}”里有几个数，不知哪个是面积`, acceptedAreas)
  const end = range ? range.end : chosen.end
  const rest = text.slice(0, chosen.start) + text.slice(end)
  const used = chosen.unit ?? range?.unit ?? unit
  const bare = chosen.unit === null && !range
  if (/\d[,。、·]\d|\d[oil]|[oil]\d/.test(text) || (bare && rest.replace(saidOfAreas, '') !== ''))
    return faulty(`“${raw}”读不成面积`, acceptedAreas)
  const inMu = divided(times(chosen.number, { digits: used.numerator, scale: 0 }), used.denominator)
  const square = wanted === 'mu' ? inMu : squareMetres(chosen.number, used)
  return value(toNumber(square), ...asideOf(raw, rest, text, dropped, range !== null))
}

/** Notes on a figure that something stands beside, and the text that is kept then. */
function asideOf(raw: string, rest: string, text: string, dropped: boolean, range: boolean): [string[], string?] {
  if (range) return [[`按下限记入，保留原文：${raw}`], raw]
  const left = rest.replace(/^(约|用地|占地|面积|[:;,。])*|[。;,]$/g, '')
  if (left || dropped) return [[`单元格里另有文字，已保留：${raw}`], raw]
  return /约|近|左右/.test(text) ? [[`按约数记入：${raw}`], raw] : [[]]
}

function areaParts(text: string): AreaPart[] {
  let before = 0
  return [...text.matchAll(areaAmount)].map((match) => {
    const [all, sign = '', digits, wan, unit] = match
    const start = match.index
    const lead = text.slice(before, start)
    before = start + all.length
    return {
      number: timesPowerOfTen(decimalOf(sign + digits)!, wan ? 4 : 0),
      unit: unit ? areaUnitOf(unit) : null,
      lead,
      start,
      end: before,
    }
  })
}

/** 30-50亩: the unit written once is the unit of both. 2025-12号地块 is none. */
function rangeOf(parts: readonly AreaPart[], text: string) {
  for (const [at, to] of parts.entries()) {
    const from = parts[at - 1]
    if (!from || (from.unit && !to.unit)) continue
    if (!/^[-~至到]$/.test(to.lead)) continue
    const owned = parts.some((part) => part.unit)
    if (owned ? to.unit : /^[\d.]+[-~至到][\d.]+$/.test(text)) return { from, end: to.end, unit: to.unit }
  }
  return null
}

/** 45亩/30000平方米 is one area in two units, to the hundredth. */
function sameArea(parts: readonly AreaPart[]): boolean {
  const sizes = parts.map(({ number, unit }) =>
    unit ? (toNumber(number) * Number(unit.numerator)) / Number(unit.denominator) : Number.NaN,
  )
  return sizes.every((size) => Math.abs(size - sizes[0]!) <= sizes[0]! * 0.01)
}

/** Of several areas the one that is called the whole, else the whole before its parts. */
function wholeOf(parts: readonly AreaPart[]): AreaPart | null {
  const totals = parts.filter(({ lead }) => /总|合计|共/.test(lead) && !/其中|[一二三四]期/.test(lead))
  if (totals.length === 1) return totals[0]!
  const [first, ...others] = parts as [AreaPart, ...AreaPart[]]
  const whole = !/其中|含/.test(first.lead) && others.every(({ lead }) => /其中|含|折合|约合|即|=/.test(lead))
  return totals.length === 0 && whole ? first : null
}

/** A mu is 10,000/15 m²: only what was written in mu can be uneven, and is cut at the hundredth. */
function squareMetres(size: Decimal, unit: AreaUnit): Decimal {
  const digits = size.digits * unit.numerator * 1_000_000n * 10n
  const divisor = unit.denominator * 15n * 10n
  return decimalOf(fixed({ digits: digits / divisor, scale: size.scale + 2 }, 2).text) ?? size
}

/** Area denominators are powers of ten, so the quotient is exact. */
function divided(number: Decimal, denominator: bigint): Decimal {
  return { digits: number.digits, scale: number.scale + String(denominator).length - 1 }
}

const countWords = /^约?万?(个|户|人|家|套|条|吨标煤|吨标准煤|tce|平方米|m2|㎡|栋|处|宗|名|%)?$/

/** Counts and other plain figures: `120户`, `1,200`, `三十`. */
export function readCount(raw: string, whole: boolean): Reading<number> {
  if (isPlaceholder(raw)) return empty
  return unmarked(raw, (unmarkedText) => readCountText(figureText(unmarkedText), raw, whole))
}

function readCountText(text: string, raw: string, whole: boolean): Reading<number> {
  if (undecided.test(text)) return words(`“${raw}”不是数字，按文字保留`)
  const match = /-?\d+(\.\d+)?|[零一二三四五六七八九十百千万两]+/.exec(text)
  const number = match && (decimalOf(match[0]) ?? chineseNumber(match[0]))
  if (/\d\D+\d/.test(text.replace(/\d\.\d/g, '').replace(/\([^()]*\)/g, '')))
    return faulty(`“${raw}”里有几个数`, ['120'])
  // The 一 of 统一安排 and the 3 of 第3批 count nothing.
  const within = match && !/\d/.test(match[0]) && text.replace(match[0], '').replace(countWords, '') !== ''
  if (!match || !number || within || /^第|第\d/.test(text)) return faulty(`“${raw}”读不成数字`, ['120'])
  const power = text.slice(match.index + match[0].length).startsWith('万') ? 4 : 0
  const sized = timesPowerOfTen(number, power)
  if (whole && !fixed(sized, 0).exact) return faulty(`“${raw}”应为整数`, ['120'])
  const rest = text.slice(0, match.index) + text.slice(match.index + match[0].length)
  const bare = rest.replace(countWords, '')
  return value(toNumber(sized), bare ? [`单元格里另有文字，已保留：${raw}`] : [], bare ? raw : undefined)
}

/** A percentage in points: `85%` and a bare `85` are 85. */
export function readPercent(raw: string): Reading<number> {
  if (isPlaceholder(raw)) return empty
  return unmarked(raw, (text) => {
    const match = /^约?(-?\d+(?:\.\d+)?)(%|‰)?$/.exec(figureText(text))
    const number = match && decimalOf(match[1]!)
    if (match && number) return value(toNumber(match[2] === '‰' ? timesPowerOfTen(number, -1) : number))
    return undecided.test(figureText(text))
      ? words(`“${raw}”不是百分比，按文字保留`)
      : faulty(`“${raw}”读不成百分比`, ['85%'])
  })
}

/** 是/否, √, 有/无 and the like. */
export function readFlag(raw: string): Reading<boolean> {
  const text = figureText(raw)
  if (/^(是|有|√|✓|✔|y|yes|true|1|已.*|对)$/.test(text)) return value(true)
  if (/^(否|无|×|✗|x|n|no|false|0|未.*|没有|-|\/)$/.test(text)) return value(false)
  return words(`“${raw}”不是“是”或“否”，按文字保留`)
}
