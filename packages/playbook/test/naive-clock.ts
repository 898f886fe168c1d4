import type { WorkCalendar } from '@guatu/schedule'
import { fromDay } from '@guatu/schedule'
import type { Clock, Limit, LoopHistory, Stay } from '../src/index.ts'

/** Hours of the tests: few, so that stepping minute by minute is quick. */
export const shortHours = {
  utcOffsetMinutes: 480,
  spans: [
    { from: '09:00', to: '09:20' },
    { from: '10:00', to: '10:10' },
  ],
}

const minute = (instant: string) => Math.floor(Date.parse(instant) / 60_000)

/** The district's own clock at a minute. */
function local(at: number) {
  const day = Math.floor((at + 480) / 1440)
  const clock = (at + 480) % 1440
  const works = (clock >= 540 && clock < 560) || (clock >= 600 && clock < 610)
  return { day, isMidnight: clock === 0, isClose: clock === 610, isInHours: works }
}

export const isWorking = (at: number, calendar: WorkCalendar): boolean => {
  const { day, isInHours } = local(at)
  return isInHours && calendar.isWorkday(fromDay(day))
}

/** The stay whose time a minute is; undefined while nothing runs. */
function staysAt(clock: Clock, { stays, pauses }: LoopHistory, at: number): Stay | undefined {
  const stay = stays.find(
    ({ enteredAt, leftAt }) => minute(enteredAt) <= at && (leftAt === null || at < minute(leftAt)),
  )
  if (!stay || !clock.runsIn.includes(stay.stage)) return undefined
  const paused = pauses.some(
    (pause) =>
      pause.clock === clock.key && minute(pause.fromAt) <= at && (pause.toAt === null || at < minute(pause.toAt)),
  )
  return paused ? undefined : stay
}

/** What a clock that never restarts has come to by a minute, told minute by minute. */
export function naiveClock(clock: Clock, limit: Limit, history: LoopHistory, now: number, calendar: WorkCalendar) {
  const spentByUnit: Record<string, number> = {}
  const [first] = history.stays.filter(({ stage }) => clock.runsIn.includes(stage))
  if (!first) return { spentByUnit, due: null }
  const began = minute(first.enteredAt)
  const startDay = local(began).day
  let days = 0
  let worked = 0
  let due: number | null = null
  const count = (at: number, runs: boolean) => {
    const { day, isClose } = local(at)
    if (due !== null || limit.unit === 'workHours' || !isClose || !runs || day <= startDay) return
    const isWorkday = calendar.isWorkday(fromDay(day))
    if (limit.unit === 'days' || isWorkday) days += 1
    if (days >= limit.amount && isWorkday) due = at
  }
  for (let at = began; at < now; at += 1) {
    const { isClose, isInHours } = local(at)
    if (!isClose && !isInHours) continue
    const stay = staysAt(clock, history, at)
    count(at, stay !== undefined)
    if (!stay || !isWorking(at, calendar)) continue
    const unit = stay.units[clock.chargedTo] ?? ''
    spentByUnit[unit] = (spentByUnit[unit] ?? 0) + 1
    worked += 1
    if (limit.unit === 'workHours' && due === null && worked === limit.amount * 60) due = at + 1
  }
  return { spentByUnit, due }
}
