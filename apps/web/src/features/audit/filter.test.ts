import { expect, test } from 'vitest'
import { filterOf, sizeText } from './filter.ts'

test('the address holds the search; what is blank or foreign is left out', () => {
  expect(filterOf({ q: ' 核查 ', person: ' ', verb: 'item.updated', open: '7', to: undefined })).toEqual({
    q: '核查',
    verb: 'item.updated',
  })
})

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1_500, '1.5 kB'],
  [2_340_000_000, '2.3 GB'],
])('%i bytes read as %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text)
})
