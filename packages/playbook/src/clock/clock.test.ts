import { chinaCalendar } from '@guatu/schedule'
import { describe, expect, test } from 'vitest'
import { clockOf, matter } from '../../test/matter.ts'
import { clockState } from './clock-state.ts'
import { type LoopHistory, noHistory } from './history.ts'
import { rungReached } from './ladder.ts'
import { nextChangeAt } from './next-change.ts'
import { stepped, unitsOf } from './steps.ts'
import { minuteOf, usualHours, workTime } from './work-time.ts'

const time = workTime(chinaCalendar(), usualHours)
/** By the clock in Shanghai. */
const at = (day: string, clock: string) => new Date(`${day}T${clock}:00+08:00`).toISOString()

interface Act {
  readonly at: string
  readonly stage: string
  readonly lead?: string
  readonly moved?: boolean
}

const wayOf = (...acts: readonly Act[]): LoopHistory =>
  acts.reduce<LoopHistory>((way, { lead = 'a', stage, moved = true, ...act }) => {
    return stepped(matter, way, { ...act, stage, moved, fields: { lead, raiser: 'r' } })
  }, noHistory)

function standing(key: string, history: LoopHistory, now: string, fields: Readonly<Record<string, unknown>> = {}) {
  return clockState({ playbook: matter, clock: clockOf(key), history, fields, time, now: minuteOf(now) })
}

describe('limits of the law', () => {
  test.each([
    // 民法典 art. 201: the day of the beginning does not count, at whatever hour it lies.
    ['a workday from a morning', 'accept', at('2026-06-15', '08:30'), at('2026-06-16', '17:00')],
    ['a workday from an evening', 'accept', at('2026-06-15', '22:00'), at('2026-06-16', '17:00')],
    ['a workday from a Saturday', 'accept', at('2026-06-13', '10:00'), at('2026-06-15', '17:00')],
    // 行政许可法 art. 82: workdays. Of February 2026 the 15th to the 23rd are off, the Saturdays 14 and 28 are worked.
    ['workdays over the Spring Festival', 'settle', at('2026-02-09', '10:00'), at('2026-02-28', '17:00')],
    // 民法典 art. 203: the 4th of October is a holiday, and the next workday is the 8th.
    ['days that end on a holiday', 'confirm', at('2026-09-24', '10:00'), at('2026-10-08', '17:00')],
  ])('%s', (_, key, from, due) => {
    const stage = key === 'confirm' ? 'answer' : 'taken'
    expect(standing(key, wayOf({ at: from, stage }), from).dueAt).toBe(due)
  })

  test('hours run from the instant on, in working hours alone', () => {
    const way = wayOf({ at: at('2026-06-15', '16:00'), stage: 'taken' })
    const state = standing('accept', way, at('2026-06-16', '08:31'), { urgent: true })
    expect(state).toMatchObject({ dueAt: at('2026-06-16', '11:30'), spentMinutes: 61, leftMinutes: 179 })
    expect(state.limit).toMatchObject({ amount: 4, unit: 'workHours' })
  })

  test('a date of the item ends with its day, and none is no limit', () => {
    const way = wayOf({ at: at('2026-06-15', '16:00'), stage: 'work' })
    const until = { date: '2026-06-20', precision: 'day' }
    expect(standing('promise', way, at('2026-06-20', '23:59'), { until })).toMatchObject({ overdue: false })
    expect(standing('promise', way, at('2026-06-21', '00:00'), { until })).toMatchObject({
      overdue: true,
      overdueWorkdays: 0,
    })
    expect(standing('promise', way, at('2026-06-21', '00:00'))).toMatchObject({
      limitMinutes: null,
      dueAt: null,
      overdue: false,
    })
  })
})

