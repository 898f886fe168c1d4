import { describe, expect, it } from 'vitest'
import { randomFrom, randomPlan } from '../../test/random-plan.ts'
import {
  type Compression,
  type Crashing,
  type CrashLimit,
  compress,
  crash,
  type Scheduled,
  type ScheduleInput,
  schedule,
  toDay,
} from '../index.ts'

function compressed(...args: Parameters<typeof compress>): Compression {
  const outcome = compress(...args)
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.problems))
  return outcome
}

function crashed(...args: Parameters<typeof crash>): Crashing {
  const outcome = crash(...args)
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.problems))
  return outcome
}

/** An approval in series: survey, three permits that could run side by side, and the licence. */
const approval: ScheduleInput = {
  calendar: 'cn',
  start: '2026-03-02',
  activities: [
    { id: 'survey', duration: 5 },
    { id: 'planning', duration: 10 },
    { id: 'fire', duration: 7 },
    { id: 'drawings', duration: 4 },
    { id: 'licence', duration: 2 },
  ],
  links: [
    { from: 'survey', to: 'planning' },
    { from: 'survey', to: 'fire' },
    { from: 'survey', to: 'drawings' },
    { from: 'planning', to: 'fire', strength: 'soft' },
    { from: 'fire', to: 'drawings', strength: 'soft' },
    { from: 'planning', to: 'licence' },
    { from: 'drawings', to: 'licence' },
    { from: 'fire', to: 'licence' },
  ],
}

describe('doing in parallel what is done in series', () => {
  it('says what it saves, best first', () => {
    const outcome = compressed(approval)
    expect(outcome).toMatchObject({ savedWorkdays: 11, serialFinish: '2026-04-09', parallelFinish: '2026-03-24' })
    expect(outcome.gains).toEqual([
      {
        change: { kind: 'soft-link', from: 'planning', to: 'fire', link: 3 },
        aloneWorkdays: 10,
        furtherWorkdays: 10,
        finish: '2026-03-25',
      },
      {
        change: { kind: 'soft-link', from: 'fire', to: 'drawings', link: 4 },
        aloneWorkdays: 4,
        furtherWorkdays: 1,
        finish: '2026-03-24',
      },
    ])
  })

  it('says what a second pair of hands would save', () => {
    const hard = { ...approval, links: approval.links!.filter(({ strength }) => strength !== 'soft') }
    const outcome = compressed(hard, [{ id: '窗口', activities: ['planning', 'fire', 'drawings'] }])
    expect(outcome.gains).toMatchObject([
      { change: { kind: 'clerk', clerk: '窗口' }, aloneWorkdays: 11, furtherWorkdays: 11 },
    ])
  })

  it('has nothing to say of a queue of one', () => {
    const outcome = compressed(approval, [{ id: 'x', activities: ['survey', 'nobody'] }])
    expect(outcome.gains.every(({ change }) => change.kind === 'soft-link')).toBe(true)
  })

  it('puts changes that save nothing last', () => {
    const plan: ScheduleInput = {
      ...approval,
      activities: [...approval.activities, { id: 'notice', duration: 1 }],
      links: [{ from: 'survey', to: 'notice', strength: 'soft' }, ...approval.links!],
    }
    const { gains } = compressed(plan)
    expect(gains.at(-1)).toMatchObject({ change: { to: 'notice' }, aloneWorkdays: 0, furtherWorkdays: 0 })
  })

  it('finds together what neither change saves alone', () => {
    const plan: ScheduleInput = {
      calendar: 'cn',
      start: '2026-03-02',
      activities: [
        { id: 'a', duration: 5 },
        { id: 'b', duration: 5 },
        { id: 'c', duration: 5 },
      ],
      links: [
        { from: 'a', to: 'c', strength: 'soft' },
        { from: 'b', to: 'c', strength: 'soft' },
      ],
    }
    const { gains, savedWorkdays } = compressed(plan)
    expect(gains.map(({ aloneWorkdays }) => aloneWorkdays)).toEqual([0, 0])
    expect(gains.map(({ furtherWorkdays }) => furtherWorkdays)).toEqual([0, 5])
    expect(savedWorkdays).toBe(5)
  })

  it('is what scheduling without the links gives', () => {
    for (let seed = 1; seed <= 150; seed++) {
      const random = randomFrom(seed)
      const plan = randomPlan(seed, { constraints: false, size: 9 })
      const soft = {
        ...plan,
        links: plan.links!.map((link) => ({
          ...link,
          strength: random(2) === 0 ? ('soft' as const) : ('hard' as const),
        })),
      }
      const outcome = compressed(soft)
      const hardOnly = schedule({
        ...soft,
        links: soft.links.filter(({ strength }) => strength === 'hard'),
      }) as Scheduled
      expect(outcome.parallelFinish, `seed ${seed}`).toBe(hardOnly.finish)
      expect(outcome.serialFinish).toBe((schedule(soft) as Scheduled).finish)
      expect(outcome.gains.map(({ finish }) => finish)).toEqual(
        outcome.gains
          .map(({ finish }) => finish)
          .sort()
          .reverse(),
      )
    }
  })

  it('refuses what cannot be scheduled', () => {
    expect(compress({ ...approval, start: null })).toMatchObject({ kind: 'refused' })
    expect(compress({ ...approval, links: [{ from: 'a', to: 'b' }] })).toMatchObject({ kind: 'refused' })
  })
})

