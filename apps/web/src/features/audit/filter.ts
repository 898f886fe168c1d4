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

/** A change from one value to another, as events hold them. */
export interface Change {
  readonly key: string
  readonly from: unknown
  readonly to: unknown
}

const isChange = (value: unknown): value is { from: unknown; to: unknown } =>
  typeof value === 'object' && value !== null && 'from' in value && 'to' in value

const changesIn = (value: unknown, prefix = ''): Change[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, part]) =>
        isChange(part) ? [{ key: prefix + key, from: part.from, to: part.to }] : [],
      )
    : []

interface ToldNode {
  readonly title: string
  readonly changes: unknown
}

/** Before and after of everything that an event changed: its own fields, and those of nodes. */
export function changesOf(data: Readonly<Record<string, unknown>>): Change[] {
  const nodes = Array.isArray(data.nodes) ? (data.nodes as ToldNode[]) : []
  const own = isChange(data) ? [{ key: '', from: data.from, to: data.to }] : []
  return [
    ...own,
    ...changesIn(data.changes),
    ...nodes.flatMap(({ title, changes }) => changesIn(changes, `${title} · `)),
  ]
}

/** A value of an event for people: amounts and days bare, the rest as JSON. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—'
  if (typeof value !== 'object') return String(value)
  const { amount, currency, date } = value as { amount?: unknown; currency?: unknown; date?: unknown }
  if (typeof amount === 'string') return `${amount} ${currency ?? ''}`.trim()
  if (typeof date === 'string') return date
  return JSON.stringify(value)
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