describe('whose time it is', () => {
  test('follows the hands; what is paused is nobody’s', () => {
    const way = wayOf(
      { at: at('2026-06-15', '09:00'), stage: 'taken' },
      { at: at('2026-06-15', '10:00'), stage: 'taken', lead: 'b', moved: false },
      { at: at('2026-06-15', '15:00'), stage: 'work', lead: 'b' },
    )
    const pause = {
      clock: 'settle',
      ground: 'hearing',
      fromAt: at('2026-06-15', '11:00'),
      toAt: at('2026-06-15', '14:00'),
      untilDay: null,
    }
    const state = standing('settle', { ...way, pauses: [pause] }, at('2026-06-15', '16:00'))
    expect(state.spentByUnit).toEqual({ a: 60, b: 60 + 120 })
    expect(state.chargedOrgId).toBe('b')
  })

  test('a clock that restarts begins with each hand-over by a move, and with coming back', () => {
    const morning = { at: at('2026-06-15', '09:00'), stage: 'taken' }
    const handed = wayOf(morning, { at: at('2026-06-16', '09:00'), stage: 'taken', lead: 'b' })
    expect(standing('accept', handed, at('2026-06-16', '10:00'))).toMatchObject({ spentMinutes: 60, overdue: false })
    const corrected = wayOf(morning, { at: at('2026-06-16', '09:00'), stage: 'taken' })
    expect(standing('accept', corrected, at('2026-06-16', '10:00')).spentMinutes).toBe(420 - 30 + 90)
    const back = wayOf(
      morning,
      { at: at('2026-06-15', '10:00'), stage: 'work' },
      { at: at('2026-06-17', '09:00'), stage: 'taken' },
    )
    expect(standing('accept', back, at('2026-06-17', '09:30'))).toMatchObject({
      spentMinutes: 30,
      dueAt: at('2026-06-18', '17:00'),
    })
    expect(standing('settle', back, at('2026-06-17', '09:30')).spentMinutes).toBe(390 + 420 + 60)
  })

  test('a pause ends at the latest when the clock’s stages are left', () => {
    const begun = wayOf({ at: at('2026-06-15', '09:00'), stage: 'work' })
    const paused = {
      ...begun,
      pauses: [{ clock: 'settle', ground: 'hearing', fromAt: at('2026-06-15', '10:00'), toAt: null, untilDay: null }],
    }
    const left = stepped(matter, paused, { stage: 'answer', fields: {}, at: at('2026-06-16', '10:00'), moved: true })
    expect(left.pauses).toMatchObject([{ toAt: at('2026-06-16', '10:00') }])
    const handed = stepped(matter, paused, {
      stage: 'work',
      fields: { lead: 'b' },
      at: at('2026-06-16', '10:00'),
      moved: false,
    })
    expect(handed.pauses).toMatchObject([{ toAt: null }])
    expect(standing('settle', handed, at('2026-06-16', '11:00'))).toMatchObject({
      state: 'paused',
      dueAt: null,
      spentMinutes: 60,
    })
  })

  test('a date moves on by the workdays of a pause, until another is set', () => {
    const begun = wayOf({ at: at('2026-06-15', '09:00'), stage: 'work' })
    const pause = {
      clock: 'promise',
      ground: 'hearing',
      fromAt: at('2026-06-16', '10:00'),
      toAt: at('2026-06-18', '10:00'),
    }
    const paused = { ...begun, pauses: [{ ...pause, untilDay: '2026-06-18' }] }
    const due = (until: string) =>
      standing('promise', paused, at('2026-06-18', '11:00'), { until: { date: until, precision: 'day' } }).dueAt
    // The 19th is a holiday.
    expect(due('2026-06-18')).toBe(at('2026-06-23', '23:59'))
    expect(due('2026-06-24')).toBe(at('2026-06-24', '23:59'))
    const late = { ...begun, pauses: [{ ...pause, untilDay: '2026-06-15' }] }
    const until = { date: '2026-06-15', precision: 'day' }
    expect(standing('promise', late, at('2026-06-18', '11:00'), { until })).toMatchObject({
      overdue: true,
      overdueWorkdays: 1,
    })
  })

  test('a person, or nobody, is no unit', () => {
    expect(unitsOf(matter, { lead: 'a', owner: 'p' })).toEqual({ lead: 'a' })
    expect(standing('confirm', noHistory, at('2026-06-16', '11:00'))).toMatchObject({
      state: 'idle',
      chargedOrgId: null,
    })
  })

  test('an item’s way never runs backward, whatever the machine’s clock does', () => {
    const way = wayOf(
      { at: at('2026-06-15', '09:00'), stage: 'taken' },
      { at: at('2026-06-15', '08:00'), stage: 'work' },
    )
    expect(way.stays.map(({ enteredAt, leftAt }) => [enteredAt, leftAt])).toEqual([
      [at('2026-06-15', '09:00'), at('2026-06-15', '09:00')],
      [at('2026-06-15', '09:00'), null],
    ])
  })
})

describe('what time alone brings', () => {
  const way = wayOf({ at: at('2026-06-15', '09:00'), stage: 'taken' })
  const next = (key: string, now: string, fields = {}) => {
    const input = { playbook: matter, clock: clockOf(key), history: way, fields, time, now: minuteOf(now) }
    return nextChangeAt({ ...input, thresholds: matter.lamps.thresholds })
  }

  test('a lamp of the day, a warning, the end of the limit, and the rungs after it', () => {
    const urgent = { urgent: true }
    expect(next('accept', at('2026-06-15', '09:00'), urgent)).toBe(at('2026-06-15', '11:00'))
    // A fifth of the four hours is left.
    expect(next('accept', at('2026-06-15', '11:00'), urgent)).toBe(at('2026-06-15', '13:42'))
    expect(next('accept', at('2026-06-15', '13:42'), urgent)).toBe(at('2026-06-15', '14:31'))
    expect(next('accept', at('2026-06-15', '14:31'), urgent)).toBeNull()
    expect(next('settle', at('2026-06-30', '17:01'))).toBe(at('2026-07-01', '00:00'))
  })

  test('rungs are climbed one after the other and never down', () => {
    const reached = (now: string, before: 'town' | 'leader' | 'joint' | null = null) =>
      rungReached(matter, [standing('settle', way, now)], before)
    expect(
      [at('2026-06-30', '17:00'), at('2026-06-30', '17:01'), at('2026-07-02', '23:59'), at('2026-07-03', '00:00')].map(
        (now) => reached(now),
      ),
    ).toEqual([null, 'town', 'town', 'leader'])
    expect(reached(at('2026-06-16', '09:00'), 'leader')).toBe('leader')
    expect(reached(at('2026-07-03', '00:00'), 'joint')).toBe('joint')
  })
})
