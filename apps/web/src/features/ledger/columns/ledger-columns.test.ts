import { describe, expect, it } from 'vitest'
import { sampleContext } from '../../../forms/testing.ts'
import { samplePlaybook, sampleRow } from '../testing.ts'
import { cellText, copyText, sumText } from './cell-text.ts'
import { columnOptions, filterColumn, ledgerColumns, reasonText } from './ledger-columns.ts'

const columns = ledgerColumns(samplePlaybook)
const column = (key: string) => columns.find((entry) => entry.key === key)!
const text = (key: string, language: 'zh' | 'en' = 'zh') =>
  cellText(column(key), sampleRow, samplePlaybook, { ...sampleContext, language })

describe('columns of a list', () => {
  it('puts the playbook’s choice first and offers every other field once', () => {
    expect(columns.map(({ key }) => key)).toEqual([
      'title',
      'lamp',
      'stage',
      'amount',
      'unit',
      'finish',
      'deadline',
      'behindPoints',
      'nature',
      'area',
      'land',
    ])
    expect(column('lamp').field).toBeNull()
    expect(column('amount')).toMatchObject({ filter: 'money', align: 'end' })
  })

  it('knows what a filter may name besides columns', () => {
    expect(filterColumn('leadOrg', columns, samplePlaybook)).toMatchObject({ key: 'leadOrg', filter: 'pick' })
    expect(filterColumn('rule', columns, samplePlaybook)?.title.zh).toBe('亮灯规则')
    expect(filterColumn('nobody', columns, samplePlaybook)).toBeNull()
    const options = (key: string) =>
      columnOptions(filterColumn(key, columns, samplePlaybook)!, samplePlaybook, sampleContext).map(
        ({ title }) => title,
      )
    expect(options('stage')).toEqual(['储备', '在建'])
    expect(options('rule')).toEqual(['滞后序时'])
    expect(options('gap')).toContain('缺责任单位')
    expect(options('leadOrg')).toEqual(['区发改局', '大桥镇'])
  })
})

describe('text of a cell', () => {
  it('shows values in words with their units', () => {
    expect(text('title')).toBe('南湖新材')
    expect(text('amount')).toBe('1.2 亿元')
    expect(text('amount', 'en')).toBe('120 m CNY')
    expect(text('finish')).toBe('2027年6月')
    expect(text('unit')).toBe('区发改局')
    expect(text('nature')).toBe('新建')
    expect(text('land')).toBe('35.5 亩')
    expect(text('stage')).toBe('在建')
    expect(text('lamp')).toBe('红灯')
    expect(text('behindPoints')).toBe('31.4')
    expect(text('deadline')).toBe('2027年6月30日')
  })

  it('copies what pastes back', () => {
    const copied = (key: string) => copyText(column(key), sampleRow, samplePlaybook, sampleContext)
    expect(copied('amount')).toBe('1.2亿元')
    expect(copied('finish')).toBe('2027-06')
    expect(copied('deadline')).toBe('2027年6月30日')
  })

  it('says sums and reasons', () => {
    expect(sumText('123400000000.00', sampleContext)).toBe('1,234 亿元')
    expect(reasonText(sampleRow.lampReasons, 'zh')).toBe('◆ 滞后 31.4')
  })
})
