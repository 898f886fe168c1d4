import { expect, test } from 'vitest'
import { textRefusals } from './validator.ts'

test('a text that cannot be kept is told with its place', () => {
  const body = { fields: { name: 'a\u0000b', list: ['ok', '\ud800'] } }
  expect(textRefusals({ body }).map(({ path }) => path)).toEqual(['body/fields/name', 'body/fields/list/1'])
})

test('content of any depth is refused, not walked', () => {
  const deep = JSON.parse(`${'['.repeat(60_000)}${']'.repeat(60_000)}`)
  expect(textRefusals({ body: { fields: { name: deep } } })).toMatchObject([{ code: 'INPUT_INVALID' }])
  expect(textRefusals(JSON.parse(`${'['.repeat(40)}${']'.repeat(40)}`))).toEqual([])
})
