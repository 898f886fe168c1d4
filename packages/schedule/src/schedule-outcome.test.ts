import { describe, expect, it } from 'vitest'
import { early, find, late, scheduled } from '../test/scheduled.ts'
import { type ActivityInput, type LinkInput, type Scheduled, type ScheduleInput, schedule } from './index.ts'

const pair = (a: number, b: number, link: Partial<LinkInput>): Partial<ScheduleInput> => ({
  activities: [
    { id: 'a', duration: a },
    { id: 'b', duration: b },
  ],
  links: [{ from: 'a', to: 'b', ...link }],
})

describe('a backward schedule', () => {
  const activities: ActivityInput[] = [
    { id: 'design', duration: 20 },
    { id: 'permit', duration: 15 },
    { id: 'tender', duration: 10 },
    { id: 'build', duration: 60 },
  ]
  const links = [
    { from: 'design', to: 'permit' },
    { from: 'design', to: 'tender' },
    { from: 'permit', to: 'build' },
    { from: 'tender', to: 'build' },
  ]

  it('without a first day runs from the latest start', () => {
    const outcome = scheduled({ direction: 'backward', start: null, deadline: '2026-12-31', activities, links })
    expect(outcome).toMatchObject({ feasible: true, start: '2026-08-17', finish: '2026-12-31' })
    expect(find(outcome, 'design')).toMatchObject({ earlyStart: '2026-08-17', lateStart: '2026-08-17', totalFloat: 0 })
    expect(find(outcome, 'tender')).toMatchObject({ totalFloat: 5 })
    expect(outcome.criticalPath).toEqual(['design', 'permit', 'build'])
  })

  it('with room to spare says so in the float', () => {
    const outcome = scheduled({
      direction: 'backward',
      start: null,
      notBefore: '2026-08-03',
      deadline: '2026-12-31',
      activities,
      links,
    })
    expect(outcome).toMatchObject({ feasible: true, shortfallWorkdays: 0, shortfall: null, start: '2026-08-17' })
    expect(find(outcome, 'design')).toMatchObject({ earlyStart: '2026-08-03', totalFloat: 10 })
  })

  it('that does not fit says how much is missing, along which chain, and where it breaks first', () => {
    const outcome = scheduled({
      direction: 'backward',
      start: null,
      notBefore: '2026-09-21',
      deadline: '2026-12-31',
      activities,
      links,
    })
    expect(outcome.feasible).toBe(false)
    // Of the 95 working days that the chain takes, 69 are left.
    expect(outcome.shortfall).toEqual({ workdays: 26, chain: ['design', 'permit', 'build'], firstInfeasible: 'permit' })
    expect(outcome.shortfallWorkdays).toBe(26)
    expect(outcome.notices.map(({ code }) => code)).toEqual(['date-missed', 'provisional-calendar'])
    expect(find(outcome, 'build')).toMatchObject({ totalFloat: -26, critical: true })
  })

  it('takes the start for today when nothing else is said', () => {
    const base: Partial<ScheduleInput> = { direction: 'backward', deadline: '2026-12-31', activities, links }
    const withStart = scheduled({ ...base, start: '2026-09-21' })
    expect(withStart).toEqual(scheduled({ ...base, start: null, notBefore: '2026-09-21' }))
    expect(scheduled({ ...base, start: '2026-01-05', notBefore: '2026-09-21' })).toEqual(withStart)
  })

  it('may break at its first activity already', () => {
    const outcome = scheduled({
      direction: 'backward',
      notBefore: '2026-12-01',
      deadline: '2026-12-31',
      activities,
      links,
    })
    expect(outcome.shortfall?.firstInfeasible).toBe('build')
  })
})

