import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Problem, type ScheduleInput, schedule } from './index.ts'

// One mistake must not hide another: a refusal that is mended step by step sends its reader round again and again.

const base = { calendar: 'cn', start: '2026-01-05' }
const sound = [
  { id: 'A', duration: 1 },
  { id: 'B', duration: 1 },
]
const circle = [
  { from: 'A', to: 'B' },
  { from: 'B', to: 'A' },
]

function problems(plan: unknown): readonly Problem[] {
  const outcome = schedule(plan as ScheduleInput)
  return outcome.kind === 'refused' ? outcome.problems : []
}

const told = (plan: unknown): string[] =>
  problems(plan)
    .map(({ code, ids }) => [code, ...ids].join(' '))
    .sort()

describe('a refusal tells all', () => {
  it.each<[string, unknown, string[]]>([
    [
      'an impossible duration under an id that is taken',
      { ...base, activities: [...sound, { id: 'A', duration: -1 }] },
      ['duplicate-id A', 'invalid-duration A'],
    ],
    [
      'every field of an activity whose id is taken',
      {
        ...base,
        activities: [
          ...sound,
          { id: 'A', duration: 0.5, calendar: 'mars', constraint: { type: 'q' }, parent: 'Q', deadline: 'soon' },
        ],
      },
      [
        ...['duplicate-id A', 'invalid-calendar A', 'invalid-constraint A'],
        ...['invalid-date A', 'invalid-duration A', 'invalid-parent A'],
      ],
    ],
    [
      'an activity without id',
      { ...base, activities: [...sound, { duration: -1, deadline: 'x' }] },
      ['invalid-date', 'invalid-duration', 'invalid-id'],
    ],
    [
      'the plan’s own fields when there are no activities to read',
      { calendar: 'mars', start: 'x', deadline: 'y', direction: 'up', activities: 5 },
      ['invalid-calendar', 'invalid-date', 'invalid-date', 'invalid-input', 'invalid-input'],
    ],
    [
      'activities when the links are no list',
      { ...base, activities: [{ id: 'A', duration: -1 }], links: 5 },
      ['invalid-duration A', 'invalid-input'],
    ],
    [
      'every field of a link to nowhere',
      {
        ...base,
        activities: sound,
        links: [{ from: 'A', to: 'Z', type: 'Q', lag: 1.5, lagUnit: 'hour', lagCalendar: 'mars', strength: 'iron' }],
      },
      [
        ...['dangling-link A Z', 'invalid-calendar A Z', 'invalid-input A Z'],
        ...['invalid-lag A Z', 'invalid-lag A Z', 'invalid-link-type A Z'],
      ],
    ],
    [
      'the unit of a lag beside the lag',
      { ...base, activities: sound, links: [{ from: 'A', to: 'B', lag: Number.NaN, lagUnit: 'hour' }] },
      ['invalid-lag A B', 'invalid-lag A B'],
    ],
    [
      'the date of an unknown constraint',
      { ...base, activities: [{ id: 'A', duration: 1, constraint: { type: 'q', date: '2026-02-30' } }] },
      ['invalid-constraint A', 'invalid-date A'],
    ],
    [
      'a cycle beside an unknown calendar and an impossible duration',
      { ...base, activities: [{ id: 'A', duration: -1, calendar: 'mars' }, sound[1]], links: circle },
      ['cycle A B A', 'invalid-calendar A', 'invalid-duration A'],
    ],
    [
      'a cycle through links that are wrong themselves',
      {
        ...base,
        activities: sound,
        links: [
          { ...circle[0], type: 'Q' },
          { ...circle[1], lag: 1e9 },
        ],
      },
      ['cycle A B A', 'invalid-lag B A', 'invalid-link-type A B'],
    ],
    ['a cycle without a start', { activities: sound, links: circle }, ['cycle A B A', 'missing-start']],
    [
      'a cycle among durations that add up to too much',
      {
        ...base,
        activities: Array.from({ length: 600 }, (_, i) => ({ id: `n${i}`, duration: 1_000_000 })),
        links: [
          { from: 'n1', to: 'n2' },
          { from: 'n2', to: 'n1' },
        ],
      },
      ['cycle n1 n2 n1', 'out-of-range'],
    ],
    [
      'the impossible duration of a summary, though it does not count',
      {
        ...base,
        activities: [
          { id: 'S', duration: -4 },
          { id: 'A', duration: 1, parent: 'S' },
        ],
      },
      ['invalid-duration S'],
    ],
    [
      'a circle of parents beside a circle of links',
      {
        ...base,
        activities: [...sound, { id: 'P', duration: 1, parent: 'Q' }, { id: 'Q', duration: 1, parent: 'P' }],
        links: circle,
      },
      ['cycle A B A', 'invalid-parent P'],
    ],
  ])('%s', (_, plan, expected) => {
    expect(told(plan)).toEqual(expected)
  })

  it.each([Number.NaN, 0.5, -1, 1e7, Infinity, -Infinity, '5', true, null, [], {}])(
    'of two activities with the duration %s, both',
    (duration) => {
      const plan = { ...base, activities: ['A', 'B'].map((id) => ({ id, duration })) }
      expect(told(plan)).toEqual(['invalid-duration A', 'invalid-duration B'])
    },
  )

  it('of values nested too deep to be written out', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`)
    const activity = { id: 'A', duration: deep, calendar: { weekdays: deep }, deadline: deep, parent: deep }
    const links = [{ from: deep, to: 'A', type: deep, lag: deep, lagCalendar: { base: deep } }]
    const codes = problems({ ...base, calendar: { weekdays: deep }, activities: [activity], links }).map(
      ({ code }) => code,
    )
    expect(codes.sort()).toEqual([
      ...['dangling-link', 'invalid-calendar', 'invalid-calendar', 'invalid-calendar', 'invalid-date'],
      ...['invalid-duration', 'invalid-lag', 'invalid-link-type', 'invalid-parent'],
    ])
  })

  it('in both languages, in one line each', () => {
    const plan = { ...base, activities: [{ id: 'A', duration: -1, deadline: 'x'.repeat(500) }] }
    for (const { message } of problems(plan)) {
      expect(message.zh.length).toBeLessThan(120)
      expect(message.en.length).toBeLessThan(120)
      expect(message.zh + message.en).not.toContain('\n')
    }
  })
})

/** Mistakes that do not touch each other, each with what a refusal says of it. */
const MISTAKES: { of: 'plan' | 'activity' | 'link'; change: object; says: string }[] = [
  { of: 'plan', change: { calendar: 'mars' }, says: 'invalid-calendar' },
  { of: 'plan', change: { start: '2026-02-30' }, says: 'invalid-date' },
  { of: 'plan', change: { dataDate: 20260105 }, says: 'invalid-date' },
  { of: 'plan', change: { direction: 'sideways' }, says: 'invalid-input' },
  { of: 'activity', change: { duration: -1 }, says: 'invalid-duration A' },
  { of: 'activity', change: { remaining: 0.5 }, says: 'invalid-duration A' },
  { of: 'activity', change: { calendar: { weekdays: [] } }, says: 'invalid-calendar A' },
  { of: 'activity', change: { constraint: { type: 'must-start' } }, says: 'invalid-constraint A' },
  { of: 'activity', change: { fixedStart: '0000-01-01' }, says: 'invalid-date A' },
  { of: 'activity', change: { deadline: {} }, says: 'invalid-date A' },
  { of: 'activity', change: { parent: 'nobody' }, says: 'invalid-parent A' },
  { of: 'link', change: { type: 'XY' }, says: 'invalid-link-type A B' },
  { of: 'link', change: { lag: '2d' }, says: 'invalid-lag A B' },
  { of: 'link', change: { lagCalendar: 'mars' }, says: 'invalid-calendar A B' },
  { of: 'link', change: { strength: 'iron' }, says: 'invalid-input A B' },
]

describe('mistakes together', () => {
  it('are told as each is told alone, whichever come together', () => {
    const changes = (chosen: typeof MISTAKES, of: string): object =>
      Object.assign({}, ...chosen.filter((mistake) => mistake.of === of).map(({ change }) => change))
    fc.assert(
      fc.property(fc.subarray(MISTAKES), (chosen) => {
        const plan = {
          ...base,
          ...changes(chosen, 'plan'),
          activities: [{ ...sound[0], ...changes(chosen, 'activity') }, sound[1]],
          links: [{ from: 'A', to: 'B', ...changes(chosen, 'link') }],
        }
        expect(told(plan)).toEqual(chosen.map(({ says }) => says).sort())
      }),
      { numRuns: 300 },
    )
  })
})
