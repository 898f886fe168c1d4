import type { Language, PartialDate } from '@guatu/kernel'

const monthsEn = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

interface DateParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** A date as exactly as it is known: 2026年3月5日, 2026年3月, 2026年二季度. A day of the year `today` lies in loses its year. */
export function dateText({ date, precision }: PartialDate, language: Language, today?: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const parts = { year, month, day }
  if (precision === 'day' && today?.slice(0, 4) === date.slice(0, 4)) {
    return language === 'zh' ? `${month}月${day}日` : `${day} ${monthsEn[month - 1]}`
  }
  return language === 'zh' ? chinese(parts, precision) : english(parts, precision)
}

function chinese({ year, month, day }: DateParts, precision: PartialDate['precision']): string {
  return {
    day: `${year}年${month}月${day}日`,
    month: `${year}年${month}月`,
    quarter: `${year}年${'一二三四'[Math.ceil(month / 3) - 1]}季度`,
    half: `${year}年${month <= 6 ? '上' : '下'}半年`,
    year: `${year}年`,
  }[precision]
}

function english({ year, month, day }: DateParts, precision: PartialDate['precision']): string {
  return {
    day: `${day} ${monthsEn[month - 1]} ${year}`,
    month: `${monthsEn[month - 1]} ${year}`,
    quarter: `Q${Math.ceil(month / 3)} ${year}`,
    half: `H${month <= 6 ? 1 : 2} ${year}`,
    year: String(year),
  }[precision]
}
