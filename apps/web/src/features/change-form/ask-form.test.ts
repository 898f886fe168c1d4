import { expect, test } from 'vitest'
import { withAsked } from './ask-form.ts'

const node = { nodeKey: 'body', durationWorkdays: 60, notBefore: null }

test('what is typed is asked, the last word of each node counts', () => {
  const first = withAsked([], node, { durationWorkdays: 80 })
  expect(first).toEqual([{ nodeKey: 'body', durationWorkdays: 80 }])
  const both = withAsked(first, node, { notBefore: '2027-03-01' })
  expect(both).toEqual([{ nodeKey: 'body', notBefore: '2027-03-01', durationWorkdays: 80 }])
  expect(withAsked(both, node, { durationWorkdays: 90 })).toMatchObject([{ durationWorkdays: 90 }])
})

test('what says what stands already asks nothing', () => {
  const asked = [{ nodeKey: 'body', durationWorkdays: 80 }]
  expect(withAsked(asked, node, { durationWorkdays: 60 })).toEqual([])
  expect(withAsked(asked, node, { durationWorkdays: undefined })).toEqual([])
  expect(withAsked([], node, {})).toEqual([])
})

test('others keep their place', () => {
  const asked = [
    { nodeKey: 'body', durationWorkdays: 80 },
    { nodeKey: 'accept', notBefore: null },
  ]
  const next = withAsked(asked, node, { notBefore: '2027-03-01' })
  expect(next.map(({ nodeKey }) => nodeKey)).toEqual(['body', 'accept'])
})
