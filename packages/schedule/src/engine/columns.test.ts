import { describe, expect, it } from 'vitest'
import { randomFrom } from '../../test/random-plan.ts'
import {
  buildColumns,
  type ColumnPlan,
  chinaCalendar,
  columnDates,
  fromDay,
  LINK_CODES,
  type LinkType,
  type Scheduled,
  schedule,
  scheduleColumns,
  weeklyCalendar,
} from '../index.ts'

const TYPES = ['FS', 'SS', 'FF', 'SF'] as const satisfies LinkType[]

type Spec = { durations: number[]; links: { from: number; to: number; type: LinkType; lag: number }[] }

function randomSpec(seed: number, leastDuration: number): Spec {
  const random = randomFrom(seed)
  const size = 2 + random(15)
  // Links go up or down the list, all of them, so that there is no cycle and both ways of ordering come up.
  const isDown = random(2) === 0
  const place = (i: number): number => (isDown ? i : size - 1 - i)
  const links = Array.from({ length: random(3 * size) }, () => {
    const to = 1 + random(size - 1)
    return {
      from: place(random(to)),
      to: place(to),
      type: leastDuration > 0 ? TYPES[random(4)]! : 'FS',
      lag: random(7) - 2,
    }
  })
  return { durations: Array.from({ length: size }, () => leastDuration + random(9)), links }
}

const columnsOf = ({ durations, links }: Spec): ColumnPlan => ({
  calendar: chinaCalendar(),
  duration: Int32Array.from(durations),
  from: Int32Array.from(links, ({ from }) => from),
  to: Int32Array.from(links, ({ to }) => to),
  type: Uint8Array.from(links, ({ type }) => LINK_CODES[type]),
  lag: Int32Array.from(links, ({ lag }) => lag),
})

function byPlan({ durations, links }: Spec, start: string, deadline: string | null): Scheduled {
  const outcome = schedule({
    ...({ calendar: 'cn', start, deadline } as const),
    activities: durations.map((duration, i) => ({ id: String(i), duration })),
    links: links.map(({ from, to, ...link }) => ({ from: String(from), to: String(to), ...link })),
  })
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.problems))
  return outcome
}

function byColumns(spec: Spec, start: string, deadline: string | null): object[] {
  const built = buildColumns(columnsOf(spec))
  if (built.kind === 'cyclic') throw new Error('cyclic')
  const dates = columnDates(spec.durations.length)
  scheduleColumns(built.columns, { start, deadline }, dates)
  return spec.durations.map((_, i) => ({
    earlyStart: fromDay(dates.earlyStart[i]!),
    earlyFinish: fromDay(dates.earlyFinish[i]!),
    lateStart: fromDay(dates.lateStart[i]!),
    lateFinish: fromDay(dates.lateFinish[i]!),
    totalFloat: dates.totalFloat[i],
    freeFloat: dates.freeFloat[i],
  }))
}

describe('the column interface', () => {
  it.each([null, '2026-06-30', '2026-01-07'])('gives what schedule gives, with deadline %s', (deadline) => {
    for (let seed = 1; seed <= 300; seed++) {
      const spec = randomSpec(seed, 1)
      const expected = byPlan(spec, '2026-01-03', deadline).activities.map(
        ({ earlyStart, earlyFinish, lateStart, lateFinish, totalFloat, freeFloat }) => ({
          ...{ earlyStart, earlyFinish, lateStart, lateFinish, totalFloat, freeFloat },
        }),
      )
      expect(byColumns(spec, '2026-01-03', deadline), `seed ${seed}`).toEqual(expected)
    }
  })

  it('gives the last day of the whole', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const spec = randomSpec(seed, 1)
      const built = buildColumns(columnsOf(spec))
      if (built.kind === 'cyclic') throw new Error('cyclic')
      const last = scheduleColumns(built.columns, { start: '2026-01-05' }, columnDates(spec.durations.length))
      expect(fromDay(last)).toBe(byPlan(spec, '2026-01-05', null).finish)
    }
  })

  it('gives milestones the day on which they are reached', () => {
    const spec: Spec = {
      durations: [0, 5, 0, 2],
      links: [
        { from: 0, to: 1, type: 'FS', lag: 0 },
        { from: 1, to: 2, type: 'FS', lag: 0 },
        { from: 2, to: 3, type: 'FS', lag: 0 },
      ],
    }
    expect(byColumns(spec, '2026-01-05', null).map((dates) => (dates as { earlyStart: string }).earlyStart)).toEqual([
      '2026-01-05',
      '2026-01-05',
      '2026-01-09',
      '2026-01-12',
    ])
  })

  it('serves one start after another from one network', () => {
    const spec = randomSpec(7, 1)
    const built = buildColumns(columnsOf(spec))
    if (built.kind === 'cyclic') throw new Error('cyclic')
    const into = columnDates(spec.durations.length)
    for (const start of ['2026-01-05', '2026-08-03', '2031-05-05', '2026-01-05']) {
      scheduleColumns(built.columns, { start }, into)
      const expected = byPlan(spec, start, null).activities.map(({ lateFinish }) => lateFinish)
      expect(Array.from(into.lateFinish, fromDay)).toEqual(expected)
    }
  })

  it('counts beyond the years of the table', () => {
    const calendar = weeklyCalendar({ weekdays: [1, 2, 3, 4, 5] })
    const built = buildColumns({
      calendar,
      duration: Int32Array.of(100_000, 5),
      from: Int32Array.of(0),
      to: Int32Array.of(1),
    })
    if (built.kind === 'cyclic') throw new Error('cyclic')
    const into = columnDates(2)
    scheduleColumns(built.columns, { start: '2026-01-05' }, into)
    expect(fromDay(into.earlyFinish[0]!)).toBe(calendar.addWorkdays('2026-01-04', 100_000))
    expect(fromDay(into.earlyFinish[1]!)).toBe(calendar.addWorkdays('2026-01-04', 100_005))
  })

  it('names what lies on a cycle or behind one', () => {
    const plan = {
      calendar: chinaCalendar(),
      duration: Int32Array.of(1, 1, 1, 1),
      from: Int32Array.of(0, 1, 2, 2),
      to: Int32Array.of(1, 2, 1, 3),
    }
    expect(buildColumns(plan)).toEqual({ kind: 'cyclic', unordered: Int32Array.of(1, 2, 3) })
  })

  it('takes a plan with nothing in it', () => {
    const none = new Int32Array(0)
    const built = buildColumns({ calendar: chinaCalendar(), duration: none, from: none, to: none })
    expect(built.kind).toBe('built')
  })
})
