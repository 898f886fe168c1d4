import { centsOf, type Item, type Money, type PartialDate } from '@guatu/kernel'
import { toDay } from '@guatu/schedule'
import type { ItemFigures } from '../figures.ts'
import type { FieldRole, Playbook } from '../playbook.ts'
import { elapsedPercent, hundredths } from './elapsed-percent.ts'
import { type MonthHistory, noHistory, reportFigures } from './history.ts'
import { wholeMonthsPast } from './months.ts'

/** What figures, gates and lamps look at of an item. */
export type FiguredItem = Pick<Item, 'stage' | 'fields'>

/** What is known of an item beside its own fields. */
export interface Surroundings {
  readonly history?: MonthHistory
  /** Counts of items that are linked with it. */
  readonly linked?: Pick<ItemFigures, 'overdueOrders' | 'pledgesAtRisk' | 'pledgesBroken'>
  readonly promise?: Pick<ItemFigures, 'promiseKnown' | 'promiseKept' | 'promisePercent'>
}

const nothingLinked = { overdueOrders: 0, pledgesAtRisk: 0, pledgesBroken: 0 }
const noPromise = { promiseKnown: false, promiseKept: false, promisePercent: 0 }

/** What the rules and boards know of an item as of a day. */
export function itemFigures(
  playbook: Playbook,
  item: FiguredItem,
  today: string,
  { history = noHistory, linked = nothingLinked, promise = noPromise }: Surroundings = {},
): ItemFigures {
  const stageIndex = playbook.stages.findIndex((stage) => stage.key === item.stage)
  const started = hasReached(playbook, stageIndex, 'start')
  const finished = hasReached(playbook, stageIndex, 'finish')
  const start = roleValue(playbook, item.fields, 'start') as PartialDate | null
  const finish = roleValue(playbook, item.fields, 'finish') as PartialDate | null
  return {
    stageIndex,
    started,
    finished,
    ...investmentFigures(playbook, item.fields, today),
    startLateDays: started || !start ? 0 : daysPast(lastDay(start), today),
    overdueDays: finished || !finish ? 0 : daysPast(finish.date, today),
    dated: !finished && Boolean(finish),
    dueInDays: finished || !finish ? 0 : toDay(finish.date) - toDay(today),
    startMissedMonths: started || !start ? 0 : wholeMonthsPast(lastDay(start), today),
    notInStatisticsMonths: notInStatistics(playbook, item, today),
    ...reportFigures(playbook, history, today),
    // Each rule has its own: see `lightLamps`.
    yellowMonthsRunning: 0,
    ...linked,
    ...promise,
  }
}

export function investmentFigures(playbook: Playbook, fields: Readonly<Record<string, unknown>>, today: string) {
  const plan = yuanCents(roleValue(playbook, fields, 'annualPlan'))
  const done = yuanCents(roleValue(playbook, fields, 'annualDone'))
  const hasPlan = plan !== null && plan > 0n
  const reported = done !== null
  // Bigint keeps four decimals of the ratio; only the finished percentage becomes a float.
  const donePercent = hasPlan && reported ? hundredths(Number((done * 1_000_000n) / plan) / 10_000) : 0
  const elapsed = elapsedPercent(today)
  const behindPoints = hasPlan && reported ? hundredths(elapsed - donePercent) : 0
  const schedulePercent = hasPlan && reported && elapsed > 0 ? hundredths((donePercent / elapsed) * 100) : 0
  return { hasPlan, reported, donePercent, elapsedPercent: elapsed, behindPoints, schedulePercent }
}

/** Counted only where somebody said that it is not in the statistics yet: an empty field is no fault. */
function notInStatistics(playbook: Playbook, { fields }: FiguredItem, today: string): number {
  if (roleValue(playbook, fields, 'inStatistics') !== false) return 0
  const start = roleValue(playbook, fields, 'actualStart') as PartialDate | null
  return start ? wholeMonthsPast(lastDay(start), today) : 0
}

export function roleValue(playbook: Playbook, fields: Readonly<Record<string, unknown>>, role: FieldRole): unknown {
  const key = playbook.roles[role]
  return key === undefined ? null : (fields[key] ?? null)
}

/** Cents of an amount in CNY; null for none and for foreign money, which has no dated rate here. */
export function yuanCents(value: unknown): bigint | null {
  const money = value as Money | null
  return money && money.currency === 'CNY' ? centsOf(money.amount) : null
}

export const daysPast = (date: string, today: string): number => Math.max(0, toDay(today) - toDay(date))

function hasReached(playbook: Playbook, stageIndex: number, milestone: 'start' | 'finish'): boolean {
  const mark = playbook.stages.findIndex((stage) => stage.reaches === milestone)
  return mark >= 0 && stageIndex >= mark
}

/** A start known as a month is missed when the month is over: what the ledger left open is not held against anybody. */
function lastDay({ date, precision }: PartialDate): string {
  const [year = 0, month = 1] = date.split('-').map(Number)
  const lastMonth = { day: month, month, quarter: Math.ceil(month / 3) * 3, half: month <= 6 ? 6 : 12, year: 12 }[
    precision
  ]
  if (precision === 'day') return date
  return new Date(Date.UTC(year, lastMonth, 0)).toISOString().slice(0, 10)
}
