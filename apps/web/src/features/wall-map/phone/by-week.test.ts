import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { generatedWall, testItem, testNode, testToday } from '../testing/wall-fixture.ts'
import { dueByWeek } from './by-week.ts'

const due = (key: string, plannedFinish: string | null, done = false) => testNode(key, { plannedFinish, done })

describe('nodes by week', () => {
  const item = testItem('x', [
    due('sunday', '2026-11-22'),
    due('late', '2026-11-20'),
    due('older', '2026-10-01'),
    due('next', '2026-11-27'),
    due('nextMonday', '2026-11-23'),
    due('far', '2027-03-01'),
    due('done', '2026-11-01', true),
    due('undated', null),
  ])

  it('begin with what is late, longest first, then go week by week', () => {
    const weeks = dueByWeek([item], testToday, 4)
    expect(weeks.map(({ monday, nodes }) => [monday, nodes.map(({ node }) => node.nodeKey)])).toEqual([
      [null, ['older', 'late']],
      ['2026-11-16', ['sunday']],
      ['2026-11-23', ['nextMonday', 'next']],
    ])
  })

  it('hold every undone node up to the horizon once', () => {
    const items = generatedWall(40, 12)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (weeks) => {
        const listed = dueByWeek(items, testToday, weeks).flatMap(({ nodes }) => nodes)
        expect(new Set(listed.map(({ item: of, node }) => `${of.itemId}/${node.nodeKey}`)).size).toBe(listed.length)
        expect(listed.every(({ node }) => !node.done)).toBe(true)
        const late = items.flatMap((of) => of.nodes).filter((node) => !node.done && node.plannedFinish! < testToday)
        expect(listed.filter(({ finish }) => finish < testToday)).toHaveLength(late.length)
      }),
      { numRuns: 20 },
    )
  })

  it('are none where nothing is due', () => {
    expect(dueByWeek([testItem('x', [due('far', '2027-03-01')])], testToday, 4)).toEqual([])
  })
})
