import { createRequire } from 'node:module'
import { HolidayUtil } from 'lunar-typescript'
import { describe, expect, it } from 'vitest'
import { chinaCalendar } from './china.ts'
import { announcedYears } from './china-holidays.ts'
import { fromDay, toDay, weekdayOf } from './day.ts'

const { holidays, workdays } = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json') as {
  holidays: Record<string, string>
  workdays: Record<string, string>
}

const calendar = chinaCalendar()
const allDays = Array.from({ length: toDay('2026-12-31') - toDay('2007-01-01') + 1 }, (_, i) => toDay('2007-01-01') + i)

describe('the holidays of 2007 to 2026', () => {
  it('are those of the chinese-days package', () => {
    const different = allDays.filter((day) => {
      const iso = fromDay(day)
      const expected = iso in workdays || (weekdayOf(day) <= 5 && !(iso in holidays))
      return calendar.isWorkday(iso) !== expected
    })
    expect(different.map(fromDay)).toEqual([])
  })

  it('are those of the lunar-typescript package, but for two days that it lacks', () => {
    const different = allDays.filter((day) => {
      const iso = fromDay(day)
      const holiday = HolidayUtil.getHoliday(iso)
      const expected = holiday === null || holiday === undefined ? weekdayOf(day) <= 5 : holiday.isWork()
      return calendar.isWorkday(iso) !== expected
    })
    // The notice for 2013 names both as working days: 4月7日(星期日)上班 and 10月12日(星期六)上班.
    expect(different.map(fromDay)).toEqual(['2013-04-07', '2013-10-12'])
  })

  it('stand under the calendar year they fall in, each year with its notice', () => {
    expect(announcedYears.map(({ year }) => year)).toEqual(Array.from({ length: 20 }, (_, i) => 2007 + i))
    for (const { notice } of announcedYears) expect(notice).toMatch(/^https:\/\/www\.gov\.cn\//)
  })

  it.each([
    ['2007-12-31', false],
    ['2007-12-29', true],
    ['2010-12-31', true],
    ['2011-12-31', true],
    ['2012-12-29', false],
    ['2018-12-29', true],
    ['2018-12-31', false],
    ['2022-12-31', false],
    ['2023-12-30', false],
  ])('in December: %s worked is %s', (iso, worked) => {
    expect(calendar.isWorkday(iso)).toBe(worked)
  })
})

describe('working days', () => {
  it.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('of %i are %i', (year, count) => {
    expect(calendar.workdaysBetween(`${year - 1}-12-31`, `${year}-12-31`)).toBe(count)
  })

  // Counted by hand from the notices: months of the last three announced years.
  it.each([
    [2024, [22, 18, 21, 22, 21, 19, 23, 22, 21, 19, 21, 22]],
    [2025, [19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23]],
    [2026, [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]],
  ])('of %i by month', (year, counts) => {
    const found = counts.map((_, month) => {
      const before = fromDay(toDay(`${year}-${String(month + 1).padStart(2, '0')}-01`) - 1)
      const next = month === 11 ? `${year + 1}-01-01` : `${year}-${String(month + 2).padStart(2, '0')}-01`
      return calendar.workdaysBetween(before, fromDay(toDay(next) - 1))
    })
    expect(found).toEqual(counts)
  })

  it('include a Sunday that was swapped', () => {
    expect(weekdayOf(toDay('2026-01-04'))).toBe(7)
    expect(calendar.isWorkday('2026-01-04')).toBe(true)
  })

  it.each([
    ['2026-01-30', 20, '2026-03-05'],
    ['2025-09-26', 7, '2025-10-13'],
    ['2026-02-14', 1, '2026-02-24'],
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-03-05', -20, '2026-01-30'],
    ['2026-01-04', 0, '2026-01-04'],
    ['2026-01-01', 0, '2026-01-04'],
  ])('from %s, %i of them lead to %s', (from, n, to) => {
    expect(calendar.addWorkdays(from, n)).toBe(to)
  })
})

describe('holiday names', () => {
  it.each([
    ['2026-01-01', '元旦'],
    ['2026-02-17', '春节'],
    ['2026-04-05', '清明节'],
    ['2026-05-01', '劳动节'],
    ['2026-06-19', '端午节'],
    ['2026-09-25', '中秋节'],
    ['2026-10-07', '国庆节'],
    ['2015-09-03', '抗战胜利日'],
    ['2026-01-04', null],
    ['2026-01-10', null],
    ['2026-01-12', null],
  ])('of %s is %s', (iso, name) => {
    expect(
      calendar.holidayName(iso)?.replace('中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日', '抗战胜利日') ?? null,
    ).toBe(name)
  })
})

describe('years that are not announced', () => {
  it.each([
    ['2006-12-31', true],
    ['2007-01-01', false],
    ['2026-12-31', false],
    ['2027-01-01', true],
  ])('%s is provisional: %s', (iso, provisional) => {
    expect(calendar.isProvisional(iso)).toBe(provisional)
  })

  it('have their weekends', () => {
    expect(calendar.isWorkday('2027-01-01')).toBe(true)
    expect(calendar.isWorkday('2027-01-02')).toBe(false)
    expect(calendar.isWorkday('2099-06-05')).toBe(true)
    expect(calendar.isWorkday('2099-06-06')).toBe(false)
  })
})

describe('days of a district', () => {
  const district = chinaCalendar({ extraOff: ['2026-03-20'], extraWork: ['2026-03-21', '2026-02-17'] })

  it('are off or worked as the district says', () => {
    expect(district.isWorkday('2026-03-20')).toBe(false)
    expect(district.isWorkday('2026-03-21')).toBe(true)
    expect(district.isWorkday('2026-02-17')).toBe(true)
    expect(district.holidayName('2026-02-17')).toBeNull()
    expect(district.holidayName('2026-02-18')).toBe('春节')
  })

  it('leave the national calendar alone', () => {
    expect(calendar.isWorkday('2026-03-20')).toBe(true)
    expect(calendar.isWorkday('2026-03-21')).toBe(false)
  })

  it('are off when both are said', () => {
    expect(chinaCalendar({ extraOff: ['2026-03-20'], extraWork: ['2026-03-20'] }).isWorkday('2026-03-20')).toBe(false)
  })
})
