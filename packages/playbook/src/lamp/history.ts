import { type LampLevel, lampLevels } from '@guatu/kernel'
import type { Playbook } from '../playbook.ts'
import { type IsoMonth, monthBefore, monthOf } from './months.ts'

/** What rules of the month look back at. All of it is given: the rules read no clock and no store. */
export interface MonthHistory {
  /** Day since which the item is on the list: nobody has to report for months before. */
  readonly since: string | null
  /** Current figures of months and years, reported ones included. */
  readonly figures: readonly { readonly metric: string; readonly period: string; readonly value: string }[]
  /** Reports of months where they are kept as such; absent: the months' figures are the reports. */
  readonly reports?: readonly { readonly month: IsoMonth; readonly sameAsPrevious: boolean }[]
  /** Levels that rules had lit at the ends of months. */
  readonly monthEnds: readonly MonthEnd[]
}

export interface MonthEnd {
  readonly month: IsoMonth
  readonly rule: string
  readonly level: LampLevel
}

export const noHistory: MonthHistory = { since: null, figures: [], monthEnds: [] }

/** No rule counts further back. */
const mostMonths = 60

function monthsRunning(today: string, holds: (month: IsoMonth) => boolean): number {
  let months = 0
  while (months < mostMonths && holds(monthBefore(monthOf(today), months + 1))) months += 1
  return months
}

const atLeastYellow = (level: LampLevel): boolean => lampLevels.indexOf(level) <= lampLevels.indexOf('yellow')

/** Months running, up to the last that has ended, that ended with this rule lit yellow or graver. */
export function yellowMonthsRunning({ monthEnds }: MonthHistory, rule: string, today: string): number {
  const lit = new Set(
    monthEnds.filter((end) => end.rule === rule && atLeastYellow(end.level)).map(({ month }) => month),
  )
  return monthsRunning(today, (month) => lit.has(month))
}

/** Figures of one month by metric. */
function figuresOfMonth({ figures }: MonthHistory, metrics: ReadonlySet<string>, month: IsoMonth): Map<string, string> {
  const found = figures.filter(({ metric, period }) => period === month && metrics.has(metric))
  return new Map(found.map(({ metric, value }) => [metric, value]))
}

/** What the rules of the month see of reporting. */
export function reportFigures(playbook: Playbook, history: MonthHistory, today: string) {
  const monthly = Object.entries(playbook.metrics).filter(([, { period }]) => period === 'month')
  const metrics = new Set(monthly.map(([key]) => key))
  const reports = new Map((history.reports ?? []).map((report) => [report.month, report]))
  const isReported = (month: IsoMonth) => reports.has(month) || figuresOfMonth(history, metrics, month).size > 0
  const isOwed = (month: IsoMonth) => history.since !== null && `${month}-01` >= history.since
  const month = monthOf(today)
  const latest = [month, monthBefore(month)].find(isReported)
  return {
    dayOfMonth: Number(today.slice(8, 10)),
    reportedThisMonth: isReported(month),
    monthsWithoutReport: metrics.size === 0 ? 0 : monthsRunning(today, (past) => isOwed(past) && !isReported(past)),
    sameAsLastMonth:
      latest !== undefined && (reports.get(latest)?.sameAsPrevious ?? isCopied(history, metrics, latest)),
  }
}

/** Every figure of the month stands as it stood in the month before. */
function isCopied(history: MonthHistory, metrics: ReadonlySet<string>, month: IsoMonth): boolean {
  const own = figuresOfMonth(history, metrics, month)
  const before = figuresOfMonth(history, metrics, monthBefore(month))
  return own.size > 0 && [...own].every(([metric, value]) => before.get(metric) === value)
}
