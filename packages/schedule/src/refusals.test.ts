import { describe, expect, it } from 'vitest'
import { type Problem, type ScheduleInput, schedule } from './index.ts'

function problems(plan: unknown): readonly Problem[] {
  const outcome = schedule(plan as ScheduleInput)
  return outcome.kind === 'refused' ? outcome.problems : []
}

const codes = (plan: unknown): string[] => problems(plan).map(({ code }) => code)

const base = { calendar: 'cn', start: '2026-01-05' }
const one = [{ id: 'a', duration: 1 }]
const two = [
  { id: 'a', duration: 1 },
  { id: 'b', duration: 1 },
]

describe('a plan is refused', () => {
  it.each<[string, unknown, string[]]>([
    ['that is nothing', null, ['invalid-input']],
    ['that is a number', 5, ['invalid-input']],
    ['that is a list', [], ['invalid-input']],
    ['without activities', { ...base }, ['invalid-input']],
    ['whose links are no list', { ...base, activities: one, links: {} }, ['invalid-input']],
    ['without a start', { calendar: 'cn', activities: one }, ['missing-start']],
    ['backward without a deadline', { ...base, direction: 'backward', activities: one }, ['missing-deadline']],
    ['in another direction', { ...base, direction: 'sideways', activities: one }, ['invalid-input']],
    ['with a start that is no date', { ...base, start: '2026-02-30', activities: one }, ['invalid-date']],
    ['with a deadline that is no date', { ...base, deadline: 'soon', activities: one }, ['invalid-date']],
    ['with an unknown calendar', { ...base, calendar: 'mars', activities: one }, ['invalid-calendar']],
    ['with a week without work', { ...base, calendar: { weekdays: [] }, activities: one }, ['invalid-calendar']],
    ['with an eighth weekday', { ...base, calendar: { weekdays: [8] }, activities: one }, ['invalid-calendar']],
    [
      'with a calendar of bad dates',
      { ...base, calendar: { weekdays: [1], off: ['x'] }, activities: one },
      ['invalid-calendar'],
    ],
    [
      'with a district of bad dates',
      { ...base, calendar: { base: 'cn', extraOff: ['x'] }, activities: one },
      ['invalid-calendar'],
    ],
    ['with an unknown base', { ...base, calendar: { base: 'mars' }, activities: one }, ['invalid-calendar']],
    [
      'with an activity of an unknown calendar',
      { ...base, activities: [{ id: 'a', duration: 1, calendar: 7 }] },
      ['invalid-calendar'],
    ],
    ['with an activity without id', { ...base, activities: [{ duration: 1 }] }, ['invalid-id']],
    ['with an activity that is nothing', { ...base, activities: [null] }, ['invalid-id']],
    ['with an id used twice', { ...base, activities: [...one, ...one] }, ['duplicate-id']],
    ['without a duration', { ...base, activities: [{ id: 'a' }] }, ['invalid-duration']],
    ['with a negative duration', { ...base, activities: [{ id: 'a', duration: -1 }] }, ['invalid-duration']],
    ['with half a day', { ...base, activities: [{ id: 'a', duration: 0.5 }] }, ['invalid-duration']],
    ['with a duration in words', { ...base, activities: [{ id: 'a', duration: '5' }] }, ['invalid-duration']],
    ['with a duration beyond reason', { ...base, activities: [{ id: 'a', duration: 1e7 }] }, ['invalid-duration']],
    [
      'with an unknown constraint',
      { ...base, activities: [{ id: 'a', duration: 1, constraint: { type: 'maybe', date: '2026-01-06' } }] },
      ['invalid-constraint'],
    ],
    [
      'with a constraint without type',
      { ...base, activities: [{ id: 'a', duration: 1, constraint: {} }] },
      ['invalid-constraint'],
    ],
    [
      'with a constraint without date',
      { ...base, activities: [{ id: 'a', duration: 1, constraint: { type: 'must-start' } }] },
      ['invalid-constraint'],
    ],
    [
      'with a constraint on no day',
      { ...base, activities: [{ id: 'a', duration: 1, constraint: { type: 'must-start', date: '2026-13-01' } }] },
      ['invalid-date'],
    ],
    [
      'that finishes before it starts',
      { ...base, activities: [{ id: 'a', duration: 1, actualStart: '2026-01-08', actualFinish: '2026-01-07' }] },
      ['invalid-actual'],
    ],
    [
      'that is finished and has work left',
      {
        ...base,
        dataDate: '2026-01-12',
        activities: [{ id: 'a', duration: 1, actualFinish: '2026-01-07', remaining: 2 }],
      },
      ['invalid-actual'],
    ],
    [
      'with work left from no date on',
      { ...base, activities: [{ id: 'a', duration: 1, actualStart: '2026-01-07', remaining: 2 }] },
      ['invalid-actual'],
    ],
    [
      'that is finished in the future',
      { ...base, dataDate: '2026-01-07', activities: [{ id: 'a', duration: 1, actualFinish: '2026-01-07' }] },
      ['invalid-actual'],
    ],
    ['with a missing parent', { ...base, activities: [{ id: 'a', duration: 1, parent: 'p' }] }, ['invalid-parent']],
    ['that is its own parent', { ...base, activities: [{ id: 'a', duration: 1, parent: 'a' }] }, ['invalid-parent']],
    ['with a link to nowhere', { ...base, activities: one, links: [{ from: 'a', to: 'b' }] }, ['dangling-link']],
    [
      'with a link from nowhere to nowhere',
      { ...base, activities: one, links: [{ from: 'x', to: 'y' }] },
      ['dangling-link'],
    ],
    ['with a link that is nothing', { ...base, activities: one, links: [null] }, ['invalid-input']],
    [
      'with an unknown link',
      { ...base, activities: two, links: [{ from: 'a', to: 'b', type: 'XY' }] },
      ['invalid-link-type'],
    ],
    [
      'with half a day of lag',
      { ...base, activities: two, links: [{ from: 'a', to: 'b', lag: 0.5 }] },
      ['invalid-lag'],
    ],
    ['with a lag in words', { ...base, activities: two, links: [{ from: 'a', to: 'b', lag: '2d' }] }, ['invalid-lag']],
    [
      'with a lag in moons',
      { ...base, activities: two, links: [{ from: 'a', to: 'b', lag: 1, lagUnit: 'moon' }] },
      ['invalid-lag'],
    ],
    [
      'with a lag of an unknown calendar',
      { ...base, activities: two, links: [{ from: 'a', to: 'b', lagCalendar: 'x' }] },
      ['invalid-calendar'],
    ],
  ])('%s', (_, plan, expected) => {
    expect(codes(plan)).toEqual(expected)
  })

  it('that would take longer than years are counted', () => {
    const activities = Array.from({ length: 10 }, (_, i) => ({ id: `n${i}`, duration: 900_000 }))
    const links = activities.slice(1).map(({ id }, i) => ({ from: `n${i}`, to: id }))
    expect(codes({ ...base, activities, links })).toEqual(['out-of-range'])
  })

  it('whose days would not fit a 32-bit number', () => {
    const activities = Array.from({ length: 1000 }, (_, i) => ({ id: `n${i}`, duration: 1_000_000 }))
    expect(codes({ ...base, activities })).toEqual(['out-of-range'])
  })
})

