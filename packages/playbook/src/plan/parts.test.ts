import { chinaCalendar, everyDayCalendar } from '@guatu/schedule'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { days, templates } from '../../test/arbitraries.ts'
import { mutated } from '../../test/mutate.ts'
import { workdays } from '../../test/plan-checker.ts'
import { sample } from '../../test/sample.ts'
import { planTemplateOf, withDistrictPlan } from '../plan-template.ts'
import { elasticDuration, elasticEighths, largest } from './durations.ts'
import { governedBy } from './governed.ts'
import { layBackward, layForward } from './lay-offsets.ts'
import { reachable } from './reach.ts'
import { roomFrom } from './room.ts'

const calendar = chinaCalendar()
const template = planTemplateOf(sample)

describe('room between dates and offsets', () => {
  const room = roomFrom('2026-11-21', calendar)

  test.each([
    ['2026-11-21', 0, -1],
    ['2026-11-22', 0, -1],
    ['2026-11-23', 0, 0],
    ['2026-11-24', 1, 1],
    ['2026-11-20', -1, -1],
    ['2026-11-28', 5, 4],
  ])('%s starts at %i and finishes at %i', (date, start, finish) => {
    expect(room.startOffset(date)).toBe(start)
    expect(room.finishOffset(date)).toBe(finish)
  })

  test('the first working day of 2026 is Sunday the fourth', () => {
    const newYear = roomFrom('2026-01-01', calendar)
    expect(newYear.dateAt(0)).toBe('2026-01-04')
    expect(newYear.startOffset('2026-01-01')).toBe(0)
  })

  test('on a calendar that works every day offsets are days', () => {
    const plain = roomFrom('2026-11-21', everyDayCalendar())
    expect(plain.dateAt(40)).toBe('2026-12-31')
    expect(plain.finishOffset('2026-12-31')).toBe(40)
  })

  test('an offset names a working day and leads back', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -400, max: 400 }), (today, offset) => {
        const drawn = roomFrom(today, calendar)
        const date = drawn.dateAt(offset)
        expect(calendar.isWorkday(date)).toBe(true)
        expect(drawn.startOffset(date)).toBe(offset)
        expect(drawn.finishOffset(date)).toBe(offset)
      }),
    )
  })

  test('an offset counts the working days between', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 60 }), (today, offset) => {
        const drawn = roomFrom(today, calendar)
        expect(workdays(drawn.dateAt(0), drawn.dateAt(offset), calendar)).toBe(offset + 1)
      }),
      { numRuns: 40 },
    )
  })
})

describe('the largest that passes', () => {
  test.each([
    [1, 10, 7, 7],
    [1, 10, 10, 10],
    [1, 10, 99, 10],
    [1, 10, 1, 1],
    [0, 0, 0, 0],
  ])('of %i to %i, passing up to %i, is %i', (from, to, limit, expected) => {
    expect(largest(from, to, (value) => value <= limit)).toBe(expected)
  })

  test('is nothing where nothing passes', () => {
    expect(largest(1, 10, () => false)).toBeNull()
  })

  test('is found without trying everything', () => {
    let tries = 0
    largest(1, 64, (value) => {
      tries += 1
      return value <= 20
    })
    expect(tries).toBeLessThanOrEqual(7)
  })
})

describe('elastic durations', () => {
  const works = template.nodes.find((node) => node.key === 'works')!

  test.each([
    [8, 60],
    [16, 120],
    [4, 30],
    [1, 20],
    [64, 480],
  ])('at %i eighths 60 working days become %i', (eighths, duration) => {
    expect(elasticDuration(works, eighths)).toBe(duration)
  })

  test('what is not elastic keeps its duration', () => {
    expect(elasticDuration({ ...works, elastic: false }, 64)).toBe(60)
  })

  test('without a shortest duration a day is the shortest', () => {
    const { shortestWorkdays: _, ...open } = works
    expect(elasticDuration({ ...open, durationWorkdays: 3 }, 1)).toBe(1)
  })

  test('fill the span from start to finish and do not overfill it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 26, max: 480 }), (span) => {
        const eighths = elasticEighths(template, span)
        const length = (value: number) => 1 + elasticDuration(works, value) + 5
        expect(length(eighths)).toBeLessThanOrEqual(span)
        expect(length(eighths + 1)).toBeGreaterThan(span)
      }),
    )
  })

  test('a longer span never makes them shorter', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), fc.nat(300), (span, more) => {
        expect(elasticEighths(template, span + more)).toBeGreaterThanOrEqual(elasticEighths(template, span))
      }),
    )
  })

  test('are normal without a span, without anchors, and for a span that is none', () => {
    expect(elasticEighths(template, null)).toBe(8)
    expect(elasticEighths(template, 0)).toBe(8)
    expect(elasticEighths(template, -20)).toBe(8)
    const loose = planTemplateOf(mutated(['nodes/2/anchor', undefined]))
    expect(elasticEighths(loose, 300)).toBe(8)
  })
})