describe('progress', () => {
  const activities: ActivityInput[] = [
    { id: 'a', duration: 5 },
    { id: 'b', duration: 5 },
    { id: 'c', duration: 5 },
  ]
  const links = [
    { from: 'a', to: 'b' },
    { from: 'b', to: 'c' },
  ]
  const withActuals = (actuals: Record<string, Partial<ActivityInput>>, dataDate: string | null): Scheduled =>
    scheduled({ dataDate, links, activities: activities.map((activity) => ({ ...activity, ...actuals[activity.id] })) })

  it('keeps what has happened', () => {
    const outcome = withActuals({ a: { actualStart: '2026-01-06', actualFinish: '2026-01-13' } }, '2026-01-14')
    expect(early(outcome, 'a')).toEqual(['2026-01-06', '2026-01-13'])
    expect(late(outcome, 'a')).toEqual(['2026-01-06', '2026-01-13'])
    expect(find(outcome, 'a')).toMatchObject({ totalFloat: 0, critical: false })
    expect(early(outcome, 'b')).toEqual(['2026-01-14', '2026-01-20'])
  })

  it('does what is left from the data date on', () => {
    const outcome = withActuals({ a: { actualStart: '2026-01-06', remaining: 4 } }, '2026-01-14')
    expect(early(outcome, 'a')).toEqual(['2026-01-06', '2026-01-19'])
    expect(early(outcome, 'b')[0]).toBe('2026-01-20')
  })

  it('takes the rest of the duration where nobody says what is left', () => {
    expect(early(withActuals({ a: { actualStart: '2026-01-06' } }, '2026-01-08'), 'a')).toEqual([
      '2026-01-06',
      '2026-01-12',
    ])
    // More days have gone by than it should take, and it is not finished: at least a day is left.
    expect(early(withActuals({ a: { actualStart: '2026-01-06' } }, '2026-01-21'), 'a')).toEqual([
      '2026-01-06',
      '2026-01-21',
    ])
  })

  it('does not start anything in the past', () => {
    expect(early(withActuals({}, '2026-01-14'), 'a')).toEqual(['2026-01-14', '2026-01-20'])
  })

  it('without a data date keeps the actual start and the duration', () => {
    const outcome = withActuals({ b: { actualStart: '2026-01-07' } }, null)
    expect(early(outcome, 'b')).toEqual(['2026-01-07', '2026-01-13'])
    expect(outcome.notices).toMatchObject([{ code: 'link-broken', ids: ['a', 'b'] }])
  })

  it('of an activity finished without a start is taken back by its duration', () => {
    expect(early(withActuals({ a: { actualFinish: '2026-01-16' } }, '2026-01-19'), 'a')).toEqual([
      '2026-01-12',
      '2026-01-16',
    ])
  })

  it('on a day off is what it is', () => {
    const outcome = withActuals({ a: { actualStart: '2026-01-10', actualFinish: '2026-01-17' } }, '2026-01-19')
    expect(early(outcome, 'a')).toEqual(['2026-01-10', '2026-01-17'])
    expect(early(outcome, 'b')).toEqual(['2026-01-19', '2026-01-23'])
  })

  it('out of order is told', () => {
    const outcome = withActuals({ b: { actualStart: '2026-01-06', actualFinish: '2026-01-12' } }, '2026-01-14')
    expect(early(outcome, 'a')).toEqual(['2026-01-14', '2026-01-20'])
    expect(early(outcome, 'c')).toEqual(['2026-01-14', '2026-01-20'])
    expect(outcome.notices).toMatchObject([{ code: 'link-broken', ids: ['a', 'b'] }])
  })
})

describe('fixed nodes', () => {
  const plan = (fixedStart: string): Scheduled =>
    scheduled({
      activities: [
        { id: 'a', duration: 5 },
        { id: 'b', duration: 3, fixedStart },
        { id: 'c', duration: 2 },
      ],
      links: [
        { from: 'a', to: 'b' },
        { from: 'b', to: 'c' },
      ],
    })

  it('stay where they are and give what comes before them float', () => {
    const outcome = plan('2026-01-19')
    expect(early(outcome, 'b')).toEqual(['2026-01-19', '2026-01-21'])
    expect(find(outcome, 'a')).toMatchObject({ totalFloat: 5, freeFloat: 5 })
    expect(early(outcome, 'c')[0]).toBe('2026-01-22')
    expect(outcome.feasible).toBe(true)
  })

  it('that come too early are told', () => {
    const outcome = plan('2026-01-07')
    expect(early(outcome, 'b')).toEqual(['2026-01-07', '2026-01-09'])
    expect(find(outcome, 'a')).toMatchObject({ totalFloat: -3, freeFloat: 0 })
    expect(outcome).toMatchObject({ feasible: false, shortfallWorkdays: 3 })
    expect(outcome.notices.map(({ code }) => code)).toEqual(['link-broken', 'date-missed'])
  })
})

