import { expect, test } from 'vitest'
import { clockToday } from './today.ts'

test('the day is the one in Shanghai, or the one that stands for it', () => {
  expect(clockToday('2026-11-21')()).toBe('2026-11-21')
  const shifted = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10)
  expect(clockToday(undefined)()).toBe(shifted)
})
