import { type Decimal, decimalOf, plus, timesPowerOfTen } from './decimal.ts'

const digitOf: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'零一二三四五六七八九'].map((sign, value) => [sign, String(value)])),
  ...Object.fromEntries([...'〇壹贰叁肆伍陆柒捌玖'].map((sign, value) => [sign, String(value)])),
  两: '2',
  兩: '2',
  貳: '2',
  叄: '3',
  陸: '6',
}

const powerOf: Readonly<Record<string, number>> = {
  十: 1,
  拾: 1,
  百: 2,
  佰: 2,
  千: 3,
  仟: 3,
  万: 4,
  萬: 4,
  亿: 8,
  億: 8,
}

/** The characters of numbers written in words, for use inside a character class. */
export const chineseNumberSigns = '零〇一二三四五六七八九十百千万亿两兩壹贰貳叁叄肆伍陆陸柒捌玖拾佰仟萬億点點半'

const zero: Decimal = { digits: 0n, scale: 0 }

interface Reading {
  total: Decimal
  /** Below the next 万 or 亿. */
  section: Decimal
  number: string
  lastPower: number
  afterZero: boolean
}

/**
 * Reads numbers in words, digits, or a mix: `一亿二` (the colloquial end: one step below the last unit), `三千万`,
 * `2亿3000万`, `十二点五`, `两亿半`, `二〇二六` (digit by digit). Null when the text is something else.
 */
export function chineseNumber(text: string): Decimal | null {
  if (text === '') return null
  const digitByDigit = [...text].map((sign) => digitOf[sign])
  if (text.length > 1 && digitByDigit.every((digit) => digit !== undefined)) return decimalOf(digitByDigit.join(''))
  const reading: Reading = { total: zero, section: zero, number: '', lastPower: 0, afterZero: false }
  let rest = text
  while (rest) {
    const arabic = /^\d+(?:\.\d+)?/.exec(rest)?.[0]
    const sign = arabic ?? rest[0]!
    rest = rest.slice(sign.length)
    if (!take(reading, sign, arabic !== undefined, rest)) return null
    if (sign === '点' || sign === '點') rest = rest.replace(/^[零〇一二三四五六七八九两]+/, '')
  }
  return finish(reading)
}

function take(reading: Reading, sign: string, arabic: boolean, rest: string): boolean {
  if (arabic) {
    if (reading.number) return false
    reading.number = sign
    return true
  }
  if (sign === '点' || sign === '點') return takeFraction(reading, rest)
  if (sign === '半') {
    if (reading.number || reading.lastPower === 0) return false
    reading.total = plus(
      plus(reading.total, reading.section),
      timesPowerOfTen({ digits: 5n, scale: 1 }, reading.lastPower),
    )
    reading.section = zero
    return rest === ''
  }
  const digit = digitOf[sign]
  if (digit !== undefined) return takeDigit(reading, digit)
  const power = powerOf[sign]
  return power !== undefined && takeUnit(reading, power)
}

function takeFraction(reading: Reading, rest: string): boolean {
  const places = /^[零〇一二三四五六七八九两]+/.exec(rest)?.[0]
  if (!places || reading.number.includes('.')) return false
  reading.number = `${reading.number || '0'}.${[...places].map((place) => digitOf[place]).join('')}`
  return true
}

function takeDigit(reading: Reading, digit: string): boolean {
  if (reading.number) return false
  if (digit === '0') reading.afterZero = true
  else reading.number = digit
  return true
}

function takeUnit(reading: Reading, power: number): boolean {
  if (power < 4) {
    const own = decimalOf(reading.number || (reading.lastPower > power || reading.lastPower === 0 ? '1' : ''))
    if (!own) return false
    reading.section = plus(reading.section, timesPowerOfTen(own, power))
  } else {
    const section = plus(reading.section, decimalOf(reading.number || '0') ?? zero)
    const bare = section.digits === 0n && reading.total.digits === 0n
    if (bare && reading.lastPower > 0) return false
    // 0万 is nothing, 万 alone one of them.
    const one = reading.number || reading.afterZero ? zero : { digits: 1n, scale: 0 }
    if (!bare && power === 4 && section.digits === 0n) return false
    // 一万两千亿: what stands before 亿 and has not reached it belongs to it as a whole.
    const below = power === 8 && compareWithYi(reading.total) < 0 ? plus(reading.total, section) : section
    const own = timesPowerOfTen(bare ? one : below, power)
    reading.total = below === section ? plus(reading.total, own) : own
    reading.section = zero
  }
  reading.number = ''
  reading.afterZero = false
  reading.lastPower = power
  return true
}

const compareWithYi = (value: Decimal): number => {
  const rest = value.digits - 10n ** BigInt(8 + value.scale)
  return rest < 0n ? -1 : rest > 0n ? 1 : 0
}

function finish(reading: Reading): Decimal | null {
  let last = zero
  if (reading.number) {
    const own = decimalOf(reading.number)
    if (!own) return null
    const colloquial = reading.lastPower >= 2 && !reading.afterZero && /^[1-9]$/.test(reading.number)
    last = colloquial ? timesPowerOfTen(own, reading.lastPower - 1) : own
  }
  return plus(plus(reading.total, reading.section), last)
}