describe('summaries', () => {
  const plan: Partial<ScheduleInput> = {
    activities: [
      { id: 'S', name: '前期' },
      { id: 'a', duration: 2, parent: 'S' },
      { id: 'T', parent: 'S' },
      { id: 'b', duration: 4, parent: 'T' },
      { id: 'c', duration: 1, parent: 'T' },
      { id: 'd', duration: 3 },
    ],
    links: [
      { from: 'a', to: 'T' },
      { from: 'S', to: 'd' },
    ],
  }

  it('span their children, and their links hold for all of them', () => {
    const outcome = scheduled(plan)
    expect(early(outcome, 'S')).toEqual(['2026-01-05', '2026-01-12'])
    expect(early(outcome, 'T')).toEqual(['2026-01-07', '2026-01-12'])
    expect(early(outcome, 'c')).toEqual(['2026-01-07', '2026-01-07'])
    expect(early(outcome, 'd')).toEqual(['2026-01-13', '2026-01-15'])
  })

  it('have the least of the floats inside', () => {
    const outcome = scheduled(plan)
    expect(find(outcome, 'c')).toMatchObject({ totalFloat: 3, freeFloat: 3, critical: false })
    expect(find(outcome, 'T')).toMatchObject({ totalFloat: 0, critical: true })
  })

  it('are seen through by drivers and the critical path', () => {
    const outcome = scheduled(plan)
    expect(outcome.criticalPath).toEqual(['a', 'b', 'd'])
    expect(find(outcome, 'c').driver).toBe('a')
    expect(find(outcome, 'd').driver).toBe('b')
  })

  it('hand their constraints down', () => {
    const activities = plan.activities!.map((activity) =>
      activity.id === 'T'
        ? { ...activity, constraint: { type: 'not-earlier', date: '2026-01-20' }, deadline: '2026-01-22' }
        : activity,
    )
    const outcome = scheduled({ ...plan, activities })
    expect(early(outcome, 'b')).toEqual(['2026-01-20', '2026-01-23'])
    expect(find(outcome, 'b').totalFloat).toBe(-1)
    expect(find(outcome, 'c').totalFloat).toBe(2)
  })
})

describe('floats and drivers', () => {
  const outcome = scheduled({
    activities: [
      { id: 'a', duration: 3 },
      { id: 'b', duration: 5 },
      { id: 'c', duration: 2 },
      { id: 'd', duration: 4 },
      { id: 'e', duration: 1 },
    ],
    links: [
      { from: 'a', to: 'c' },
      { from: 'b', to: 'd' },
      { from: 'c', to: 'd' },
      { from: 'a', to: 'e' },
    ],
  })

  it.each([
    ['a', 0, 0, true, null],
    ['b', 0, 0, true, null],
    ['c', 0, 0, true, 'a'],
    ['d', 0, 0, true, 'b'],
    ['e', 5, 5, false, 'a'],
  ])('%s', (id, totalFloat, freeFloat, critical, driver) => {
    expect(find(outcome, id)).toMatchObject({ totalFloat, freeFloat, critical, driver })
  })
})

describe('notices', () => {
  it('name the years whose holidays are not announced', () => {
    const outcome = scheduled({ start: '2026-12-21', ...pair(10, 10, {}) })
    expect(outcome.notices).toMatchObject([{ code: 'provisional-calendar' }])
    expect(outcome.notices[0]?.message.zh).toContain('2027')
  })

  it('keep quiet about calendars that are what they are', () => {
    expect(scheduled({ calendar: 'every-day', start: '2030-12-21', ...pair(10, 10, {}) }).notices).toEqual([])
  })
})

describe('a plan with nothing in it', () => {
  it('is kept, and has no dates', () => {
    expect(scheduled({})).toMatchObject({ feasible: true, start: null, finish: null, activities: [], criticalPath: [] })
  })
})

describe('the plan handed in', () => {
  it('is left as it is', () => {
    const plan: ScheduleInput = {
      calendar: 'cn',
      start: '2026-01-05',
      activities: [{ id: 'a', duration: 1 }],
      links: [],
    }
    const before = JSON.stringify(plan)
    schedule(plan)
    expect(JSON.stringify(plan)).toBe(before)
  })
})
