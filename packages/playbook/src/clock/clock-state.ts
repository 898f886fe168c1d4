import type { PartialDate } from '@guatu/kernel'
import { isEmpty } from '../document/field-value.ts'
import { expressionCompiler, soundTest } from '../expression.ts'
import type { Clock, Limit } from '../loop.ts'
import { oncePer } from '../once.ts'
import type { Playbook } from '../playbook.ts'
import { gateValues, limitScope } from '../scopes.ts'
import { dueOf, type Measure } from './due.ts'
import { type LoopHistory, type Run, runOf } from './history.ts'
import { instantOf, type Minute, minuteOf, type WorkTime } from './work-time.ts'

/** How a clock stands at an instant. Times are minutes of working time; instants ISO in UTC. */
export interface ClockState {
  readonly key: string
  readonly state: Run['state']
  readonly spentMinutes: number
  /** What is spent and what is left; null without a limit. A limit in days has what of them is working time. */
  readonly limitMinutes: number | null
  /** Negative by what it ran on after it was due. */
  readonly leftMinutes: number | null
  /** Null without a limit, and while it is paused: nobody knows yet. */
  readonly dueAt: string | null
  readonly overdue: boolean
  readonly warns: boolean
  readonly overdueWorkdays: number
  /** By unit id, in the order in which they had it; '' where nobody, or a person, was charged. */
  readonly spentByUnit: Readonly<Record<string, number>>
  /** The unit whose time it is, or was last. */
  readonly chargedOrgId: string | null
  /** The limit in force, where one is. */
  readonly limit: Limit | null
}

export interface ClockInput {
  readonly playbook: Playbook
  readonly clock: Clock
  readonly history: LoopHistory
  /** The item's document, which limits depend on. */
  readonly fields: Readonly<Record<string, unknown>>
  readonly time: WorkTime
  readonly now: Minute
}

/** The date that a clock goes by, where it goes by one. */
export function dateOf(playbook: Playbook, clock: Clock, fields: Readonly<Record<string, unknown>>): string | null {
  const measure = measureOf(playbook, clock, fields)
  return measure.kind === 'date' ? measure.date : null
}

/** What limits see of a document: seen once, however many clocks and instants are looked at. */
const seenBy = oncePer((playbook: Playbook) =>
  oncePer((fields: Readonly<Record<string, unknown>>) => gateValues(playbook, fields)),
)

/** What a clock is measured by, given the item's document. */
function measureOf(playbook: Playbook, { limit }: Clock, fields: Readonly<Record<string, unknown>>): Measure {
  if ('field' in limit) {
    const date = fields[limit.field] as PartialDate | null | undefined
    return isEmpty(date) ? { kind: 'none' } : { kind: 'date', date: (date as PartialDate).date }
  }
  const holds = limit.find(
    ({ when }) => when === undefined || limitTests(playbook).get(when)!(seenBy(playbook)(fields)),
  )
  return holds ? { kind: 'limit', limit: holds } : { kind: 'none' }
}

const limitTests = oncePer((playbook: Playbook) => {
  const compile = expressionCompiler(limitScope(playbook))
  const limits = (playbook.clocks ?? []).flatMap(({ limit }) => ('field' in limit ? [] : limit))
  return new Map(limits.flatMap(({ when }) => (when === undefined ? [] : [[when, soundTest(compile(when))] as const])))
})

/** Working minutes that ran after an instant. */
const ranAfter = ({ stretches }: Run, since: Minute, time: WorkTime): number =>
  stretches.reduce((sum, { from, to }) => sum + (to > since ? time.between(Math.max(from, since), to) : 0), 0)

/** Workdays after the due day on whose first minute the clock ran. */
function workdaysBegun({ stretches, until }: Run, due: Minute, { calendar, dayOf, startOf }: WorkTime): number {
  const { table } = calendar
  const firstBegin = (minute: Minute) => (startOf(dayOf(minute)) < minute ? dayOf(minute) + 1 : dayOf(minute))
  let workdays = 0
  for (const { from, to } of stretches) {
    const first = Math.max(firstBegin(from), dayOf(due) + 1)
    const end = to === until ? dayOf(to) + 1 : firstBegin(to)
    if (end > first) workdays += table.countBefore(end) - table.countBefore(first)
  }
  return workdays
}

function split({ stretches }: Run, time: WorkTime): Record<string, number> {
  const minutes: Record<string, number> = {}
  for (const { from, to, unit } of stretches) {
    minutes[unit ?? ''] = (minutes[unit ?? ''] ?? 0) + time.between(from, to)
  }
  return minutes
}

/** How a clock stands: a pure function of the item's way, its document and the instant. */
export function clockState({ playbook, clock, history, fields, time, now }: ClockInput): ClockState {
  const run = runOf(clock, history, now)
  const measure = measureOf(playbook, clock, fields)
  const spentByUnit = split(run, time)
  const spentMinutes = Object.values(spentByUnit).reduce((sum, minutes) => sum + minutes, 0)
  const due = run.state === 'idle' ? null : dueOf(measure, run, time)
  const overdue = due !== null && run.until > due
  const leftMinutes = due === null ? null : overdue ? -ranAfter(run, due, time) : time.between(run.until, due)
  const limitMinutes = leftMinutes === null ? null : spentMinutes + leftMinutes
  const { warnPercent } = clock
  return {
    key: clock.key,
    state: run.state,
    spentMinutes,
    limitMinutes,
    leftMinutes,
    dueAt: due === null || run.state === 'paused' ? null : instantOf(due),
    overdue,
    warns:
      warnPercent !== undefined &&
      (run.state === 'running' || run.state === 'paused') &&
      !overdue &&
      leftMinutes !== null &&
      leftMinutes * 100 <= (limitMinutes as number) * warnPercent,
    overdueWorkdays: overdue ? workdaysBegun(run, due, time) : 0,
    spentByUnit,
    chargedOrgId: run.unit,
    limit: measure.kind === 'limit' ? measure.limit : null,
  }
}

export interface ItemClocks extends Omit<ClockInput, 'clock' | 'now'> {
  readonly now: string
}

/** All clocks of an item at an instant, in the order of the playbook. */
export const clockStates = ({ now, ...input }: ItemClocks): readonly ClockState[] =>
  (input.playbook.clocks ?? []).map((clock) => clockState({ ...input, clock, now: minuteOf(now) }))
