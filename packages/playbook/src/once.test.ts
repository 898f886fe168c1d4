import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deepFreeze } from './freeze.ts'
import { oncePer } from './once.ts'
import { plainWord } from './word.ts'

describe('what is derived once', () => {
  test('is made at the first asking and kept, for each key its own', () => {
    let made = 0
    const make = oncePer((key: { name: string }) => {
      made += 1
      return { name: key.name, made }
    })
    const [a, b] = [{ name: 'a' }, { name: 'a' }]
    expect([make(a), make(a), make(b), make(a)].map((value) => value.made)).toEqual([1, 1, 2, 1])
    expect(make(a)).toBe(make(a))
    expect(made).toBe(2)
  })

  test('is tried again where making it threw', () => {
    let tries = 0
    const make = oncePer((_: object) => {
      tries += 1
      if (tries === 1) throw new Error('not yet')
      return tries
    })
    const key = {}
    expect(() => make(key)).toThrow('not yet')
    expect(make(key)).toBe(2)
  })
})

describe('freezing', () => {
  test('reaches every leaf of any definition and changes nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const copy = structuredClone(value)
        const frozen = deepFreeze(value)
        expect(frozen).toEqual(copy)
        const leaves: unknown[] = [frozen]
        for (const part of leaves) {
          expect(Object.isFrozen(part)).toBe(true)
          if (typeof part === 'object' && part !== null) leaves.push(...Object.values(part))
        }
      }),
      { numRuns: 50 },
    )
  })
})

describe('a word as a ledger writes it', () => {
  test.each([
    ['项目名称', '项目 名称'],
    ['总投资（万元）', '总投资万元'],
    ['总投资(万元)', '总投资［万元］'],
    ['ＧＤＰ', 'gdp'],
    ['开工_时间', '开工—时间'],
    ['竣工/投产', '竣工、投产'],
    ['“红灯”项目', '红灯项目'],
  ])('%s is %s', (one, other) => {
    expect(plainWord(one)).toBe(plainWord(other))
  })

  test.each([
    ['总投资', '总投入'],
    ['2026', '2025'],
    ['a+b', 'ab'],
  ])('%s is not %s', (one, other) => {
    expect(plainWord(one)).not.toBe(plainWord(other))
  })

  test('is plain already once it is plain, and has no space left', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (word) => {
        const plain = plainWord(word)
        expect(plainWord(plain)).toBe(plain)
        expect(plain).not.toMatch(/\s/)
      }),
    )
  })
})
