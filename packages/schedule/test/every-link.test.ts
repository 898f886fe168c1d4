import { describe, expect, it } from 'vitest'
import type { ActivityInput, CalendarSpec, LinkInput, LinkType, ScheduleInput } from '../src/index.ts'
import { bruteForce } from './brute-force.ts'
import { checkSchedule } from './checker.ts'
import { isoOf } from './naive-calendar.ts'
import { mustSchedule } from './scheduled.ts'

// Every combination of what a link can be, around the Spring Festival of 2026 with its nine days off and two worked weekends.

const TYPES: LinkType[] = ['FS', 'SS', 'FF', 'SF']
const LAGS: Pick<LinkInput, 'lag' | 'lagUnit'>[] = [
  ...[-3, 0, 2].map((lag) => ({ lag })),
  ...[-3, 2].map((lag) => ({ lag, lagUnit: 'calendar' as const })),
]
const CALENDARS: [string, CalendarSpec][] = [
  ['the national calendar', 'cn'],
  ['every day', 'every-day'],
  ['six days a week', { weekdays: [1, 2, 3, 4, 5, 6], off: ['2026-02-16'] }],
  ['a district of its own', { base: 'cn', extraOff: ['2026-02-11'], extraWork: ['2026-02-21'] }],
]
const CONSTRAINTS: ActivityInput['constraint'][] = [
  null,
  ...['not-earlier', 'not-later', 'must-start', 'must-finish', 'start-not-later', 'finish-not-earlier'].flatMap(
    (type) => ['2026-02-10', '2026-02-18', '2026-02-27'].map((date) => ({ type, date })),
  ),
]

function plans(from: CalendarSpec, to: CalendarSpec, type: LinkType): ScheduleInput[] {
  return LAGS.flatMap((lag) =>
    CONSTRAINTS.map((constraint) => ({
      calendar: 'cn' as const,
      start: '2026-02-09',
      activities: [
        { id: 'a', duration: 4, calendar: from },
        { id: 'b', duration: 3, calendar: to, constraint },
      ],
      links: [{ from: 'a', to: 'b', type, ...lag }],
    })),
  )
}

/** The engine's dates and floats, and those found by stepping day by day. */
function bothWays(plan: ScheduleInput): [object[], object[]] {
  const stepped = bruteForce(plan)
  const engine = mustSchedule(plan).activities.map((activity) => {
    const { earlyStart, earlyFinish, lateStart, lateFinish, totalFloat, freeFloat } = activity
    return { earlyStart, earlyFinish, lateStart, lateFinish, totalFloat, freeFloat }
  })
  const brute = stepped.tasks.map((_, i) => ({
    ...{ earlyStart: isoOf(stepped.early[i]!.start), earlyFinish: isoOf(stepped.early[i]!.finish - 1) },
    ...{ lateStart: isoOf(stepped.late[i]!.start), lateFinish: isoOf(stepped.late[i]!.finish - 1) },
    ...{ totalFloat: stepped.totalFloat[i]!, freeFloat: stepped.freeFloat[i]! },
  }))
  return [engine, brute]
}

describe.each(CALENDARS)('a link that leaves %s', (_, from) => {
  describe.each(CALENDARS)('and enters %s', (__, to) => {
    it.each(TYPES)('%s, with every lag and constraint', (type) => {
      for (const plan of plans(from, to, type)) {
        const [engine, brute] = bothWays(plan)
        expect(engine, JSON.stringify(plan)).toEqual(brute)
        expect(checkSchedule(plan, mustSchedule(plan)), JSON.stringify(plan)).toEqual([])
      }
    })
  })
})
