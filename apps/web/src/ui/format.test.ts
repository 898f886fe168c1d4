import { describe, expect, it } from 'vitest'
import { clockText, dayOfInstant, dayText, decimalText, partialDateText, percentText, pointsText } from './format.ts'

describe('dayText', () => {
  it('leaves this year out and keeps another', () => {
    expect(dayText('2026-03-05', { language: 'zh', today: '2026-11-21' })).toBe('3月5日')
    expect(dayText('2027-03-05', { language: 'zh', today: '2026-11-21' })).toBe('2027年3月5日')
    expect(dayText('2026-03-05', { language: 'en', today: '2026-11-21' })).toBe('5 Mar')
  })

  it('keeps the year where it is asked for, and where today is not known', () => {
    expect(dayText('2026-11-21', { language: 'zh', today: '2026-11-21', year: 'always' })).toBe('2026年11月21日')
    expect(dayText('2026-11-21', { language: 'en' })).toBe('21 Nov 2026')
  })
})

describe('partialDateText', () => {
  const zh = { language: 'zh', today: '2026-11-21' } as const
  it.each([
    ['day', '2026-03-31', '3月31日'],
    ['month', '2026-03-31', '2026年3月'],
    ['quarter', '2026-09-30', '2026年3季度'],
    ['half', '2026-06-30', '2026年上半年'],
    ['half', '2026-12-31', '2026年下半年'],
    ['year', '2026-12-31', '2026年'],
  ] as const)('says a %s as exactly as it is known', (precision, date, text) => {
    expect(partialDateText({ date, precision }, zh)).toBe(text)
  })

  it('has English words for each', () => {
    const en = { language: 'en' } as const
    expect(partialDateText({ date: '2024-03-31', precision: 'month' }, en)).toBe('Mar 2024')
    expect(partialDateText({ date: '2024-03-31', precision: 'quarter' }, en)).toBe('Q1 2024')
    expect(partialDateText({ date: '2024-07-01', precision: 'half' }, en)).toBe('H2 2024')
  })
})

describe('instants', () => {
  it('are read in the district’s zone, where the day turns eight hours earlier', () => {
    expect(clockText('2026-11-20T16:05:00Z')).toBe('00:05')
    expect(dayOfInstant('2026-11-20T16:05:00Z')).toBe('2026-11-21')
  })
})

describe('numbers', () => {
  it('keep one decimal at most', () => {
    expect(decimalText(91.44)).toBe('91.4')
    expect(percentText(100)).toBe('100%')
    expect(decimalText(-0.04)).toBe('0')
  })

  it('carry the sign of points, but none for nothing', () => {
    expect(pointsText(2.6)).toBe('+2.6')
    expect(pointsText(-3.25)).toBe('-3.2')
    expect(pointsText(0.04)).toBe('0')
  })
})
