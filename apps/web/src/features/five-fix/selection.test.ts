import { describe, expect, it } from 'vitest'
import { emptySelection, extended, nodeKeyOf, selectedOf, toggled, wholly } from './selection.ts'
import { gapNode } from './testing.ts'

const nodes = ['a', 'b', 'c', 'd', 'e'].map((nodeKey) => gapNode({ nodeKey, assignable: nodeKey !== 'c' }))
const [a, b, c, d, e] = nodes
const shown = (selection: ReadonlySet<string>) => selectedOf(selection, nodes).map(({ nodeKey }) => nodeKey)

describe('selecting nodes', () => {
  it('adds and takes away one', () => {
    const one = toggled(emptySelection, a!)
    expect(shown(one)).toEqual(['a'])
    expect(shown(toggled(one, a!))).toEqual([])
  })

  it('never takes a node of a project that is not one’s own', () => {
    expect(shown(toggled(emptySelection, c!))).toEqual([])
    expect(shown(extended(emptySelection, nodes, nodeKeyOf(a!), e!))).toEqual(['a', 'b', 'd', 'e'])
  })

  it('reaches from the anchor either way, and is one node without an anchor', () => {
    expect(shown(extended(emptySelection, nodes, nodeKeyOf(e!), d!))).toEqual(['d', 'e'])
    expect(shown(extended(emptySelection, nodes, null, d!))).toEqual(['d'])
    expect(shown(extended(emptySelection, nodes, 'gone', b!))).toEqual(['b'])
  })

  it('takes all, and releases all when all are taken', () => {
    const all = wholly(emptySelection, nodes)
    expect(shown(all)).toEqual(['a', 'b', 'd', 'e'])
    expect(shown(wholly(all, nodes.slice(0, 2)))).toEqual(['d', 'e'])
    expect(shown(wholly(toggled(emptySelection, a!), nodes))).toEqual(['a', 'b', 'd', 'e'])
  })

  it('forgets what is no longer listed', () => {
    expect(selectedOf(wholly(emptySelection, nodes), [b!])).toEqual([b])
  })
})
