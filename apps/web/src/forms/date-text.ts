import type { DatePrecision, PartialDate } from '@guatu/kernel'
import { fault, plainText, type Typed, typedEmpty, typedValue } from './typed.ts'

const dayText = (year: number, month: number, day: number) =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

const lastDayOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

type Parts = {
  readonly precision: DatePrecision
  readonly year: number
  readonly first: number
  readonly last: number
  readonly day?: number
}

const quarters: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, '1': 1, '2': 2, '3': 3, '4': 4 }

const months = (year: number, precision: DatePrecision, first: number, last: number): Parts => ({
  precision,
  year,
  first,
  last,
})

/** Each way of writing a period, most exact first. `year` is what stands for a year that was not typed. */
const readers: readonly (readonly [RegExp, (match: readonly string[], year: number) => Parts | null])[] = [
  [
    /^(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})[日号]?$/,
    ([, own, month, day], year) => ({
      ...months(own ? Number(own) : year, 'day', Number(month), Number(month)),
      day: Number(day),
    }),
  ],
  [
    /^(\d{4})(\d{2})(\d{2})$/,
    ([, own, month, day]) => ({ ...months(Number(own), 'day', Number(month), Number(month)), day: Number(day) }),
  ],
  [
    /^(\d{4})[-/.年](\d{1,2})月?[份底末初]?$/,
    ([, own, month]) => months(Number(own), 'month', Number(month), Number(month)),
  ],
  [/^(\d{1,2})月[份底末初]?$/, ([, month], year) => months(year, 'month', Number(month), Number(month))],
  [
    /^(?:(\d{4})[年-]?)?(?:第?([一二三四1-4])季度|q([1-4]))[底末]?$/,
    ([, own, word, digit], year) => {
      const quarter = quarters[word ?? digit ?? ''] ?? 1
      return months(own ? Number(own) : year, 'quarter', quarter * 3 - 2, quarter * 3)
    },
  ],
  [/^(?:(\d{4})年?)?上半年$/, ([, own], year) => months(own ? Number(own) : year, 'half', 1, 6)],
  [/^(?:(\d{4})年?)?下半年$/, ([, own], year) => months(own ? Number(own) : year, 'half', 7, 12)],
  [/^(\d{4})年?[底末]?$/, ([, own]) => months(Number(own), 'year', 1, 12)],
]

function partsOf(text: string, year: number): Parts | null {
  for (const [pattern, read] of readers) {
    const match = pattern.exec(text)
    if (match) return read(match, year)
  }
  return null
}

/**
 * Reads a date as people type it: `2026-3-5`, `3月5日`, `2026年3月`, `2026年底`, `二季度`, `上半年`. A month stays a month:
 * `end` tells whether its first or its last day stands for it. `today` gives the year that was not typed.
 */
export function dateOfText(typed: string, end: 'start' | 'finish', today: string): Typed<PartialDate> {
  const text = plainText(typed).toLowerCase().replace(/ /g, '')
  if (text === '') return typedEmpty
  const parts = partsOf(text, Number(today.slice(0, 4)))
  const accepted = ['2026-03-05', '3月5日', '2026年3月', '2026年底']
  if (!parts)
    return fault(
      `读不懂“${text}”。可以写 2026-03-05、2026年3月`,
      `“${text}” is not a date. Write 2026-03-05 or 2026-03`,
      accepted,
    )
  const { precision, year, first, last, day } = parts
  const month = end === 'start' ? first : last
  if (year < 1950 || year > 2100)
    return fault(`年份 ${year} 不在 1950—2100 之间`, `The year ${year} is not within 1950 to 2100`)
  if (first < 1 || last > 12) return fault(`没有 ${first} 月`, `There is no month ${first}`)
  const length = lastDayOf(year, month)
  if (day !== undefined && (day < 1 || day > length)) {
    return fault(`${year}年${month}月没有 ${day} 日`, `${year}-${month} has no day ${day}`)
  }
  const date = dayText(year, month, day ?? (end === 'start' ? 1 : length))
  return typedValue(precision === 'day' ? { date, precision } : { date, precision, raw: plainText(typed) })
}

/** A text that reads back as the same period: what an editor shows to be typed on. */
export function textOfDate({ date, precision }: PartialDate): string {
  const [year = '', month = ''] = date.split('-')
  const texts: Record<DatePrecision, string> = {
    day: date,
    month: `${year}-${month}`,
    quarter: `${year}年第${'一二三四'[Math.ceil(Number(month) / 3) - 1]}季度`,
    half: `${year}年${Number(month) <= 6 ? '上' : '下'}半年`,
    year: `${year}年`,
  }
  return texts[precision]
}
