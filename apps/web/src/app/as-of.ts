import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { dayOfInstant } from '../ui/format.ts'
import type { ViewState } from './search.ts'

const isoDay = /^\d{4}-\d{2}-\d{2}$/

/** The moment that the address says to read as of: a day or an instant; undefined: now. */
export const useAsOf = (): string | undefined => (useSearch({ strict: false }) as ViewState).asOf || undefined

/** Goes to another moment, undefined: back to now; the screen stays. */
export function useGoAsOf(): (asOf: string | undefined) => void {
  const navigate = useNavigate()
  return useCallback(
    (asOf) => void navigate({ to: '.', search: (last: ViewState) => ({ ...last, asOf }), resetScroll: false } as never),
    [navigate],
  )
}

/** The instant that a moment of the address means: of a day its end in the district's zone. Null for what is no moment. */
export function instantOf(asOf: string): string | null {
  const time = Date.parse(isoDay.test(asOf) ? `${asOf}T23:59:59.999+08:00` : asOf)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

/** The district's day of a moment, never after today. */
export function dayAsOf(asOf: string, today: string): string {
  const instant = instantOf(asOf)
  const day = instant === null ? today : dayOfInstant(instant)
  return day < today ? day : today
}

const clock = /^([01]?\d|2[0-3])[:：.]?([0-5]\d)$/

/** What a day and a time of it that were typed mean in an address; without a time the day's end. Null for a wrong time. */
export function momentOf(day: string, typedTime: string): string | null {
  const text = typedTime.trim()
  if (text === '') return day
  const [, hour, minute] = clock.exec(text) ?? []
  return hour && minute ? `${day}T${hour.padStart(2, '0')}:${minute}+08:00` : null
}

/** Moments that are often asked for, the latest first. */
export function usualDays(
  today: string,
): readonly { readonly key: 'yesterday' | 'sunday' | 'month' | 'year'; readonly day: string }[] {
  const at = (year: number, month: number, day: number) =>
    new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number)
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay()
  return [
    { key: 'yesterday', day: at(year, month - 1, day - 1) },
    { key: 'sunday', day: at(year, month - 1, day - (weekday || 7)) },
    { key: 'month', day: at(year, month - 1, 0) },
    { key: 'year', day: at(year, 0, 0) },
  ]
}
