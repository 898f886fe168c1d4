import type { WallItem } from '@guatu/contract'
import { chinaCalendar, fromDay } from '@guatu/schedule'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { previewChanges, withPlan } from '../drag/preview.ts'
import { generatedWall, testItem, testNode, testToday } from '../testing/wall-fixture.ts'
import { floatWindow } from './float-window.ts'
import type { Span } from './span.ts'

const calendar = chinaCalendar()
const dates = (span: Span | null) => span && [fromDay(span.start), fromDay(span.finish)]

// Two nodes in a row before a deadline that leaves five working days; today is Monday, 23 November.
const first = { plannedStart: '2026-11-23', plannedFinish: '2026-11-27', floatWorkdays: 5 }
const second = { plannedStart: '2026-11-30', plannedFinish: '2026-12-04', floatWorkdays: 5 }
const link = { from: 'a', to: 'b', type: 'FS' as const, lagWorkdays: 0, soft: false }
const wall = (a: object, b: object, deadline: string | null = '2026-12-11') =>
  testItem('x', [testNode('a', a), testNode('b', b)], { links: [link], deadline })
const windowOf = (item: ReturnType<typeof wall>, place: number) => floatWindow(item, item.nodes[place]!, calendar)

describe('the room of a node', () => {
  it('lies behind what is planned as early as possible', () => {
    const item = wall(first, second)
    expect(dates(windowOf(item, 0).after)).toEqual(['2026-11-28', '2026-12-04'])
    expect(dates(windowOf(item, 1).after)).toEqual(['2026-12-05', '2026-12-11'])
    expect(windowOf(item, 0).before).toBeNull()
  })

  it('lies before what is planned backward from the deadline', () => {
    const item = wall(
      { ...first, plannedStart: '2026-11-30', plannedFinish: '2026-12-04' },
      { ...second, plannedStart: '2026-12-07', plannedFinish: '2026-12-11' },
    )
    expect(dates(windowOf(item, 0).before)).toEqual(['2026-11-23', '2026-11-29'])
    expect(windowOf(item, 0).after).toBeNull()
  })

  it('is on both sides of what lies between, and only behind what has started', () => {
    const between = { ...second, plannedStart: '2026-12-02', plannedFinish: '2026-12-08' }
    expect(dates(windowOf(wall(first, between), 1).before)).toEqual(['2026-11-30', '2026-12-01'])
    expect(dates(windowOf(wall(first, between), 1).after)).toEqual(['2026-12-09', '2026-12-11'])
    expect(windowOf(wall(first, { ...between, actualStart: '2026-12-02' }), 1).before).toBeNull()
  })

  it('is none without float, when done, or past the deadline', () => {
    const none = { before: null, after: null }
    expect(windowOf(wall(first, { ...second, floatWorkdays: null }), 1)).toEqual(none)
    expect(windowOf(wall({ ...first, done: true }, second), 0)).toEqual(none)
    expect(windowOf(wall(first, { ...second, floatWorkdays: -3 }), 1)).toEqual(none)
  })

  it('is measured against the plan’s own end where there is no deadline', () => {
    const item = wall({ ...first, floatWorkdays: 0 }, { ...second, floatWorkdays: 0 }, null)
    expect(windowOf(item, 1)).toEqual({ before: null, after: null })
  })
})

describe('the room of any node that has not started', () => {
  const ground = { template: { stages: ['construction'], nodes: [], links: [] }, calendar, today: testToday }
  // Without milestones, and with a deadline that most of the projects keep with some room.
  const wall = generatedWall(120, 8).map((item) => ({
    ...item,
    deadline: calendar.addWorkdays(item.deadline!, 60),
  }))
  const roomy = wall.flatMap((item) => {
    const outcome = previewChanges(item, [], ground)
    if (outcome.kind === 'refused' || !outcome.value.feasible) return []
    const floated = withPlan(item, outcome.value.nodes)
    return floated.nodes
      .filter((node) => !node.done && node.actualStart === null && (node.floatWorkdays ?? -1) >= 0)
      .map((node) => ({ item: floated, node }))
  })
  const drawn = fc.constantFrom(...roomy)
  const dragged = (item: WallItem, nodeKey: string, notBefore: string) => {
    const outcome = previewChanges(item, [{ nodeKey, notBefore }], ground)
    if (outcome.kind === 'refused') throw new Error('refused')
    return outcome.value
  }

  it('ends where one working day more would miss the deadline', () => {
    expect(roomy.length).toBeGreaterThan(50)
    fc.assert(
      fc.property(drawn, fc.integer({ min: 1, max: 20 }), ({ item, node }, beyond) => {
        const { after } = floatWindow(item, node, calendar)
        const finish = after ? fromDay(after.finish) : node.plannedFinish!
        const last = calendar.addWorkdays(finish, 1 - node.durationWorkdays)
        expect(dragged(item, node.nodeKey, last).feasible).toBe(true)
        const late = dragged(item, node.nodeKey, calendar.addWorkdays(last, beyond))
        expect(late).toMatchObject({ feasible: false, shortfallWorkdays: beyond })
      }),
      { numRuns: 60 },
    )
  })

  it('is as long as the node and its float together', () => {
    fc.assert(
      fc.property(drawn, ({ item, node }) => {
        const { before, after } = floatWindow(item, node, calendar)
        // What was planned before today cannot have its room drawn from there.
        if (node.plannedStart! < testToday) return
        const start = before ? fromDay(before.start) : node.plannedStart!
        const finish = after ? fromDay(after.finish) : node.plannedFinish!
        expect(calendar.workdaysBetween(start, finish) + 1).toBe(node.durationWorkdays + node.floatWorkdays!)
        expect(start >= testToday).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
