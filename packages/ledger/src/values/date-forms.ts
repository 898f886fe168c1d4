import { chineseNumber } from '../text/chinese-number.ts'
import { toNumber } from '../text/decimal.ts'
import {
  dayPeriod,
  halfPeriod,
  monthPeriod,
  monthsPeriod,
  type Period,
  partOfMonth,
  quarterPeriod,
  yearPeriod,
} from './calendar.ts'

/** `null`: the form is right, the day is not in the calendar (2019-13-45). */
export interface FormReading {
  readonly period: Period | null
  readonly length: number
  readonly yearGiven: boolean
  /** The other way in which the text can be read. */
  readonly note: string | null
}

/** What a text without a year, or with 今年, is read against. */
export interface DateContext {
  readonly year: number
}

interface Form {
  readonly pattern: RegExp
  readonly read: (groups: readonly string[], context: DateContext) => Period | null
  readonly yearGiven: boolean
  readonly note: (groups: readonly string[]) => string | null
}

const yearOf = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits))

const relativeYear = (word: string, year: number): number =>
  /明|下/.test(word) ? year + 1 : /去|上/.test(word) ? year - 1 : /后/.test(word) ? year + 2 : year

const quarters: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, '1': 1, '2': 2, '3': 3, '4': 4 }

/** Named part of a year: 年底 is December but known to the year only; 上半年, 三季度 are periods of their own. */
function partOfYear(year: number, part: string): Period | null {
  if (/底|末|终/.test(part)) return monthsPeriod(year, 12, 12, 'year')
  if (/初/.test(part)) return monthsPeriod(year, 1, 1, 'year')
  if (/上半/.test(part)) return halfPeriod(year, 1)
  if (/下半/.test(part)) return halfPeriod(year, 2)
  if (/中/.test(part)) return monthsPeriod(year, 6, 6, 'year')
  const quarter = /[一二三四1-4]/.exec(part)?.[0]
  return quarter ? quarterPeriod(year, quarters[quarter]!) : yearPeriod(year)
}

function partOfMonthNamed(year: number, month: number, part: string): Period | null {
  if (/上旬|初/.test(part)) return partOfMonth(year, month, 1, 10)
  if (/中旬|中/.test(part)) return partOfMonth(year, month, 11, 20)
  if (/下旬|底|末/.test(part)) return partOfMonth(year, month, 21, 31)
  return monthPeriod(year, month)
}

const year = '(?<!\\d)(\\d{4}|\\d{2})年度?'
const month = '(\\d{1,2})月份?'
const partMonth = '(上旬|中旬|下旬|月?初|月?中|月?底|月?末)'
const partYear = '(年?底|年?末|年?终|年?初|年?中|上半年|下半年|第?[一二三四1-4]季度?|q[1-4])'

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const nameOfMonth = `(${monthNames.join('|')})[a-z]*\\.?`
const monthNamed = (name: string): number => monthNames.indexOf(name.slice(0, 3)) + 1

const form = (pattern: string, read: Form['read'], yearGiven = true, note: Form['note'] = () => null): Form => ({
  pattern: new RegExp(`^${pattern}`),
  read,
  yearGiven,
  note,
})

/** 3/4/2026 is the fourth of March or the third of April. */
const dayOrMonth = ([a, b]: readonly string[]): string | null =>
  Number(a) <= 12 && Number(b) <= 12 && a !== b
    ? `${a}/${b} 可能是${Number(a)}月${Number(b)}日，也可能是${Number(b)}月${Number(a)}日，按${Number(a)}月${Number(b)}日读入`
    : null

