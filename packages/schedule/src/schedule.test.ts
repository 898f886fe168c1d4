import { describe, expect, it } from 'vitest'
import { early, find, late, scheduled } from '../test/scheduled.ts'
import type { ActivityInput, LinkInput, Scheduled, ScheduleInput } from './index.ts'

const pair = (a: number, b: number, link: Partial<LinkInput>): Partial<ScheduleInput> => ({
  activities: [
    { id: 'a', duration: a },
    { id: 'b', duration: b },
  ],
  links: [{ from: 'a', to: 'b', ...link }],
})

describe('links', () => {
  // From Monday 2026-01-05, a takes five days and b three.
  it.each<[Partial<LinkInput>, string, string]>([
    [{ type: 'FS' }, '2026-01-12', '2026-01-14'],
    [{ type: 'FS', lag: 2 }, '2026-01-14', '2026-01-16'],
    [{ type: 'FS', lag: -2 }, '2026-01-08', '2026-01-12'],
    [{ type: 'FS', lag: 3, lagUnit: 'calendar' }, '2026-01-13', '2026-01-15'],
    [{ type: 'FS', lag: 1, lagUnit: 'calendar' }, '2026-01-12', '2026-01-14'],
    [{ type: 'SS' }, '2026-01-05', '2026-01-07'],
    [{ type: 'SS', lag: 2 }, '2026-01-07', '2026-01-09'],
    [{ type: 'SS', lag: 6, lagUnit: 'calendar' }, '2026-01-12', '2026-01-14'],
    [{ type: 'FF' }, '2026-01-07', '2026-01-09'],
    [{ type: 'FF', lag: 1 }, '2026-01-08', '2026-01-12'],
    [{ type: 'FF', lag: -1 }, '2026-01-06', '2026-01-08'],
    [{ type: 'SF' }, '2026-01-05', '2026-01-07'],
    [{ type: 'SF', lag: 5 }, '2026-01-07', '2026-01-09'],
  ])('%j', (link, start, finish) => {
    expect(early(scheduled(pair(5, 3, link)), 'b')).toEqual([start, finish])
  })

  it('never pull an activity before the start of the project', () => {
    expect(early(scheduled(pair(5, 3, { lag: -30 })), 'b')).toEqual(['2026-01-05', '2026-01-07'])
  })

  it('count a lag in the calendar of what follows unless told otherwise', () => {
    const activities: ActivityInput[] = [
      { id: 'a', duration: 5 },
      { id: 'b', duration: 1, calendar: 'every-day' },
    ]
    const plan = (link: Partial<LinkInput>): Scheduled =>
      scheduled({ activities, links: [{ from: 'a', to: 'b', ...link }] })
    expect(early(plan({ lag: 3 }), 'b')[0]).toBe('2026-01-13')
    expect(early(plan({ lag: 3, lagCalendar: 'cn' }), 'b')[0]).toBe('2026-01-15')
    expect(early(plan({ lag: 3, lagUnit: 'calendar' }), 'b')[0]).toBe('2026-01-13')
  })
})

describe('calendars of activities', () => {
  const activities: ActivityInput[] = [
    { id: 'pour', duration: 5 },
    { id: 'cure', duration: 7, calendar: 'every-day' },
    { id: 'strip', duration: 1 },
  ]
  const links = [
    { from: 'pour', to: 'cure' },
    { from: 'cure', to: 'strip' },
  ]

  it('run over weekends where every day counts', () => {
    const outcome = scheduled({ activities, links })
    expect(early(outcome, 'pour')).toEqual(['2026-01-05', '2026-01-09'])
    expect(early(outcome, 'cure')).toEqual(['2026-01-10', '2026-01-16'])
    expect(early(outcome, 'strip')).toEqual(['2026-01-19', '2026-01-19'])
  })

  it('give float where days off leave room', () => {
    const outcome = scheduled({ activities, links })
    expect(late(outcome, 'cure')).toEqual(['2026-01-12', '2026-01-18'])
    expect(find(outcome, 'cure')).toMatchObject({ totalFloat: 2, freeFloat: 2, critical: false })
    expect(find(outcome, 'pour')).toMatchObject({ totalFloat: 0, critical: true })
  })

  it('work through the Spring Festival only where they say so', () => {
    const outcome = scheduled({ start: '2026-02-12', activities, links })
    expect(early(outcome, 'pour')).toEqual(['2026-02-12', '2026-02-25'])
    expect(early(outcome, 'cure')).toEqual(['2026-02-26', '2026-03-04'])
    const throughout = scheduled({ start: '2026-02-12', calendar: 'every-day', activities, links })
    expect(early(throughout, 'pour')).toEqual(['2026-02-12', '2026-02-16'])
  })

  it('may be written out', () => {
    const calendar = { weekdays: [1, 2, 3, 4, 5, 6], off: ['2026-01-10'], work: ['2026-01-11'] }
    expect(early(scheduled({ calendar, ...pair(5, 3, {}) }), 'b')).toEqual(['2026-01-11', '2026-01-13'])
  })

  it('may be the national one with days of the district', () => {
    const calendar = { base: 'cn', extraOff: ['2026-01-12'] } as const
    expect(early(scheduled({ calendar, ...pair(5, 3, {}) }), 'b')).toEqual(['2026-01-13', '2026-01-15'])
  })
})

