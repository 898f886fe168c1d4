import { expect, test } from 'vitest'
import { Recent } from './recent.ts'

test('what a reading kept is found by the next one, until something is written', () => {
  const recent = new Recent()
  recent.reading().keep('who', 1)
  expect(recent.reading().find('who')).toBe(1)
  recent.forget()
  expect(recent.reading().find('who')).toBeUndefined()
})

test('what was read before a write and kept after it is not found', () => {
  const recent = new Recent()
  const before = recent.reading()
  recent.forget()
  before.keep('who', 1)
  expect(recent.reading().find('who')).toBeUndefined()
})

test('nothing else is found under a name than what was kept under it', () => {
  const recent = new Recent()
  recent.reading().keep('who', null)
  expect(recent.reading().find('who')).toBeNull()
  expect(recent.reading().find('what')).toBeUndefined()
})
