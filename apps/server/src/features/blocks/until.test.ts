import { describe, expect, test } from 'vitest'
import { heldUntil } from './until.ts'

const today = '2026-11-23'

describe('until when a node is held', () => {
  test('the promised day', () => {
    const row = { deadline: '2026-12-04', clockDueAt: '2026-11-24T09:00:00.000Z' }
    expect(heldUntil(row, today)).toEqual({ until: '2026-12-04', basis: 'promised' })
  })

  test('without a promise the day that the clock is due, by the clock of Shanghai', () => {
    const row = { deadline: null, clockDueAt: '2026-11-24T17:00:00.000Z' }
    expect(heldUntil(row, today)).toEqual({ until: '2026-11-25', basis: 'clock' })
  })

  test.each([
    ['a promise that was broken', { deadline: '2026-11-20', clockDueAt: '2026-12-30T09:00:00.000Z' }],
    ['a clock that has run out', { deadline: null, clockDueAt: '2026-11-20T09:00:00.000Z' }],
    ['a clock that is stopped', { deadline: null, clockDueAt: null }],
  ])('%s says no more than that it is open today', (_, row) => {
    expect(heldUntil(row, today)).toEqual({ until: today, basis: 'today' })
  })
})