describe('a refusal', () => {
  it('tells everything that is wrong at once', () => {
    const plan = {
      start: 'never',
      activities: [
        { id: 'a', duration: -1 },
        { id: 'b', duration: 1 },
        { id: 'b', duration: 1 },
        { id: 'c', duration: 1 },
      ],
      links: [
        { from: 'a', to: 'x' },
        { from: 'b', to: 'c' },
        { from: 'c', to: 'b' },
      ],
    }
    expect(codes(plan)).toEqual(['invalid-date', 'duplicate-id', 'invalid-duration', 'dangling-link', 'cycle'])
  })

  it('speaks Chinese and English', () => {
    const [problem] = problems({ ...base, activities: [{ id: '征迁', duration: -1 }] })
    expect(problem?.ids).toEqual(['征迁'])
    expect(problem?.message.zh).toContain('征迁')
    expect(problem?.message.en).toContain('duration')
  })

  it('keeps long values short', () => {
    const [problem] = problems({ ...base, calendar: 'x'.repeat(1000), activities: one })
    expect(problem!.message.en.length).toBeLessThan(100)
  })

  it('names parents that go round', () => {
    const activities = [
      { id: 'a', duration: 1, parent: 'b' },
      { id: 'b', duration: 1, parent: 'a' },
    ]
    expect(codes({ ...base, activities })).toContain('invalid-parent')
  })
})

