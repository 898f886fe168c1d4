import { type Cell, cellText, type Grid } from '../grid/grid.ts'
import { halfWidth } from '../text/normalise.ts'

/** The year and month that a ledger reports on, as far as its title, its unit line or its name tell. */
export interface ReportPeriod {
  readonly year: number
  readonly month: number | null
  /** False when only today's date stands behind the year. */
  readonly told: boolean
}

const plain = (text: string): string => halfWidth(text).replace(/\s+/g, '')

interface Hint {
  readonly year: number | null
  readonly month: number | null
}

/** 填报月份：2026年3月, 2026年1-3月, 截至3月底, 2026.03, 2026年重点项目. The later of two months counts: 1-3月 ends in March. */
function hintOf(text: string): Hint {
  const withMonth =
    /(20\d{2})年(?:\d{1,2}月?[-~至到])?(\d{1,2})月/.exec(text) ??
    /(20\d{2})[-./](\d{1,2})(?!\d)/.exec(text) ??
    /(20\d{2})(0[1-9]|1[0-2])(?!\d)/.exec(text)
  if (withMonth) return { year: Number(withMonth[1]), month: inYear(Number(withMonth[2])) }
  const years = [...text.matchAll(/(?<!\d)(20\d{2})(?=年|度|\D|$)/g)].map((match) => Number(match[1]))
  const month = /(?:\d{1,2}月?[-~至到])?(\d{1,2})月/.exec(text)?.[1]
  return { year: years.length > 0 ? years[0]! : null, month: month ? inYear(Number(month)) : null }
}

const inYear = (month: number): number | null => (month >= 1 && month <= 12 ? month : null)

const reporting = /填报|报告|报送|统计|截至|截止|制表|月份|日期|时间/

/**
 * Reads the lines above the header, the sheet's and the file's name; the header's own years help when those are silent.
 * `lastHeaderRow` is absent while the header has not been found.
 */
export function reportPeriod(
  grid: Grid,
  headerRow: number,
  today: string,
  fileName = '',
  lastHeaderRow = headerRow - 1,
): ReportPeriod {
  const lines: string[] = []
  for (let row = 0; row < headerRow; row++) {
    const cells: readonly Cell[] = grid.rows[row] ?? []
    lines.push(...cells.map((cell) => plain(cellText(cell))).filter((text) => text !== ''))
  }
  const sorted = [
    ...lines.filter((line) => reporting.test(line)),
    ...lines,
    plain(grid.sheet),
    plain(fileName.replace(/\.[a-z]+$/i, '')),
  ]
  const hints = sorted.map(hintOf)
  const year = hints.find((hint) => hint.year !== null)?.year ?? null
  const month = hints.find((hint) => hint.month !== null && (hint.year === null || hint.year === year))?.month ?? null
  const told = year ?? yearOfHeader(grid, headerRow, lastHeaderRow)
  return { year: told ?? Number(today.slice(0, 4)), month, told: told !== null }
}

/** The year that a header plans for: 2026年计划投资 beside 2025年完成投资 speaks of 2026. */
function yearOfHeader(grid: Grid, headerRow: number, lastHeaderRow: number): number | null {
  const years: number[] = []
  for (let row = headerRow; row <= lastHeaderRow; row++) {
    for (const cell of grid.rows[row] ?? []) {
      const text = plain(cellText(cell))
      const year = text.length < 24 ? /(?<!\d)(20\d{2})年.*(计划|目标|任务|完成)|^(20\d{2})年?$/.exec(text) : null
      if (year) years.push(Number(year[1] ?? year[3]))
    }
  }
  return years.length > 0 ? Math.max(...years) : null
}
