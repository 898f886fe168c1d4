import { describe, expect, it } from 'vitest'
import { type Act, changedSince, emptyHistory, redone, undone, withAct } from './history.ts'

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
