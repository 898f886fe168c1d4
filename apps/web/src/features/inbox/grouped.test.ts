import type { NoticeEntry } from '@guatu/contract'
import { expect, test } from 'vitest'
import { grouped, toneOf, unreadKinds } from './grouped.ts'

const notice = (noticeId: string, more: Partial<NoticeEntry> = {}): NoticeEntry => ({
  ...{ noticeId, kind: 'toAct', itemId: 'a', itemTitle: '甲', text: { zh: '', en: '' }, actor: null, reason: null },
  ...{ at: '2026-11-20T01:00:00.000Z', readAt: null },
  ...more,
})

test('by time a day of the district is a heading, also past midnight in Greenwich', () => {
  const list = [
    notice('3', { at: '2026-11-20T16:30:00.000Z' }),
    notice('2', { at: '2026-11-20T15:30:00.000Z' }),
    notice('1'),
  ]
  expect(grouped(list, 'time').map(({ key, notices }) => [key, notices.length])).toEqual([
    ['2026-11-21', 1],
    ['2026-11-20', 2],
  ])
})

test('by item what belongs to none stands together', () => {
  const list = [notice('4', { itemId: null }), notice('3'), notice('2', { itemId: 'b' }), notice('1')]
  expect(grouped(list, 'item').map(({ key, notices }) => `${key}${notices.length}`)).toEqual(['1', 'a2', 'b1'])
})

test('what is unread is counted by kind, the most first', () => {
  const list = [notice('1'), notice('2', { kind: 'lampRed' }), notice('3'), notice('4', { readAt: 'x' })]
  expect(unreadKinds(list)).toEqual([
    { kind: 'toAct', count: 2 },
    { kind: 'lampRed', count: 1 },
  ])
  expect(toneOf('lampRed')).toBe('red')
  expect(toneOf('post')).toBe('plain')
})