describe('milestones', () => {
  it('carry the date on which the last predecessor finishes', () => {
    const outcome = scheduled({
      activities: [
        { id: 'a', duration: 5 },
        { id: 'b', duration: 3 },
        { id: 'm', duration: 0 },
        { id: 'c', duration: 1 },
      ],
      links: [
        { from: 'a', to: 'm' },
        { from: 'b', to: 'm' },
        { from: 'm', to: 'c' },
      ],
    })
    expect(early(outcome, 'm')).toEqual(['2026-01-09', '2026-01-09'])
    expect(late(outcome, 'm')).toEqual(['2026-01-09', '2026-01-09'])
    expect(early(outcome, 'c')).toEqual(['2026-01-12', '2026-01-12'])
    expect(outcome.criticalPath).toEqual(['a', 'm', 'c'])
  })

  it('carry the start when nothing comes before them', () => {
    const outcome = scheduled({
      activities: [
        { id: 'm', duration: 0 },
        { id: 'a', duration: 2 },
      ],
      links: [{ from: 'm', to: 'a' }],
    })
    expect(early(outcome, 'm')).toEqual(['2026-01-05', '2026-01-05'])
    expect(early(outcome, 'a')).toEqual(['2026-01-05', '2026-01-06'])
  })

  it('carry a Saturday when that is when the last predecessor finishes', () => {
    const outcome = scheduled({
      activities: [
        { id: 'a', duration: 6, calendar: 'every-day' },
        { id: 'm', duration: 0 },
      ],
      links: [{ from: 'a', to: 'm' }],
    })
    expect(early(outcome, 'm')).toEqual(['2026-01-10', '2026-01-10'])
    expect(find(outcome, 'm')).toMatchObject({ totalFloat: 0, critical: true })
  })

  it('carry the date that a constraint sets, and what follows may begin on it', () => {
    const outcome = scheduled({
      activities: [
        { id: 'm', duration: 0, constraint: { type: 'not-earlier', date: '2026-01-14' } },
        { id: 'a', duration: 2 },
      ],
      links: [{ from: 'm', to: 'a' }],
    })
    expect(early(outcome, 'm')).toEqual(['2026-01-14', '2026-01-14'])
    expect(early(outcome, 'a')).toEqual(['2026-01-14', '2026-01-15'])
  })

  it('follow one another on the same date', () => {
    const outcome = scheduled({
      activities: [
        { id: 'a', duration: 3 },
        { id: 'm', duration: 0 },
        { id: 'n', duration: 0 },
      ],
      links: [
        { from: 'a', to: 'm' },
        { from: 'm', to: 'n' },
      ],
    })
    expect(early(outcome, 'm')).toEqual(early(outcome, 'n'))
    expect(outcome.criticalPath).toEqual(['a', 'm', 'n'])
  })
})

