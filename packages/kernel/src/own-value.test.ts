import { expect, test } from 'vitest'
import { ownValue } from './own-value.ts'

test('only what the record itself holds', () => {
  const record = { new: 1, constructor: 2 }
  expect(ownValue(record, 'new')).toBe(1)
  expect(ownValue(record, 'constructor')).toBe(2)
  for (const inherited of ['toString', 'valueOf', '__proto__', 'hasOwnProperty']) {
    expect(ownValue(record, inherited)).toBeUndefined()
  }
})
