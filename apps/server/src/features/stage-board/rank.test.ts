import type { BoardClock } from '@guatu/contract'
import type { ClockState } from '@guatu/playbook'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byUrgency, type Ranked, shownClock } from './rank.ts'

const clock = (more: Partial<BoardClock> = {}): BoardClock => ({
  key: 'answer',
  state: 'running',
  leftMinutes: 60,
  limitMinutes: 420,
  dueAt: '2026-11-24T09:00:00.000Z',
  overdue: false,
  warns: false,
  ...more,
})

const card = (itemId: string, more: Partial<Ranked> = {}): Ranked => ({
  itemId,
  clock: clock(),
  urgency: 1,
  deadline: null,
  enteredAt: '2026-11-20T01:00:00.000Z',
  ...more,
})

const sorted = (...cards: readonly Ranked[]) => cards.toSorted(byUrgency).map(({ itemId }) => itemId)

describe('the order of a column', () => {
  test('what is overdue comes first, whatever its urgency', () => {
    const late = card('late', { clock: clock({ overdue: true, leftMinutes: -5 }) })
    expect(sorted(card('urgent', { urgency: 0 }), late)).toEqual(['late', 'urgent'])
  })

  test('then the more urgent, then what is due first', () => {
    const soon = card('soon', { clock: clock({ dueAt: '2026-11-23T09:00:00.000Z' }) })
    expect(sorted(card('plain'), card('urgent', { urgency: 0 }), soon)).toEqual(['urgent', 'soon', 'plain'])
  })

  test('without a clock the nearer date, then what has stood longer', () => {
    const none = { clock: null }
    const dated = card('dated', { ...none, deadline: '2026-12-01' })
    const old = card('old', { ...none, enteredAt: '2026-10-01T01:00:00.000Z' })
    expect(sorted(card('young', none), old, dated)).toEqual(['dated', 'old', 'young'])
    expect(sorted(card('b', { enteredAt: null }), card('a', { enteredAt: null }))).toEqual(['a', 'b'])
  })

  test('is one order, whatever the cards', () => {
    const anyCard = fc.record({
      itemId: fc.uuid(),
      clock: fc.option(fc.record({ overdue: fc.boolean() }).map((more) => clock(more))),
      urgency: fc.integer({ min: 0, max: 2 }),
      deadline: fc.option(fc.constantFrom('2026-11-01', '2026-12-01')),
      enteredAt: fc.constantFrom('2026-11-20T01:00:00.000Z', null),
    })
    fc.assert(
      fc.property(fc.uniqueArray(anyCard, { selector: ({ itemId }) => itemId }), (cards) => {
        expect(sorted(...cards.toReversed())).toEqual(sorted(...cards))
      }),
    )
  })
})

describe('the clock of a card', () => {
  const state = (key: string, kind: ClockState['state']): ClockState => ({
    ...clock(),
    key,
    state: kind,
    spentMinutes: 0,
    overdueWorkdays: 0,
    spentByUnit: {},
    chargedOrgId: null,
    limit: null,
  })

  test('is the one that runs', () => {
    expect(shownClock([state('a', 'stopped'), state('b', 'paused'), state('c', 'running')])?.key).toBe('c')
  })

  test('or one that is stopped for a ground', () => {
    expect(shownClock([state('a', 'idle'), state('b', 'paused')])).toMatchObject({ key: 'b', state: 'paused' })
  })

  test('or none', () => {
    expect(shownClock([state('a', 'idle'), state('b', 'stopped')])).toBeNull()
  })
})
