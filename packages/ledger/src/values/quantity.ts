import { chineseNumber } from '../text/chinese-number.ts'
import { type Decimal, decimalOf, fixed, times, timesPowerOfTen, toNumber } from '../text/decimal.ts'
import { halfWidth, isPlaceholder } from '../text/normalise.ts'
import { empty, faulty, type Reading, undecided, value, words } from './reading.ts'
import { type AreaUnit, areaUnitOf, areaUnitPattern } from './units.ts'

const areaAmount = new RegExp(`(-?\\d+(?:\\.\\d+)?)(万)?(${areaUnitPattern})?`)

/** Reads an area, in mu or square metres. The unit in the cell counts first, then `unit` of header or unit line. */
export function readArea(raw: string, unit: AreaUnit, wanted: 'mu' | 'm2'): Reading<number> {
  const text = plain(raw)
  if (isPlaceholder(raw)) return empty
  if (undecided.test(text)) return words(`“${raw}”不是面积，按文字保留`)
  const match = areaAmount.exec(text)
  const number = match && decimalOf(match[1]!)
  if (!match || !number) return faulty(`“${raw}”读不成面积`, ['30', '30亩', '2公顷', '20000平方米'])
  if (number.digits < 0n) return faulty(`面积不能为负数：${raw}`)
  const own = match[3] ? areaUnitOf(match[3]) : null
  const used = own ?? unit
  const size = timesPowerOfTen(number, match[2] ? 4 : 0)
  const inMu = divided(times(size, { digits: used.numerator, scale: 0 }), used.denominator)
  const square = wanted === 'mu' ? inMu : squareMetres(size, used)
  const rest = (text.slice(0, match.index) + text.slice(match.index + match[0].length)).replace(
    /^(约|用地|占地|面积|[:;,。])*|[。;,]$/g,
    '',
  )
  const about = /约|近|左右/.test(text)
  const notes = rest ? [`单元格里另有文字，已保留：${raw}`] : about ? [`按约数记入：${raw}`] : []
  return value(toNumber(square), notes, rest || about ? raw : undefined)
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

const plain = (raw: string): string =>
  halfWidth(raw)
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')

/** Counts and other plain figures: `120户`, `1,200`, `三十`. */
export function readCount(raw: string, whole: boolean): Reading<number> {
  if (isPlaceholder(raw)) return empty
  const text = plain(raw)
  if (undecided.test(text)) return words(`“${raw}”不是数字，按文字保留`)
  const match = /-?\d+(\.\d+)?|[零一二三四五六七八九十百千万两]+/.exec(text)
  const number = match && (decimalOf(match[0]) ?? chineseNumber(match[0]))
  if (!match || !number) return faulty(`“${raw}”读不成数字`, ['120'])
  const power = text.slice(match.index + match[0].length).startsWith('万') ? 4 : 0
  const sized = timesPowerOfTen(number, power)
  if (whole && !fixed(sized, 0).exact) return faulty(`“${raw}”应为整数`, ['120'])
  const rest = text.slice(0, match.index) + text.slice(match.index + match[0].length)
  const bare = rest.replace(/^万?(个|户|人|家|套|条|吨标煤|吨标准煤|tce|平方米|m2|㎡|栋|处|宗|名|%)?$/, '')
  return value(toNumber(sized), bare ? [`单元格里另有文字，已保留：${raw}`] : [], bare ? raw : undefined)
}

/** A percentage in points: `85%` and a bare `85` are 85. */
export function readPercent(raw: string): Reading<number> {
  if (isPlaceholder(raw)) return empty
  const match = /^约?(-?\d+(?:\.\d+)?)(%|‰)?$/.exec(plain(raw))
  const number = match && decimalOf(match[1]!)
  if (match && number) return value(toNumber(match[2] === '‰' ? timesPowerOfTen(number, -1) : number))
  return undecided.test(plain(raw)) ? words(`“${raw}”不是百分比，按文字保留`) : faulty(`“${raw}”读不成百分比`, ['85%'])
}

/** 是/否, √, 有/无 and the like. */
export function readFlag(raw: string): Reading<boolean> {
  const text = plain(raw)
  if (/^(是|有|√|✓|✔|y|yes|true|1|已.*|对)$/.test(text)) return value(true)
  if (/^(否|无|×|✗|x|n|no|false|0|未.*|没有|-|\/)$/.test(text)) return value(false)
  return words(`“${raw}”不是“是”或“否”，按文字保留`)
}
