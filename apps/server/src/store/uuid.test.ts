import { expect, test } from 'vitest'
import { uuidv7 } from './uuid.ts'

test('a key tells version 7, its millisecond, and the order in which keys were made', () => {
  const keys = Array.from({ length: 2_000 }, () => uuidv7(1_793_000_000_000))
  expect(keys[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt(keys[0]!.replace('-', '').slice(0, 12), 16)).toBe(1_793_000_000_000)
  expect(keys.toSorted()).toEqual(keys)
  expect(new Set(keys).size).toBe(keys.length)
})

test('a later millisecond gives a greater key', () => {
  const early = uuidv7(1_793_000_000_000)
  expect(uuidv7(1_793_000_000_001) > early).toBe(true)
})
