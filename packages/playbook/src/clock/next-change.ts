import { clockReasons } from '../lamp/clock-lamps.ts'
import { type ClockInput, type ClockState, clockState } from './clock-state.ts'
import { instantOf, type Minute, minuteOf } from './work-time.ts'

export interface NextChangeInput extends ClockInput {
  readonly thresholds: Readonly<Record<string, number>>
}

/**
 * The next instant at which time alone changes how a clock stands: it warns, is due, reaches a rung of the ladder, or
 * lights another lamp. Lamps are looked at for today only, since every day lights all open items anew; of two changes
 * of one lamp between two such marks the later is found. Null: it runs towards nothing.
 */
export function nextChangeAt(input: NextChangeInput): string | null {
  const { now, time } = input
  const state = clockState(input)
  if (state.state !== 'running') return null
  const marks = marksOf(state, input).filter((minute) => minute > now)
  const verdict = (minute: Minute) => spoken(input, clockState({ ...input, now: minute }))
  const endOfToday = time.startOf(time.dayOf(now) + 1) - 1
  const today = [...marks.filter((minute) => minute < endOfToday), endOfToday].sort((a, b) => a - b)
  const lit = firstChange(now, today, verdict)
  const next = Math.min(...marks, ...(lit === null ? [] : [lit]))
  return Number.isFinite(next) ? instantOf(next) : null
}

/** The minutes at which a running clock warns, has gone past its limit, or begins another workday past it. */
function marksOf(state: ClockState, { playbook, clock, time, now }: NextChangeInput): Minute[] {
  const { leftMinutes, limitMinutes, dueAt, overdue } = state
  if (leftMinutes === null || limitMinutes === null || dueAt === null) return []
  const climbs = (playbook.ladder ?? []).some(
    ({ after }) => after.clock === clock.key && after.overdueWorkdays > state.overdueWorkdays,
  )
  if (overdue) {
    const { table } = time.calendar
    return climbs ? [time.startOf(table.dayAt(table.countBefore(time.dayOf(now) + 1)))] : []
  }
  const { warnPercent } = clock
  const due = minuteOf(dueAt) + 1
  if (state.warns || warnPercent === undefined) return [due]
  return [time.add(now, leftMinutes - Math.floor((limitMinutes * warnPercent) / 100)), due]
}

/** What the clock lights, as text to compare. */
const spoken = ({ playbook, thresholds }: NextChangeInput, state: ClockState): string =>
  clockReasons(playbook, [state], thresholds)
    .map(({ rule, level }) => `${rule} ${level}`)
    .join()

/** The first minute at which the verdict is another one than at the beginning, looked for between the marks. */
function firstChange(from: Minute, marks: readonly Minute[], verdict: (minute: Minute) => string): Minute | null {
  const first = verdict(from)
  let before = from
  for (const mark of marks) {
    if (verdict(mark) === first) {
      before = mark
      continue
    }
    let [same, other] = [before, mark]
    while (other - same > 1) {
      const middle = Math.floor((same + other) / 2)
      if (verdict(middle) === first) same = middle
      else other = middle
    }
    return other
  }
  return null
}
