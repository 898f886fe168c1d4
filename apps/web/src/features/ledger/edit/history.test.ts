import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Act, changedSince, emptyHistory, redone, sameValue, undone, withAct } from './history.ts'

const act = (value: string): Act => ({
  before: [{ itemId: 'a', key: 'title', text: '', value: null }],
  after: [{ itemId: 'a', key: 'title', text: value, value }],
})

describe('undo', () => {
  it('walks back and forth through acts', () => {
    const two = withAct(withAct(emptyHistory, act('1')), act('2'))
    const one = undone(two)
    expect(one.past).toEqual([act('1')])
    expect(one.future).toEqual([act('2')])
    expect(redone(one)).toEqual(two)
    expect(undone(undone(undone(two))).past).toEqual([])
    expect(redone(two)).toEqual(two)
  })

  it('forgets what was undone once something else is done', () => {
    const history = withAct(undone(withAct(emptyHistory, act('1'))), act('2'))
    expect(history).toEqual({ past: [act('2')], future: [] })
  })

  it('keeps the last hundred', () => {
    let history = emptyHistory
    for (let count = 0; count < 120; count += 1) history = withAct(history, act(String(count)))
    expect(history.past).toHaveLength(100)
    expect(history.past.at(-1)).toEqual(act('119'))
  })

  it('points out cells that somebody else changed since', () => {
    const { after } = act('1')
    expect(changedSince(after, () => '1')).toEqual([])
    expect(changedSince(after, () => '改过')).toEqual(after)
    expect(changedSince(act('1').before, () => undefined)).toEqual([])
  })
})

/** Acts done, taken back and done again in any order. */
const moves = fc.array(fc.oneof(fc.nat({ max: 9 }).map(String), fc.constantFrom('undo' as const, 'redo' as const)), {
  maxLength: 40,
})
const after = (steps: readonly string[]) =>
  steps.reduce(
    (history, move) =>
      move === 'undo' ? undone(history) : move === 'redo' ? redone(history) : withAct(history, act(move)),
    emptyHistory,
  )

describe('any course of undo and redo', () => {
  it('comes back to where it was by the opposite move', () => {
    fc.assert(
      fc.property(moves, (steps) => {
        const history = after(steps)
        if (history.past.length > 0) expect(redone(undone(history))).toEqual(history)
        if (history.future.length > 0) expect(undone(redone(history))).toEqual(history)
      }),
    )
  })

  it('loses nothing by undo and redo, and leaves nothing to redo behind a further act', () => {
    fc.assert(
      fc.property(moves, (steps) => {
        const history = after(steps)
        const line = (own: typeof history) => [...own.past, ...own.future]
        expect(line(undone(history))).toEqual(line(history))
        expect(line(redone(history))).toEqual(line(history))
        expect(withAct(history, act('x')).future).toEqual([])
      }),
    )
  })

  it('takes an absent value for an empty one, and nothing else', () => {
    expect(sameValue(undefined, null)).toBe(true)
    expect(sameValue({ date: '2026-03-01', precision: 'day' }, { date: '2026-03-01', precision: 'day' })).toBe(true)
    expect(sameValue(0, null)).toBe(false)
    expect(sameValue('', null)).toBe(false)
    expect(sameValue('1', 1)).toBe(false)
  })
})
