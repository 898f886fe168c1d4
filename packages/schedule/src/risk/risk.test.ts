import { describe, expect, it } from 'vitest'
import { type RiskInput, type RiskOutcome, type ScheduleInput, simulateRisk, type ThreePoint } from '../index.ts'
import { DurationTables } from './distribution.ts'
import { RandomStream } from './random.ts'

function simulated(plan: ScheduleInput, risk: Partial<RiskInput> = {}): RiskOutcome {
  const outcome = simulateRisk(plan, { estimates: {}, runs: 2000, seed: 1, ...risk })
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.problems))
  return outcome
}

const plan: ScheduleInput = {
  calendar: 'cn',
  start: '2026-03-02',
  deadline: '2026-03-27',
  activities: [
    { id: 'a', duration: 5 },
    { id: 'b', duration: 5, deadline: '2026-03-13' },
    { id: 'c', duration: 3 },
    { id: 'd', duration: 2 },
  ],
  links: [
    { from: 'a', to: 'b' },
    { from: 'a', to: 'c' },
    { from: 'b', to: 'd' },
    { from: 'c', to: 'd' },
  ],
}
const estimates = {
  a: { optimistic: 4, likely: 5, pessimistic: 9 },
  b: { optimistic: 3, likely: 5, pessimistic: 8 },
  c: { optimistic: 2, likely: 3, pessimistic: 9 },
}

describe('a simulation', () => {
  it('is the same for the same seed and another for another', () => {
    expect(simulated(plan, { estimates })).toEqual(simulated(plan, { estimates }))
    expect(simulated(plan, { estimates, seed: 2 })).not.toEqual(simulated(plan, { estimates }))
  })

  it('without estimates is the plan itself', () => {
    expect(simulated(plan)).toEqual({
      kind: 'simulated',
      runs: 2000,
      finish: { p50: '2026-03-17', p80: '2026-03-17', p90: '2026-03-17' },
      deadlineProbability: 1,
      activities: [
        { id: 'a', criticalityIndex: 1, deadlineProbability: null },
        { id: 'b', criticalityIndex: 1, deadlineProbability: 1 },
        { id: 'c', criticalityIndex: 0, deadlineProbability: null },
        { id: 'd', criticalityIndex: 1, deadlineProbability: null },
      ],
    })
  })

  it('has percentiles in order and shares between none and all', () => {
    const { finish, deadlineProbability, activities } = simulated(plan, { estimates })
    expect([finish.p50, finish.p80, finish.p90]).toEqual([finish.p50, finish.p80, finish.p90].sort())
    expect(deadlineProbability).toBeGreaterThan(0.5)
    for (const { criticalityIndex } of activities) expect(criticalityIndex).toBeGreaterThanOrEqual(0)
    const [a, b, c, d] = activities
    expect([a?.criticalityIndex, d?.criticalityIndex]).toEqual([1, 1])
    expect(b!.criticalityIndex + c!.criticalityIndex).toBeGreaterThanOrEqual(1)
    expect(b!.deadlineProbability).toBeLessThan(1)
  })

  it('agrees with computing every run in full', () => {
    // A second calendar that nothing depends on takes the plan off the quick way; the durations drawn are the same only in
    // distribution, so shares are compared, and with many runs.
    const mixed: ScheduleInput = {
      ...plan,
      activities: [
        ...plan.activities,
        { id: 'x', duration: 0, calendar: 'every-day' },
        { id: 'y', duration: 1, calendar: 'every-day' },
      ],
    }
    const quick = simulated(plan, { estimates, runs: 20_000 })
    const full = simulated(mixed, { estimates, runs: 20_000 })
    expect(full.finish).toEqual(quick.finish)
    expect(full.deadlineProbability).toBeCloseTo(quick.deadlineProbability!, 1)
    for (const [i, { criticalityIndex, deadlineProbability }] of quick.activities.entries()) {
      expect(full.activities[i]!.criticalityIndex).toBeCloseTo(criticalityIndex, 1)
      if (deadlineProbability !== null)
        expect(full.activities[i]!.deadlineProbability).toBeCloseTo(deadlineProbability, 1)
    }
  })

  it('knows all kinds of links', () => {
    const links = [
      { from: 'a', to: 'b', type: 'SS', lag: 2 },
      { from: 'b', to: 'c', type: 'FF', lag: 1 },
      { from: 'c', to: 'd', type: 'SF', lag: 8 },
    ] as const
    expect(simulated({ ...plan, links }).finish.p50).toBe('2026-03-18')
  })

  it('leaves what has happened as it is', () => {
    const begun: ScheduleInput = {
      ...plan,
      dataDate: '2026-03-10',
      activities: plan.activities.map((activity) =>
        activity.id === 'a' ? { ...activity, actualStart: '2026-03-02', actualFinish: '2026-03-09' } : activity,
      ),
    }
    const { activities } = simulated(begun, { estimates: { a: estimates.a } })
    expect(activities[0]?.criticalityIndex).toBe(0)
  })

  it.each<[string, Partial<RiskInput>, string]>([
    ['no runs', { runs: 0 }, 'invalid-input'],
    ['half a run', { runs: 1.5 }, 'invalid-input'],
    ['too many runs', { runs: 1e9 }, 'invalid-input'],
    ['points out of order', { estimates: { a: { optimistic: 5, likely: 4, pessimistic: 9 } } }, 'invalid-duration'],
    ['a negative point', { estimates: { a: { optimistic: -1, likely: 4, pessimistic: 9 } } }, 'invalid-duration'],
    ['half a day', { estimates: { a: { optimistic: 1, likely: 4.5, pessimistic: 9 } } }, 'invalid-duration'],
    ['a point beyond reason', { estimates: { a: { optimistic: 1, likely: 4, pessimistic: 1e9 } } }, 'invalid-duration'],
  ])('refuses %s', (_, risk, code) => {
    const outcome = simulateRisk(plan, { estimates: {}, runs: 10, seed: 1, ...risk })
    expect(outcome).toMatchObject({ kind: 'refused', problems: [{ code }] })
  })

  it('refuses what cannot be scheduled', () => {
    expect(simulateRisk({ ...plan, start: null }, { estimates: {}, runs: 10, seed: 1 })).toMatchObject({
      kind: 'refused',
    })
  })
})