describe('constraints', () => {
  const withConstraint = (type: string, date?: string): Scheduled =>
    scheduled({
      activities: [
        { id: 'a', duration: 5 },
        { id: 'b', duration: 3, constraint: { type, ...(date !== undefined && { date }) } },
        { id: 'z', duration: 20 },
      ],
      links: [{ from: 'a', to: 'b' }],
    })

  it.each([
    ['not-earlier', '2026-01-20', ['2026-01-20', '2026-01-22'], true],
    ['not-earlier', '2026-01-06', ['2026-01-12', '2026-01-14'], true],
    ['not-earlier', '2026-01-17', ['2026-01-19', '2026-01-21'], true],
    ['finish-not-earlier', '2026-01-20', ['2026-01-16', '2026-01-20'], true],
    ['must-start', '2026-01-20', ['2026-01-20', '2026-01-22'], true],
    ['must-finish', '2026-01-20', ['2026-01-16', '2026-01-20'], true],
    ['must-finish', '2026-01-18', ['2026-01-14', '2026-01-16'], true],
    ['not-later', '2026-01-20', ['2026-01-12', '2026-01-14'], true],
    ['not-later', '2026-01-13', ['2026-01-12', '2026-01-14'], false],
    ['start-not-later', '2026-01-12', ['2026-01-12', '2026-01-14'], true],
    ['start-not-later', '2026-01-09', ['2026-01-12', '2026-01-14'], false],
    ['must-start', '2026-01-08', ['2026-01-12', '2026-01-14'], false],
    ['must-finish', '2026-01-13', ['2026-01-12', '2026-01-14'], false],
  ])('%s %s', (type, date, dates, feasible) => {
    const outcome = withConstraint(type, date)
    expect(early(outcome, 'b')).toEqual(dates)
    expect(outcome.feasible).toBe(feasible)
  })

  it('as late as possible uses the free float and moves nobody', () => {
    const outcome = withConstraint('as-late-as-possible')
    expect(early(outcome, 'b')).toEqual(['2026-01-28', '2026-01-30'])
    expect(outcome.finish).toBe('2026-01-30')
    expect(find(outcome, 'b')).toMatchObject({ totalFloat: 0, freeFloat: 0 })
  })

  it('as late as possible moves a chain as one', () => {
    const constraint = { type: 'as-late-as-possible' }
    const outcome = scheduled({
      activities: [
        { id: 'a', duration: 2, constraint },
        { id: 'b', duration: 3, constraint },
        { id: 'c', duration: 1 },
        { id: 'z', duration: 10 },
      ],
      links: [
        { from: 'a', to: 'b' },
        { from: 'b', to: 'c' },
        { from: 'z', to: 'c' },
      ],
    })
    expect(early(outcome, 'a')).toEqual(['2026-01-12', '2026-01-13'])
    expect(early(outcome, 'b')).toEqual(['2026-01-14', '2026-01-16'])
    expect(early(outcome, 'c')).toEqual(['2026-01-19', '2026-01-19'])
  })

  it.each(['SNET', 'Start No Earlier Than', 'start-no-earlier-than', 'notEarlier', 'NOT_EARLIER'])(
    'understand %s',
    (type) => {
      expect(early(withConstraint(type, '2026-01-20'), 'b')[0]).toBe('2026-01-20')
    },
  )

  it('as soon as possible are none', () => {
    expect(withConstraint('ASAP')).toEqual(withConstraint('asSoonAsPossible'))
    expect(early(withConstraint('ASAP'), 'b')[0]).toBe('2026-01-12')
  })
})

describe('deadlines', () => {
  it('of an activity give float and move nothing', () => {
    const plan = (deadline: string): Scheduled =>
      scheduled({
        activities: [
          { id: 'a', duration: 5, deadline },
          { id: 'z', duration: 20 },
        ],
      })
    expect(find(plan('2026-01-14'), 'a')).toMatchObject({
      earlyFinish: '2026-01-09',
      lateFinish: '2026-01-14',
      totalFloat: 3,
    })
    expect(find(plan('2026-01-07'), 'a')).toMatchObject({
      earlyFinish: '2026-01-09',
      lateFinish: '2026-01-07',
      totalFloat: -2,
    })
    expect(plan('2026-01-07')).toMatchObject({ feasible: false, shortfallWorkdays: 2, shortfall: { chain: ['a'] } })
  })

  it('on a day off end on the working day before', () => {
    expect(
      find(scheduled({ activities: [{ id: 'a', duration: 5, deadline: '2026-01-11' }], deadline: '2026-03-01' }), 'a')
        .totalFloat,
    ).toBe(0)
  })

  it('of the whole are what late dates run from', () => {
    const outcome = scheduled({ deadline: '2026-01-30', ...pair(5, 3, {}) })
    expect(late(outcome, 'b')).toEqual(['2026-01-28', '2026-01-30'])
    expect(find(outcome, 'a')).toMatchObject({ totalFloat: 12, freeFloat: 0, critical: false })
    expect(find(outcome, 'b')).toMatchObject({ totalFloat: 12, freeFloat: 0 })
    expect(outcome.criticalPath).toEqual(['a', 'b'])
  })
})
