import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson, chainText } from './event.ts'

const file = new URL('../../../fixtures/kernel/chain.json', import.meta.url)
const chain: {
  districtId: string
  events: { event: Parameters<typeof chainText>[2]; text: string; sha256: string }[]
} = JSON.parse(readFileSync(file, 'utf8'))

describe('the one text of a value', () => {
  test.each([
    [null, 'null'],
    [true, 'true'],
    ['挂图', '"挂图"'],
    ['a"b\n', '"a\\"b\\n"'],
    [0, '0'],
    [-7, '-7'],
    [9007199254740991, '9007199254740991'],
    [[], '[]'],
    [[1, 'a', null], '[1,"a",null]'],
    [{}, '{}'],
    [{ b: 1, a: 2 }, '{"a":2,"b":1}'],
    [{ a: undefined, b: 1 }, '{"b":1}'],
    [{ B: 1, a: 2, A: 3 }, '{"A":3,"B":1,"a":2}'],
    [{ 项目: { z: [1], a: {} } }, '{"项目":{"a":{},"z":[1]}}'],
  ])('%j', (value, text) => {
    expect(canonicalJson(value)).toBe(text)
  })

  test.each([
    ['a fraction', 1.5],
    ['a number too large to be exact', 2 ** 53],
    ['no number', Number.NaN],
    ['a big integer', 5n],
    ['a function', () => 1],
    ['nothing', undefined],
  ])('%s is a bug', (_, value) => {
    expect(() => canonicalJson(value)).toThrow()
  })

  const json = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constant(null),
      fc.boolean(),
      fc.string(),
      fc.maxSafeInteger(),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(
        fc.string().filter((key) => key !== '__proto__'),
        tie('value'),
        { maxKeys: 4 },
      ),
    ),
  })).value

  test('reads back as the value', () => {
    fc.assert(
      fc.property(json, (value) => {
        const back = JSON.parse(canonicalJson(value))
        expect(canonicalJson(back)).toBe(canonicalJson(value))
        expect(JSON.stringify(back) === undefined).toBe(false)
      }),
    )
  })

  test('does not know in which order keys were written', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string().filter((key) => key !== '__proto__'),
          json,
        ),
        (record) => {
          const turned = Object.fromEntries(Object.entries(record).reverse())
          expect(canonicalJson(turned)).toBe(canonicalJson(record))
        },
      ),
    )
  })
})

describe('the chain', () => {
  test('of the fixture can be recomputed', () => {
    let previous = ''
    for (const { event, text, sha256 } of chain.events) {
      expect(chainText(previous, chain.districtId, event)).toBe(text)
      expect(createHash('sha256').update(text).digest('hex')).toBe(sha256)
      previous = sha256
    }
  })

  test.each(['seq', 'at', 'actor', 'verb', 'itemId', 'data', 'reason'] as const)(
    'a changed %s changes the text',
    (key) => {
      const { event } = chain.events[0]!
      const other = { ...event, [key]: key === 'seq' ? 99 : key === 'data' ? { other: 1 } : 'other' }
      expect(chainText('', chain.districtId, other)).not.toBe(chainText('', chain.districtId, event))
    },
  )

  test('another district or another predecessor changes the text', () => {
    const { event } = chain.events[0]!
    expect(chainText('', '330411', event)).not.toBe(chainText('', chain.districtId, event))
    expect(chainText('00', chain.districtId, event)).not.toBe(chainText('', chain.districtId, event))
  })
})
