import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { generatedWall, testItem, testNode, testToday } from '../testing/wall-fixture.ts'
import { type Fold, flip, modeOf } from './fold.ts'
import { lateDays, needsAttention, wallFigures } from './lateness.ts'
import { blockersOf, indexRows, wallRows } from './row-model.ts'
import { treeMove } from './tree-keys.ts'

const open: Fold = { mode: 'all', flipped: new Set() }
const shut: Fold = { mode: 'none', flipped: new Set() }
const everything = { critical: false, late: false }

const late = testNode('late', { plannedFinish: '2026-11-18', lamp: 'red', critical: true })
const doneLate = testNode('done', { plannedFinish: '2026-11-01', done: true, critical: true })
const soon = testNode('soon', { plannedFinish: '2026-12-15' })
const far = testNode('far', { plannedFinish: '2027-06-01', critical: true })
const one = testItem('0000000a-1', [doneLate, late, soon, far])
const two = testItem('0000000b-2', [far])

const keys = (fold: Fold, filter = everything) => wallRows([one, two], fold, filter, testToday).map((row) => row.key)

describe('lateness', () => {
  it('counts the days since the planned finish of what is not done', () => {
    expect(lateDays(late, testToday)).toBe(3)
    expect(lateDays(doneLate, testToday)).toBe(0)
    expect(lateDays(testNode('x', { plannedFinish: testToday }), testToday)).toBe(0)
  })

  it('calls for attention to what is late, lit, under way or due within a month', () => {
    expect([late, doneLate, soon, far].map((node) => needsAttention(node, testToday))).toEqual([
      true,
      false,
      true,
      false,
    ])
    expect(needsAttention(testNode('x', { actualStart: '2026-11-01', plannedFinish: '2027-06-01' }), testToday)).toBe(
      true,
    )
  })

  it('finds the one that is late longest', () => {
    const other = testItem('0000000c-3', [testNode('older', { plannedFinish: '2026-10-07' })])
    const figures = wallFigures([one, two, other], testToday)
    expect(figures).toMatchObject({ items: 3, nodes: 6, doneNodes: 1, lateNodes: 2, lateItems: 2 })
    expect(figures.longest).toMatchObject({ days: 45, node: { nodeKey: 'older' } })
  })
})

describe('rows of the tree', () => {
  it('are projects alone, their urgent nodes, or all', () => {
    expect(keys(shut)).toEqual(['0000000a-1', '0000000b-2'])
    expect(keys({ ...shut, mode: 'focus' })).toEqual(['0000000a-1', '0000000a-1/late', '0000000a-1/soon', '0000000b-2'])
    expect(keys(open)).toHaveLength(7)
  })

  it('show what a problem holds among the urgent nodes, until it is done', () => {
    const hold = (nodeKey: string) => ({ itemId: 'p', title: '停电', lamp: 'red' as const, nodeKey })
    const held = testItem('0000000c-3', [doneLate, far], { blocks: [hold('far'), hold('done')] })
    const rows = wallRows([held], { ...shut, mode: 'focus' }, everything, testToday)
    expect(rows.map((row) => row.key)).toEqual(['0000000c-3', '0000000c-3/far'])
    const [, row] = rows
    expect(row?.kind === 'node' && blockersOf(row).map(({ title }) => title)).toEqual(['停电'])
    expect(blockersOf({ item: held, node: doneLate })).toEqual([])
    expect(blockersOf({ item: one, node: far })).toEqual([])
  })

  it('turn a single project over, and back', () => {
    expect(keys(flip(shut, one.itemId))).toHaveLength(6)
    expect(keys(flip(open, one.itemId))).toEqual(['0000000a-1', '0000000b-2', '0000000b-2/far'])
    expect(modeOf(flip(flip(open, one.itemId), one.itemId), one.itemId)).toBe('all')
  })

  it('leave out projects without a node that passes, and show all that pass', () => {
    expect(keys({ ...shut, mode: 'focus' }, { critical: false, late: true })).toEqual(['0000000a-1', '0000000a-1/late'])
    const critical = keys({ ...shut, mode: 'focus' }, { critical: true, late: false })
    expect(critical).toEqual(['0000000a-1', '0000000a-1/late', '0000000a-1/far', '0000000b-2', '0000000b-2/far'])
  })

  it('know their project and their place among the shown nodes', () => {
    const rows = wallRows(generatedWall(30, 12), open, everything, testToday)
    expect(rows).toHaveLength(30 * 13)
    const index = indexRows(rows)
    for (const row of rows) {
      expect(rows[index.get(row.key)!]).toBe(row)
      if (row.kind === 'node') {
        expect(rows[row.projectIndex]!.key).toBe(row.item.itemId)
        expect(rows.indexOf(row)).toBe(row.projectIndex + row.position)
        expect(row.siblings).toBe(12)
      }
    }
  })
})

describe('moving in the tree', () => {
  const rows = wallRows([one, two], { mode: 'none', flipped: new Set(['0000000a']) }, everything, testToday)

  it('stops at both ends', () => {
    expect(treeMove(rows, 0, 'up', 10)).toBe(0)
    expect(treeMove(rows, 5, 'down', 10)).toBe(5)
    expect(treeMove(rows, 4, 'pageUp', 3)).toBe(1)
    expect(treeMove(rows, 1, 'pageDown', 30)).toBe(5)
    expect([treeMove(rows, 3, 'home', 3), treeMove(rows, 3, 'end', 3)]).toEqual([0, 5])
  })

  it('goes to the project on the left and to the first node on the right', () => {
    expect(treeMove(rows, 3, 'parent', 3)).toBe(0)
    expect(treeMove(rows, 0, 'child', 3)).toBe(1)
    expect(treeMove(rows, 3, 'child', 3)).toBe(3)
  })

  it('never leaves the map, and one step is undone by its opposite', () => {
    const any = fc.record({
      index: fc.integer({ min: -1, max: rows.length - 1 }),
      move: fc.constantFrom(...(['up', 'down', 'pageUp', 'pageDown', 'home', 'end', 'parent', 'child'] as const)),
      page: fc.integer({ min: 1, max: 20 }),
    })
    fc.assert(
      fc.property(any, ({ index, move, page }) => {
        const to = treeMove(rows, index, move, page)
        if (typeof to !== 'number') {
          expect(rows[index]?.kind).toBe('project')
          return
        }
        expect(rows[to]).toBeDefined()
        if (index > 0 && move === 'up') expect(treeMove(rows, to, 'down', page)).toBe(index)
        if (index >= 0 && move === 'parent') expect(rows[to]!.item).toBe(rows[index]!.item)
      }),
    )
  })

  it('asks to fold and unfold projects', () => {
    expect(treeMove(rows, 0, 'parent', 3)).toBe('shut')
    expect(treeMove(rows, 5, 'child', 3)).toBe('open')
    expect(treeMove(rows, 5, 'parent', 3)).toBe(5)
  })

  it('stays where it is without rows', () => {
    expect(treeMove([], 0, 'down', 3)).toBe(0)
  })

  it('begins at the top, or at the end where that is asked for', () => {
    expect(treeMove(rows, -1, 'down', 3)).toBe(0)
    expect(treeMove(rows, -1, 'end', 3)).toBe(5)
  })
})
