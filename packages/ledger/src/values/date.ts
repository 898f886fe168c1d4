import type { PartialDate } from '@guatu/kernel'
import type { Cell, DateCell } from '../grid/grid.ts'
import { cellText, numberText } from '../grid/grid.ts'
import { halfWidth, isPlaceholder } from '../text/normalise.ts'
import { dayPeriod, isYear, monthPeriod, type Period, serialPeriod, yearPeriod } from './calendar.ts'
import { type DateContext, dateFormAt, digitsForDates } from './date-forms.ts'
import { empty, faulty, type Reading, undecided, unmarked, value, words } from './reading.ts'

const acceptedDates = ['2026-03-31', '2026年3月', '2026.3', '2026年底', '2026年三季度', '2024-2026'] as const

/** The periods that a cell names: one, or the two ends of a span such as `2024年3月-2026年12月`. */
export interface Span {
  readonly from: Period
  /** The same as `from` when the cell names one period. */
  readonly to: Period
  readonly spanning: boolean
  readonly raw: string
}

/** The day that stands for a period: its first for a start, its last for a finish. */
export const dateOf = (span: Span, end: 'start' | 'finish'): PartialDate => {
  const period = end === 'start' ? span.from : span.to
  return { date: end === 'start' ? period.first : period.last, precision: period.precision, raw: span.raw }
}

/** Reads one cell as a date or a span of dates. */
export function readDate(cell: Cell, context: DateContext): Reading<Span> {
  if (typeof cell === 'object' && cell !== null && cell.kind === 'date') return readDateCell(cell)
  const raw = cellText(cell)
  if (isPlaceholder(raw)) return empty
  if (typeof cell === 'number') return readNumber(cell)
  return unmarked(raw, (text) => readWritten(plainDateText(text), raw, context))
}

function readWritten(text: string, raw: string, context: DateContext): Reading<Span> {
  if (undecided.test(text) || /每(年|季|月)/.test(text)) return words(`“${raw}”不是日期，按文字保留`)
  if (/^\d{5}(\.\d+)?$/.test(text)) return readNumber(Number(text), raw)
  if (/^\d+$/.test(text) && !/^(\d{4}|\d{6}|\d{8})$/.test(text)) return readNumber(Number(text), raw)
  return readText(text, raw, context)
}

/**
 * Half-width, lower case, without spaces or time of day; 2024.3-12 written out as the span that it is, and with a point
 * where 2026·3 or 2026，3 has another sign.
 */
function plainDateText(raw: string): string {
  const spaced = halfWidth(raw)
    .trim()
    .toLowerCase()
    .replace(/[ t]\d{1,2}:\d{2}(:\d{2})?(\.\d+)?z?$/, '')
  // A line break parts two dates, 2026.3 and 2027.9.
  return digitsForDates(spaced.replace(/(\d)\s*[\r\n]+\s*(?=\d)/g, '$1;').replace(/\s+/g, ''))
    .replace(/^(\d{4})([./])(\d{1,2})[-~](\d{1,2})$/, '$1$2$3-$1$2$4')
    .replace(/^(\d{4})[·•・,。、](\d{1,2})(?:[·•・,。、](\d{1,2}))?(?=[月日]?$)/, (_, year, month, day) =>
      [year, month, day].filter((part) => part !== undefined).join('.'),
    )
}

function readDateCell(cell: DateCell): Reading<Span> {
  const [year, month, day] = cell.date.split('-').map(Number) as [number, number, number]
  const period =
    cell.precision === 'year'
      ? yearPeriod(year)
      : cell.precision === 'month'
        ? monthPeriod(year, month)
        : dayPeriod(year, month, day)
  return period ? single(period, cellText(cell)) : faulty(`日期超出范围：${cell.date}`, acceptedDates)
}

const single = (period: Period, raw: string, notes: readonly string[] = [], rest?: string): Reading<Span> =>
  value({ from: period, to: period, spanning: false, raw }, notes, rest)

