import fc from 'fast-check'
import { expect, test } from 'vitest'
import { askableOf, askText, readAsk } from './ask-text.ts'

const day = fc.integer({ min: 0, max: 3000 }).map((days) => {
  return new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString().slice(0, 10)
})
const asked = fc
  .record(
    {
      nodeKey: fc.stringMatching(/^[a-z][a-z-]{0,20}$/),
      notBefore: fc.oneof(day, fc.constant(null)),
      durationWorkdays: fc.integer({ min: 0, max: 5000 }),
    },
    { requiredKeys: ['nodeKey'] },
  )
  .filter((node) => 'notBefore' in node || 'durationWorkdays' in node)

test('what is asked goes into an address and comes back as it was', () => {
  fc.assert(
    fc.property(fc.array(asked, { maxLength: 5 }), (changes) => {
      expect(readAsk(askText(changes))).toEqual(changes)
    }),
  )
})

test('an address that nobody can mean asks nothing', () => {
  expect(readAsk(undefined)).toEqual([])
  expect(readAsk('accept')).toEqual([])
  expect(readAsk(':d3;accept:x;body:n2027,d-3;file:d')).toEqual([])
  expect(readAsk('body:d40,x')).toEqual([{ nodeKey: 'body', durationWorkdays: 40 }])
})

test('facts, units and standards are not applied for', () => {
  const changes = [
    { nodeKey: 'file', actualFinish: '2026-06-12' },
    { nodeKey: 'body', durationWorkdays: 40, ownerId: null },
    { nodeKey: 'open', notBefore: null },
  ]
  expect(askableOf(changes)).toEqual([
    { nodeKey: 'body', durationWorkdays: 40 },
    { nodeKey: 'open', notBefore: null },
  ])
})
