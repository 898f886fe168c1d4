import { expect, test } from 'vitest'
import { gridOf } from '../testing/grid.ts'
import { reportPeriod } from './period.ts'

const header = '项目名称|总投资'
const periodOf = (lines: readonly string[], labels = header): string => {
  const block = { first: lines.length, last: lines.length }
  const { year, month } = reportPeriod(gridOf([...lines, labels, '甲|5']), block, '2026-11-21')
  return month === null ? String(year) : `${year}-${month}`
}

test.each([
  ['“十四五”（2021-2025年）重大项目2027年滚动计划', '2027'],
  ['2021—2025年规划，2026年3月进度', '2026-3'],
  ['2026年重点项目（填报日期：2026年3月31日）', '2026-3'],
  ['2026年重点项目 打印日期：2026年11月3日', '2026'],
])('%s reports on %s', (line, period) => expect(periodOf([line])).toBe(period))

test.each(['打印日期', '填报时间', '制表日期', '导出时间'])(
  'the day after %s does not beat the title’s month',
  (word) => {
    expect(periodOf(['2026年10月重点项目进度表', `单位：万元|${word}：2026年11月3日`])).toBe('2026-10')
    expect(periodOf([`${word}：2026年11月3日`, '2026年10月重点项目进度表'])).toBe('2026-10')
  },
)

test('a span in the title leaves the year to the header', () =>
  expect(periodOf(['“十四五”（2021-2025年）重大项目表'], '项目名称|2025年计划投资')).toBe('2025'))
