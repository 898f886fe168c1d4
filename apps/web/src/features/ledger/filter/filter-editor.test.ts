import { describe, expect, it } from 'vitest'
import { sampleContext, sampleFields } from '../../../forms/testing.ts'
import { conditionsOfDraft } from './filter-editor.tsx'
import { boundValue } from './range-filter.tsx'

const draft = { chosen: [], from: '', to: '', has: '', presence: 'any' as const }

describe('what a filter’s panel asks for', () => {
  it('asks for nothing while nothing is set', () => {
    expect(conditionsOfDraft('amount', draft)).toEqual([])
    expect(conditionsOfDraft('title', { ...draft, has: '  ' })).toEqual([])
  })

  it('joins choices, bounds and words', () => {
    expect(conditionsOfDraft('lamp', { ...draft, chosen: ['red', 'orange'] })).toEqual([
      { key: 'lamp', operator: 'in', values: ['red', 'orange'] },
    ])
    expect(conditionsOfDraft('amount', { ...draft, from: '1', to: '9' })).toEqual([
      { key: 'amount', operator: 'from', values: ['1'] },
      { key: 'amount', operator: 'to', values: ['9'] },
    ])
    expect(conditionsOfDraft('title', { ...draft, has: ' 南湖 ' })).toEqual([
      { key: 'title', operator: 'has', values: ['南湖'] },
    ])
  })

  it('asks only whether a field is filled in when that is what is wanted', () => {
    expect(conditionsOfDraft('amount', { ...draft, from: '1', presence: 'empty' })).toEqual([
      { key: 'amount', operator: 'empty', values: [] },
    ])
  })
})

describe('a typed bound', () => {
  it('becomes yuan, an ISO day or a figure', () => {
    expect(boundValue(sampleFields.money, '1.2亿', sampleContext)).toBe('120000000.00')
    expect(boundValue(sampleFields.date, '2026年2月', sampleContext)).toBe('2026-02-28')
    expect(boundValue(sampleFields.percent, '30%', sampleContext)).toBe('30')
    expect(boundValue(sampleFields.money, '', sampleContext)).toBe('')
    expect(boundValue(sampleFields.money, '很多', sampleContext)).toBeNull()
  })
})