describe('crashing', () => {
  const plan: ScheduleInput = {
    calendar: 'every-day',
    start: '2026-01-01',
    activities: [
      { id: 'a', duration: 4 },
      { id: 'b', duration: 6 },
      { id: 'c', duration: 5 },
      { id: 'd', duration: 3 },
    ],
    links: [
      { from: 'a', to: 'b' },
      { from: 'a', to: 'c' },
      { from: 'b', to: 'd' },
      { from: 'c', to: 'd' },
    ],
  }
  const half: CrashLimit[] = plan.activities.map(({ id, duration }) => ({ id, minDuration: Math.ceil(duration! / 2) }))

  it('shortens the cheapest first', () => {
    const limits = half.map((limit) => ({ ...limit, costPerDay: limit.id === 'd' ? 1 : 5 }))
    expect(crashed(plan, limits, '2026-01-12')).toEqual({
      kind: 'crashed',
      reached: true,
      finish: '2026-01-12',
      cost: 1,
      changes: [{ id: 'd', from: 3, to: 2 }],
    })
  })

  it('shortens parallel activities together when both are critical', () => {
    const only = half.filter(({ id }) => id === 'b' || id === 'c')
    const outcome = crashed(plan, only, '2026-01-11')
    expect(outcome).toMatchObject({ reached: true, cost: 3, finish: '2026-01-11' })
    expect(outcome.changes).toEqual([
      { id: 'b', from: 6, to: 4 },
      { id: 'c', from: 5, to: 4 },
    ])
  })

  it('goes as far as it can', () => {
    const outcome = crashed(plan, half, '2026-01-02')
    expect(outcome).toMatchObject({ reached: false, finish: '2026-01-07' })
    expect(outcome.changes.every(({ id, to }) => to >= half.find((limit) => limit.id === id)!.minDuration)).toBe(true)
  })

  it('leaves alone what is in time', () => {
    expect(crashed(plan, half, '2026-01-31')).toMatchObject({ reached: true, cost: 0, changes: [] })
  })

  it('leaves alone what may not be shortened', () => {
    expect(crashed(plan, [], '2026-01-02')).toMatchObject({
      reached: false,
      cost: 0,
      finish: '2026-01-13',
      changes: [],
    })
    expect(crashed(plan, [{ id: 'nobody', minDuration: 0 }], '2026-01-02')).toMatchObject({ reached: false, cost: 0 })
  })

  it('stops where a constraint holds the finish', () => {
    const activities = plan.activities.map((activity) =>
      activity.id === 'd' ? { ...activity, constraint: { type: 'not-earlier', date: '2026-01-11' } } : activity,
    )
    const outcome = crashed(
      { ...plan, activities },
      half.filter(({ id }) => id !== 'd'),
      '2026-01-05',
    )
    expect(outcome).toMatchObject({ reached: false, cost: 0, changes: [] })
  })

  /** The least cost of reaching a finish, by trying everything. */
  function cheapest(input: ScheduleInput, limits: readonly CrashLimit[], target: string): number {
    let best = Infinity
    const tryFrom = (position: number, durations: Map<string, number>, cost: number): void => {
      if (cost >= best) return
      if (position === limits.length) {
        const activities = input.activities.map((activity) => ({
          ...activity,
          duration: durations.get(activity.id) ?? activity.duration!,
        }))
        if ((schedule({ ...input, activities }) as Scheduled).finish! <= target) best = cost
        return
      }
      const { id, minDuration, costPerDay = 1 } = limits[position]!
      const from = input.activities.find((activity) => activity.id === id)!.duration!
      for (let days = from; days >= Math.min(from, minDuration); days--) {
        tryFrom(position + 1, new Map(durations).set(id, days), cost + (from - days) * costPerDay)
      }
    }
    tryFrom(0, new Map(), 0)
    return best
  }

  it('reaches what can be reached, at nearly the least cost', () => {
    let paid = 0
    let least = 0
    for (let seed = 1; seed <= 60; seed++) {
      const random = randomFrom(seed)
      const base = randomPlan(seed, { calendars: 1, constraints: false, types: false, lags: false, size: 5 })
      const input: ScheduleInput = {
        ...base,
        calendar: 'every-day',
        deadline: null,
        activities: base.activities.map(({ id, duration }) => ({ id, duration: duration! })),
      }
      const limits = input.activities
        .filter(({ duration }) => duration! > 1)
        .map(({ id, duration }) => ({
          ...{ id, minDuration: Math.max(1, duration! - 2), costPerDay: 1 + random(3) },
        }))
      const finish = (schedule(input) as Scheduled).finish!
      const target = new Date((toDay(finish) - 2) * 86_400_000).toISOString().slice(0, 10)
      const optimum = cheapest(input, limits, target)
      const outcome = crashed(input, limits, target)
      expect(outcome.reached, `seed ${seed}`).toBe(optimum < Infinity)
      if (!outcome.reached) continue
      expect(outcome.cost, `seed ${seed}`).toBeGreaterThanOrEqual(optimum)
      paid += outcome.cost
      least += optimum
    }
    expect(paid).toBeLessThanOrEqual(least * 1.1)
    expect(least).toBeGreaterThan(0)
  })

  it('refuses what cannot be scheduled', () => {
    expect(crash({ ...plan, start: null }, half, '2026-01-02')).toMatchObject({ kind: 'refused' })
  })
})
