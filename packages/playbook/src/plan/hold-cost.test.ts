import { chinaCalendar } from '@guatu/schedule'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sample } from '../../test/sample.ts'
import { planTemplateOf } from '../plan-template.ts'
import { type Hold, holdCost } from './hold-cost.ts'
import { layPlan } from './lay-plan.ts'
import { type ReplanInput, replan } from './replan.ts'

const calendar = chinaCalendar()
const today = '2026-11-23'
const finish = '2027-12-31'
const template = planTemplateOf(sample)
const laid = layPlan({ template, start: null, finish, stage: 'idea', calendar, today })

type Plan = Omit<ReplanInput, 'changes' | 'newFinish'>
const plan: Plan = { template, nodes: laid.nodes, links: laid.links, finish, calendar, today }
const nodeOf = (key: string) => plan.nodes.find((node) => node.nodeKey === key)!
const withNode = (key: string, more: object): Plan => ({
  ...plan,
  nodes: plan.nodes.map((node) => (node.nodeKey === key ? { ...node, ...more } : node)),
})
const cost = (holds: readonly Hold[], of = plan) => holdCost(of, holds)

describe('a node that has not started', () => {
  test('held past its start costs the finish the same days when it is critical', () => {
    const start = nodeOf('works').plannedStart!
    const until = calendar.addWorkdays(start, 9)
    const found = cost([{ nodeKey: 'works', until }])
    expect(found.finishShiftWorkdays).toBe(10)
    expect(found.shortfallWorkdays).toBe(10)
    expect(found.moved.map(({ nodeKey }) => nodeKey)).toEqual(['works', 'accept', 'archive'])
    expect(calendar.workdaysBetween(found.finish!, found.heldFinish!)).toBe(10)
  })

  test('held before its start costs nothing', () => {
    const until = calendar.addWorkdays(nodeOf('works').plannedStart!, -1)
    expect(cost([{ nodeKey: 'works', until }])).toMatchObject({ finishShiftWorkdays: 0, moved: [] })
  })

  test('held within its float moves itself alone', () => {
    const early = replan({ ...plan, changes: [{ nodeKey: 'fittings', notBefore: '2027-10-11' }] })
    if (early.kind === 'refused') throw new Error('refused')
    const found = cost([{ nodeKey: 'fittings', until: '2027-10-15' }], { ...plan, nodes: early.value.nodes })
    expect(found.finishShiftWorkdays).toBe(0)
    expect(found.moved.map(({ nodeKey }) => nodeKey)).toEqual(['fittings'])
    expect(found.heldFinish).toBe(found.finish)
  })

  test('whose start has passed is held from today on', () => {
    const late = withNode('file', { plannedStart: '2026-11-02', plannedFinish: '2026-11-06' })
    const found = cost([{ nodeKey: 'file', until: '2026-11-25' }], late)
    expect(found.moved.find(({ nodeKey }) => nodeKey === 'file')?.toStart).toBe('2026-11-26')
  })
})

describe('a node under way', () => {
  /** Works alone are left before the acceptance; they began on the 2nd and are planned to take so many workdays. */
  const underWay = (durationWorkdays: number): Plan => ({
    ...plan,
    finish: null,
    nodes: plan.nodes.map((node) => {
      if (node.nodeKey === 'works') {
        const dates = { actualStart: '2026-11-02', plannedStart: '2026-11-02', plannedFinish: '2026-11-27' }
        return { ...node, ...dates, durationWorkdays }
      }
      if (node.nodeKey === 'accept') return { ...node, plannedStart: '2026-11-30', plannedFinish: '2026-12-04' }
      if (node.nodeKey === 'archive') return { ...node, plannedStart: '2026-12-07', plannedFinish: '2026-12-18' }
      return { ...node, done: true, doneBasis: 'stage' }
    }),
  })
  const startOf = (found: ReturnType<typeof cost>, key: string) =>
    found.moved.find(({ nodeKey }) => nodeKey === key)?.toStart

  test('does nothing while it is held, and then what was left', () => {
    // Five of twenty workdays are left on Monday the 23rd; they follow the hold of eight that ends on December 2nd.
    const found = cost([{ nodeKey: 'works', until: '2026-12-02' }], underWay(20))
    expect(startOf(found, 'accept')).toBe('2026-12-10')
    expect(found.finishShiftWorkdays).toBe(8)
  })

  test('that should be done already has a day left, and its lateness is its own', () => {
    const found = cost([{ nodeKey: 'works', until: '2026-12-02' }], underWay(5))
    expect(startOf(found, 'accept')).toBe('2026-12-04')
    expect(found.finishShiftWorkdays).toBe(4)
  })

  test('on which nothing waits holds itself', () => {
    const alone = underWay(20)
    const nodes = alone.nodes.map((node) =>
      node.nodeKey === 'works' || node.nodeKey === 'archive'
        ? node
        : { ...node, done: true, doneBasis: 'stage' as const },
    )
    expect(cost([{ nodeKey: 'works', until: '2026-12-02' }], { ...alone, nodes }).finishShiftWorkdays).toBe(8)
  })

  test('that is held no longer than today loses the day', () => {
    expect(cost([{ nodeKey: 'works', until: today }], underWay(20)).finishShiftWorkdays).toBe(1)
    expect(cost([{ nodeKey: 'works', until: '2026-11-02' }], underWay(20)).finishShiftWorkdays).toBe(0)
  })
})

