import { describe, expect, it } from 'vitest'
import { expiryChoices, tokenState } from './token-state.ts'

const token = (expiresAt: string, revokedAt: string | null = null) => ({ expiresAt, revokedAt })

describe('a token', () => {
  it('opens to the end of its last day in the district’s zone', () => {
    expect(tokenState(token('2026-11-21T15:59:59.000Z'), '2026-11-21')).toBe('open')
    expect(tokenState(token('2026-11-20T15:59:59.000Z'), '2026-11-21')).toBe('expired')
    expect(tokenState(token('2026-11-20T16:00:00.000Z'), '2026-11-21')).toBe('open')
  })

  it('that is revoked says so, expired or not', () => {
    expect(tokenState(token('2027-01-01T00:00:00.000Z', '2026-11-01T00:00:00.000Z'), '2026-11-21')).toBe('revoked')
    expect(tokenState(token('2026-01-01T00:00:00.000Z', '2025-11-01T00:00:00.000Z'), '2026-11-21')).toBe('revoked')
  })

  it('lasts between a day and a year', () => {
    expect(expiryChoices('2026-11-21')).toEqual({ least: '2026-11-22', usual: '2027-02-19', most: '2027-11-21' })
  })
})
