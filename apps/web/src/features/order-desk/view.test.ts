import type { DeskRow } from '@guatu/contract'
import { describe, expect, test } from 'vitest'
import { commonMove, deskView, nextMove, shownRows, waitingMoves } from './view.ts'

const move = (key: string, more: Partial<DeskRow['moves'][number]> = {}) => ({
  ...{ key, to: key, title: { zh: key, en: key }, back: false, plain: true },
  ...more,
})

const row = (itemId: string, moves: DeskRow['moves'], overdue = false): DeskRow => ({
  ...{ itemId, revision: 1, title: itemId, stage: 'issued', lamp: 'none', lampText: null, leadOrgId: null },
  ...{ areaCode: null, deadline: null, fields: {}, enteredAt: null, moves },
  clock: { key: 'receipt', dueAt: null, overdue, paused: false },
})

const receive = row('a', [move('received')])
const receiveToo = row('b', [move('received')], true)
const judge = row('c', [move('reject', { back: true }), move('accepted', { plain: false })])
const others = row('d', [])
const rows = [receive, receiveToo, judge, others]

describe('the desk', () => {
  test('begins with what waits for the reader, or with all where nothing does', () => {
    expect(deskView({}, 3).show).toBe('mine')
    expect(deskView({}, 0).show).toBe('all')
    expect(deskView({ show: 'late', move: 'received' }, 3)).toEqual({ show: 'late', move: undefined })
    expect(deskView({ show: 'nonsense' }, 1).show).toBe('mine')
  })

  test('goes onward before it goes back', () => {
    expect(nextMove(judge)?.key).toBe('accepted')
    expect(nextMove(others)).toBeUndefined()
  })

  test('counts what waits by its move and shows it so', () => {
    expect(waitingMoves(rows).map(({ key, count }) => [key, count])).toEqual([
      ['received', 2],
      ['accepted', 1],
    ])
    const ids = (show: 'mine' | 'all' | 'late', key?: string) =>
      shownRows(rows, { show, move: key }).map(({ itemId }) => itemId)
    expect(ids('all')).toEqual(['a', 'b', 'c', 'd'])
    expect(ids('mine')).toEqual(['a', 'b', 'c'])
    expect(ids('mine', 'accepted')).toEqual(['c'])
    expect(ids('late')).toEqual(['b'])
  })

  test('moves many at once only by a move that asks for nothing', () => {
    expect(commonMove([receive, receiveToo])?.key).toBe('received')
    expect(commonMove([receive, judge])).toBeNull()
    expect(commonMove([judge])).toBeNull()
    expect(commonMove([])).toBeNull()
  })
})
