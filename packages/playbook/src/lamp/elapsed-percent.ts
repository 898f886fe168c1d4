import { toDay } from '@guatu/schedule'

/**
 * 序时进度: the share of the year that has fully passed before today, in percent with two decimals. 2026-11-21 has 324
 * days behind it, 88.77 %.
 */
export function elapsedPercent(today: string): number {
  const year = Number(today.slice(0, 4))
  const first = toDay(`${today.slice(0, 4)}-01-01`)
  const days = toDay(`${String(year + 1).padStart(4, '0')}-01-01`) - first
  return hundredths(((toDay(today) - first) / days) * 100)
}

export const hundredths = (value: number): number => Math.round(value * 100) / 100
