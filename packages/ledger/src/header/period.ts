import { type Cell, cellText, type Grid } from '../grid/grid.ts'
import { halfWidth } from '../text/normalise.ts'

/** The year and month that a ledger reports on, as far as its title, its unit line or its name tell. */
export interface ReportPeriod {
  readonly year: number
  readonly month: number | null
  /** False when only today's date stands behind the year. */
  readonly told: boolean
}

/** For finding the header, before it is known which year it speaks of: every year will do. */
export const anyYear: ReportPeriod = { year: 0, month: null, told: false }

/** Half-width without spaces; the year of a document's number, 浙发改〔2025〕12号, is not the report's. */
const plain = (text: string): string =>
  halfWidth(text)
    .replace(/\s+/g, '')
    .replace(/[〔[(]20\d{2}[〕\])](第)?\d+号/g, '')

interface Hint {
  readonly year: number | null
  readonly month: number | null
}

const span = /20\d{2}年?[-~至到]20\d{2}年?/g

/** 填报月份：2026年3月, 2026年1-3月, 截至3月底, 2026.03, 2026年重点项目. The later of two months counts: 1-3月 ends in March. */
function hintOf(line: string): Hint {
  // “十四五”（2021-2025年）…2026年计划: the single year is the report's.
  const single = line.replace(span, '、')
  const text = /20\d{2}/.test(single) ? single : line
  const withMonth =
    /(20\d{2})年(?:\d{1,2}月?[-~至到])?(\d{1,2})月/.exec(text) ??
    /(20\d{2})[-./](\d{1,2})(?!\d)/.exec(text) ??
    /(20\d{2})(0[1-9]|1[0-2])(?!\d)/.exec(text)
  if (withMonth) return { year: Number(withMonth[1]), month: inYear(Number(withMonth[2])) }
  const years = new Set([...text.matchAll(/(?<!\d)(20\d{2})(?!\d)/g)].map((match) => Number(match[1])))
  const month = /(?:\d{1,2}月?[-~至到])?(\d{1,2})月/.exec(text)?.[1]
  // 2024-2026年行动计划 names no one year.
  return { year: years.size === 1 ? [...years][0]! : null, month: month ? inYear(Number(month)) : null }
}

const inYear = (month: number): number | null => (month >= 1 && month <= 12 ? month : null)

const reporting = /月份|截至|截止|统计(期|时间|月|日期)|报告(期|时间|月|日期)|数据(期|时间|日期)/
/** When somebody filled in or printed the sheet, with the day that follows: it tells the month only where nothing else does. */
const handling = /(打印|填报|填表|制表|报送|上报|编制|导出|更新|生成)(日期|时间)[:]?[\d年月日./:-]*|^(日期|时间)[:].*$/g

/** The day that a sheet was printed or exported says nothing of the report. */
const worthless = /^(打印|导出|生成)/

/** Reads the lines above the header, the sheet's and the file's name; the header's own years help when those are silent. */
export function reportPeriod(
  grid: Grid,
  { first: headerRow, last: lastHeaderRow }: { readonly first: number; readonly last: number },
  today: string,
  fileName = '',
): ReportPeriod {
  const written: string[] = []
  for (let row = 0; row < headerRow; row++) {
    const cells: readonly Cell[] = grid.rows[row] ?? []
    written.push(...cells.map((cell) => plain(cellText(cell))).filter((text) => text !== ''))
  }
  const handled = written.flatMap((line) => line.match(handling) ?? []).filter((text) => !worthless.test(text))
  const lines = written.map((line) => line.replace(handling, '')).filter((line) => line !== '')
  const sorted = [
    ...lines.filter((line) => reporting.test(line)),
    ...lines,
    plain(grid.sheet),
    plain(fileName.replace(/\.[a-z]+$/i, '')),
    ...handled,
  ]
  const hints = sorted.map(hintOf)
  const year = hints.find((hint) => hint.year !== null)?.year ?? null
  const month = hints.find((hint) => hint.month !== null && (hint.year === null || hint.year === year))?.month ?? null
  const own = headerYears(grid, headerRow, lastHeaderRow)
  // A title that names a year of which the header knows nothing tells when a programme began.
  const told = year !== null && (own.length === 0 || own.includes(year)) ? year : (nearestYear(own, today) ?? year)
  return { year: told ?? Number(today.slice(0, 4)), month, told: told !== null }
}

/** Of the years in a header the last that has begun; else the last. */
function nearestYear(years: readonly number[], today: string): number | null {
  const begun = years.filter((year) => year <= Number(today.slice(0, 4)))
  const among = begun.length > 0 ? begun : years
  return among.length > 0 ? Math.max(...among) : null
}

/** The years that a header speaks of: 2026年计划投资, or 2026年 above its columns. */
function headerYears(grid: Grid, headerRow: number, lastHeaderRow: number): number[] {
  const years: number[] = []
  for (let row = headerRow; row <= lastHeaderRow; row++) {
    for (const cell of grid.rows[row] ?? []) {
      const text = plain(cellText(cell))
      const year =
        text.length < 24
          ? /(?<!\d)(20\d{2})年(?!.*(底|末|前|以前)).*(计划|目标|任务|完成|投资)|^(20\d{2})年?$/.exec(text)
          : null
      if (year) years.push(Number(year[1] ?? year[4]))
    }
  }
  return years
}
