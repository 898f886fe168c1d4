import { chinaCalendar, fromDay, toDay } from '@guatu/schedule'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testItem, testNode } from '../testing/wall-fixture.ts'
import { withChange } from './draft.ts'
import { dragChange, nudgeChange, snap, whyImmovable } from './drag-model.ts'

const calendar = chinaCalendar()
const node = testNode('a', { plannedStart: '2026-11-23', plannedFinish: '2026-11-27', durationWorkdays: 5 })

describe('taking hold of a bar', () => {
  it('is refused where dates are history, missing, or not a duration', () => {
    expect(whyImmovable(node, 'move')).toBeNull()
    expect(whyImmovable(node, 'finish')).toBeNull()
    expect(whyImmovable({ ...node, done: true }, 'move')).toBe('done')
    expect(whyImmovable({ ...node, actualStart: '2026-11-23' }, 'move')).toBe('started')
    expect(whyImmovable({ ...node, actualStart: '2026-11-23' }, 'finish')).toBeNull()
    expect(whyImmovable({ ...node, durationWorkdays: 0 }, 'finish')).toBe('milestone')
    expect(whyImmovable(testNode('x'), 'move')).toBe('undated')
  })
})

describe('dragging', () => {
  it('snaps onward in its own direction', () => {
    expect(dragChange(node, 'move', 5, calendar)).toEqual({ nodeKey: 'a', notBefore: '2026-11-30' })
    expect(dragChange(node, 'move', -1, calendar)).toEqual({ nodeKey: 'a', notBefore: '2026-11-20' })
    expect(dragChange(node, 'move', 0, calendar)).toBeNull()
  })

  it('changes the duration by its end, down to one day', () => {
    expect(dragChange(node, 'finish', 3, calendar)).toEqual({ nodeKey: 'a', durationWorkdays: 6 })
    expect(dragChange(node, 'finish', -2, calendar)).toEqual({ nodeKey: 'a', durationWorkdays: 3 })
    expect(dragChange(node, 'finish', -40, calendar)).toEqual({ nodeKey: 'a', durationWorkdays: 1 })
    expect(dragChange(testNode('x'), 'finish', 3, calendar)).toBeNull()
  })

  it('always lands on a working day, never against its direction', () => {
    const start = fc.integer({ min: toDay('2026-01-01'), max: toDay('2027-06-01') })
    fc.assert(
      fc.property(start, fc.integer({ min: -200, max: 200 }), (first, days) => {
        const any = testNode('a', { plannedStart: fromDay(first), plannedFinish: fromDay(first + 4) })
        const change = dragChange(any, 'move', days, calendar)
        if (change?.notBefore == null) return
        expect(calendar.isWorkday(change.notBefore)).toBe(true)
        const moved = toDay(change.notBefore) - first
        expect(days > 0 ? moved >= days : moved <= days).toBe(true)
      }),
    )
    expect(snap(toDay('2026-11-21'), 'earlier', calendar)).toBe(toDay('2026-11-20'))
  })
})

describe('nudging by the keyboard', () => {
  it('adds up by working days', () => {
    const once = nudgeChange(node, 'move', 1, undefined, calendar)!
    expect(once.notBefore).toBe('2026-11-24')
    const five = [1, 1, 1, 1].reduce((asked, step) => nudgeChange(node, 'move', step, asked, calendar)!, once)
    expect(five.notBefore).toBe('2026-11-30')
    expect(nudgeChange(node, 'move', -1, undefined, calendar)!.notBefore).toBe('2026-11-20')
    expect(nudgeChange(testNode('x'), 'move', 1, undefined, calendar)).toBeNull()
  })

  it('undoes itself from a working day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (workdays) => {
        const there = nudgeChange(node, 'move', workdays, undefined, calendar)!
        expect(nudgeChange(node, 'move', -workdays, there, calendar)!.notBefore).toBe(node.plannedStart)
      }),
    )
  })

  it('lengthens and shortens', () => {
    const longer = nudgeChange(node, 'finish', 2, undefined, calendar)!
    expect(longer.durationWorkdays).toBe(7)
    expect(nudgeChange(node, 'finish', -9, longer, calendar)!.durationWorkdays).toBe(1)
  })
})

describe('a draft', () => {
  const item = testItem('x', [node, testNode('b', { durationWorkdays: 3, notBefore: '2026-12-01' })])
  const empty = { item, changes: [] }

  it('keeps one change a node and drops what leads back', () => {
    const moved = withChange(withChange(empty, { nodeKey: 'a', notBefore: '2026-12-01' }), {
      nodeKey: 'a',
      durationWorkdays: 9,
    })
    expect(moved.changes).toEqual([{ nodeKey: 'a', notBefore: '2026-12-01', durationWorkdays: 9 }])
    const back = withChange(withChange(moved, { nodeKey: 'a', durationWorkdays: 5 }), {
      nodeKey: 'a',
      notBefore: '2026-11-23',
    })
    expect(back.changes).toEqual([])
  })
})
