import { fromDay, legalDeadline, type Suspension, toDay } from '@guatu/schedule'
import type { Limit } from '../loop.ts'
import type { Run } from './history.ts'
import { endOfDay, isoDayOf, type Minute, type WorkTime } from './work-time.ts'

/** What a clock is measured by: a limit, the item's own date, or nothing. */
export type Measure =
  | { readonly kind: 'limit'; readonly limit: Limit }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'none' }

/** When the limit is, or was, reached if nothing stops the clock from `run.until` on; null without a limit. */
export function dueOf(measure: Measure, run: Run, time: WorkTime): Minute | null {
  if (measure.kind === 'none') return null
  if (measure.kind === 'date') return dueOnDate(measure.date, run, time)
  const { amount, unit } = measure.limit
  return unit === 'workHours' ? dueInHours(amount * 60, run, time) : dueInDays(measure.limit, run, time)
}

/** A date moves on by the workdays that closed while the clock was stopped before it, unless another was set since. */
function dueOnDate(date: string, { pauses }: Run, time: WorkTime): Minute {
  let due = date
  for (const pause of pauses) {
    if (pause.untilDay !== date || pause.from > endOfDay(time, due)) continue
    const [stopped] = suspensionOf(pause, time)
    const { calendar } = time
    const days = stopped ? calendar.workdaysBetween(fromDay(toDay(stopped.from) - 1), stopped.to) : 0
    if (days > 0) due = calendar.addWorkdays(due, days)
  }
  return endOfDay(time, due)
}

function dueInHours(limitMinutes: number, { stretches, until }: Run, time: WorkTime): Minute {
  let left = limitMinutes
  for (const { from, to } of stretches) {
    const worked = time.between(from, to)
    if (worked >= left) return time.add(from, left)
    left -= worked
  }
  return time.add(until, left)
}

/**
 * Days are counted as they close: the day of the beginning is not (民法典 art. 201), nor is one at whose close the clock
 * stood still. The last ends with the offices' work (民法典 art. 203 para. 2).
 */
function dueInDays({ amount, unit }: Limit, run: Run, time: WorkTime): Minute {
  const { calendar } = time
  const suspensions = gapsOf(run).flatMap((gap) => suspensionOf(gap, time))
  const from = isoDayOf(time, run.began)
  const last = legalDeadline({
    from,
    days: amount,
    unit: unit === 'workdays' ? 'workday' : 'calendar',
    suspensions,
    calendar,
  })
  return time.closeOf(toDay(last))
}

/** What lies between the stretches of a run. */
function gapsOf({ stretches, began, until }: Run): { from: Minute; to: Minute }[] {
  const ends = [began, ...stretches.map(({ to }) => to)]
  const starts = [...stretches.map(({ from }) => from), until]
  return ends.map((from, index) => ({ from, to: starts[index] as Minute })).filter(({ from, to }) => to > from)
}

/** The days whose close lies in a gap, if any. */
function suspensionOf({ from, to }: { from: Minute; to: Minute }, time: WorkTime): Suspension[] {
  const first = time.closeOf(time.dayOf(from)) >= from ? time.dayOf(from) : time.dayOf(from) + 1
  const last = time.closeOf(time.dayOf(to)) < to ? time.dayOf(to) : time.dayOf(to) - 1
  return last < first ? [] : [{ from: fromDay(first), to: fromDay(last) }]
}
