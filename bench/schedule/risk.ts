import { chinaCalendar, simulateRisk } from '@guatu/schedule'
import type { CReference } from './c-reference.ts'
import { cpuMs } from './clock.ts'
import { generatePlan } from './generate.ts'
import { compared, type Row } from './table.ts'

const SIZE = 1_000
const RUNS = 10_000

/** Three-point durations, the finish and criticality of every run; ours with its percentiles and the deadline's probability. */
export function benchRisk(reference: CReference | null): Row[] {
  const { duration, from, to, lag } = generatePlan(SIZE, 3, 7, chinaCalendar(), false)
  const plan = {
    ...({ calendar: 'cn', start: '2026-01-05', deadline: '2027-12-31' } as const),
    activities: Array.from(duration, (days, i) => ({ id: `n${i}`, duration: days })),
    links: Array.from(from, (node, e) => ({ from: `n${node}`, to: `n${to[e]}`, lag: lag[e]! })),
  }
  const points = Array.from(duration, (likely) => ({
    ...{ optimistic: Math.round(likely * 0.8), likely, pessimistic: Math.round(likely * 1.5) },
  }))
  const estimates = Object.fromEntries(points.map((point, i) => [`n${i}`, point]))
  const times: number[] = []
  for (let run = 0; run < 5; run++) {
    const begin = cpuMs()
    const outcome = simulateRisk(plan, { estimates, runs: RUNS, seed: 1, shape: 'triangular' })
    if (outcome.kind === 'refused') throw new Error('the generated plan is refused')
    times.push(cpuMs() - begin)
  }
  const c = reference === null ? null : Math.min(...[1, 2, 3, 4, 5].map(() => reference.risk(SIZE, 3, 7, RUNS).ms))
  const name = `Monte-Carlo, ${RUNS.toLocaleString('en')} runs of ${SIZE.toLocaleString('en')} activities`
  return [compared(name, Math.min(...times), c, { atMost: 2.5 })]
}
