import fc from 'fast-check'
import { expect, it } from 'vitest'
import { unitNames } from './unit-names.ts'

const known = new Set(['区经信局', '科技局', '大桥镇', '党委、政府', '张江 平台'])
const names = (text: string) => unitNames(text, (name) => known.has(name))

it('parts a list at its signs, whatever they are, where all parts are known', () => {
  for (const sign of ['、', '；', ';', '，', ', ', '/', ' ', '\n', ' 、 ']) {
    expect(names(`区经信局${sign}科技局`)).toEqual(['区经信局', '科技局'])
  }
  expect(names('区经信局、科技局/大桥镇')).toEqual(['区经信局', '科技局', '大桥镇'])
})

it('never cuts a name that is known', () => {
  expect(names('党委、政府')).toEqual(['党委、政府'])
  expect(names('张江 平台')).toEqual(['张江 平台'])
  expect(names('区经信局、张江 平台')).toEqual(['区经信局', '张江 平台'])
})

it('parts unknown units only at signs of lists, and only where each reads like a unit', () => {
  expect(names('区经信局、区教体局')).toEqual(['区经信局', '区教体局'])
  expect(names('区经信局/区教体局')).toEqual(['区经信局/区教体局'])
  expect(names('大桥镇 人民政府')).toEqual(['大桥镇 人民政府'])
  expect(names('三改一拆、五水共治')).toEqual(['三改一拆、五水共治'])
})

it('names each once and nothing for nothing', () => {
  expect(names('大桥镇、大桥镇')).toEqual(['大桥镇'])
  expect(names('  ')).toEqual([])
})

it('reads back every list of known units', () => {
  const plain = ['区经信局', '科技局', '大桥镇']
  const lists = fc.uniqueArray(fc.constantFrom(...plain), { minLength: 1 })
  fc.assert(
    fc.property(lists, fc.constantFrom('、', '；', '，', '/', ' '), (list, sign) => {
      expect(names(list.join(sign))).toEqual(list)
    }),
  )
})
