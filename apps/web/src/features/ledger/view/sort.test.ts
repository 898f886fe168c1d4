import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildSort, parseSort, toggleSort } from './sort.ts'

describe('sort text', () => {
  it('reads and writes signed keys', () => {
    expect(parseSort('-amount,title')).toEqual([
      { key: 'amount', descending: true },
      { key: 'title', descending: false },
    ])
    expect(buildSort(parseSort('-amount,title'))).toBe('-amount,title')
    expect(buildSort([])).toBeUndefined()
  })

  it('drops empty parts and a key named twice', () => {
    expect(parseSort('a,,-a,b')).toEqual([
      { key: 'a', descending: false },
      { key: 'b', descending: false },
    ])
  })
})

describe('a click on a header', () => {
  it('goes ascending, descending, off', () => {
    const once = toggleSort([], 'a', false)
    const twice = toggleSort(once, 'a', false)
    expect(buildSort(once)).toBe('a')
    expect(buildSort(twice)).toBe('-a')
    expect(toggleSort(twice, 'a', false)).toEqual([])
  })

  it('replaces the sort without shift and adds a second key with it', () => {
    expect(buildSort(toggleSort(parseSort('a'), 'b', false))).toBe('b')
    expect(buildSort(toggleSort(parseSort('a'), 'b', true))).toBe('a,b')
    expect(buildSort(toggleSort(parseSort('a,b'), 'a', true))).toBe('-a,b')
    expect(buildSort(toggleSort(parseSort('-a,b'), 'a', true))).toBe('b')
  })

  it('keeps the first key when a third one comes', () => {
    expect(buildSort(toggleSort(parseSort('-a,b'), 'c', true))).toBe('-a,c')
  })
})

describe('any sorting', () => {
  const key = fc.stringMatching(/^[a-z][A-Za-z0-9]{0,8}$/)
  const sorting = fc.uniqueArray(fc.record({ key, descending: fc.boolean() }), { selector: (one) => one.key })

  it('survives the link', () => {
    fc.assert(
      fc.property(sorting, (keys) => {
        expect(parseSort(buildSort(keys))).toEqual(keys)
      }),
    )
  })

  it('is off again after three clicks on a head, and never sorts twice by one key', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.boolean())), (clicks) => {
        let keys: ReturnType<typeof parseSort> = []
        for (const [own, add] of clicks) keys = toggleSort(keys, own, add)
        expect(new Set(keys.map((one) => one.key)).size).toBe(keys.length)
        expect(keys.length).toBeLessThanOrEqual(2)
        const fresh = toggleSort([], 'z', false)
        expect(toggleSort(toggleSort(fresh, 'z', false), 'z', false)).toEqual([])
      }),
    )
  })
})