/** Most telling first: the first form that fits at a place is taken. Texts are half-width, lower case, without spaces. */
const forms: readonly Form[] = [
  form(`${year}${month}(\\d{1,2})[日号]?(?!\\d)`, ([y, m, d]) => dayPeriod(yearOf(y!), Number(m), Number(d))),
  form(`${year}${month}${partMonth}`, ([y, m, part]) => partOfMonthNamed(yearOf(y!), Number(m), part!)),
  form(`${year}(\\d{1,2})(?:[-~至到]|月?[、,/和及])(\\d{1,2})月份?`, ([y, a, b]) =>
    monthsPeriod(yearOf(y!), Number(a), Number(b), 'month'),
  ),
  form(`${year}${month}`, ([y, m]) => monthPeriod(yearOf(y!), Number(m))),
  form(`${year}${partYear}`, ([y, part]) => partOfYear(yearOf(y!), part!)),
  form('(\\d{4}|\\d{2})(年底|年末|年终|年初|年中|上半年|下半年)', ([y, part]) => partOfYear(yearOf(y!), part!)),
  form('(\\d{4})[年./-]?q([1-4])', ([y, q]) => quarterPeriod(Number(y), Number(q))),
  form('(\\d{4})[年./-]?h([12])', ([y, h]) => halfPeriod(Number(y), h === '1' ? 1 : 2)),
  form('q([1-4])[-,/]?(\\d{4})(?!\\d)', ([q, y]) => quarterPeriod(Number(y), Number(q))),
  form('h([12])[-,/]?(\\d{4})(?!\\d)', ([h, y]) => halfPeriod(Number(y), h === '1' ? 1 : 2)),
  form('endof(\\d{4})', ([y]) => partOfYear(Number(y), '底')),
  form(`${year}(\\d{1,2})[./-](\\d{1,2})日?(?!\\d)`, ([y, m, d]) => dayPeriod(yearOf(y!), Number(m), Number(d))),
  form(`${year}(\\d{1,2})$`, ([y, m]) => monthPeriod(yearOf(y!), Number(m))),
  form(
    '(\\d{2})年$',
    ([y]) => yearPeriod(yearOf(y!)),
    true,
    ([y]) => `“${y}年”可能是时长，按${yearOf(y!)}年读入`,
  ),
  form(`${year}`, ([y]) => yearPeriod(yearOf(y!))),
  form(`(\\d{1,2})-?${nameOfMonth}-?,?(\\d{4}|\\d{2})(?!\\d)`, ([d, name, y]) =>
    dayPeriod(yearOf(y!), monthNamed(name!), Number(d)),
  ),
  form(`${nameOfMonth}-?(\\d{1,2})(?:st|nd|rd|th)?,(\\d{4})`, ([name, d, y]) =>
    dayPeriod(Number(y), monthNamed(name!), Number(d)),
  ),
  form(`${nameOfMonth}[-,/']?(\\d{4}|\\d{2})(?!\\d)`, ([name, y]) => monthPeriod(yearOf(y!), monthNamed(name!))),
  form(`(\\d{4})-?${nameOfMonth}(?![a-z])`, ([y, name]) => monthPeriod(Number(y), monthNamed(name!))),
  form('(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})日?(?!\\d)', ([y, , m, d]) => dayPeriod(Number(y), Number(m), Number(d))),
  form(
    '(\\d{1,2})/(\\d{1,2})/(\\d{4})(?!\\d)',
    ([a, b, y]) =>
      Number(a) > 12 ? dayPeriod(Number(y), Number(b), Number(a)) : dayPeriod(Number(y), Number(a), Number(b)),
    true,
    dayOrMonth,
  ),
  form("'?(\\d{2})([-/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d)", ([y, , m, d]) => dayPeriod(yearOf(y!), Number(m), Number(d))),
  form(`(\\d{4})([-/.])(\\d{1,2})月?${partMonth}?(?!\\d|\\2\\d{1,2}(?!\\d))`, ([y, , m, part]) =>
    partOfMonthNamed(Number(y), Number(m), part ?? ''),
  ),
  form('([12]\\d|3\\d)\\.(\\d{1,2})(?![\\d.])', ([y, m]) => monthPeriod(yearOf(y!), Number(m))),
  form("'(\\d{2})[-/.](\\d{1,2})(?!\\d)", ([y, m]) => monthPeriod(yearOf(y!), Number(m))),
  form('(\\d{4})(\\d{2})(\\d{2})(?!\\d)', ([y, m, d]) => dayPeriod(Number(y), Number(m), Number(d))),
  form('(\\d{4})(\\d{2})(?!\\d)', ([y, m]) => monthPeriod(Number(y), Number(m))),
  form('(\\d{1,2})/(\\d{4})(?!\\d)', ([m, y]) => monthPeriod(Number(y), Number(m))),
  form('(今年|本年|本年度|当年|明年|下年|去年|上年|后年)(\\d{1,2})月份?(\\d{1,2})[日号]?', ([w, m, d], c) =>
    dayPeriod(relativeYear(w!, c.year), Number(m), Number(d)),
  ),
  form(`(今年|本年|当年|明年|下年|去年|上年|后年)${month}${partMonth}?`, ([w, m, part], c) =>
    partOfMonthNamed(relativeYear(w!, c.year), Number(m), part ?? ''),
  ),
  form(`(今年|本年|当年|明年|下年|去年|上年|后年)${partYear}?`, ([w, part], c) =>
    partOfYear(relativeYear(w!, c.year), part ?? ''),
  ),
  form(`(今|本|明|去|后)${partYear}`, ([w, part], c) => partOfYear(relativeYear(w!, c.year), part!)),
  form('(\\d{1,2})月(\\d{1,2})[日号]?(?!\\d)', ([m, d], c) => dayPeriod(c.year, Number(m), Number(d)), false),
  form(`(\\d{1,2})月份?${partMonth}?`, ([m, part], c) => partOfMonthNamed(c.year, Number(m), part ?? ''), false),
  form(
    '(年底|年末|年终|年初|年中|上半年|下半年|第?[一二三四1-4]季度)',
    ([part], c) => partOfYear(c.year, part!),
    false,
  ),
  form('((?:19|20)\\d{2})(?![\\d./])', ([y]) => yearPeriod(Number(y))),
]

/** The date form that begins at the start of the text, or null when none does. */
export function dateFormAt(text: string, context: DateContext): FormReading | null {
  for (const { pattern, read, yearGiven, note } of forms) {
    const match = pattern.exec(text)
    if (!match) continue
    const groups = match.slice(1).map((group) => group ?? '')
    return { period: read(groups, context), length: match[0].length, yearGiven, note: note(groups) }
  }
  return null
}

/** 二〇二六年三月 and 十二月 in digits, so that one set of forms reads both. */
export function digitsForDates(text: string): string {
  return text
    .replace(/[二一][〇○0零一二三四五六七八九]{3}(?=年)/g, (year) => asDigits(year.replace(/[○0]/g, '零')))
    .replace(/[一二三四五六七八九十]{1,3}(?=[月日号])/g, asDigits)
}

function asDigits(text: string): string {
  const number = chineseNumber(text)
  return number ? String(toNumber(number)) : text
}
