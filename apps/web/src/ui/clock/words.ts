import type { Language } from '@guatu/kernel'

/** Working minutes of a usual day (8:30-12:00, 13:30-17:00), where a reply does not say those of the district. */
const usualMinutesPerDay = 420

const joinZh = (parts: readonly string[]): string => parts.join(' ')

/**
 * A stretch of working time in words: below a day in hours and minutes, of one day with the hours beside it, of more in days
 * alone.
 */
export function workingTimeText(minutes: number, language: Language, minutesPerDay = usualMinutesPerDay): string {
  const whole = Math.max(0, Math.round(Math.abs(minutes)))
  const days = Math.floor(whole / minutesPerDay)
  const hours = Math.floor((whole % minutesPerDay) / 60)
  const rest = (whole % minutesPerDay) % 60
  const zh = language === 'zh'
  if (days === 0) {
    if (whole === 0) return zh ? '不到 1 分' : 'under a minute'
    return zh
      ? joinZh([...(hours ? [`${hours} 小时`] : []), ...(rest ? [`${rest} 分`] : [])])
      : [...(hours ? [`${hours} h`] : []), ...(rest ? [`${rest} min`] : [])].join(' ')
  }
  const withHours = days < 2 && hours > 0
  if (zh) return withHours ? `${days} 个工作日 ${hours} 小时` : `${days} 个工作日`
  return `${days} ${days === 1 ? 'workday' : 'workdays'}${withHours ? ` ${hours} h` : ''}`
}

/** How a clock stands, as far as words go. */
export interface ToldClock {
  readonly state: 'idle' | 'running' | 'paused' | 'stopped'
  readonly leftMinutes: number | null
  readonly overdue: boolean
}

/** 还剩 3 小时 20 分（工作时间）. Days are workdays by their own word; hours are said to be of working time. */
export function timeLeftText(clock: ToldClock, language: Language, minutesPerDay = usualMinutesPerDay): string {
  const { state, leftMinutes, overdue } = clock
  const zh = language === 'zh'
  if (leftMinutes === null) return zh ? '不设时限' : 'no limit'
  const text = workingTimeText(leftMinutes, language, minutesPerDay)
  const ofHours = Math.abs(leftMinutes) < minutesPerDay
  const told = ofHours ? (zh ? `${text}（工作时间）` : `${text} of working time`) : text
  if (overdue && Math.round(leftMinutes) === 0) return zh ? '刚刚超时' : 'just over'
  if (overdue) return zh ? `已超 ${told}` : `${told} over`
  if (state === 'paused') return zh ? `已暂停，还剩 ${told}` : `stopped with ${told} left`
  return zh ? `还剩 ${told}` : `${told} left`
}

/** Share of the limit that is spent, 0 to 100; null without a limit. */
export function spentPercent({
  leftMinutes,
  limitMinutes,
}: {
  leftMinutes: number | null
  limitMinutes: number | null
}) {
  if (leftMinutes === null || limitMinutes === null) return null
  if (limitMinutes <= 0) return 100
  return Math.min(100, Math.max(0, Math.round(((limitMinutes - leftMinutes) / limitMinutes) * 100)))
}
