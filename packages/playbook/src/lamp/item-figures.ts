import { centsOf, type Item, type Money, type PartialDate } from '@guatu/kernel'
import { toDay } from '@guatu/schedule'
import type { ItemFigures } from '../figures.ts'
import type { FieldRole, Playbook } from '../playbook.ts'
import { elapsedPercent, hundredths } from './elapsed-percent.ts'

/** What figures, gates and lamps look at of an item. */
export type FiguredItem = Pick<Item, 'stage' | 'fields'>

/** What the rules and boards know of an item as of a day. */
export function itemFigures(playbook: Playbook, item: FiguredItem, today: string): ItemFigures {
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
  return { hasPlan, reported, donePercent, elapsedPercent: elapsed, behindPoints }
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
