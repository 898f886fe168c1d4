import { chinaCalendar } from '@guatu/schedule'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beginning, happenings, historyOf } from '../../test/histories.ts'
import { clockOf, matter } from '../../test/matter.ts'
import { isWorking, naiveClock, shortHours } from '../../test/naive-clock.ts'
import type { Limit } from '../loop.ts'
import { clockState } from './clock-state.ts'
import { nextChangeAt } from './next-change.ts'
import { instantOf, minuteOf, workTime } from './work-time.ts'

const calendar = chinaCalendar()
const time = workTime(calendar, shortHours)
const first = beginning / 60_000
/** Long enough for every limit of the tests to be reached. */
const horizon = 17 * 1440

const limits: readonly Limit[] = [
  { amount: 0.5, unit: 'workHours' },
  { amount: 2, unit: 'workHours' },
  { amount: 1, unit: 'workdays' },
  { amount: 4, unit: 'workdays' },
  { amount: 1, unit: 'days' },
  { amount: 6, unit: 'days' },
]

describe.each(limits)('a limit of $amount $unit', (limit) => {
  const clock = { ...clockOf('settle'), limit: [limit] }
  const playbook = { ...matter, clocks: [clock] }
  const standing = (history: ReturnType<typeof historyOf>['history'], now: number) =>
    clockState({ playbook, clock, history, fields: {}, time, now })

  test('is what stepping minute by minute comes to, whatever happens', () => {
    fc.assert(
      fc.property(happenings(2500), fc.integer({ min: 0, max: 4000 }), (list, more) => {
        const { history, minutes } = historyOf(playbook, list)
        const now = first + minutes + more
        const state = standing(history, now)
        const told = naiveClock(clock, limit, history, now, calendar)
        const worked = Object.entries(state.spentByUnit).filter(([, spent]) => spent > 0)
        expect(Object.fromEntries(worked)).toEqual(told.spentByUnit)
        const spent = Object.values(told.spentByUnit).reduce((sum, minutes) => sum + minutes, 0)
        expect(state.spentMinutes).toBe(spent)
        expect((state.limitMinutes as number) - (state.leftMinutes as number)).toBe(spent)
        if (told.due !== null && state.dueAt !== null) expect(state.dueAt).toBe(instantOf(told.due))
        if (told.due === null) expect(state.overdue).toBe(false)
        if (state.state === 'running') {
          const later = naiveClock(clock, limit, history, now + horizon, calendar)
          expect(state.dueAt).toBe(instantOf(later.due as number))
          expect(state.overdue).toBe(now > (later.due as number))
        }
      }),
      { numRuns: 30 },
    )
  })

  test('it stands the same until its next change, and otherwise from it on', () => {
    const thresholds = matter.lamps.thresholds
    const told = (state: ReturnType<typeof standing>) => [state.state, state.warns, state.overdue]
    fc.assert(
      fc.property(
        happenings(2500),
        fc.integer({ min: 0, max: 900 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (list, more, part) => {
          const { history, minutes } = historyOf(playbook, list)
          const now = first + minutes + more
          const state = standing(history, now)
          const next = nextChangeAt({ playbook, clock, history, fields: {}, time, now, thresholds })
          if (state.state !== 'running') {
            expect(next).toBeNull()
            return
          }
          const until = next === null ? now + horizon : minuteOf(next)
          expect(until).toBeGreaterThan(now)
          const between = Math.min(until - 1, now + Math.floor((until - now) * part))
          expect(told(standing(history, between))).toEqual(told(state))
        },
      ),
      { numRuns: 30 },
    )
  })
})

describe('working time', () => {
  const minutes = fc.integer({ min: first - 40 * 1440, max: first + 40 * 1440 })

  test('between two minutes is what is counted one by one', () => {
    fc.assert(
      fc.property(minutes, fc.integer({ min: 0, max: 6 * 1440 }), (from, span) => {
        let counted = 0
        for (let at = from; at < from + span; at += 1) if (isWorking(at, calendar)) counted += 1
        expect(time.between(from, from + span)).toBe(counted)
      }),
      { numRuns: 100 },
    )
  })

  test('added leads to the earliest minute by which it has passed', () => {
    fc.assert(
      fc.property(minutes, fc.integer({ min: 1, max: 400 }), (from, more) => {
        const to = time.add(from, more)
        expect(time.between(from, to)).toBe(more)
        expect(time.between(from, to - 1)).toBe(more - 1)
      }),
    )
  })
})
