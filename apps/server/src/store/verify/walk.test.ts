import type { StoredEvent } from '@guatu/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { copyText } from '../copy.ts'
import { firstHash, linkHash } from '../digest.ts'
import { algorithmAt, firstBreak, readLine } from './walk.ts'

const walk = { districtId: '330402', algorithms: [{ fromSeq: 1, algorithm: 'sha256' as const }] }
const maybe = fc.option(fc.string({ unit: 'grapheme' }))
const body = fc.record({
  at: fc
    .date({ noInvalidDate: true, min: new Date('2000-01-01'), max: new Date('2100-01-01') })
    .map((date) => date.toISOString()),
  actor: fc.string({ unit: 'grapheme' }),
  actorId: maybe,
  post: maybe,
  origin: maybe,
  verb: fc.string(),
  itemId: maybe,
  data: fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.string({ unit: 'grapheme' })),
  reason: maybe,
})

/** As COPY writes it, by the house's own writer. */
function lineOf({ seq, hash, at, actor, verb, data, actorId, post, origin, itemId, reason }: StoredEvent): string {
  const instant = at.replace('Z', '000')
  const values = [seq, hash, instant, actor, verb, data, actorId, post, origin, itemId, reason]
  return values.map((value) => copyText('', value)).join('\t')
}

function chainOf(bodies: readonly Omit<StoredEvent, 'seq' | 'hash'>[]): StoredEvent[] {
  let previous = firstHash
  return bodies.map((part, index) => {
    const event = { ...part, seq: index + 1 }
    previous = linkHash('sha256', previous, walk.districtId, event)
    return { ...event, hash: previous }
  })
}

test('a line reads back as the event that was written', () => {
  fc.assert(
    fc.property(fc.array(body, { minLength: 1, maxLength: 3 }), (bodies) => {
      for (const event of chainOf(bodies)) expect(readLine(lineOf(event))).toEqual(event)
    }),
  )
})

test('a chain holds from any place on, and breaks where one event is left out or changed', () => {
  const before = { seq: 0, hash: firstHash }
  fc.assert(
    fc.property(fc.array(body, { minLength: 2, maxLength: 6 }), fc.nat(), (bodies, pick) => {
      const events = chainOf(bodies)
      const lines = events.map(lineOf)
      expect(firstBreak(walk, before, lines)).toBeNull()
      const at = pick % events.length
      expect(firstBreak(walk, events[at]!, lines.slice(at + 1))).toBeNull()
      const shorter = lines.filter((_, index) => index !== at)
      expect(firstBreak(walk, before, shorter)).toBe(at === events.length - 1 ? null : at + 1)
      const changed = lines.with(at, lineOf({ ...events[at]!, actor: `${events[at]!.actor}x` }))
      expect(firstBreak(walk, before, changed)).toBe(at + 1)
    }),
  )
})

test('a digest counts from the event that it was chosen at', () => {
  const switched = { ...walk, algorithms: [...walk.algorithms, { fromSeq: 8, algorithm: 'sm3' as const }] }
  expect([1, 7, 8, 99].map((seq) => algorithmAt(switched, seq))).toEqual(['sha256', 'sha256', 'sm3', 'sm3'])
})

test('the digests are those of their standards', () => {
  const event = { seq: 1, at: '2026-06-15T01:02:03.004Z', actor: 'a', actorId: null, post: null, origin: null }
  const link = { ...event, verb: 'v', itemId: null, data: {}, reason: null }
  const [sha256, sm3] = (['sha256', 'sm3'] as const).map((name) => linkHash(name, firstHash, '330402', link))
  expect(sha256).toMatch(/^[0-9a-f]{64}$/)
  expect(sm3).toMatch(/^[0-9a-f]{64}$/)
  expect(sm3).not.toBe(sha256)
})
