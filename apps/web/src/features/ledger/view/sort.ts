export interface SortKey {
  readonly key: string
  readonly descending: boolean
}

/** Two keys are what a person can follow; a third click on a header goes back to the list's own order. */
const MOST_KEYS = 2

export function parseSort(text: string | undefined): readonly SortKey[] {
  if (!text) return []
  const keys = text
    .split(',')
    .map((part) => ({ key: part.replace(/^-/, ''), descending: part.startsWith('-') }))
    .filter(({ key }) => key !== '')
  return keys.filter(({ key }, index) => keys.findIndex((other) => other.key === key) === index)
}

export function buildSort(keys: readonly SortKey[]): string | undefined {
  return keys.map(({ key, descending }) => `${descending ? '-' : ''}${key}`).join(',') || undefined
}

/**
 * A click on a header: ascending, descending, off. With `add` (shift) the key joins the ones that sort already; past the
 * limit it takes the place of the last.
 */
export function toggleSort(keys: readonly SortKey[], key: string, add: boolean): readonly SortKey[] {
  const present = keys.find((sort) => sort.key === key)
  const next: SortKey | null = present
    ? present.descending
      ? null
      : { key, descending: true }
    : { key, descending: false }
  if (!add) return next ? [next] : []
  if (present) return keys.flatMap((sort) => (sort.key === key ? (next ? [next] : []) : [sort]))
  return [...keys.slice(0, MOST_KEYS - 1), { key, descending: false }]
}
