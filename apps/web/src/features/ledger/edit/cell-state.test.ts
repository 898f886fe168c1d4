import { describe, expect, it } from 'vitest'
import { type CellStates, cellKey, refusedStates, withoutStates, withStates, writesOf } from './cell-state.ts'
import type { CellWrite } from './paste.ts'

const write = (itemId: string, key: string, value: unknown = 'x'): CellWrite => ({
  itemId,
  key,
  text: String(value),
  value,
})
const none: CellStates = new Map()
const said = (text: string) => ({ zh: text, en: text })

describe('cells on their way', () => {
  it('keeps each cell with its own fate', () => {
    const states = withStates(none, [
      { kind: 'saving', write: write('a', 'title', '新名') },
      { kind: 'unsent', write: write('b', 'title', '别的') },
    ])
    expect(writesOf(states, 'unsent')).toEqual([write('b', 'title', '别的')])
    expect(states.get(cellKey('a', 'title'))?.kind).toBe('saving')
  })

  it('forgets settled cells and keeps the others', () => {
    const states = withStates(none, [
      { kind: 'saving', write: write('a', 'title') },
      { kind: 'refused', write: write('a', 'amount'), messages: [said('不对')] },
    ])
    expect([...withoutStates(states, [write('a', 'title')]).keys()]).toEqual([cellKey('a', 'amount')])
  })
})

describe('refusals of a reply', () => {
  const writes = [write('a', 'title'), write('a', 'amount'), write('b', 'title')]
  const items = ['a', 'b']
  const cells = (...refusals: { path?: string; text: string }[]) =>
    refusedStates(
      writes,
      items,
      refusals.map(({ path, text }) => ({ ...(path ? { path } : {}), message: said(text) })),
    ).map((state) => [cellKey(state.write.itemId, state.write.key), state.kind === 'refused' && state.messages[0]?.zh])

  it('finds the cell by item, by place or by field alone', () => {
    expect(cells({ path: 'b/title', text: '重名' })).toEqual([['b/title', '重名']])
    expect(cells({ path: '/changes/0/fields/amount', text: '太大' })).toEqual([['a/amount', '太大']])
    expect(cells({ path: 'amount', text: '太大' })).toEqual([['a/amount', '太大']])
    expect(cells({ path: 'b/title', text: '一' }, { path: 'a/amount', text: '二' })).toEqual([
      ['a/amount', '二'],
      ['b/title', '一'],
    ])
  })

  it('knows what was refused for lack of rights', () => {
    const states = refusedStates(writes, items, [
      { code: 'FORBIDDEN', path: 'a/title', message: said('需要是牵头单位') },
      { code: 'FIELD_INVALID', path: 'b/title', message: said('重名') },
    ])
    expect(states.map((state) => state.kind === 'refused' && (state.forbidden ?? false))).toEqual([true, false])
  })

  it('lays what speaks of no cell on all of them', () => {
    expect(cells({ text: '不行' })).toHaveLength(3)
    expect(cells({ path: 'elsewhere', text: '不行' })).toHaveLength(3)
  })
})
