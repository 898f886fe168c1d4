import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell } from '../grid/grid.ts'
import { dateOf, readDate } from './date.ts'

/** `2024-03-01/2024-03-31 month`: the day as a start, the day as a finish, the precision of the finish. */
function read(cell: Cell): string {
  const reading = readDate(cell, { year: 2026 })
  if (reading.kind !== 'value') return reading.kind
  const [start, finish] = [dateOf(reading.value, 'start'), dateOf(reading.value, 'finish')]
  return `${start.date}/${finish.date} ${finish.precision}`
}

describe('dates as ledgers write them', () => {
  test.each([
    ['2024年3月', '2024-03-01/2024-03-31 month'],
    ['２０２４年３月', '2024-03-01/2024-03-31 month'],
    ['2024年 3 月', '2024-03-01/2024-03-31 month'],
    ['2020.11', '2020-11-01/2020-11-30 month'],
    ['2024-3', '2024-03-01/2024-03-31 month'],
    ['2024/3', '2024-03-01/2024-03-31 month'],
    ['202403', '2024-03-01/2024-03-31 month'],
    ['24年3月', '2024-03-01/2024-03-31 month'],
    ['24.3', '2024-03-01/2024-03-31 month'],
    ['二〇二六年三月', '2026-03-01/2026-03-31 month'],
    ['2026年十二月', '2026-12-01/2026-12-31 month'],
    ['2024年2月', '2024-02-01/2024-02-29 month'],
    ['Mar 2024', '2024-03-01/2024-03-31 month'],
    ['2023年', '2023-01-01/2023-12-31 year'],
    ['2024', '2024-01-01/2024-12-31 year'],
    ['二零二六年', '2026-01-01/2026-12-31 year'],
    ['2024年上半年', '2024-01-01/2024-06-30 half'],
    ['H1 2024', '2024-01-01/2024-06-30 half'],
    ['2024年三季度', '2024-07-01/2024-09-30 quarter'],
    ['2024年第3季度', '2024-07-01/2024-09-30 quarter'],
    ['2024/Q3', '2024-07-01/2024-09-30 quarter'],
    ['Q2 2026', '2026-04-01/2026-06-30 quarter'],
  ])('%s is a period', (text, period) => expect(read(text)).toBe(period))

  test.each([
    ['2026年底', '2026-12-01/2026-12-31 year'],
    ['2026年末', '2026-12-01/2026-12-31 year'],
    ['end of 2026', '2026-12-01/2026-12-31 year'],
    ['2024年初', '2024-01-01/2024-01-31 year'],
    ['2024年中', '2024-06-01/2024-06-30 year'],
    ['2024年3月上旬', '2024-03-01/2024-03-10 month'],
    ['2024年3月底', '2024-03-21/2024-03-31 month'],
    ['2024.12底', '2024-12-21/2024-12-31 month'],
  ])('%s is a named part of a period', (text, period) => expect(read(text)).toBe(period))

  test.each([
    ['2018/3/3', '2018-03-03'],
    ['2017-9-23', '2017-09-23'],
    ['2024.3.5', '2024-03-05'],
    ['24-03-05', '2024-03-05'],
    ['20240305', '2024-03-05'],
    ['2024年3月5日', '2024-03-05'],
    ['2026年6月30日前', '2026-06-30'],
    ['2024-03-05 00:00:00', '2024-03-05'],
    ['2024-03-05T08:30:00', '2024-03-05'],
    ['3/18/2024', '2024-03-18'],
    ['5-Mar-24', '2024-03-05'],
    ['46026', '2026-01-04'],
  ])('%s is a day', (text, day) => expect(read(text)).toBe(`${day}/${day} day`))

  test.each([
    ['2024-2026', '2024-01-01/2026-12-31 year'],
    ['2024年—2026年', '2024-01-01/2026-12-31 year'],
    ['2024年3月-2026年12月', '2024-03-01/2026-12-31 month'],
    ['２０２５．０３－２０２６．１２', '2025-03-01/2026-12-31 month'],
    ['2024.3-12', '2024-03-01/2024-12-31 month'],
    ['2024年3月至12月', '2024-03-01/2024-12-31 month'],
    ['2024.3.1—2026.12.31', '2024-03-01/2026-12-31 day'],
    ['2026年3月—2028年底', '2026-03-01/2028-12-31 year'],
    ['一期2024年3月，二期2025年6月', '2024-03-01/2025-06-30 month'],
  ])('%s is a span', (text, span) => expect(read(text)).toBe(span))

  test.each([
    ['3月底', '2026-03-21/2026-03-31 month'],
    ['6月', '2026-06-01/2026-06-30 month'],
    ['明年底', '2027-12-01/2027-12-31 year'],
    ['今年6月', '2026-06-01/2026-06-30 month'],
    ['拟于10月开工', '2026-10-01/2026-10-31 month'],
  ])('%s is read against the year of the report', (text, period) => expect(read(text)).toBe(period))

  test.each(['2019-13-45', '2023年2月30日', '2024年13月', '2026-00-10', '2024.13', '150', '9999', '2026-2024'])(
    '%s is no date',
    (text) => expect(read(text)).toBe('error'),
  )
  test.each(['已开工', '待定', '36个月', '十四五'])('%s is kept as words', (text) => expect(read(text)).toBe('words'))
  test.each(['/', '-', '无'])('%s says that nothing is there', (text) => expect(read(text)).toBe('empty'))

  test.each([
    [46026, '2026-01-04/2026-01-04 day'],
    [46026.5, '2026-01-04/2026-01-04 day'],
    [2020.11, '2020-11-01/2020-11-30 month'],
    [2023, '2023-01-01/2023-12-31 year'],
    [202403, '2024-03-01/2024-03-31 month'],
    [-1, 'error'],
  ])('the number %s is read as what it looks like', (number, period) => expect(read(number)).toBe(period))

  test.each([
    [{ kind: 'date', date: '2024-03-01', precision: 'day' } as const, '2024-03-01/2024-03-01 day'],
    [{ kind: 'date', date: '2024-03-01', precision: 'month' } as const, '2024-03-01/2024-03-31 month'],
    [{ kind: 'date', date: '2024-03-01', precision: 'year' } as const, '2024-01-01/2024-12-31 year'],
  ])('a date cell is known as far as its format shows it', (cell, period) => expect(read(cell)).toBe(period))
})

