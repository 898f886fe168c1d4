import type { ActivityInput, CalendarSpec, LinkInput, LinkType, ScheduleInput } from '../src/index.ts'
import { dayOf, isoOf } from './naive-calendar.ts'

/** A small, fast generator of pseudo-random numbers (mulberry32), so that a failing case is named by its seed. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed | 0
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

const CALENDARS: CalendarSpec[] = [
  'cn',
  'every-day',
  { weekdays: [1, 2, 3, 4, 5, 6], off: ['2026-02-16', '2026-02-17', '2026-02-18'] },
  { weekdays: [1, 3, 5], work: ['2026-01-10', '2026-01-11'] },
  { base: 'cn', extraOff: ['2026-01-28'], extraWork: ['2026-01-24'] },
]
const CONSTRAINTS = [
  'not-earlier',
  'not-later',
  'must-start',
  'must-finish',
  'start-not-later',
  'finish-not-earlier',
] as const
const TYPES: LinkType[] = ['FS', 'SS', 'FF', 'SF']
const BASE = dayOf('2026-01-05')

/** How varied the plans are; everything is on when absent. */
export type Variety = { calendars?: number; constraints?: boolean; lags?: boolean; types?: boolean; size?: number }

export function randomPlan(seed: number, variety: Variety = {}): ScheduleInput {
  const { calendars = CALENDARS.length, constraints = true, lags = true, types = true, size = 6 } = variety
  const random = randomFrom(seed)
  const someDate = (): string => isoOf(BASE + random(60))
  const usesSeveral = random(3) > 0
  const calendar = CALENDARS[random(calendars)]!
  const activities: ActivityInput[] = Array.from({ length: 1 + random(size) }, (_, i) => ({
    id: `n${i}`,
    duration: random(4) === 0 ? 0 : 1 + random(8),
    ...(usesSeveral && random(2) === 0 && { calendar: CALENDARS[random(calendars)]! }),
    ...(constraints && random(6) === 0 && { constraint: { type: CONSTRAINTS[random(6)]!, date: someDate() } }),
    ...(constraints && random(10) === 0 && { deadline: someDate() }),
  }))
  const links: LinkInput[] = []
  for (let to = 1; to < activities.length; to++) {
    for (let count = random(3); count > 0; count--) {
      links.push({
        from: `n${random(to)}`,
        to: `n${to}`,
        type: types ? TYPES[random(3) === 0 ? random(4) : 0]! : 'FS',
        lag: lags && random(2) === 0 ? random(9) - 3 : 0,
        ...(usesSeveral && random(4) === 0 && { lagUnit: 'calendar' as const }),
        ...(usesSeveral && random(6) === 0 && { lagCalendar: CALENDARS[random(calendars)]! }),
      })
    }
  }
  // Positions in the list must not matter, so they are shuffled.
  const shuffled = activities.map((activity) => ({ activity, key: random(1000) }))
  shuffled.sort((a, b) => a.key - b.key)
  const deadline = random(3) === 0 ? isoOf(BASE + 10 + random(60)) : null
  const start = isoOf(BASE + random(14))
  return { calendar, start, deadline, activities: shuffled.map(({ activity }) => activity), links }
}
