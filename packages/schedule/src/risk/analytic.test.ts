import { describe, expect, it } from 'vitest'
import { type RiskInput, type RiskOutcome, type ScheduleInput, simulateRisk } from '../index.ts'

// Plans small enough for pen and paper: the share of runs must lie within four standard deviations of the probability.

const RUNS = 20_000

function simulated(plan: ScheduleInput, risk: Partial<RiskInput>): RiskOutcome & { kind: 'simulated' } {
  const outcome = simulateRisk(plan, { estimates: {}, runs: RUNS, seed: 5, shape: 'triangular', ...risk })
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.problems))
  return outcome
}

function expectShare(share: number | null, probability: number): void {
  const deviation = Math.sqrt((probability * (1 - probability)) / RUNS)
  expect(Math.abs(share! - probability)).toBeLessThanOrEqual(4 * deviation + 1e-12)
}

// Triangular from 1 over 1 to 2: below 1.5, and so one day, in 3/4 of all cases; two days otherwise.
const ONE_OR_TWO = { optimistic: 1, likely: 1, pessimistic: 2 }
const ONE_DAY = 0.75
const days = (ids: string[]): ScheduleInput['activities'] => ids.map((id) => ({ id, duration: 1 }))
const estimatesOf = (ids: string[]): RiskInput['estimates'] => Object.fromEntries(ids.map((id) => [id, ONE_OR_TWO]))

describe('durations of one day or two', () => {
  it.each([1, 2, 3, 5])('%i side by side are all short as often as the product says', (count) => {
    const ids = Array.from({ length: count }, (_, i) => `n${i}`)
    const plan = { calendar: 'cn', start: '2026-03-02', deadline: '2026-03-02', activities: days(ids) } as const
    expectShare(simulated(plan, { estimates: estimatesOf(ids) }).deadlineProbability, ONE_DAY ** count)
  })

  it.each([
    ['2026-03-03', ONE_DAY ** 2],
    ['2026-03-04', 1 - (1 - ONE_DAY) ** 2],
    ['2026-03-05', 1],
  ])('two in a row are done by %s as often as the binomial says', (deadline, probability) => {
    const plan: ScheduleInput = {
      ...{ calendar: 'cn', start: '2026-03-02', deadline },
      activities: days(['a', 'b']),
      links: [{ from: 'a', to: 'b' }],
    }
    expectShare(simulated(plan, { estimates: estimatesOf(['a', 'b']) }).deadlineProbability, probability)
  })

  it('an activity beside one of two days is critical when it is long', () => {
    const plan: ScheduleInput = {
      calendar: 'cn',
      start: '2026-03-02',
      activities: [
        { id: 'sure', duration: 2 },
        { id: 'open', duration: 1 },
      ],
    }
    const { activities } = simulated(plan, { estimates: { open: ONE_OR_TWO } })
    expect(activities.find(({ id }) => id === 'sure')!.criticalityIndex).toBe(1)
    expectShare(activities.find(({ id }) => id === 'open')!.criticalityIndex, 1 - ONE_DAY)
  })
})