/** A bare number is a year, year and month (2020.11, 202403), a whole day (20240331) or a spreadsheet's serial day. */
function readNumber(number: number, written?: string): Reading<Span> {
  const raw = written ?? numberText(number)
  if (Number.isInteger(number) && isYear(number)) return checked(yearPeriod(number), raw)
  if (/^\d{6}$/.test(raw)) return checked(monthPeriod(Number(raw.slice(0, 4)), Number(raw.slice(4))), raw)
  if (/^\d{8}$/.test(raw)) {
    return checked(dayPeriod(Number(raw.slice(0, 4)), Number(raw.slice(4, 6)), Number(raw.slice(6))), raw)
  }
  if (/^(\d{4}|[12]\d)\.\d{1,2}$/.test(raw)) {
    const [year, month] = raw.split('.').map(Number) as [number, number]
    // A number cell drops the zero of 2020.10: one digit 1 may be January or October.
    const notes = written === undefined && raw.endsWith('.1') ? [`${raw} 可能是1月，也可能是10月，按1月读入`] : []
    const period = monthPeriod(year < 100 ? 2000 + year : year, month)
    return period ? single(period, raw, notes) : faulty(`没有这个月份：${raw}`, acceptedDates)
  }
  // 20000 is a day of 1954, 73050 the last of 2099: numbers outside are no days.
  if (number >= 20000 && number <= 73050) return checked(serialPeriod(number), raw)
  return faulty(`“${raw}”不是日期`, acceptedDates)
}

const checked = (period: Period | null, raw: string): Reading<Span> =>
  period ? single(period, raw) : faulty(`没有这一天：${raw}`, acceptedDates)

interface Found {
  readonly period: Period
  readonly start: number
  readonly end: number
  readonly yearGiven: boolean
  readonly note: string | null
}

function readText(text: string, raw: string, context: DateContext): Reading<Span> {
  const found: Found[] = []
  for (let at = 0; at < text.length; ) {
    const previous = found.at(-1)
    const reading =
      /[\d.]/.test(text[at - 1] ?? '') && previous?.end !== at
        ? null
        : dateFormAt(text.slice(at), nearest(context, previous))
    if (!reading) {
      at++
      continue
    }
    if (!reading.period) return faulty(`日期不存在：${raw}`, acceptedDates)
    const { period, length, yearGiven, note } = reading
    found.push({ period, start: at, end: at + length, yearGiven, note })
    at += reading.length
  }
  const first = found[0]
  if (!first)
    return /\d{3}/.test(text) && !/[\p{Script=Han}]/u.test(text)
      ? faulty(`“${raw}”不是日期`, acceptedDates)
      : words(`“${raw}”不是日期，按文字保留`)
  return spanOf(text, raw, found, first)
}

/** In 2024年3月至12月 the second month is of the first one's year. */
const nearest = (context: DateContext, previous: Found | undefined): DateContext =>
  previous ? { year: Number(previous.period.first.slice(0, 4)) } : context

const spanSign = /^(-+|~|至|到|——?|→|起至|起到|开工[,,、;；]?|起[-~]?)$/

function spanOf(text: string, raw: string, found: readonly Found[], first: Found): Reading<Span> {
  const notes = found.flatMap(({ note }) => (note ? [note] : []))
  if (!first.yearGiven) notes.push(`没有写年份，按${first.period.first.slice(0, 4)}年读入：${raw}`)
  const last = found.at(-1)!
  const outside = (text.slice(0, first.start) + text.slice(last.end)).replace(
    /[()[\]"'。.,、;:~\-起止前左右约预计]/g,
    '',
  )
  const rest = outside || found.length > 2 ? raw : undefined
  if (outside) notes.push(`日期旁另有文字，已保留：${raw}`)
  if (found.length === 1) return single(first.period, raw, notes, rest)
  const between = text.slice(first.end, found[1]!.start)
  if (found.length === 2 && spanSign.test(between)) {
    if (first.period.first > last.period.last) return faulty(`结束早于开始：${raw}`, acceptedDates)
    return value({ from: first.period, to: last.period, spanning: true, raw }, notes, rest)
  }
  const sorted = found.map(({ period }) => period).sort((a, b) => (a.first < b.first ? -1 : 1))
  notes.push(`单元格里有几个日期，开始取最早、结束取最晚，原文已保留：${raw}`)
  return value({ from: sorted[0]!, to: sorted.at(-1)!, spanning: false, raw }, notes, raw)
}
