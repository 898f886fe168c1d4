import { describe, expect, it } from 'vitest'
import { extraTexts } from './extra-texts.ts'

describe('what a ledger held besides its fields', () => {
  it('keeps header and text in the ledger’s order', () => {
    expect(extraTexts({ extra: { 国别: '德国', 备注二: '专班跟进' } })).toEqual([
      ['国别', '德国'],
      ['备注二', '专班跟进'],
    ])
  })

  it('is empty where there is nothing, or nothing that reads as text', () => {
    for (const fields of [{}, { extra: null }, { extra: 'x' }, { extra: ['a'] }, { extra: { a: '', b: 3 } }]) {
      expect(extraTexts(fields)).toEqual([])
    }
  })
})
