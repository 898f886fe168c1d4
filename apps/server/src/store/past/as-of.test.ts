import { expect, test } from 'vitest'
import { chinaText, parseAsOf } from './as-of.ts'

const now = '2026-11-21T08:00:00.000Z'
const read = (text: string) => parseAsOf(text, now)

test('an instant with its zone, a day that stands for its end in Shanghai, today that stands for now', () => {
  expect(read('2026-11-20T18:00:00+08:00')).toEqual({ kind: 'done', value: '2026-11-20T10:00:00.000Z' })
  expect(read('2026-11-20T10:00Z')).toEqual({ kind: 'done', value: '2026-11-20T10:00:00.000Z' })
  expect(read('2026-11-20')).toEqual({ kind: 'done', value: '2026-11-20T15:59:59.999Z' })
  expect(read('2026-11-21')).toEqual({ kind: 'done', value: now })
  expect(read(now)).toEqual({ kind: 'done', value: now })
})

test.each([
  '2026-11-22',
  '2026-11-21T08:00:00.001Z',
  '2026-02-30',
  '2026-13-01',
  '2026-11-20T18:00:00',
  '2026-11-20 18:00',
  "2026-11-20'; drop table item",
  'yesterday',
  '',
])('%j is no past moment', (text) => {
  expect(read(text)).toMatchObject({ kind: 'refused', refusals: [{ code: 'INPUT_INVALID', path: 'asOf' }] })
})

test('an instant as the clock in Shanghai shows it', () => {
  expect(chinaText('2026-11-20T16:05:00.000Z')).toBe('2026-11-21 00:05')
})
