import { datePrecisions, type PartialDate } from '@guatu/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOfText, textOfDate } from './date-text.ts'

const today = '2026-11-21'
const read = (text: string, end: 'start' | 'finish' = 'start') => {
  const typed = dateOfText(text, end, today)
  return typed.kind === 'value' ? `${typed.value.date} ${typed.value.precision}` : typed.kind
}

describe('typed dates', () => {
  it('reads days in the usual ways', () => {
    for (const text of [
      '2026-3-5',
      '2026/03/05',
      '2026.3.5',
      '2026年3月5日',
      '20260305',
      '3月5日',
      '3-5',
      '２０２６－３－５',
    ]) {
      expect(read(text)).toBe('2026-03-05 day')
    }
  })

  it('keeps a period a period, with its first day for a start and its last for a finish', () => {
    expect(read('2026年2月')).toBe('2026-02-01 month')
    expect(read('2026年2月', 'finish')).toBe('2026-02-28 month')
    expect(read('2028.2', 'finish')).toBe('2028-02-29 month')
    expect(read('2026年底', 'finish')).toBe('2026-12-31 year')
    expect(read('2026', 'start')).toBe('2026-01-01 year')
    expect(read('二季度', 'finish')).toBe('2026-06-30 quarter')
    expect(read('2027年第4季度')).toBe('2027-10-01 quarter')
    expect(read('下半年', 'finish')).toBe('2026-12-31 half')
    expect(read('9月底', 'finish')).toBe('2026-09-30 month')
  })

  it('refuses what is no date and says why', () => {
    expect(dateOfText('2026-02-30', 'start', today)).toMatchObject({ message: { zh: '2026年2月没有 30 日' } })
    expect(dateOfText('2026-13', 'start', today)).toMatchObject({ message: { zh: '没有 13 月' } })
    expect(dateOfText('尽快', 'start', today)).toMatchObject({ kind: 'fault', accepted: expect.any(Array) })
    expect(read('1026-1-1')).toBe('fault')
    expect(read(' ')).toBe('empty')
  })

  it('gives a text to type on that means the same period', () => {
    const month = fc.record({ year: fc.integer({ min: 1950, max: 2100 }), month: fc.integer({ min: 1, max: 12 }) })
    fc.assert(
      fc.property(month, fc.constantFrom(...datePrecisions), ({ year, month }, precision) => {
        const first: PartialDate = { date: `${year}-${String(month).padStart(2, '0')}-01`, precision }
        const once = dateOfText(textOfDate(first), 'finish', today)
        if (once.kind !== 'value') throw new Error(`unreadable: ${textOfDate(first)}`)
        expect(textOfDate(once.value)).toBe(textOfDate(first))
        expect(once.value.precision).toBe(precision)
      }),
    )
  })
})
