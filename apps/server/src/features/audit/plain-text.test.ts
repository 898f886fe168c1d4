import { expect, test } from 'vitest'
import { plainText } from './plain-text.ts'

const person = '01a200d8-47d7-70be-96c6-1200a35583b0'
const unknown = '01a200d8-47d7-70be-96c6-1200a35583b1'
const names = new Map([[person, '徐学军']])

test('people, roles and ways of entering are told in words', () => {
  expect(plainText({ by: 'demonstration' }, names)).toEqual({
    zh: '从演示名单进入',
    en: 'from the demonstration’s list',
  })
  const post = { postId: unknown, personId: person, role: 'town', title: '镇长', from: '2026-01-01' }
  expect(plainText({ post }, names).zh).toBe('徐学军，镇街主攻，镇长，2026-01-01')
  expect(plainText({ post }, names).en).toBe('徐学军, Town, 镇长, 2026-01-01')
})

test('ids that nobody knows, numbers and empty data say nothing', () => {
  expect(plainText({ session: unknown, count: 3 }, names)).toEqual({ zh: '', en: '' })
})