describe('reach', () => {
  test('goes down and up along the links', () => {
    expect([...reachable('begin', template.links, 'down')]).toEqual(['begin', 'works', 'fittings', 'accept', 'archive'])
    expect([...reachable('begin', template.links, 'up')]).toEqual(['begin', 'permit', 'file'])
  })

  test('comes to an end in a circle', () => {
    const circle = [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'a' },
    ]
    expect([...reachable('a', circle, 'down')]).toEqual(['a', 'b'])
  })

  test('down from one and up from the other are the same pairs', () => {
    fc.assert(
      fc.property(templates, ({ nodes, links }) => {
        for (const a of nodes) {
          for (const b of nodes) {
            const down = reachable(a.key, links, 'down').has(b.key)
            expect(reachable(b.key, links, 'up').has(a.key)).toBe(down)
          }
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe('what the finish governs', () => {
  const governed = (links = template.links, nodes: readonly { key: string; stage: string }[] = template.nodes) => [
    ...governedBy({ key: 'accept', stage: 'build' }, nodes, links, template.stages),
  ]

  test('everything but what comes after it', () => {
    expect(governed()).toEqual(['file', 'permit', 'begin', 'works', 'fittings', 'accept'])
  })

  test('a loose end of its stage or an earlier one is governed too', () => {
    expect(governed(template.links, [...template.nodes, { key: 'loose', stage: 'prepare' }])).toContain('loose')
    expect(governed(template.links, [...template.nodes, { key: 'loose', stage: 'end' }])).not.toContain('loose')
  })

  test('a node of its stage that comes after it is not', () => {
    const after = { from: 'accept', to: 'report', type: 'FS', lagWorkdays: 0, soft: false } as const
    const nodes = [...template.nodes, { key: 'report', stage: 'build' }]
    expect(governed([...template.links, after], nodes)).not.toContain('report')
  })
})

describe('laying in offsets', () => {
  const nodes = [
    { key: 'a', duration: 10, shortest: 4 },
    { key: 'b', duration: 20, shortest: 20 },
    { key: 'c', duration: 5, shortest: 5 },
  ]
  const links = [
    { from: 'a', to: 'b', type: 'FS', lagWorkdays: 0 },
    { from: 'b', to: 'c', type: 'FS', lagWorkdays: 0 },
  ] as const
  const ab = new Set(['a', 'b'])
  const durations = (due: number) => layBackward(nodes, links, { governed: ab, due }).nodes.map((node) => node.duration)

  test('forward begins where it is told', () => {
    const plan = layForward(nodes, links, 3)
    expect(plan.nodes.map((node) => [node.start, node.finish])).toEqual([
      [3, 12],
      [13, 32],
      [33, 37],
    ])
  })

  test('backward keeps normal durations while there is room', () => {
    expect(durations(29)).toEqual([10, 20, 5])
    expect(durations(100)).toEqual([10, 20, 5])
  })

  test('then only what can be shortened gives way, as little as it must', () => {
    expect(durations(27)).toEqual([8, 20, 5])
    expect(durations(23)).toEqual([4, 20, 5])
  })

  test('then the shortfall is told', () => {
    const plan = layBackward(nodes, links, { governed: ab, due: 20 })
    expect(plan).toMatchObject({ feasible: false, shortfallWorkdays: 3, chain: ['a', 'b'] })
    expect(plan.nodes.map((node) => node.finish)).toEqual([0, 20, 25])
  })

  test('followers stand behind the date, never before today', () => {
    const plan = layBackward(nodes, links, { governed: ab, due: -10 })
    expect(plan.nodes.at(-1)).toMatchObject({ key: 'c', start: 0, finish: 4 })
  })

  test('a start date ahead is kept by what leads to it', () => {
    const startBy = { key: 'b', at: 12 }
    const plan = layBackward(nodes, links, { governed: ab, due: 60, startBy })
    expect(plan.nodes[0]).toMatchObject({ key: 'a', start: 2, finish: 11 })
    expect(plan.nodes[1]).toMatchObject({ key: 'b', start: 12 })
  })
})

describe('a district’s own plan', () => {
  const district = {
    nodes: sample.nodes.map((node) => (node.key === 'works' ? { ...node, durationWorkdays: 90 } : node)),
    links: sample.links.slice(0, 3),
    thresholds: { ...sample.lamps.thresholds, soonDays: 3 },
  }

  test('stands in the place of the playbook’s and leaves the rest', () => {
    const merged = withDistrictPlan(sample, district)
    expect(merged).toMatchObject({ key: 'sample-list', nodes: district.nodes, links: district.links })
    expect(merged.lamps).toEqual({ rules: sample.lamps.rules, thresholds: district.thresholds })
    expect(sample.lamps.thresholds.soonDays).toBe(7)
  })

  test('has a template of its own', () => {
    expect(planTemplateOf(withDistrictPlan(sample, district)).nodes[3]!.durationWorkdays).toBe(90)
    expect(planTemplateOf(sample).nodes[3]!.durationWorkdays).toBe(60)
  })

  test('a playbook has one template, so that plans are kept', () => {
    expect(planTemplateOf(sample)).toBe(planTemplateOf(sample))
    expect(planTemplateOf(sample).stages).toEqual(['idea', 'prepare', 'build', 'end'])
  })
})
