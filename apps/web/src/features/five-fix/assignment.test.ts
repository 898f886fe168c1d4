import { describe, expect, it } from 'vitest'
import { assignmentsOf, undoOf } from './assignment.ts'
import { gapNode } from './testing.ts'

const bare = gapNode({ itemId: 'one', nodeKey: 'a', ownerId: null, leaderId: null, standard: ' ' })
const owned = gapNode({ itemId: 'one', nodeKey: 'b', leaderId: null })
const other = gapNode({ itemId: 'two', nodeKey: 'a', revision: 8, ownerId: null })

describe('assigning many nodes', () => {
  it('fills only what is missing, item by item', () => {
    const { items, nodes } = assignmentsOf([bare, owned, other], { ownerId: 'p' }, true)
    expect(nodes).toBe(2)
    expect(items).toEqual([
      { itemId: 'one', revision: 3, nodes: [{ nodeKey: 'a', ownerId: 'p' }] },
      { itemId: 'two', revision: 8, nodes: [{ nodeKey: 'a', ownerId: 'p' }] },
    ])
  })

  it('takes the place of what stands when asked to, and leaves the same alone', () => {
    const { items } = assignmentsOf([bare, owned], { ownerId: 'p', leadOrgId: 'unit' }, false)
    expect(items[0]?.nodes).toEqual([
      { nodeKey: 'a', ownerId: 'p' },
      { nodeKey: 'b', ownerId: 'p' },
    ])
  })

  it('counts a blank standard as missing', () => {
    expect(assignmentsOf([bare, owned], { standard: '备案通知书' }, true).items[0]?.nodes).toEqual([
      { nodeKey: 'a', standard: '备案通知书' },
    ])
  })

  it('asks for nothing where nothing changes', () => {
    expect(assignmentsOf([owned], { ownerId: 'p' }, true)).toEqual({ nodes: 0, items: [], undo: [] })
    expect(assignmentsOf([bare], {}, false).nodes).toBe(0)
  })

  it('is taken back by the old values at the new revisions', () => {
    const assignments = assignmentsOf([bare, owned, other], { ownerId: 'p', standard: '新' }, false)
    const written = [
      { itemId: 'one', revision: 4 },
      { itemId: 'two', revision: 9 },
    ]
    expect(undoOf(assignments, written)).toEqual([
      {
        itemId: 'one',
        revision: 4,
        nodes: [
          { nodeKey: 'a', ownerId: null, standard: ' ' },
          { nodeKey: 'b', ownerId: 'person', standard: '取得施工许可证' },
        ],
      },
      { itemId: 'two', revision: 9, nodes: [{ nodeKey: 'a', ownerId: null, standard: '取得施工许可证' }] },
    ])
  })
})
