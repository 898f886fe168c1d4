import type { QueryOf, searchEvents } from '@guatu/contract'
import type { ViewState } from '../../app/search.ts'

export type Filter = Omit<QueryOf<typeof searchEvents>, 'before' | 'limit'>

export const filterKeys = ['from', 'to', 'person', 'personId', 'post', 'origin', 'verb', 'itemId', 'q'] as const

/** The search as it stands in the address; what is empty or no part of a search is left out. */
export function filterOf(view: ViewState): Filter {
  const known = filterKeys.flatMap((key) => {
    const value = view[key]?.trim()
    return value ? [[key, value] as const] : []
  })
  return Object.fromEntries(known)
}

const units = ['B', 'kB', 'MB', 'GB', 'TB']

/** Bytes in the unit that leaves at most three digits before the point. */
export function sizeText(bytes: number): string {
  let [size, unit] = [bytes, 0]
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000
    unit += 1
  }
  return `${unit === 0 ? size : size.toFixed(1)} ${units[unit]}`
}
