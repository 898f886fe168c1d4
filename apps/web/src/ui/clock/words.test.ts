import { describe, expect, it } from 'vitest'
import { spentPercent, timeLeftText, workingTimeText } from './words.ts'

describe('working time in words', () => {
  it.each([
    [200, '3 小时 20 分', '3 h 20 min'],
    [60, '1 小时', '1 h'],
    [45, '45 分', '45 min'],
    [0, '不到 1 分', 'under a minute'],
    [420, '1 个工作日', '1 workday'],
    [420 + 185, '1 个工作日 3 小时', '1 workday 3 h'],
    [420 * 5 + 185, '5 个工作日', '5 workdays'],
    [-200, '3 小时 20 分', '3 h 20 min'],
  ])('%i minutes are %s', (minutes, zh, en) => {
    expect(workingTimeText(minutes, 'zh')).toBe(zh)
    expect(workingTimeText(minutes, 'en')).toBe(en)
  })

  it('goes by the district’s own hours', () => {
    expect(workingTimeText(480, 'zh', 480)).toBe('1 个工作日')
  })
})

describe('what a clock has left', () => {
  const clock = { state: 'running', leftMinutes: 200, overdue: false } as const

  it.each([
    [clock, '还剩 3 小时 20 分（工作时间）', '3 h 20 min of working time left'],
    [{ ...clock, leftMinutes: 1260 }, '还剩 3 个工作日', '3 workdays left'],
    [
      { ...clock, leftMinutes: -200, overdue: true },
      '已超 3 小时 20 分（工作时间）',
      '3 h 20 min of working time over',
    ],
    [{ ...clock, leftMinutes: 0, overdue: true }, '刚刚超时', 'just over'],
    [{ ...clock, state: 'paused', leftMinutes: 840 }, '已暂停，还剩 2 个工作日', 'stopped with 2 workdays left'],
    [{ ...clock, leftMinutes: null }, '不设时限', 'no limit'],
  ] as const)('%j', (told, zh, en) => {
    expect(timeLeftText(told, 'zh')).toBe(zh)
    expect(timeLeftText(told, 'en')).toBe(en)
  })
})

describe('the spent share', () => {
  it.each([
    [{ leftMinutes: 105, limitMinutes: 420 }, 75],
    [{ leftMinutes: -5, limitMinutes: 420 }, 100],
    [{ leftMinutes: 420, limitMinutes: 420 }, 0],
    [{ leftMinutes: 0, limitMinutes: 0 }, 100],
    [{ leftMinutes: null, limitMinutes: null }, null],
  ])('%j is %s', (clock, percent) => {
    expect(spentPercent(clock)).toBe(percent)
  })
})
