import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import {
  buildColumns,
  columnDates,
  everyDayCalendar,
  type ScheduleInput,
  schedule,
  scheduleColumns,
  toDay,
} from '../src/index.ts'
import { checkSchedule } from './checker.ts'

type Fixture = {
  about: string
  networks: { name: string; criticalPath: number; durations: number[]; successors: number[][] }[]
}

const file = new URL('../../../fixtures/schedule/psplib-critical-paths.json.gz', import.meta.url)
const { networks } = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as Fixture
const START = '2026-01-01'

const links = (successors: number[][]): { from: number; to: number }[] =>
  successors.flatMap((row, from) => row.map((to) => ({ from, to: to - 1 })))

function asPlan({ durations, successors }: Fixture['networks'][number]): ScheduleInput {
  return {
    calendar: 'every-day',
    start: START,
    activities: durations.map((duration, i) => ({ id: String(i), duration })),
    links: links(successors).map(({ from, to }) => ({ from: String(from), to: String(to) })),
  }
}

describe('PSPLIB', () => {
  it('has 960 networks', () => {
    expect(networks).toHaveLength(960)
  })

  it('gives its critical-path makespan for every network', () => {
    const found = networks.map((network) => {
      const outcome = schedule(asPlan(network))
      return outcome.kind === 'scheduled' ? toDay(outcome.finish!) - toDay(START) + 1 : outcome.problems
    })
    expect(found).toEqual(networks.map(({ criticalPath }) => criticalPath))
  })

  it('gives the same by the column interface', () => {
    const found = networks.map(({ durations, successors }) => {
      const ends = links(successors)
      const plan = {
        calendar: everyDayCalendar(),
        duration: Int32Array.from(durations),
        from: Int32Array.from(ends, ({ from }) => from),
        to: Int32Array.from(ends, ({ to }) => to),
      }
      const built = buildColumns(plan)
      if (built.kind === 'cyclic') throw new Error('cyclic')
      return scheduleColumns(built.columns, { start: START }, columnDates(durations.length)) - toDay(START) + 1
    })
    expect(found).toEqual(networks.map(({ criticalPath }) => criticalPath))
  })

  it('passes the checker', () => {
    for (const network of networks.slice(0, 100)) {
      const plan = asPlan(network)
      const outcome = schedule(plan)
      if (outcome.kind === 'refused') throw new Error(network.name)
      expect(checkSchedule(plan, outcome), network.name).toEqual([])
    }
  })
})
