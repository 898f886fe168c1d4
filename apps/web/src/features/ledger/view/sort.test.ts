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
