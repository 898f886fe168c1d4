import { describe, expect, it } from 'vitest'
import type { ScheduleInput } from '../src/index.ts'
import { bruteForce } from './brute-force.ts'
import { countWorkdays, dayOf, isoOf } from './naive-calendar.ts'
import { randomPlan } from './random-plan.ts'
import { mustSchedule } from './scheduled.ts'

const NETWORKS = process.env.GUATU_LONG === '1' ? 100_000 : 3_000

/** Differences between the engine's answer and the stepping one, in words; none when they agree. */
function differences(plan: ScheduleInput): string[] {
  const found = mustSchedule(plan)
  const brute = bruteForce(plan)
  const wrong: string[] = []
  found.activities.forEach((activity, i) => {
    const { calendar, duration } = brute.tasks[i]!
    const check = (what: string, expected: unknown, actual: unknown): void => {
      if (expected !== actual) wrong.push(`${activity.id} ${what}: ${String(actual)} instead of ${String(expected)}`)
    }
    const early = brute.early[i]!
    const late = brute.late[i]!
    check('total float', brute.totalFloat[i], activity.totalFloat)
    check('free float', brute.freeFloat[i], activity.freeFloat)
    if (duration > 0) {
      check('early start', isoOf(early.start), activity.earlyStart)
      check('early finish', isoOf(early.finish - 1), activity.earlyFinish)
      check('late start', isoOf(late.start), activity.lateStart)
      check('late finish', isoOf(late.finish - 1), activity.lateFinish)
      return
    }
    // A milestone's date names its instant from one side or the other: no working day of its calendar lies in between.
    const day = dayOf(activity.earlyStart)
    const isSame = [day, day + 1].some((instant) => countWorkdays(calendar, instant, early.start) === 0)
    check('milestone date', true, isSame)
  })
  return wrong
}

describe('the passes against stepping day by day', () => {
  it(`agree on ${NETWORKS} random networks`, { timeout: 3_600_000 }, () => {
    for (let seed = 1; seed <= NETWORKS; seed++) {
      const plan = randomPlan(seed)
      const wrong = differences(plan)
      if (wrong.length > 0) expect.fail(`seed ${seed}: ${wrong.join('; ')}\n${JSON.stringify(plan)}`)
    }
  })

  it('agree on larger networks of one calendar', { timeout: 600_000 }, () => {
    for (let seed = 1; seed <= NETWORKS / 20; seed++) {
      const plan = randomPlan(seed, { calendars: 1, size: 20 })
      expect(differences(plan), `seed ${seed}`).toEqual([])
    }
  })
})
