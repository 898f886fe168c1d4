import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomPlan } from '../../test/random-plan.ts'
import { mustSchedule } from '../../test/scheduled.ts'
import type { ScheduledActivity, ScheduleInput } from '../index.ts'

const seed = fc.integer({ min: 1, max: 1_000_000 })
const strip = ({ driver: _, ...dates }: ScheduledActivity): object => dates

describe('a plan', () => {
  it('has the same dates whatever the order of its activities and links', () => {
    fc.assert(
      fc.property(seed, (n) => {
        const plan = randomPlan(n, { size: 10 })
        const turned: ScheduleInput = {
          ...plan,
          activities: [...plan.activities].reverse(),
          links: [...plan.links!].reverse(),
        }
        const there = mustSchedule(plan).activities.map(strip)
        const back = mustSchedule(turned).activities.map(strip).reverse()
        expect(back).toEqual(there)
      }),
    )
  })

  it('has the same dates counted in indices and counted in instants', () => {
    fc.assert(
      fc.property(seed, (n) => {
        const plan = randomPlan(n, { calendars: 1, size: 10 })
        const { calendar } = plan
        const plain: ScheduleInput = {
          ...plan,
          activities: plan.activities.map(({ calendar: _, ...activity }) => activity),
          links: plan.links!.map(({ lagUnit: _, lagCalendar: __, ...link }) => link),
        }
        // A lone day of another calendar takes the whole plan off the indices, and changes no date of the others.
        const other = calendar === 'every-day' ? 'cn' : 'every-day'
        const start = plan.start!
        const deadline = mustSchedule({ ...plain, deadline: null }).finish!
        const mixed = {
          ...plain,
          deadline,
          activities: [...plain.activities, { id: 'x', duration: 1, calendar: other, fixedStart: start }],
        } as const
        const indices = mustSchedule({ ...plain, deadline }).activities
        const instants = mustSchedule(mixed).activities.slice(0, -1)
        const both = (list: readonly ScheduledActivity[]): object[] =>
          list.map(({ id, earlyStart, earlyFinish, lateStart, lateFinish, totalFloat }) => ({
            ...{ id, earlyStart, earlyFinish, lateStart, lateFinish, totalFloat },
          }))
        expect(both(instants)).toEqual(both(indices))
      }),
    )
  })

  it('moves as a whole with its start when every day counts', () => {
    fc.assert(
      fc.property(seed, (n) => {
        const plan = randomPlan(n, { constraints: false, size: 10 })
        const everyDay: ScheduleInput = {
          ...plan,
          ...({ calendar: 'every-day', deadline: null, start: '2026-01-01' } as const),
          activities: plan.activities.map(({ id, duration }) => ({ id, duration: duration! })),
          links: plan.links!.map(({ lagCalendar: _, ...link }) => link),
        }
        const later = mustSchedule({ ...everyDay, start: '2026-01-31' }).activities
        const shift = (iso: string): string => new Date(Date.parse(iso) + 30 * 86_400_000).toISOString().slice(0, 10)
        expect(later.map(({ earlyStart }) => earlyStart)).toEqual(
          mustSchedule(everyDay).activities.map(({ earlyStart }) => shift(earlyStart)),
        )
      }),
    )
  })

  it('does not finish earlier with one more link', () => {
    fc.assert(
      fc.property(seed, (n) => {
        const plan = randomPlan(n, { size: 10 })
        const fewer = { ...plan, links: plan.links!.slice(1) }
        return mustSchedule(fewer).finish! <= mustSchedule(plan).finish!
      }),
    )
  })

  it('does not finish earlier with longer work', () => {
    fc.assert(
      fc.property(seed, (n) => {
        const plan = randomPlan(n, { types: false, size: 10 })
        const longer = {
          ...plan,
          activities: plan.activities.map((activity) => ({
            ...activity,
            duration: activity.duration! + (activity.duration! > 0 ? 1 : 0),
          })),
        }
        return mustSchedule(plan).finish! <= mustSchedule(longer).finish!
      }),
    )
  })

  it('has a float of nothing on its critical path when nothing but links decides', () => {
    fc.assert(
      fc.property(seed, (n) => {
        const plan: ScheduleInput = { ...randomPlan(n, { calendars: 1, constraints: false, size: 10 }), deadline: null }
        const plain = {
          ...plan,
          activities: plan.activities.map(({ calendar: _, ...activity }) => activity),
          links: plan.links!.map(({ lagUnit: _, lagCalendar: __, ...link }) => link),
        }
        const outcome = mustSchedule(plain)
        const floats = new Map(outcome.activities.map(({ id, totalFloat }) => [id, totalFloat]))
        return outcome.criticalPath.length > 0 && outcome.criticalPath.every((id) => floats.get(id) === 0)
      }),
    )
  })

  it('has a critical path in which each drives the next', () => {
    fc.assert(
      fc.property(seed, (n) => {
        const outcome = mustSchedule(randomPlan(n, { size: 12 }))
        const drivers = new Map(outcome.activities.map(({ id, driver }) => [id, driver]))
        return outcome.criticalPath.every((id, i) => drivers.get(id) === (i === 0 ? null : outcome.criticalPath[i - 1]))
      }),
    )
  })

  it('is feasible exactly when nothing is missing', () => {
    fc.assert(
      fc.property(seed, (n) => {
        const { feasible, shortfallWorkdays, shortfall, activities } = mustSchedule(randomPlan(n, { size: 12 }))
        const isNegative = activities.some(({ totalFloat }) => totalFloat < 0)
        if (feasible) return shortfallWorkdays === 0 && shortfall === null && !isNegative
        return (
          shortfallWorkdays > 0 &&
          shortfall?.workdays === shortfallWorkdays &&
          shortfall.chain.includes(shortfall.firstInfeasible)
        )
      }),
    )
  })

  it('fits once its deadline is moved by what is missing', () => {
    fc.assert(
      fc.property(seed, (n) => {
        const plan = randomPlan(n, { calendars: 1, constraints: false, size: 10 })
        const plain: ScheduleInput = {
          ...plan,
          ...({ calendar: 'cn', deadline: '2026-01-20' } as const),
          activities: plan.activities.map(({ id, duration }) => ({ id, duration: duration! })),
          links: plan.links!.map(({ lagUnit: _, lagCalendar: __, ...link }) => link),
        }
        const { feasible, shortfallWorkdays, finish } = mustSchedule(plain)
        if (feasible) return true
        const late = mustSchedule({ ...plain, deadline: finish })
        const justShort = mustSchedule({ ...plain, deadline: finish, start: plain.start! })
        return late.feasible && justShort.shortfallWorkdays === 0 && shortfallWorkdays > 0
      }),
    )
  })
})
