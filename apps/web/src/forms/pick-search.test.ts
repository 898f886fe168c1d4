import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matching, searchable } from './pick-search.ts'

const all = searchable([
  { value: '1', title: '区南湖办', words: ['区南湖办'] },
  { value: '2', title: '南湖新区', words: ['南湖新区', '新区'] },
  { value: '3', title: '大桥镇', note: '330402100', words: ['大桥镇', '大桥'] },
])
const found = (typed: string) => matching(all, typed).map(({ value }) => value)

describe('searching what can be picked', () => {
  it('takes words, pinyin and initials', () => {
    expect(found('大桥')).toEqual(['3'])
    expect(found('daqiao')).toEqual(['3'])
    expect(found('dqz')).toEqual(['3'])
    expect(found('NHXQ')).toEqual(['2'])
    expect(found('330402')).toEqual(['3'])
  })

  it('puts what begins with the words first', () => {
    expect(found('南湖')).toEqual(['2', '1'])
    expect(found('nanhu')).toEqual(['1', '2'])
  })

  it('shows everything for nothing typed and nothing for what is not there', () => {
    expect(found(' ')).toEqual(['1', '2', '3'])
    expect(found('xyz')).toEqual([])
  })
})

describe('searching any list', () => {
  const options = fc
    .uniqueArray(fc.string({ minLength: 1, maxLength: 6, unit: fc.constantFrom('南', '湖', '镇', '区', 'a', 'b') }))
    .map((titles) => titles.map((title) => ({ value: title, title, words: [title] })))

  it('finds every option by its own words, and first where it begins with them', () => {
    fc.assert(
      fc.property(options, (list) => {
        const ready = searchable(list)
        for (const { title } of list) {
          const hits = matching(ready, title)
          expect(hits.map((one) => one.title)).toContain(title)
          expect(hits[0]!.title.startsWith(title)).toBe(true)
        }
      }),
    )
  })

  it('never finds more by typing on', () => {
    fc.assert(
      fc.property(options, fc.constantFrom('南', '湖', 'a'), fc.constantFrom('镇', '区', 'b'), (list, one, more) => {
        const ready = searchable(list)
        const before = new Set(matching(ready, one))
        for (const hit of matching(ready, one + more)) expect(before.has(hit)).toBe(true)
      }),
    )
  })
})
