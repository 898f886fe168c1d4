import { fieldKinds } from '@guatu/playbook'
import { describe, expect, test } from 'vitest'
import { context, everyKind, fieldOf } from '../test/sample.ts'
import { type ShowContext, showValue } from './show-value.ts'

const zh: ShowContext = {
  language: 'zh',
  today: '2026-11-21',
  dictionaries: context.dictionaries,
  nameOf: context.nameOf,
}
const en: ShowContext = { ...zh, language: 'en' }

const money = (amount: string, more: object = {}) => ({ amount, currency: 'CNY', ...more })

const cases = [
  ['name', '某项目', '某项目', '某项目'],
  ['note', '两行\n文字', '两行\n文字', '两行\n文字'],
  ['staff', 1200, '1,200 人', '1,200 people'],
  ['site', 2256.5, '2,256.5 亩', '2,256.5 mu'],
  ['share', 12.5, '12.5%', '12.5%'],
  ['amount', money('16291000000.00'), '162.91 亿元', '16.29 bn CNY'],
  ['amount', money('3100000.00'), '310 万元', '3.1 m CNY'],
  ['amount', money('99.50'), '99.5 元', '99.5 CNY'],
  ['amount', { amount: '100000000.00', currency: 'USD' }, '1 亿美元', '100 m USD'],
  ['amount', money('200000000.00', { bound: 'atLeast', raw: '超2亿元' }), '超2 亿元', 'over 200 m CNY'],
  ['amount', money('1900000000.00', { bound: 'about', raw: '约19亿元' }), '约19 亿元', 'about 1.9 bn CNY'],
  ['amount', money('10000000000.00', { bound: 'atLeast', raw: '百亿级' }), '百亿级', 'over 10 bn CNY'],
  ['begins', { date: '2026-03-05', precision: 'day' }, '3月5日', '5 Mar'],
  ['begins', { date: '2024-03-05', precision: 'day' }, '2024年3月5日', '5 Mar 2024'],
  ['begins', { date: '2026-03-01', precision: 'month' }, '2026年3月', 'Mar 2026'],
  ['ends', { date: '2026-06-30', precision: 'quarter' }, '2026年二季度', 'Q2 2026'],
  ['ends', { date: '2026-12-31', precision: 'half' }, '2026年下半年', 'H2 2026'],
  ['begins', { date: '2026-01-01', precision: 'half' }, '2026年上半年', 'H1 2026'],
  ['ends', { date: '2026-12-31', precision: 'year', raw: '2026年底' }, '2026年', '2026'],
  ['sort', 'big', '大', 'Big'],
  ['manner', '很慢', '很慢', '很慢'],
  ['urgent', true, '是', 'Yes'],
  ['urgent', false, '否', 'No'],
  ['lead', 'o-1', '区住建局', '区住建局'],
  ['lead', 'gone', 'gone', 'gone'],
  ['helpers', ['o-2', 'gone', 'o-1'], '大桥镇、gone、区住建局', '大桥镇, gone, 区住建局'],
  ['owner', 'p-3', '李娜', '李娜'],
  ['area', '330402105', '大桥镇', 'Daqiao'],
  ['area', '999', '999', '999'],
  ['trade', '36', '汽车制造业', 'Cars'],
  ['chain', 'A1', 'A1', 'A1'],
  ['code', '91350100M000100Y43', '91350100M000100Y43', '91350100M000100Y43'],
  ['call', '0573-82838888', '0573-82838888', '0573-82838888'],
] as const

describe('what people read', () => {
  test.each(cases)('%s: %j', (key, value, chinese, english) => {
    expect(showValue(fieldOf(key), value, zh)).toBe(chinese)
    expect(showValue(fieldOf(key), value, en)).toBe(english)
  })

  test('the cases reach every kind', () => {
    expect(new Set(cases.map(([key]) => fieldOf(key).kind)).size).toBe(fieldKinds.length)
  })

  test.each([null, undefined, ''])('%j is said as nothing', (value) => {
    for (const field of Object.values(everyKind.fields)) expect(showValue(field, value, zh)).toBe('')
  })

  test('without today a day keeps its year, without a directory an id is shown', () => {
    expect(showValue(fieldOf('begins'), { date: '2026-03-05', precision: 'day' }, { language: 'zh' })).toBe(
      '2026年3月5日',
    )
    expect(showValue(fieldOf('lead'), 'o-1', { language: 'zh' })).toBe('o-1')
  })
})
