import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { searchText } from './search-text.ts'

const found = (text: string, query: string) => searchText(text).includes(query)

describe('a text is found', () => {
  test.each([
    ['振石集团东方特钢', '振石'],
    ['振石集团东方特钢', 'zhenshi'],
    ['振石集团东方特钢', 'zsjt'],
    ['嘉兴科技城管委会', 'jxkjc'],
    ['重庆路改造', 'chongqing'],
    ['银行网点', 'yinhang'],
    ['绿色高端', 'lvse'],
    ['年产480万片300mm大硅片', '300mm'],
    ['年产480万片300mm大硅片', 'nc480'],
    ['FNA 诺爱', 'fna诺爱'],
    ['Ｆ Ｎ Ａ', 'fna'],
  ])('%s by %s', (text, query) => {
    expect(found(text, query)).toBe(true)
  })

  test.each([
    ['振石集团', '石振'],
    ['银行网点', 'yinxing'],
    ['南湖', 'beihu'],
  ])('%s not by %s', (text, query) => {
    expect(found(text, query)).toBe(false)
  })
})

describe('any text', () => {
  test('is found by itself without its spaces, whatever its case', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const query = text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
        expect(found(text, query)).toBe(true)
      }),
    )
  })

  test('has one form whatever its spaces and widths', () => {
    expect(searchText('南 湖 新 材')).toBe(searchText('南湖新材'))
    expect(searchText('ABC公司')).toBe(searchText('ａｂｃ公司'))
  })

  test('of nothing is nothing to find', () => {
    expect(searchText('').trim()).toBe('')
  })
})
