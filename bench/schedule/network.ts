import { buildColumns, chinaCalendar, columnDates, scheduleColumns, toDay } from '@guatu/schedule'
import type { CReference } from './c-reference.ts'
import { cpuMs } from './clock.ts'
import { generatePlan } from './generate.ts'
import { best, compared, limited, type Row } from './table.ts'

const START = '2026-01-05'

type Measured = { buildMs: number; passesMs: number; finish: number }

/** Build and passes with the national calendar, dates and both floats returned for every activity. */
export function measureNetwork(size: number, runs: number, isShuffled: boolean): Measured {
  const calendar = chinaCalendar()
  const plan = generatePlan(size, 3, 7, calendar, isShuffled)
  const into = columnDates(size)
  const built: number[] = []
  const passed: number[] = []
  let last = 0
  for (let run = 0; run < runs; run++) {
    const begin = cpuMs()
    const outcome = buildColumns(plan)
    built.push(cpuMs() - begin)
    if (outcome.kind === 'cyclic') throw new Error('the generated network has a cycle')
    // Twice on each network: as in C, where results are written is memory that has been used before.
    for (let pass = 0; pass < 2; pass++) {
      const middle = cpuMs()
      last = scheduleColumns(outcome.columns, { start: START }, into)
      passed.push(cpuMs() - middle)
    }
  }
  const { table } = calendar
  const finish = table.countBefore(last + 1) - table.countBefore(toDay(START))
  return { buildMs: best(built), passesMs: best(passed), finish }
}

export function benchNetwork(reference: CReference | null): Row[] {
  return [false, true].flatMap((isShuffled) =>
    [10_000, 100_000, 1_000_000].flatMap((size) => {
      const runs = size === 10_000 ? 300 : size === 100_000 ? 40 : 7
      const ours = measureNetwork(size, runs, isShuffled)
      const c = reference?.network(size, 3, 7, runs, isShuffled) ?? null
      if (c !== null && c.finish !== ours.finish)
        throw new Error(`C finishes after ${c.finish} days, not ${ours.finish}`)
      const name = `${size.toLocaleString('en')} activities ${isShuffled ? 'in any order' : 'in their order'}`
      const total = ours.buildMs + ours.passesMs
      const totalGoal = size === 100_000 ? { atMost: 3 } : {}
      return [
        compared(`${name}: passes`, ours.passesMs, c?.passesMs ?? null, { atMost: 2.5 }),
        compared(`${name}: build + passes`, total, c === null ? null : c.buildMs + c.passesMs, totalGoal),
        ...(size === 1_000_000 ? [limited(`${name}: build + passes`, total, 1000)] : []),
      ]
    }),
  )
}
