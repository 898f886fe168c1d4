import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type LegalPeriod, legalDeadline, type Scheduled, type ScheduleInput, schedule } from '../src/index.ts'
import { checkSchedule } from './checker.ts'

// Plans and what comes of them as plain JSON, for engines in any language.

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../fixtures/schedule/${name}`, import.meta.url), 'utf8'))

type Case = {
  name: string
  plan: ScheduleInput
  expected?: Partial<Scheduled>
  refused?: { code: string; ids: string[] }[]
}

const cases = ['plans.json', 'links.json'].flatMap((name) => read(name) as Case[])
const periods = read('statutory-periods.json') as (LegalPeriod & { deadline: string })[]

describe('plans', () => {
  it.each(cases.filter(({ expected }) => expected !== undefined))(
    '$name is scheduled as written down',
    ({ plan, expected }) => {
      const outcome = schedule(plan)
      expect(outcome).toMatchObject({ kind: 'scheduled', ...expected })
      expect(checkSchedule(plan, outcome as Scheduled)).toEqual([])
    },
  )

  it.each(cases.filter(({ refused }) => refused !== undefined))(
    '$name is refused as written down',
    ({ plan, refused }) => {
      expect(schedule(plan)).toMatchObject({ kind: 'refused', problems: refused })
    },
  )
})

describe('statutory periods', () => {
  it.each(periods)('from $from, $days $unit days end on $deadline', ({ deadline, ...period }) => {
    expect(legalDeadline(period)).toBe(deadline)
  })
})
