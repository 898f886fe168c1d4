import { chinaCalendar, fromDay } from '@guatu/schedule'
import { describe, expect, it } from 'vitest'
import { testItem, testNode } from '../testing/wall-fixture.ts'
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
