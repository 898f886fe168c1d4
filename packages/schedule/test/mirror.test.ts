import { describe, expect, it } from 'vitest'
import type { LinkType, ScheduleInput } from '../src/index.ts'
import { dayOf, isoOf } from './naive-calendar.ts'
import { randomFrom } from './random-plan.ts'
import { mustSchedule } from './scheduled.ts'

// Time runs backward in the mirror: the day d becomes PIVOT - d, a Monday a Sunday, starts finishes, predecessors successors.

const PIVOT = dayOf('2026-01-04') + dayOf('2026-06-28')
const mirrored = (iso: string): string => isoOf(PIVOT - dayOf(iso))

const SWAPPED: Record<LinkType, LinkType> = { FS: 'FS', SS: 'FF', FF: 'SS', SF: 'SF' }

type Calendar = { weekdays: number[]; off: string[]; work: string[] }

/** The pivot maps Sundays to Sundays and so a weekday w to 7 - w, with Sunday itself fixed. */
const mirrorCalendar = ({ weekdays, off, work }: Calendar): Calendar => ({
  weekdays: weekdays.map((weekday) => (weekday === 7 ? 7 : 7 - weekday)),
  off: off.map(mirrored),
  work: work.map(mirrored),
})

const CALENDARS: Calendar[] = [
  { weekdays: [1, 2, 3, 4, 5], off: ['2026-02-16', '2026-02-17', '2026-04-06'], work: ['2026-02-14', '2026-03-01'] },
  { weekdays: [1, 2, 3, 4, 5, 6, 7], off: [], work: [] },
  { weekdays: [2, 4, 6], off: ['2026-03-03'], work: ['2026-03-04'] },
]

type MirrorPlan = {
  calendar: number
  activities: { id: string; duration: number; calendar: number }[]
  links: {
    from: string
    to: string
    type: LinkType
    lag: number
    lagUnit: 'workday' | 'calendar'
    lagCalendar: number
  }[]
}

function randomMirrorPlan(seed: number, calendars: number): MirrorPlan {
  const random = randomFrom(seed)
  const activities = Array.from({ length: 2 + random(8) }, (_, i) => ({
    id: `n${i}`,
    duration: 1 + random(6),
    calendar: random(calendars),
  }))
  const links = activities.slice(1).flatMap((_, i) =>
    Array.from({ length: random(3) }, () => ({
      from: `n${random(i + 1)}`,
      to: `n${i + 1}`,
      type: (['FS', 'SS', 'FF', 'SF'] as const)[random(4)]!,
      lag: random(7) - 2,
      lagUnit: random(3) === 0 ? ('calendar' as const) : ('workday' as const),
      lagCalendar: random(calendars),
    })),
  )
  return { calendar: random(calendars), activities, links }
}

function forward({ calendar, activities, links }: MirrorPlan, start: string): ScheduleInput {
  return {
    calendar: CALENDARS[calendar]!,
    start,
    activities: activities.map((activity) => ({ ...activity, calendar: CALENDARS[activity.calendar]! })),
    links: links.map((link) => ({ ...link, lagCalendar: CALENDARS[link.lagCalendar]! })),
  }
}

function backwardInMirror({ calendar, activities, links }: MirrorPlan, start: string): ScheduleInput {
  return {
    calendar: mirrorCalendar(CALENDARS[calendar]!),
    direction: 'backward',
    deadline: mirrored(start),
    activities: activities.map((activity) => ({
      ...activity,
      calendar: mirrorCalendar(CALENDARS[activity.calendar]!),
    })),
    links: links.map(({ from, to, type, lagCalendar, ...lag }) => ({
      ...{ from: to, to: from, type: SWAPPED[type], ...lag },
      lagCalendar: mirrorCalendar(CALENDARS[lagCalendar]!),
    })),
  }
}

describe.each([
  ['one calendar', 1],
  ['mixed calendars', 3],
])('backward is forward in the mirror, with %s', (_, calendars) => {
  it('for early and late dates and total float', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const plan = randomMirrorPlan(seed, calendars)
      const start = isoOf(dayOf('2026-02-02') + (seed % 9))
      const there = mustSchedule(forward(plan, start))
      const back = mustSchedule(backwardInMirror(plan, start))
      const expected = there.activities.map((activity) => ({
        id: activity.id,
        lateStart: mirrored(activity.earlyFinish),
        lateFinish: mirrored(activity.earlyStart),
        earlyStart: mirrored(activity.lateFinish),
        earlyFinish: mirrored(activity.lateStart),
        totalFloat: activity.totalFloat,
      }))
      const found = back.activities.map(({ id, lateStart, lateFinish, earlyStart, earlyFinish, totalFloat }) => ({
        ...{ id, lateStart, lateFinish, earlyStart, earlyFinish, totalFloat },
      }))
      expect(found, `seed ${seed}`).toEqual(expected)
    }
  })
})