describe('durations drawn', () => {
  const draws = (point: ThreePoint, shape: 'triangular' | 'pert', count = 40_000): number[] => {
    const tables = new DurationTables([point], shape)
    const random = new RandomStream(5)
    return Array.from({ length: count }, () => tables.draw(0, random.next()))
  }
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

  it.each([
    [{ optimistic: 2, likely: 5, pessimistic: 14 }],
    [{ optimistic: 0, likely: 0, pessimistic: 10 }],
    [{ optimistic: 3, likely: 9, pessimistic: 9 }],
    [{ optimistic: 10, likely: 50, pessimistic: 100 }],
  ])('from %j have the mean of their distribution', (point) => {
    const { optimistic, likely, pessimistic } = point
    const spread = pessimistic - optimistic
    expect(Math.abs(mean(draws(point, 'triangular')) - (optimistic + likely + pessimistic) / 3)).toBeLessThan(
      0.04 * spread,
    )
    expect(Math.abs(mean(draws(point, 'pert')) - (optimistic + 4 * likely + pessimistic) / 6)).toBeLessThan(
      0.04 * spread,
    )
  })

  it('stay within their points and reach them', () => {
    const values = draws({ optimistic: 2, likely: 3, pessimistic: 6 }, 'triangular')
    expect([...new Set(values)].sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6])
  })

  it('are what they must be when the points are one', () => {
    expect(new Set(draws({ optimistic: 7, likely: 7, pessimistic: 7 }, 'pert', 100))).toEqual(new Set([7]))
  })

  it('have the likely one most often', () => {
    const values = draws({ optimistic: 1, likely: 4, pessimistic: 12 }, 'pert')
    const counts = new Map<number, number>()
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
    expect([...counts].sort((a, b) => b[1] - a[1])[0]?.[0]).toBe(4)
  })
})

describe('the random stream', () => {
  it('is fixed for ever', () => {
    const stream = new RandomStream(42)
    expect([stream.next(), stream.next(), stream.next()]).toEqual([2581720956, 1925393290, 3661312704])
  })

  it('fills its range evenly', () => {
    const stream = new RandomStream(9)
    const buckets = new Array<number>(16).fill(0)
    for (let i = 0; i < 16_000; i++) buckets[stream.next() >>> 28]!++
    for (const count of buckets) expect(Math.abs(count - 1000)).toBeLessThan(150)
  })
})
