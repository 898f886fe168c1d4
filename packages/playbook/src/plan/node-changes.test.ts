import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openNode } from '../../test/nodes.ts'
import { changed, type NodeChange, refuseChanges } from './node-changes.ts'

const today = '2026-11-21'
const permit = openNode('permit')
const done = openNode('file', { done: true, doneBasis: 'reported', actualFinish: '2026-11-02' })
const passed = openNode('idea', { done: true, doneBasis: 'stage' })

const paths = (...changes: readonly NodeChange[]) =>
  refuseChanges([permit, done, passed], changes, today).map((refusal) => refusal.path)

describe('a changed node', () => {
  test('has what the change names and keeps the rest', () => {
    const next = changed(permit, { nodeKey: 'permit', ownerId: 'p1', durationWorkdays: 8 })
    expect(next).toEqual({ ...permit, ownerId: 'p1', durationWorkdays: 8 })
    expect(permit.ownerId).toBeNull()
  })

  test('is done when its finish is reported', () => {
    const next = changed(permit, { nodeKey: 'permit', actualFinish: '2026-11-20' })
    expect(next).toMatchObject({ done: true, doneBasis: 'reported', actualFinish: '2026-11-20', actualStart: null })
  })

  test('that was done by the stage is done by report when its finish is reported', () => {
    expect(changed(passed, { nodeKey: 'idea', actualFinish: '2026-10-09' })).toMatchObject({ doneBasis: 'reported' })
  })

  test('is open again when its finish is taken back', () => {
    const next = changed(done, { nodeKey: 'file', actualFinish: null })
    expect(next).toMatchObject({ done: false, doneBasis: null, actualFinish: null })
  })

  test('that is started is not done', () => {
    expect(changed(permit, { nodeKey: 'permit', actualStart: '2026-11-20' })).toMatchObject({ done: false })
  })
})

describe('refused', () => {
  test.each([
    ['nothing for nothing', [], []],
    ['nothing for a sound change', [{ nodeKey: 'permit', notBefore: '2026-12-01' }], []],
    ['nothing for a past start fixed by hand', [{ nodeKey: 'permit', notBefore: '2020-01-01' }], []],
    ['nothing for lifting a start', [{ nodeKey: 'file', notBefore: null }], []],
    ['nothing for a report of today', [{ nodeKey: 'permit', actualStart: today, actualFinish: today }], []],
    ['a report of tomorrow', [{ nodeKey: 'permit', actualStart: '2026-11-22' }], ['nodes/permit/actualStart']],
    ['dates that are none', [{ nodeKey: 'permit', actualStart: '2026-13-01' }], ['nodes/permit/actualStart']],
    ['a drag of what is done', [{ nodeKey: 'file', notBefore: '2026-12-01' }], ['nodes/file/notBefore']],
    ['a drag of what the stage has passed', [{ nodeKey: 'idea', notBefore: '2026-12-01' }], ['nodes/idea/notBefore']],
    [
      'a drag of what the same change reports done',
      [{ nodeKey: 'permit', notBefore: '2026-12-01', actualFinish: today }],
      ['nodes/permit/notBefore'],
    ],
    [
      'a start after the finish that is known already',
      [{ nodeKey: 'file', actualStart: '2026-11-03' }],
      ['nodes/file/actualFinish'],
    ],
    ['nodes of another item', [{ nodeKey: 'x' }, { nodeKey: 'y' }], ['nodes/x', 'nodes/y']],
  ] as [string, NodeChange[], string[]][])('%s', (_, changes, expected) => {
    expect(paths(...changes)).toEqual(expected)
  })

  test('a drag is fine again once the finish is taken back in the same change', () => {
    expect(paths({ nodeKey: 'file', notBefore: '2026-12-01', actualFinish: null })).toEqual([])
  })

  test('any change is refused with paths of its own node, or not at all', () => {
    const change = fc.record(
      {
        nodeKey: fc.constantFrom('permit', 'file', 'idea'),
        notBefore: fc.oneof(fc.constant(null), fc.constantFrom('2026-12-01', 'soon')),
        durationWorkdays: fc.double({ min: -10, max: 6000, noNaN: true }),
        actualStart: fc.oneof(fc.constant(null), fc.constantFrom('2026-11-01', '2027-01-01', '')),
        actualFinish: fc.oneof(fc.constant(null), fc.constantFrom('2026-10-01', '2027-01-01', 'x')),
      },
      { requiredKeys: ['nodeKey'] },
    )
    fc.assert(
      fc.property(change, (drawn) => {
        for (const path of paths(drawn)) expect(path).toMatch(new RegExp(`^nodes/${drawn.nodeKey}/`))
        const whole = drawn.durationWorkdays === undefined || Number.isInteger(drawn.durationWorkdays)
        expect(paths(drawn).includes(`nodes/${drawn.nodeKey}/durationWorkdays`)).toBe(
          !whole || drawn.durationWorkdays! < 0 || drawn.durationWorkdays! > 5000,
        )
      }),
    )
  })
})
