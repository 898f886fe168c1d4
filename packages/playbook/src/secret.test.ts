import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { everyKind, sample } from '../test/sample.ts'
import { type Field, isMask, joinFields, maskOf, type Playbook, partFields, wholeMask } from './index.ts'

const secretNote: Field = { ...everyKind.note!, secret: 'negotiation' }
const secretAmount: Field = {
  kind: 'money',
  title: { zh: '价', en: 'Price' },
  group: 'basic',
  unit: '万元',
  secret: 'negotiation',
}
const kept: Playbook = { ...sample, fields: { ...sample.fields, note: secretNote, price: secretAmount } }
const price = { amount: '120000.00', currency: 'CNY' }

describe('parting a document', () => {
  test('keeps each class apart and leaves a mask in its place', () => {
    const fields = { name: '甲', note: '免租三年', price, call: '13812345678', _extra: { 其他: '乙' } }
    expect(partFields(kept, fields)).toEqual({
      open: { name: '甲', _extra: { 其他: '乙' } },
      secrets: { negotiation: { note: '免租三年', price }, personal: { call: '13812345678' } },
      masks: { note: wholeMask, price: wholeMask, call: '138****5678' },
    })
  })

  test('keeps nothing of an empty value', () => {
    expect(partFields(kept, { name: '甲', note: '', call: null })).toEqual({
      open: { name: '甲' },
      secrets: {},
      masks: {},
    })
  })

  test('is undone by joining', () => {
    const values = fc.string({ minLength: 1, maxLength: 6 })
    const documents = fc.dictionary(fc.constantFrom(...Object.keys(kept.fields), '_extra'), values)
    fc.assert(
      fc.property(documents, (fields) => {
        const { open, secrets, masks } = partFields(kept, fields)
        expect(joinFields(open, secrets)).toEqual(fields)
        expect(Object.keys(masks).filter((key) => key in open)).toEqual([])
        expect(Object.keys(open).length + Object.keys(masks).length).toBe(Object.keys(fields).length)
      }),
    )
  })
})

describe('a mask', () => {
  test.each([
    ['13812345678', '138****5678'],
    ['0573-82838888', '05****88'],
    ['82838888', '82****88'],
    ['13812345678、13987654321', '138****5678、139****4321'],
    ['138 1234 5678', '138****5678'],
    ['83838', wholeMask],
  ])('of the number %s is %s', (number, mask) => {
    expect(maskOf(kept.fields.call!, number)).toBe(mask)
  })

  test('of a name, a text or an amount tells only that there is one', () => {
    expect(maskOf(secretNote, '免租三年')).toBe(wholeMask)
    expect(maskOf(secretAmount, price)).toBe(wholeMask)
    expect(maskOf({ ...secretNote, kind: 'text', secret: 'personal' }, '张三 13812345678')).toBe(wholeMask)
  })

  test('hides at least four digits of every number of seven and more, and is known again', () => {
    const number = fc.stringMatching(/^\d{7,18}$/)
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 3 }), (numbers) => {
        const mask = maskOf(kept.fields.call!, numbers.join('、'))
        expect(mask).not.toMatch(/\d{5,}/)
        expect(isMask(mask)).toBe(true)
      }),
    )
  })

  test('is told from a value', () => {
    expect([wholeMask, '138****5678'].map(isMask)).toEqual([true, true])
    expect(['13812345678', '2*3', '', null, 5].map(isMask)).toEqual([false, false, false, false, false])
  })
})
