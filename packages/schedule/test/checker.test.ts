import { describe, expect, it } from 'vitest'
import type { ActivityInput, Scheduled, ScheduleInput } from '../src/index.ts'
import { checkSchedule } from './checker.ts'
import { dayOf, isoOf } from './naive-calendar.ts'
import { randomFrom, randomPlan } from './random-plan.ts'
import { mustSchedule } from './scheduled.ts'

const PLANS = process.env.GUATU_LONG === '1' ? 20_000 : 1_500

/** A random plan with work done and under way, fixed nodes and nodes as late as possible. */
function planWithProgress(seed: number): ScheduleInput {
  const plan = randomPlan(seed, { size: 10 })
  const random = randomFrom(seed * 31)
  const dataDay = dayOf('2026-01-26')
  const activities = plan.activities.map((activity): ActivityInput => {
    const roll = random(10)
    const actualStart = isoOf(dataDay - 1 - random(20))
    if (roll === 0)
      return {
        ...activity,
        actualStart,
        actualFinish: isoOf(dayOf(actualStart) + random(1 + dataDay - 1 - dayOf(actualStart))),
      }
    if (roll === 1 && activity.duration! > 0) return { ...activity, actualStart, remaining: random(5) }
    if (roll === 2 && activity.duration! > 0) return { ...activity, actualStart }
    if (roll === 3) return { ...activity, fixedStart: isoOf(dataDay + random(30)) }
    if (roll === 4) return { ...activity, constraint: { type: 'as-late-as-possible' } }
    return activity
  })
  return { ...plan, dataDate: isoOf(dataDay), activities }
}

describe('the independent checker', () => {
  it('finds nothing wrong with schedules of random plans', { timeout: 600_000 }, () => {
    for (let seed = 1; seed <= PLANS; seed++) {
      const plan = randomPlan(seed, { size: 12 })
      expect(checkSchedule(plan, mustSchedule(plan)), `seed ${seed}`).toEqual([])
    }
  })

  it('finds nothing wrong with plans that have progress', { timeout: 600_000 }, () => {
    for (let seed = 1; seed <= PLANS; seed++) {
      const plan = planWithProgress(seed)
      const wrong = checkSchedule(plan, mustSchedule(plan))
      if (wrong.length > 0) expect.fail(`seed ${seed}: ${wrong.join('; ')}\n${JSON.stringify(plan)}`)
    }
  })

  it('finds nothing wrong with backward plans', { timeout: 600_000 }, () => {
    for (let seed = 1; seed <= PLANS; seed++) {
      const { start, ...plan } = randomPlan(seed, { size: 12, constraints: false })
      const backward: ScheduleInput = {
        ...plan,
        direction: 'backward',
        deadline: '2026-09-30',
        ...(seed % 2 === 0 && { start }),
      }
      expect(checkSchedule(backward, mustSchedule(backward)), `seed ${seed}`).toEqual([])
    }
  })
})

describe('the checker itself', () => {
  const plan: ScheduleInput = {
    calendar: 'cn',
    start: '2026-01-05',
    activities: [
      { id: 'a', duration: 3 },
      { id: 'b', duration: 2, deadline: '2026-01-12' },
    ],
    links: [{ from: 'a', to: 'b' }],
  }
  const right = mustSchedule(plan)

  const tampered = (id: string, change: object): Scheduled => ({
    ...right,
    activities: right.activities.map((activity) => (activity.id === id ? { ...activity, ...change } : activity)),
  })

  it('is content with the right schedule', () => {
    expect(checkSchedule(plan, right)).toEqual([])
  })

  it.each([
    [
      'a link that is broken',
      'b',
      { earlyStart: '2026-01-07', earlyFinish: '2026-01-08' },
      'early: FS link a to b is broken',
    ],
    ['a wrong length', 'a', { earlyFinish: '2026-01-06' }, 'early: a has another length'],
    [
      'a start on a day off',
      'b',
      { earlyStart: '2026-01-10', earlyFinish: '2026-01-13' },
      'early: b starts on a day off',
    ],
    [
      'a start before the project',
      'a',
      { earlyStart: '2026-01-04', earlyFinish: '2026-01-06' },
      'a starts before the project',
    ],
    [
      'a deadline missed in silence',
      'b',
      { earlyStart: '2026-01-13', earlyFinish: '2026-01-14' },
      'b misses its deadline and nobody says so',
    ],
    ['a float that does not fit the mark', 'a', { critical: false }, 'a: critical or not?'],
    ['a negative free float', 'a', { freeFloat: -1 }, 'a has negative free float'],
    ['an unknown driver', 'b', { driver: 'z' }, 'b is driven by nobody known'],
  ])('sees %s', (_, id, change, expected) => {
    expect(checkSchedule(plan, tampered(id, change))).toContain(expected)
  })
})
