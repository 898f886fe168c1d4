import { playbooks } from '@guatu/playbooks'
import { describe, expect, it } from 'vitest'
import { reportValueText } from './report-value.ts'

const playbook = playbooks[0]!
const amount = playbook.roles.amount!
const show = (key: string, value: unknown): string => reportValueText(playbook, key, value)

describe('a value of the dry run in words', () => {
  it('cuts exact yuan by size', () => {
    expect(show(amount, '16291000000.00')).toBe('162.91亿元')
    expect(show(amount, '3500000.00')).toBe('350万元')
  })

  it('shows other money by its own words, or by amount and currency', () => {
    expect(show(amount, { amount: '10000000000.00', currency: 'CNY', bound: 'atLeast', raw: '百亿级' })).toBe('百亿级')
    expect(show(amount, { amount: '100000000.00', currency: 'USD' })).toBe('1亿美元')
  })

  it('keeps a date as exact as it is known', () => {
    expect(show('plannedStart', { date: '2024-03-01', precision: 'month', raw: '2024年3月' })).toBe('2024年3月')
    expect(show('plannedStart', { date: '2026-12-31', precision: 'year', raw: '2026年底' })).toBe('2026年')
  })

  it('names a known stage, and leaves an unknown one in its words', () => {
    const stage = playbook.stages[4]!
    expect(show('stage', { key: stage.key, raw: '已供地' })).toBe(stage.title.zh)
    expect(show('stage', { key: null, raw: '等批复' })).toBe('等批复')
  })

  it('lists what has no field, and says nothing of nothing', () => {
    expect(show('extra', { 国别: '德国', 期次: '一期' })).toBe('国别：德国；期次：一期')
    expect([null, undefined].map((value) => show(amount, value))).toEqual(['', ''])
  })
})