describe('links of summaries', () => {
  const activities = [{ id: 'S' }, { id: 'a', duration: 1, parent: 'S' }, { id: 'z', duration: 1 }]
  it.each([
    ['SS', 'S', 'z'],
    ['SF', 'S', 'z'],
    ['FF', 'z', 'S'],
    ['SF', 'z', 'S'],
  ])('of type %s from %s to %s are refused', (type, from, to) => {
    expect(codes({ ...base, activities, links: [{ from, to, type }] })).toEqual(['summary-link'])
  })

  it.each([
    ['FS', 'S', 'z'],
    ['FF', 'S', 'z'],
    ['FS', 'z', 'S'],
    ['SS', 'z', 'S'],
  ])('of type %s from %s to %s are taken', (type, from, to) => {
    expect(codes({ ...base, activities, links: [{ from, to, type }] })).toEqual([])
  })

  it('to their own children go round in a circle', () => {
    expect(problems({ ...base, activities, links: [{ from: 'S', to: 'a' }] })[0]).toMatchObject({ code: 'cycle' })
    expect(problems({ ...base, activities, links: [{ from: 'a', to: 'S' }] })[0]).toMatchObject({ code: 'cycle' })
  })
})

describe('cycles', () => {
  const nodes = (ids: string): { id: string; duration: number }[] => [...ids].map((id) => ({ id, duration: 1 }))
  const arcs = (text: string): { from: string; to: string }[] =>
    text.split(' ').map((arc) => ({ from: arc[0]!, to: arc[1]! }))
  const paths = (ids: string, text: string): string[] =>
    problems({ ...base, activities: nodes(ids), links: arcs(text) }).map((problem) => problem.ids.join(''))

  it.each([
    ['of one', 'ab', 'aa ab', ['aa']],
    ['of two', 'abc', 'ab ba bc', ['aba']],
    ['of three', 'abcd', 'ab bc ca cd', ['abca']],
    ['that share a node', 'abc', 'ab ba ac ca', ['aba', 'aca']],
    ['that share a link', 'abcd', 'ab bc ca bd da', ['abca', 'abda']],
    ['apart from each other', 'abcd', 'ab ba cd dc', ['aba', 'cdc']],
    ['through a cross link', 'abcd', 'ab bc ca ad dc', ['abca', 'adca']],
    ['named once when a link stands twice', 'ab', 'ab ab ba', ['aba']],
    ['all of them, where everything is linked', 'abc', 'ab ba bc cb ac ca', ['aba', 'abca', 'aca', 'acba', 'bcb']],
  ])('%s', (_, ids, text, expected) => {
    expect(paths(ids, text).sort()).toEqual([...expected].sort())
  })

  it('are not found where there are none', () => {
    expect(paths('abcd', 'ab bc cd ad ac bd')).toEqual([])
  })

  it('are found in a chain of 50,000', () => {
    const activities = Array.from({ length: 50_000 }, (_, i) => ({ id: `n${i}`, duration: 1 }))
    const links = activities.map(({ id }, i) => ({ from: id, to: `n${(i + 1) % 50_000}` }))
    const found = problems({ ...base, activities, links })
    expect(found).toHaveLength(1)
    expect(found[0]?.ids).toHaveLength(50_001)
  })

  it('are cut short where there are thousands, and it says so', () => {
    const ids = 'abcdefghij'
    const all = [...ids].flatMap((from) => [...ids].filter((to) => to !== from).map((to) => from + to)).join(' ')
    const found = problems({ ...base, activities: nodes(ids), links: arcs(all) })
    expect(found).toHaveLength(201)
    expect(found.at(-1)?.message.en).toContain('more cycles')
  })

  it('count even where work that is done lies on them', () => {
    const activities = [{ id: 'a', duration: 1, actualFinish: '2026-01-06' }, ...nodes('b')]
    expect(codes({ ...base, activities, links: arcs('ab ba') })).toEqual(['cycle'])
  })
})
