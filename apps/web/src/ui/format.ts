import type { Language, PartialDate } from '@guatu/kernel'

interface DayFormat {
  readonly language: Language
  /** ISO day; its year is left out of dates of the same year. */
  readonly today?: string
  readonly year?: 'always' | 'other'
}

const monthsEn = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const partsOf = (iso: string) => {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number)
  return { year, month, day }
}

/** 3月5日, with its year when that is not this one. `iso` is a calendar day: no time zone comes in. */
export function dayText(iso: string, { language, today, year = 'other' }: DayFormat): string {
  const { year: y, month, day } = partsOf(iso)
  const bare = year === 'other' && today?.slice(0, 4) === iso.slice(0, 4)
  if (language === 'en') return `${day} ${monthsEn[month - 1]}${bare ? '' : ` ${y}`}`
  return `${bare ? '' : `${y}年`}${month}月${day}日`
}

/** A date as exactly as it is known: a month is shown as a month. */
export function partialDateText(date: Pick<PartialDate, 'date' | 'precision'>, format: DayFormat): string {
  const { year, month } = partsOf(date.date)
  const zh = format.language === 'zh'
  const half = month <= 6 ? 1 : 2
  const quarter = Math.ceil(month / 3)
  switch (date.precision) {
    case 'day':
      return dayText(date.date, format)
    case 'month':
      return zh ? `${year}年${month}月` : `${monthsEn[month - 1]} ${year}`
    case 'quarter':
      return zh ? `${year}年${quarter}季度` : `Q${quarter} ${year}`
    case 'half':
      return zh ? `${year}年${half === 1 ? '上' : '下'}半年` : `H${half} ${year}`
    case 'year':
      return zh ? `${year}年` : String(year)
  }
}

/** Hour and minute of an instant in the district's zone. */
export const clockText = (instant: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' }).format(
    new Date(instant),
  )

/** The district's calendar day of an instant. */
export const dayOfInstant = (instant: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date(instant))

/** Day and time of an instant in the district's zone, with its year: `2026年11月21日 16:05`. */
export const instantText = (instant: string, language: Language): string =>
  `${dayText(dayOfInstant(instant), { language, year: 'always' })} ${clockText(instant)}`

/** At most one decimal, without a trailing zero: `91.4`, `100`. */
export const decimalText = (value: number): string =>
  // Adding nothing turns a rounded -0 into 0.
  (Math.round(value * 10) / 10 + 0).toLocaleString('en-US', { maximumFractionDigits: 1 })

export const percentText = (value: number): string => `${decimalText(value)}%`

/** Percentage points with their sign: `-3.2`, `+2.6`, `0`. */
export const pointsText = (value: number): string => `${Math.round(value * 10) > 0 ? '+' : ''}${decimalText(value)}`

export const countText = (value: number): string => value.toLocaleString('en-US')
