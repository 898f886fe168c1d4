import { describe, expect, it } from 'vitest'
import { type FilterOperator, parseFilter } from '../../../api/filter.ts'
import { sampleContext } from '../../../forms/testing.ts'
import { ledgerColumns } from '../columns/ledger-columns.ts'
import { samplePlaybook } from '../testing.ts'
import { conditionWords } from './words.ts'

const columns = ledgerColumns(samplePlaybook)
const words = (text: string, language: 'zh' | 'en' = 'zh') =>
  parseFilter(text).map((condition) =>
    conditionWords(condition, columns, samplePlaybook, { ...sampleContext, language }),
  )

describe('conditions in words', () => {
  it('names choices, bounds, words and holes', () => {
    expect(words('lamp:in:red,orange;amount:from:100000000;amount:to:500000000.00')).toEqual([
      '亮灯：红灯、橙灯',
      '总投资 ≥ 1 亿元',
      '总投资 ≤ 5 亿元',
    ])
    expect(words('title:has:%E5%8D%97;unit:empty:;finish:filled:')).toEqual([
      '项目名称含“南”',
      '责任单位 未填',
      '竣工时间 已填',
    ])
    expect(words('finish:from:2026-03-05;deadline:to:2027-12-31')).toEqual([
      '竣工时间 3月5日起',
      '期限 2027年12月31日止',
    ])
  })

  it('counts long lists and keeps what it does not know', () => {
    expect(words('lamp:in:red,orange,yellow,blue')).toEqual(['亮灯：红灯、橙灯等 4 项'])
    expect(words('what:in:1,2')).toEqual(['what：1、2'])
    expect(words('leadOrg:in:o1')).toEqual(['责任单位：区发改局'])
    expect(words('amount:from:x')).toEqual(['总投资 ≥ x'])
  })

  it('speaks English as well', () => {
    expect(words('lamp:in:red;title:has:x;unit:empty:;deadline:from:2026-01-02', 'en')).toEqual([
      'Lamp: Red',
      'Project has “x”',
      'Lead unit is empty',
      'Deadline from 2 Jan',
    ])
  })

  it('has words for every operator', () => {
    const operators: readonly FilterOperator[] = ['in', 'has', 'from', 'to', 'empty', 'filled']
    for (const operator of operators) {
      expect(
        conditionWords({ key: 'amount', operator, values: ['1'] }, columns, samplePlaybook, sampleContext),
      ).toContain('总投资')
    }
  })
})