test('a number that may have lost a zero is pointed out', () => {
  expect(readDate(2020.1, { year: 2026 })).toMatchObject({ notes: [expect.stringContaining('10月')] })
  expect(readDate('2020.1', { year: 2026 })).toMatchObject({ notes: [] })
})

test.each([
  [26.1, '10月'],
  ['3/4/2026', '4月3日'],
  ['10年', '2010年'],
])('%s can be read in another way, which is pointed out', (cell, other) =>
  expect(readDate(cell, { year: 2026 })).toMatchObject({ kind: 'value', notes: [expect.stringContaining(other)] }),
)
test.each(['18/3/2026', '4/4/2026', '26.1', '26年1月', '2010年'])('%s can only be read in one', (cell) =>
  expect(readDate(cell, { year: 2026 })).toMatchObject({ kind: 'value', notes: [] }),
)

test.each([
  ['2026年3、4月', '2026-03-01/2026-04-30 month'],
  ['2026年3月、4月', '2026-03-01/2026-04-30 month'],
  ['2026年3至4月', '2026-03-01/2026-04-30 month'],
  ['2026年3', '2026-03-01/2026-03-31 month'],
  ['2026年3.15', '2026-03-15/2026-03-15 day'],
  ['2026·3', '2026-03-01/2026-03-31 month'],
  ['2026，3', '2026-03-01/2026-03-31 month'],
  ['2026。3', '2026-03-01/2026-03-31 month'],
  ['2026·3·15', '2026-03-15/2026-03-15 day'],
  ['2026年3月①', '2026-03-01/2026-03-31 month'],
  ['2026.3\n2027.9', '2026-03-01/2027-09-30 month'],
  ['每年3月', 'words'],
  ['2026年12、1月', 'error'],
  ['2026,13', 'error'],
])('%s, written out of the way, is %s', (text, period) => expect(read(text)).toBe(period))

test('months of one year stay a span where they are written as one', () =>
  expect(readDate('2024年3月至12月', { year: 2026 })).toMatchObject({ value: { spanning: true } }))

test('words beside a date are kept', () => {
  expect(readDate('2024年5月开工', { year: 2026 })).toMatchObject({ rest: '2024年5月开工' })
  expect(readDate('2026年6月前', { year: 2026 })).not.toHaveProperty('rest')
})

test('every day of a century reads the same in every way of writing it', () => {
  const day = fc.date({ min: new Date('1955-01-01'), max: new Date('2098-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(day, (instant) => {
      const iso = instant.toISOString().slice(0, 10)
      const [year, month, date] = iso.split('-').map(Number) as [number, number, number]
      const serial = Math.round((Date.UTC(year, month - 1, date) - Date.UTC(1899, 11, 30)) / 86_400_000)
      const written = [
        iso,
        `${year}/${month}/${date}`,
        `${year}.${month}.${date}`,
        `${year}年${month}月${date}日`,
        serial,
        String(serial),
      ]
      for (const form of written) expect(read(form)).toBe(`${iso}/${iso} day`)
    }),
  )
})
