import { checkField, fieldKinds } from '@guatu/playbook'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { values } from '../../test/arbitraries.ts'
import { context, everyKind, fieldOf } from '../../test/sample.ts'
import { fromCell, toCell } from './cell.ts'

const money = (amount: string, more: object = {}) => ({ amount, currency: 'CNY', ...more })
const date = (iso: string, precision = 'day', more: object = {}) => ({ date: iso, precision, ...more })

describe('what a cell holds', () => {
  test.each([
    ['name', '某项目', '某项目'],
    ['name', '=1+1', '=1+1'],
    ['note', '第一行\n第二行', '第一行\n第二行'],
    ['staff', 12, 12],
    ['site', 2256.5, 2256.5],
    ['share', 12.5, 12.5],
    ['amount', money('16291000000.00'), 1629100],
    ['amount', money('0.01'), 0.000001],
    ['amount', money('0.00'), 0],
    ['amount', money('12345678901234567.89'), '12345678901234567.89 CNY'],
    ['amount', { amount: '100000000.00', currency: 'USD' }, '100000000.00 USD'],
    ['amount', money('200000000.00', { bound: 'atLeast', raw: '超2亿元' }), '超200000000.00 CNY（原文：超2亿元）'],
    ['amount', money('1900000000.00', { bound: 'about' }), '约1900000000.00 CNY'],
    ['begins', date('2024-03-05'), { date: '2024-03-05' }],
    ['begins', date('2024-03-01', 'month'), '2024-03-01（按月）'],
    ['ends', date('2024-12-31', 'year', { raw: '2024年底' }), '2024-12-31（按年）（原文：2024年底）'],
    ['sort', 'big', '大'],
    ['manner', '很慢', '很慢'],
    ['urgent', true, '是'],
    ['urgent', false, '否'],
    ['lead', 'o-1', '区住建局'],
    ['lead', 'gone', '#gone'],
    ['owner', 'p-1', '张伟 #p-1'],
    ['owner', 'p-3', '李娜'],
    ['owner', 'p-4', '#p-4'],
    ['area', '330402105', '大桥镇'],
    ['trade', 'K', '房地产业 #K'],
    ['trade', '36', '汽车制造业'],
    ['chain', 'A1', '#A1'],
    ['code', '91350100M000100Y43', '91350100M000100Y43'],
    ['call', '0573-82838888', '0573-82838888'],
  ])('%s: %j', (key, value, cell) => {
    expect(toCell(fieldOf(key), value, context)).toEqual(cell)
    expect(fromCell(fieldOf(key), cell as never, context)).toEqual({ kind: 'good', value })
  })

  test.each([null, undefined, ''])('%j is an empty cell', (value) => {
    for (const field of Object.values(everyKind.fields)) expect(toCell(field, value, context)).toBeNull()
  })

  test.each([null, '', '  '])('an empty cell %j is no value', (cell) => {
    for (const field of Object.values(everyKind.fields)) {
      expect(fromCell(field, cell, context)).toEqual({ kind: 'good', value: null })
    }
  })
})

describe('what people type into our sheet', () => {
  test.each([
    ['staff', '1,200', 1200],
    ['staff', '12', 12],
    ['amount', 30000, money('300000000.00')],
    ['amount', 0.5, money('5000.00')],
    ['name', 330402, '330402'],
    ['serial', 2026, '2026'],
    ['begins', '2024-03-05', date('2024-03-05')],
    ['sort', ' 小 ', 'small'],
    ['owner', '李娜', 'p-3'],
    ['trade', '房地产业 #70', '70'],
    ['area', '#330402103', '330402103'],
  ])('%s: %j', (key, cell, value) => {
    expect(fromCell(fieldOf(key), cell, context)).toEqual({ kind: 'good', value })
  })

  test.each([
    ['staff', '十二', '不是数字'],
    ['amount', '很多', '读不出金额'],
    ['amount', -5, '不是到分的金额'],
    ['amount', 0.0000001, '不是到分的金额'],
    ['amount', 1e21, '不是到分的金额'],
    ['begins', '下个月', '读不出日期'],
    ['begins', 45000, '读不出日期'],
    ['urgent', '也许', '应填是或否'],
    ['owner', '张伟', '有 2 个'],
    ['owner', '赵六', '名录中没有'],
    ['trade', '房地产业', '有 2 个'],
    ['area', '不存在镇', '名录中没有'],
  ])('%s: %j is refused', (key, cell, words) => {
    const checked = fromCell(fieldOf(key), cell, context)
    expect(checked.kind).toBe('bad')
    if (checked.kind === 'bad') expect(checked.message.zh).toContain(words)
  })
})

describe('export and import are the identity', () => {
  test('the values reach every kind of field', () => {
    expect(Object.keys(values).sort()).toEqual([...fieldKinds].sort())
  })

  test.each(Object.entries(everyKind.fields))('%s', (_, field) => {
    fc.assert(
      fc.property(values[field.kind]!, (value) => {
        const checked = checkField(field, value, context.dictionaries)
        if (checked.kind === 'bad') return
        const cell = toCell(field, checked.value, context)
        expect(fromCell(field, cell, context)).toEqual(checked)
      }),
    )
  })
})