describe('what holds nothing', () => {
  test.each([
    ['a node that is done', withNode('works', { done: true, doneBasis: 'reported' })],
    ['a node without dates', withNode('works', { plannedStart: null, plannedFinish: null })],
  ])('%s', (_, of) => {
    expect(cost([{ nodeKey: 'works', until: '2029-12-31' }], of).finishShiftWorkdays).toBe(0)
  })

  test('a node that the plan does not have', () => {
    expect(cost([{ nodeKey: 'gone', until: '2029-12-31' }])).toMatchObject({ finishShiftWorkdays: 0, moved: [] })
  })

  test('a plan without dates has no finish to lose', () => {
    const undated = layPlan({ template, start: null, finish: null, stage: 'idea', calendar, today })
    const found = cost([{ nodeKey: 'works', until: '2029-12-31' }], { ...plan, nodes: undated.nodes, finish: null })
    expect(found).toEqual({ finishShiftWorkdays: 0, shortfallWorkdays: 0, finish: null, heldFinish: null, moved: [] })
  })
})

describe('several holds', () => {
  test('of one node count by the last', () => {
    const until = calendar.addWorkdays(nodeOf('works').plannedStart!, 4)
    const both = cost([
      { nodeKey: 'works', until: '2026-11-24' },
      { nodeKey: 'works', until },
    ])
    expect(both).toEqual(cost([{ nodeKey: 'works', until }]))
  })

  test('what is late without them is not charged to them', () => {
    const late = {
      ...plan,
      today: '2027-12-01',
      nodes: plan.nodes.map((node) => ({ ...node, notBefore: '2027-12-01' })),
    }
    const none = cost([], late)
    expect(none.finishShiftWorkdays).toBe(0)
    expect(none.moved).toEqual([])
    expect(none.shortfallWorkdays).toBeGreaterThan(0)
    const one = cost([{ nodeKey: 'file', until: '2027-12-02' }], late)
    expect(one.finishShiftWorkdays).toBeLessThanOrEqual(2)
  })

  const anyHold = fc.record({
    nodeKey: fc.constantFrom(...plan.nodes.map(({ nodeKey }) => nodeKey)),
    until: fc.integer({ min: 0, max: 500 }).map((days) => calendar.addWorkdays(today, days)),
  })

  test('a longer hold never costs less, and one more never costs less', () => {
    fc.assert(
      fc.property(
        fc.array(anyHold, { maxLength: 4 }),
        anyHold,
        fc.integer({ min: 0, max: 60 }),
        (holds, hold, more) => {
          const alone = cost(holds).finishShiftWorkdays
          const one = cost([...holds, hold]).finishShiftWorkdays
          const longer = { ...hold, until: calendar.addWorkdays(hold.until, more) }
          expect(one).toBeGreaterThanOrEqual(alone)
          expect(cost([...holds, longer]).finishShiftWorkdays).toBeGreaterThanOrEqual(one)
        },
      ),
    )
  })

  test('never cost more than they hold', () => {
    fc.assert(
      fc.property(anyHold, (hold) => {
        const held = Math.max(0, calendar.workdaysBetween(today, hold.until)) + 1
        expect(cost([hold]).finishShiftWorkdays).toBeLessThanOrEqual(held)
      }),
    )
  })
})
